import type { CalendarEventData } from '../../workspace/data.ts';
import { mismatch, ScriptError } from '../errors.ts';
import { documented } from '../served.ts';
import { EventBase } from './event-base.ts';
import { EventRecurrence, RecurrenceRule } from './recurrence.ts';
import { timed, wholeDays } from './times.ts';

/** docs/apps-script/reference/calendar/calendar-event-series.md */
export class CalendarEventSeries extends EventBase<CalendarEventSeries> {
  readonly $name = 'CalendarEventSeries';

  protected $self(): CalendarEventSeries {
    return this;
  }

  deleteEventSeries(): void {
    const kept = this.$kept();
    if (kept.home !== kept.calendar || !this.$run.workspace.calendars.may(this.$run.effective, kept.calendar, 'writer'))
      throw new ScriptError('Action not allowed');
    this.$run.workspace.calendars.cancel(kept);
  }

  /** With an end it is a series of times, without one of whole days. */
  setRecurrence(recurrence: EventRecurrence | RecurrenceRule, start: Date, end?: Date): CalendarEventSeries {
    const { timeZone } = this.$kept().calendar;
    return this.$change(recurring('CalendarEventSeries.setRecurrence', recurrence, start, end, timeZone, this.$run.manifest.timeZone));
  }
}

/** Times and lines of a new or changed series. @throws for arguments that are none */
export function recurring(method: string, recurrence: unknown, start: unknown, end: unknown, calendarZone: string, scriptZone: string) {
  const known = recurrence instanceof EventRecurrence || recurrence instanceof RecurrenceRule;
  if (!known || !(start instanceof Date) || (end !== undefined && !(end instanceof Date)))
    throw mismatch(
      method,
      [start, end, recurrence].filter((each) => each !== undefined),
    );
  const zone = recurrence.$zone() ?? calendarZone;
  const times: Pick<CalendarEventData, 'start' | 'end'> = end ? timed(start, end, zone) : wholeDays(start, undefined, scriptZone);
  return { ...times, recurrence: recurrence.$lines(calendarZone) };
}

documented<
  CalendarEventSeries,
  GoogleAppsScript.Calendar.CalendarEventSeries & Pick<GoogleAppsScript.Calendar.CalendarEvent, 'getTransparency' | 'setTransparency'>
>(true);
