import { expect, test } from '@jest/globals';
import { execute, type RunResult } from '../../local/apps-script/engine.ts';
import type { ScriptData } from '../../local/workspace/data.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { anEmptyWorkspace, aScript, OFFICE, runScript as run, TEACHER } from '../support/script.ts';

function runFunction(workspace: Workspace, script: ScriptData, fn: string, as = OFFICE, faults: Parameters<typeof execute>[1]['faults'] = []): RunResult {
  return execute(workspace, { scriptId: script.id, kind: 'editor', active: as, effective: as, fn, faults });
}

// reference/properties/properties.md, guides/properties.md
test('properties last from run to run, are text, and come back as a copy', () => {
  const workspace = anEmptyWorkspace();
  const script = aScript(
    workspace,
    `function write() {
      PropertiesService.getScriptProperties().setProperty('n', 5).setProperties({ a: true, b: 'x' });
      PropertiesService.getUserProperties().setProperty('mine', 'yes');
    }
    function read() {
      const p = PropertiesService.getScriptProperties();
      p.getProperties().a = 'changed';
      return [p.getProperty('n'), p.getProperty('a'), p.getKeys().sort(), p.getProperty('none'), PropertiesService.getUserProperties().getProperty('mine')];
    }
    function only() { return PropertiesService.getScriptProperties().setProperties({ c: 1 }, true).getProperties() }
    function none() { return PropertiesService.getDocumentProperties() }`,
  );
  runFunction(workspace, script, 'write');
  expect(runFunction(workspace, script, 'read').value).toEqual(['5', 'true', ['a', 'b', 'n'], null, 'yes']);
  expect(runFunction(workspace, script, 'read', TEACHER).value).toEqual(['5', 'true', ['a', 'b', 'n'], null, null]);
  expect(runFunction(workspace, script, 'only').value).toEqual({ c: '1' });
  expect(runFunction(workspace, script, 'none').value).toBeNull();
});

// guides/services/quotas.md
test('a property takes 9 KB and a store 500 KB; what is refused changes nothing', () => {
  const result = run(`function main() {
    const p = PropertiesService.getScriptProperties(), errors = [];
    try { p.setProperty('big', 'x'.repeat(9 * 1024 + 1)) } catch (e) { errors.push(e.message) }
    p.setProperty('ok', 'x'.repeat(9 * 1024));
    try { for (let i = 0; i < 100; i++) p.setProperty('k' + i, 'x'.repeat(9000)) } catch (e) { errors.push(e.message) }
    return [errors, p.getKeys().length];
  }`);
  expect(result.value).toEqual([
    ['Argument too large: value', 'You have exceeded the property storage quota. Please remove some properties and try again.'],
    56,
  ]);
});

// reference/cache/cache.md
test('what is cached expires by the virtual clock, within six hours', () => {
  const result = run(`function main() {
    const c = CacheService.getScriptCache(), seen = [];
    c.put('a', 'x', 20); c.putAll({ b: 'y', d: 'z' });
    seen.push(c.getAll(['a', 'b', 'none']));
    Utilities.sleep(30000);
    seen.push(c.get('a'), c.get('b'));
    c.remove('b'); seen.push(c.get('b'));
    for (const call of [() => c.put('a', 'x', 21601), () => c.put('k'.repeat(251), 'x'), () => c.put('k', 'x'.repeat(102401))])
      try { call() } catch (e) { seen.push(e.message) }
    return seen;
  }`);
  expect(result.value).toEqual([
    { a: 'x', b: 'y' },
    null,
    'y',
    null,
    'Invalid argument: expirationInSeconds',
    'Argument too large: key',
    'Argument too large: value',
  ]);
});

test('a cache of more than 1,000 items keeps the 900 that expire last', () => {
  const result = run(`function main() {
    const c = CacheService.getScriptCache();
    c.put('short', 'x', 10);
    const many = {}; for (let i = 0; i < 1000; i++) many['k' + i] = 'v';
    c.putAll(many, 1000);
    return [c.get('short'), Object.keys(c.getAll(Object.keys(many))).length, CacheService.getUserCache().get('k1')];
  }`);
  expect(result.value).toEqual([null, 900, null]);
});

// reference/lock/lock.md
test('a lock that another run holds is waited for and not given', () => {
  const workspace = anEmptyWorkspace();
  const script = aScript(
    workspace,
    `function hold() { const lock = LockService.getScriptLock(); lock.waitLock(1000); PropertiesService.getScriptProperties().getKeys(); return lock.hasLock() }
    function attempt() {
      const lock = LockService.getScriptLock(), before = Date.now(), got = lock.tryLock(5000), waited = Date.now() - before >= 5000;
      try { lock.waitLock(10); return 'given' } catch (e) { return [got, waited, lock.hasLock(), e.message] }
    }
    function other() { return LockService.getUserLock().tryLock(10) }`,
  );
  let inner: unknown;
  let user: unknown;
  const meanwhile = {
    at: 2,
    kind: 'meanwhile' as const,
    run: () => {
      inner = runFunction(workspace, script, 'attempt', TEACHER).value;
      user = runFunction(workspace, script, 'other', TEACHER).value;
    },
  };
  expect(runFunction(workspace, script, 'hold', OFFICE, [meanwhile]).value).toBe(true);
  expect(inner).toEqual([false, true, false, 'Lock timeout: another process was holding the lock for too long.']);
  expect(user).toBe(true);
});

test('a run that ends gives its locks back, even when it was cut off', () => {
  const workspace = anEmptyWorkspace();
  const script = aScript(
    workspace,
    'function hold() { LockService.getScriptLock().waitLock(10) } function take() { return LockService.getScriptLock().tryLock(10) }',
  );
  expect(runFunction(workspace, script, 'hold', OFFICE, [{ at: 1, kind: 'dies after' }]).ok).toBe(false);
  expect(runFunction(workspace, script, 'take', TEACHER).value).toBe(true);
});

test('there is a document lock only for a bound script', () => {
  expect(run('function main() { return LockService.getDocumentLock() }').value).toBeNull();
});

// reference/script/clock-trigger-builder.md, guides/services/quotas.md
test('clock triggers take Google’s intervals only, and twenty a user', () => {
  const result = run(`function main() {
    const errors = [], attempt = (call) => { try { call() } catch (e) { errors.push(e.message) } };
    const t = () => ScriptApp.newTrigger('clock.beat').timeBased();
    attempt(() => t().everyMinutes(7));
    attempt(() => t().atHour(9).create());
    attempt(() => t().inTimezone('Nowhere/Land'));
    attempt(() => { for (let i = 0; i < 21; i++) t().everyMinutes(5).create() });
    const all = ScriptApp.getProjectTriggers();
    ScriptApp.deleteTrigger(all[0]);
    return [errors, all.length, ScriptApp.getProjectTriggers().length, all[1].getHandlerFunction(), all[1].getEventType() === ScriptApp.EventType.CLOCK, all[1].getTriggerSourceId()];
  }`);
  expect(result.value).toEqual([
    [
      'The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.',
      'Frequency is required if you are using atHour() or nearMinute().',
      'Invalid argument: timezone',
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    ],
    20,
    19,
    'clock.beat',
    true,
    null,
  ]);
});

test('nobody sees another account’s triggers', () => {
  const workspace = anEmptyWorkspace();
  const script = aScript(
    workspace,
    'function add() { ScriptApp.newTrigger("add").timeBased().everyHours(1).create() } function count() { return ScriptApp.getProjectTriggers().length }',
  );
  runFunction(workspace, script, 'add');
  expect([runFunction(workspace, script, 'count').value, runFunction(workspace, script, 'count', TEACHER).value]).toEqual([1, 0]);
});

test('triggers need the script.scriptapp scope', () => {
  const result = run('function main() { ScriptApp.getProjectTriggers() }', { scopes: ['https://www.googleapis.com/auth/userinfo.email'] });
  expect(result.error?.message).toContain('script.scriptapp');
});

// reference/script/script-app.md
test('a scope that was not granted is named, and asking for it ends a run in the editor', () => {
  const workspace = anEmptyWorkspace();
  const mail = 'https://www.googleapis.com/auth/gmail.compose';
  const email = 'https://www.googleapis.com/auth/userinfo.email';
  const script = aScript(
    workspace,
    `function info() { const i = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL); return [i.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.REQUIRED, i.getAuthorizedScopes(), i.getAuthorizationUrl() !== null] }
    function all() { try { ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL) } catch (e) { return 'caught' } }
    function one() { ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['${email}']); return 'went on' }
    function stray() { ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['https://www.googleapis.com/auth/drive']) }
    function forget() { ScriptApp.invalidateAuth() }`,
    [mail, email],
  );
  script.grants[OFFICE] = [email];
  expect(runFunction(workspace, script, 'info').value).toEqual([true, [email], true]);
  expect(runFunction(workspace, script, 'all')).toMatchObject({ ok: false, error: { message: expect.stringContaining(mail) } });
  expect(runFunction(workspace, script, 'one').value).toBe('went on');
  expect(runFunction(workspace, script, 'stray').error?.message).toContain('not required by the script');
  runFunction(workspace, script, 'forget');
  expect(runFunction(workspace, script, 'one').ok).toBe(false);
});

test('a web app without a scope cannot ask for it: it gets an error that it can catch', () => {
  const workspace = anEmptyWorkspace();
  const script = aScript(workspace, 'function main() { try { ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL) } catch (e) { return e.message } }', [
    'https://www.googleapis.com/auth/drive',
  ]);
  script.grants[OFFICE] = [];
  expect(execute(workspace, { scriptId: script.id, kind: 'web app', active: TEACHER, effective: OFFICE, fn: 'main' }).value).toContain(
    'Authorization is required',
  );
});

// reference/properties.md: the deprecated globals
test('ScriptProperties and UserProperties are the stores of today under their old names', () => {
  const result = run(`function main() {
    ScriptProperties.setProperty('a', '1'); UserProperties.setProperty('b', '2');
    return [PropertiesService.getScriptProperties().getProperties(), PropertiesService.getUserProperties().getProperties()];
  }`);
  expect(result.value).toEqual([{ a: '1' }, { b: '2' }]);
});

test('an advanced service makes the objects that requests are filled into', () => {
  const result = run('function main() { const v = Sheets.newValueRange(); v.values = [[1]]; return [v, typeof Sheets.somethingElse] }');
  expect(result.error?.message).toBe('not in the local Workspace: Sheets.somethingElse');
  expect(run('function main() { const v = Sheets.newValueRange(); v.values = [[1]]; return v }')).toMatchObject({ value: { values: [[1]] }, calls: [] });
});
