import { expect, test } from '@jest/globals';
import { execute, type RunResult } from '../../local/apps-script/engine.ts';
import { type Fired, listenForEvents, moveClock, planDeliveries } from '../../local/apps-script/triggers.ts';
import type { ScriptData } from '../../local/workspace/data.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { anEmptyWorkspace, aScript, MONDAY, OFFICE, TEACHER } from '../support/script.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A Workspace with one script whose `install()` has been run by the office. */
function installed(source: string): { workspace: Workspace; script: ScriptData; install: RunResult } {
  const workspace = anEmptyWorkspace();
  const script = aScript(workspace, source);
  const install = execute(workspace, { scriptId: script.id, kind: 'editor', active: OFFICE, effective: OFFICE, fn: 'install' });
  if (!install.ok) throw new Error(install.error?.message);
  return { workspace, script, install };
}

function clockTrigger(steps: string, handler = 'const clock = { beat(e) { return e } };'): Workspace {
  return installed(`${handler} function install() { ScriptApp.newTrigger('clock.beat').timeBased().${steps}.create() }`).workspace;
}

function times(fired: Fired[]): string[] {
  return fired.map(({ at }) => new Date(at).toISOString().slice(0, 16));
}

// guides/triggers/installable.md, "Time-driven triggers"
test('a trigger for every five minutes fires twelve times an hour, at the same distance', () => {
  const workspace = clockTrigger('everyMinutes(5)');
  const fired = moveClock(workspace, MONDAY + HOUR);
  expect(fired).toHaveLength(12);
  expect(fired.every(({ result }) => result.ok)).toBe(true);
  expect(new Set(fired.slice(1).map(({ at }, index) => Math.round((at - (fired[index]?.at ?? 0)) / MINUTE)))).toEqual(new Set([5]));
  expect(workspace.clock.now()).toBe(MONDAY + HOUR);
});

test('a trigger for nine o’clock fires between nine and ten, at the same minute each day, also when the clocks change', () => {
  const workspace = clockTrigger('everyDays(1).atHour(9)');
  const fired = moveClock(workspace, MONDAY + 60 * DAY);
  const local = fired.map(({ at }) => new Date(at).toLocaleTimeString('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' }));
  expect(fired.length).toBeGreaterThanOrEqual(59);
  expect(new Set(local).size).toBe(1);
  expect(local[0]).toMatch(/^09:/);
});

test('days of the week and of the month are kept to', () => {
  const weekly = times(moveClock(clockTrigger('onWeekDay(ScriptApp.WeekDay.FRIDAY).atHour(7)'), MONDAY + 20 * DAY));
  expect(weekly.map((time) => time.slice(0, 10))).toEqual(['2026-09-11', '2026-09-18', '2026-09-25']);
  const monthly = times(moveClock(clockTrigger('onMonthDay(31).atHour(7)'), MONDAY + 150 * DAY));
  expect(monthly.map((time) => time.slice(0, 10))).toEqual(['2026-10-31', '2026-12-31', '2027-01-31']);
});

test('nearMinute is met within a quarter of an hour', () => {
  const [first] = moveClock(clockTrigger('everyDays(1).atHour(15).nearMinute(30)'), MONDAY + DAY);
  const minutes = ((first?.at ?? 0) - Date.UTC(2026, 8, 7, 14, 30)) / MINUTE;
  expect(Math.abs(minutes)).toBeLessThanOrEqual(15);
});

// reference/script/clock-trigger-builder.md, `after`
test('a trigger for one moment fires once, not too early, and stays in the list', () => {
  const { workspace, script } = installed(
    `function later() {} function install() { ScriptApp.newTrigger('later').timeBased().after(10 * 60 * 1000).create() }`,
  );
  const fired = moveClock(workspace, MONDAY + DAY);
  expect(fired).toHaveLength(1);
  expect((fired[0]?.at ?? 0) - MONDAY).toBeGreaterThanOrEqual(10 * MINUTE);
  expect(script.triggers).toHaveLength(1);
});

// guides/triggers/events.md, "Time-driven events"
test('the event of a clock trigger tells the time in UTC and which trigger it was', () => {
  const { workspace, script } = installed(`function tick(e) { return { ...e, authMode: e.authMode === ScriptApp.AuthMode.FULL } }
    function install() { ScriptApp.newTrigger('tick').timeBased().at(new Date(Date.UTC(2026, 8, 7, 12, 30))).create() }`);
  const [fired] = moveClock(workspace, MONDAY + DAY);
  expect(fired?.result.value).toMatchObject({
    authMode: true,
    'day-of-month': 7,
    'day-of-week': 1,
    hour: 12,
    minute: 30,
    month: 9,
    timezone: 'UTC',
    triggerUid: script.triggers[0]?.uniqueId,
    'week-of-year': 37,
    year: 2026,
  });
});

test('triggers run the newest saved code, as the person who made them', () => {
  const { workspace, script } = installed(
    `function tick() { return 'old' } function install() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create() }`,
  );
  script.versions.push({ versionNumber: 1, description: '', createTime: 0, files: structuredClone(script.files) });
  const code = script.files[0];
  if (code) code.source = `function tick() { return 'new for ' + Session.getEffectiveUser().getEmail() }`;
  expect(moveClock(workspace, MONDAY + HOUR)[0]?.result.value).toBe(`new for ${OFFICE}`);
});

test('a failure is kept with its trigger, and the trigger goes on', () => {
  const { workspace, script } = installed(
    `function tick() { throw new Error('oh') } function install() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(30).create() }`,
  );
  expect(moveClock(workspace, MONDAY + 2 * HOUR).map(({ result }) => result.error?.message)).toEqual(['oh', 'oh', 'oh', 'oh']);
  expect(script.triggers[0]?.lastFailure?.message).toBe('oh');
});

// guides/services/quotas.md, "Triggers total runtime"
test('after six hours of triggers in a day no more run until the next', () => {
  const { workspace } = installed(
    `function tick() { Utilities.sleep(290000) } function install() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(5).create() }`,
  );
  const fired = moveClock(workspace, MONDAY + 30 * HOUR);
  const refused = fired.filter(({ result }) => result.error?.message === 'Service using too much computer time for one day.');
  expect(refused.length).toBeGreaterThan(0);
  expect(fired.at(-1)?.result.ok).toBe(true);
});

const ON_ANSWER = `function answered(e) {
  return [e.source.getId(), e.response.getItemResponses().map((each) => each.getResponse()), e.triggerUid.length > 0];
}
function install() {
  const form = FormApp.create('F', true);
  form.addTextItem().setTitle('Name');
  form.addPublishedReader('${TEACHER}');
  ScriptApp.newTrigger('answered').forForm(form).onFormSubmit().create();
}`;

function answerForm(workspace: Workspace): string {
  const form = Object.values(workspace.data.forms)[0];
  if (!form) throw new Error('no form');
  workspace.forms.submit(form, TEACHER, { answers: { [form.items[0]?.id ?? 0]: 'Ada' } });
  return form.id;
}

// guides/triggers/events.md, "Google Forms events"
test('a person’s answer fires the form’s trigger with the form and the response', () => {
  const { workspace } = installed(ON_ANSWER);
  listenForEvents(workspace);
  const results: RunResult[] = [];
  planDeliveries(workspace, () => [MINUTE]);
  const id = answerForm(workspace);
  results.push(...moveClock(workspace, MONDAY + HOUR).map(({ result }) => result));
  expect(results.map(({ value, error }) => value ?? error)).toEqual([[id, ['Ada'], true]]);
});

test('events may come late, twice or never', () => {
  const { workspace } = installed(ON_ANSWER);
  listenForEvents(workspace);
  const plans = [[2 * MINUTE, 90 * MINUTE], []];
  planDeliveries(workspace, () => plans.shift() ?? []);
  answerForm(workspace);
  expect(moveClock(workspace, workspace.clock.now() + MINUTE)).toHaveLength(0);
  expect(moveClock(workspace, workspace.clock.now() + 10 * MINUTE)).toHaveLength(1);
  answerForm(workspace);
  expect(moveClock(workspace, workspace.clock.now() + DAY)).toHaveLength(1);
});
