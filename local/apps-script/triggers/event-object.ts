import type { EventData, TriggerData } from '../../workspace/data.ts';
import { wallTime } from '../../workspace/time-zone.ts';
import { AUTH_MODES } from '../core/enums.ts';
import { globalsFor } from '../globals.ts';
import type { Run } from '../run.ts';
import { Served } from '../served.ts';
import { User } from '../user.ts';

/**
 * What a triggered function gets as its argument (docs/apps-script/guides/triggers/events.md).
 * @param trigger the installed trigger; undefined for a simple one, which has less authority and no id
 */
export function eventObject(run: Run, event: EventData, trigger: TriggerData | undefined): Record<string, unknown> {
  const common = { authMode: AUTH_MODES.$of(trigger ? 'FULL' : 'LIMITED'), ...(trigger ? { triggerUid: trigger.uniqueId } : {}) };
  switch (event.kind) {
    case 'open':
      return { ...common, authMode: AUTH_MODES.$of('LIMITED'), source: opened(run, event.fileId), user: new User(run.active) };
    case 'edit': {
      const { oldValue, value } = event;
      const texts = { ...(oldValue === undefined ? {} : { oldValue }), ...(value === undefined ? {} : { value }) };
      const source = opened(run, event.fileId);
      return { ...common, ...texts, range: rangeOf(source, event.sheetId, event.row, event.column, 1), source, user: new User(run.active) };
    }
    case 'change':
      return { ...common, changeType: event.changeType, source: opened(run, event.fileId), user: new User(run.active) };
    case 'form row': {
      const source = opened(run, event.fileId);
      const range = rangeOf(source, event.sheetId, event.row, 1, event.columns);
      const values = displayed(range);
      const titles = displayed(rangeOf(source, event.sheetId, 1, 1, event.columns));
      const namedValues: Record<string, string[]> = {};
      for (const [index, title] of titles.entries()) namedValues[title] = [...(namedValues[title] ?? []), values[index] ?? ''];
      return { ...common, namedValues, range, source, values };
    }
    case 'form response': {
      const source = opened(run, event.fileId);
      return { ...common, response: invoked(source, 'getResponse', event.responseId), source };
    }
    case 'calendar':
      return { ...common, calendarId: event.calendarId };
  }
}

/** Time-driven events tell the time in UTC. */
export function clockEventObject(trigger: TriggerData, now: number): Record<string, unknown> {
  const { year, month, day, hour, minute, second, weekday } = wallTime('UTC', now);
  return {
    authMode: AUTH_MODES.$of('FULL'),
    'day-of-month': day,
    'day-of-week': weekday,
    hour,
    minute,
    month,
    second,
    timezone: 'UTC',
    triggerUid: trigger.uniqueId,
    'week-of-year': isoWeek(year, month, day),
    year,
  };
}

function isoWeek(year: number, month: number, day: number): number {
  const thursday = new Date(Date.UTC(year, month - 1, day));
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  return Math.ceil(((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / 86_400_000 + 1) / 7);
}

/** The file as its own service opens it. These calls are Google's, not the script's: they are not counted. */
function opened(run: Run, fileId: string): Served {
  const service = run.workspace.data.forms[fileId] ? 'FormApp' : 'SpreadsheetApp';
  const app = globalsFor(run)[service]?.(run);
  if (!app) throw new Error(`there is no ${service}`);
  return invoked(app, 'openById', fileId);
}

function rangeOf(spreadsheet: Served, sheetId: number, row: number, column: number, columns: number): Served {
  return invoked(invoked(spreadsheet, 'getSheetById', sheetId), 'getRange', row, column, 1, columns);
}

function displayed(range: Served): string[] {
  return ((range as Served & { getDisplayValues(): string[][] }).getDisplayValues()[0] ?? []).map(String);
}

function invoked(object: Served, method: string, ...args: unknown[]): Served {
  const made: unknown = (object as unknown as Record<string, (...args: unknown[]) => unknown>)[method]?.(...args);
  if (!(made instanceof Served)) throw new Error(`${object.$name}.${method} gave nothing`);
  return made;
}
