import { momentOf } from '../../workspace/recurrence.ts';
import { mismatch, ScriptError } from '../errors.ts';
import { documented } from '../served.ts';
import { EventBase } from './event-base.ts';
import { CalendarEventSeries } from './series.ts';
import { timed, wholeDays } from './times.ts';

/** A single event or one occurrence of a series (docs/apps-script/reference/calendar/calendar-event.md). */
export class CalendarEvent extends EventBase<CalendarEvent> {
  readonly $name = 'CalendarEvent';

  protected $self(): CalendarEvent {
    return this;
  }

  /** Whole days begin at midnight in the calendar's zone here, and in the script's in `getAllDayStartDate`. */
  getStartTime(): Date {
    const { event, home } = this.$kept();
    return new Date(momentOf(event.start, home.timeZone));
  }

  getEndTime(): Date {
    const { event, home } = this.$kept();
    return new Date(momentOf(event.end, home.timeZone));
  }

  getAllDayStartDate(): Date {
    return this.#wholeDay('start');
  }

  /** The day after the last. */
  getAllDayEndDate(): Date {
    return this.#wholeDay('end');
  }

  isAllDayEvent(): boolean {
    return this.$kept().event.start.date !== undefined;
  }

  setTime(startTime: Date, endTime: Date): CalendarEvent {
    if (!(startTime instanceof Date) || !(endTime instanceof Date)) throw mismatch('CalendarEvent.setTime', [startTime, endTime]);
    return this.$change(timed(startTime, endTime, this.$kept().calendar.timeZone));
  }

  setAllDayDate(date: Date): CalendarEvent {
    if (!(date instanceof Date)) throw mismatch('CalendarEvent.setAllDayDate', [date]);
    return this.$change(wholeDays(date, undefined, this.$run.manifest.timeZone));
  }

  setAllDayDates(startDate: Date, endDate: Date): CalendarEvent {
    if (!(startDate instanceof Date) || !(endDate instanceof Date)) throw mismatch('CalendarEvent.setAllDayDates', [startDate, endDate]);
    return this.$change(wholeDays(startDate, endDate, this.$run.manifest.timeZone));
  }

  isRecurringEvent(): boolean {
    const { event } = this.$kept();
    return event.recurrence !== undefined || event.recurringEventId !== undefined;
  }

  /** Also for an event that does not recur, so that a recurrence can be given to it. */
  getEventSeries(): CalendarEventSeries {
    const { event } = this.$kept();
    return new CalendarEventSeries(this.$run, this.$calendarId, event.recurringEventId ?? event.id);
  }

  /** For a guest this declines: only the organiser takes an event off everybody's calendar. */
  deleteEvent(): void {
    const kept = this.$kept();
    const { calendars } = this.$run.workspace;
    if (!calendars.may(this.$run.effective, kept.calendar, 'writer')) throw new ScriptError('Action not allowed');
    if (kept.home === kept.calendar) calendars.cancel(kept);
    else calendars.respond(kept, kept.calendar.owner, 'declined');
  }

  #wholeDay(which: 'start' | 'end'): Date {
    const { event } = this.$kept();
    if (event[which].date === undefined) throw new ScriptError('This is not an all-day event.');
    return new Date(momentOf(event[which], this.$run.manifest.timeZone));
  }
}

documented<CalendarEvent, GoogleAppsScript.Calendar.CalendarEvent>(true);
