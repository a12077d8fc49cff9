import { expect, test } from '@jest/globals';
import { runScript } from '../support/script.ts';

const runs = (source: string, fn = 'main') => runScript(source, { fn });

test('a script sees the virtual clock, and its values are its own realm’s', () => {
  expect(runs('function main() { return [new Date().toISOString(), new Date(0) instanceof Date, Date.now() === +new Date()] }').value).toEqual([
    '2026-09-07T08:00:00.000Z',
    true,
    true,
  ]);
});

test('what Apps Script lacks is not there', () => {
  const result = runs(
    'function main() { return ["fetch","setTimeout","URL","TextEncoder","crypto","process","require"].filter(n => typeof globalThis[n] !== "undefined") }',
  );
  expect(result.value).toEqual([]);
});

test('syntax newer than Apps Script is refused', () => {
  expect(runs('class A { #x = 1 }\nfunction main() {}').error?.name).toBe('SyntaxError');
});

test('async functions settle', () => {
  expect(runs('async function main() { await null; return 3 }').value).toBe(3);
});

test('a stack trace shows the script’s own lines and nothing of what runs it', () => {
  const { value } = runScript(`function main() { return [failing('Utilities.base64Decode(1)'), failing('null.x')] }
    function failing(code) { try { return eval(code) } catch (error) { return error.stack } }`);
  for (const stack of value as string[]) {
    expect(stack.split('\n').length).toBeGreaterThan(2);
    for (const line of stack.split('\n').slice(1)) expect(line).toMatch(/^ {4}at .*Code\.gs:\d+:\d+/);
  }
  expect((value as string[])[0]).toMatch(/^Exception: /);
});
