import { expect, test } from '@jest/globals';
import { execute } from '../../local/apps-script/engine.ts';
import { anEmptyWorkspace, aScript, OFFICE } from '../support/script.ts';

function runIn(timeZone: string, body: string) {
  const workspace = anEmptyWorkspace();
  const script = aScript(workspace, `function main() { ${body} }`, undefined, { timeZone });
  const run = execute(workspace, { scriptId: script.id, kind: 'editor', active: OFFICE, effective: OFFICE, fn: 'main' });
  expect(run.error).toBeUndefined();
  return run.value;
}

// docs/apps-script/concepts/manifests.md, timeZone; docs/apps-script/guides/v8-runtime.md: Date is in the script's zone.
test('a day made from its parts begins at midnight on the script’s own clock', () => {
  expect(runIn('Europe/London', 'return [new Date(2026, 2, 29), new Date(2026, 2, 30)].map((day) => day.toISOString());')).toEqual([
    '2026-03-29T00:00:00.000Z',
    '2026-03-29T23:00:00.000Z',
  ]);
  expect(runIn('America/New_York', 'return [new Date(2026, 2, 8), new Date(2026, 2, 9)].map((day) => day.toISOString());')).toEqual([
    '2026-03-08T05:00:00.000Z',
    '2026-03-09T04:00:00.000Z',
  ]);
});

test('a date reads as the script’s clock shows it on both sides of a clock change', () => {
  const body = `const before = new Date('2026-10-25T00:59:00Z'), after = new Date('2026-10-25T01:01:00Z');
    return [before.getHours(), after.getHours(), before.getTimezoneOffset(), after.getTimezoneOffset()];`;
  expect(runIn('Europe/London', body)).toEqual([1, 1, -60, 0]);
  expect(runIn('America/New_York', body)).toEqual([20, 21, 240, 240]);
  expect(runIn('America/New_York', `return [new Date('2026-11-01T05:59:00Z'), new Date('2026-11-01T06:01:00Z')].map((date) => date.getHours());`)).toEqual([
    1, 1,
  ]);
});

test('the hour that spring skips is the hour after, as V8 has it', () => {
  expect(runIn('Europe/London', 'return new Date(2026, 2, 29, 1, 30).toISOString();')).toBe('2026-03-29T01:30:00.000Z');
  expect(runIn('America/New_York', 'return new Date(2026, 2, 8, 2, 30).getHours();')).toBe(3);
});

test('dates in words are in the script’s zone', () => {
  const body = `const date = new Date(Date.UTC(2026, 6, 1, 3)); return [date.toDateString(), date.toLocaleString('en-GB'), Intl.DateTimeFormat().resolvedOptions().timeZone];`;
  expect(runIn('America/New_York', body)).toEqual(['Tue Jun 30 2026', '30/06/2026, 23:00:00', 'America/New_York']);
  expect(runIn('Europe/London', body)).toEqual(['Wed Jul 01 2026', '01/07/2026, 04:00:00', 'Europe/London']);
});

test('a run leaves the process in the zone it found, also when it fails', () => {
  const before = Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(new Date(2026, 6, 1, 12).getTime()).not.toBe(Date.UTC(2026, 6, 1, 3));
  runIn('Asia/Tokyo', 'return 1;');
  const workspace = anEmptyWorkspace();
  const script = aScript(workspace, `function main() { throw new Error('no'); }`, undefined, { timeZone: 'Asia/Tokyo' });
  execute(workspace, { scriptId: script.id, kind: 'editor', active: OFFICE, effective: OFFICE, fn: 'main' });
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(before);
  expect(new Date(2026, 6, 1, 12).getTime()).not.toBe(Date.UTC(2026, 6, 1, 3));
});

test('a run inside another run keeps to its own clock', () => {
  const workspace = anEmptyWorkspace();
  const source = `function main() { CacheService.getScriptCache().get('x'); return new Date(2026, 6, 1).toISOString(); }`;
  const outer = aScript(workspace, source, undefined, { timeZone: 'America/New_York' });
  const inner = aScript(workspace, source, undefined, { timeZone: 'Asia/Tokyo' });
  const as = { kind: 'editor', active: OFFICE, effective: OFFICE, fn: 'main' } as const;
  let within: unknown;
  const run = execute(workspace, {
    ...as,
    scriptId: outer.id,
    faults: [
      {
        at: 1,
        kind: 'meanwhile',
        run: () => {
          within = execute(workspace, { ...as, scriptId: inner.id }).value;
        },
      },
    ],
  });
  expect([run.value, within]).toEqual(['2026-07-01T04:00:00.000Z', '2026-06-30T15:00:00.000Z']);
});
