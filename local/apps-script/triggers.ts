import type { CellData, DeliveryData, ScriptData, TriggerData } from '../workspace/data.ts';
import { nextFire } from '../workspace/trigger-clock.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { execute, type RunRequest, type RunResult } from './engine.ts';
import { manifestOf } from './manifest.ts';
import { dispatchEvent } from './triggers/deliveries.ts';
import { clockEventObject, eventObject } from './triggers/event-object.ts';

export { planDeliveries } from './triggers/deliveries.ts';

/** A trigger that fired, and how its run went. */
export interface Fired {
  scriptId: string;
  handler: string;
  at: number;
  result: RunResult;
}

/** Something that is due: a clock trigger, or an event that arrives. */
type Due = { at: number; script: ScriptData } & ({ clock: TriggerData } | { delivery: DeliveryData });

/**
 * Moves the clock to `to` (milliseconds since 1970) and lets fire, in order of time, everything that falls due on the way.
 * A run takes modelled time itself, so the clock may end later than `to`.
 */
export function moveClock(workspace: Workspace, to: number): Fired[] {
  const fired: Fired[] = [];
  for (let due = nextDue(workspace); due && due.at <= Math.max(to, workspace.clock.now()); due = nextDue(workspace)) {
    workspace.clock.moveTo(due.at);
    const run = 'clock' in due ? fireClock(workspace, due.script, due.clock) : deliver(workspace, due.script, due.delivery);
    if (run) fired.push(run);
  }
  workspace.clock.moveTo(to);
  return fired;
}

/** Has people's edits and answers fire the triggers that wait for them; once for each Workspace. */
export function listenForEvents(workspace: Workspace): void {
  workspace.sheets.onEdit.push(({ spreadsheetId, sheetId, row, column, email, before, after }) => {
    const oldValue = textOf(before);
    const value = textOf(after);
    const texts = { ...(oldValue === undefined ? {} : { oldValue }), ...(value === undefined ? {} : { value }) };
    dispatchEvent(workspace, { kind: 'edit', fileId: spreadsheetId, sheetId, row: row + 1, column: column + 1, ...texts, user: email });
    dispatchEvent(workspace, { kind: 'change', fileId: spreadsheetId, changeType: 'EDIT', user: email });
    moveClock(workspace, workspace.clock.now());
  });
  workspace.forms.onSubmit.push(({ form, response, row }) => {
    dispatchEvent(workspace, { kind: 'form response', fileId: form.id, responseId: response.id });
    if (row) dispatchEvent(workspace, { kind: 'form row', fileId: row.spreadsheetId, sheetId: row.sheetId, row: row.row + 1, columns: row.columns });
    moveClock(workspace, workspace.clock.now());
  });
}

/** Somebody opens a Sheet or, to change it, a Form: nothing fires for those who may only read. */
export function openFile(workspace: Workspace, fileId: string, user: string): Fired[] {
  if (!workspace.drive.mayWrite(user, fileId)) return [];
  dispatchEvent(workspace, { kind: 'open', fileId, user });
  return moveClock(workspace, workspace.clock.now());
}

/** Something in a calendar was made, changed or deleted by a person. */
export function calendarChanged(workspace: Workspace, calendarId: string): Fired[] {
  dispatchEvent(workspace, { kind: 'calendar', calendarId });
  return moveClock(workspace, workspace.clock.now());
}

function nextDue(workspace: Workspace): Due | undefined {
  let first: Due | undefined;
  const consider = (due: Due) => {
    if (!first || due.at < first.at) first = due;
  };
  for (const script of Object.values(workspace.data.scripts)) {
    for (const clock of script.triggers) if (clock.nextAt !== undefined && !clock.disabled) consider({ at: clock.nextAt, script, clock });
    for (const delivery of script.deliveries ?? []) consider({ at: delivery.at, script, delivery });
  }
  return first;
}

function fireClock(workspace: Workspace, script: ScriptData, trigger: TriggerData): Fired | undefined {
  const { clock, nextAt } = trigger;
  if (!clock || nextAt === undefined) return undefined;
  if (clock.once) trigger.disabled = true;
  else trigger.nextAt = nextFire(clock, clock.timeZone ?? manifestOf(script.files).timeZone, nextAt);
  return runInstalled(workspace, script, trigger, trigger.creator, () => [clockEventObject(trigger, workspace.clock.now())]);
}

function deliver(workspace: Workspace, script: ScriptData, delivery: DeliveryData): Fired | undefined {
  script.deliveries = script.deliveries?.filter((each) => each !== delivery);
  const { event, trigger } = delivery;
  const user = 'user' in event ? event.user : undefined;
  if ('simple' in trigger) {
    const owner = workspace.drive.find(script.container ?? '')?.owner ?? '';
    const request = { kind: 'simple trigger', active: sameDomain(user ?? '', owner) ? (user ?? '') : '', effective: user ?? '' } as const;
    return run(workspace, script, { ...request, fn: trigger.simple, args: (each) => [eventObject(each, event, undefined)] });
  }
  const installed = script.triggers.find((each) => each.uniqueId === trigger.uniqueId);
  if (!installed) return undefined;
  const active = user === undefined ? installed.creator : sameDomain(user, installed.creator) ? user : '';
  return runInstalled(workspace, script, installed, active, (each) => [eventObject(each, event, installed)]);
}

/** Runs as the trigger's creator, within what is left of the creator's six hours a day. */
function runInstalled(workspace: Workspace, script: ScriptData, trigger: TriggerData, active: string, args: NonNullable<RunRequest['args']>): Fired {
  const at = workspace.clock.now();
  const left = workspace.quotas.remaining(trigger.creator, 'triggers total runtime');
  const fired =
    left > 0
      ? run(workspace, script, { kind: 'trigger', active, effective: trigger.creator, fn: trigger.handlerFunction, args })
      : { scriptId: script.id, handler: trigger.handlerFunction, at, result: outOfTime() };
  workspace.quotas.use(trigger.creator, 'triggers total runtime', Math.min(fired.result.ms, left));
  if (!fired.result.ok) trigger.lastFailure = { at, message: fired.result.error?.message ?? '' };
  return fired;
}

/** The newest saved code, whatever is deployed. */
function run(workspace: Workspace, script: ScriptData, request: Omit<RunRequest, 'scriptId' | 'version'>): Fired {
  const at = workspace.clock.now();
  return { scriptId: script.id, handler: request.fn, at, result: execute(workspace, { ...request, scriptId: script.id, version: 'HEAD' }) };
}

function outOfTime(): RunResult {
  return { ok: false, error: { name: 'Exception', message: 'Service using too much computer time for one day.' }, calls: [], ms: 0, log: [], quota: {} };
}

function sameDomain(a: string, b: string): boolean {
  return a !== '' && a.split('@')[1] === b.split('@')[1];
}

/** A cell's value as an edit event gives it: text, or nothing for an empty cell. */
function textOf(cell: CellData | null): string | undefined {
  if (cell === null || cell.v === null || cell.v === '') return undefined;
  return typeof cell.v === 'boolean' ? String(cell.v).toUpperCase() : String(cell.v);
}
