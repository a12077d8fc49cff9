import type { CalendarData } from '../../workspace/data.ts';
import { ScriptError } from '../errors.ts';
import type { Run } from '../run.ts';
import { documented } from '../served.ts';
import { CalendarMethods } from './calendar-methods.ts';

/** docs/apps-script/reference/calendar/calendar.md */
export class Calendar extends CalendarMethods<Calendar> {
  readonly $name = 'Calendar';
  readonly #id: string;

  constructor(run: Run, id: string) {
    super(run);
    this.#id = id;
  }

  $calendar(): CalendarData {
    const { calendars } = this.$run.workspace;
    const calendar = calendars.find(this.#id);
    if (!calendar || !calendars.may(this.$run.effective, calendar, 'freeBusyReader')) throw new ScriptError('Calendar not found.');
    return calendar;
  }

  protected $self(): Calendar {
    return this;
  }

  /** Only an owner may, and nobody a primary calendar. */
  deleteCalendar(): void {
    const calendar = this.$calendar();
    if (calendar.primary || !this.isOwnedByMe()) throw new ScriptError('Action not allowed');
    this.$run.workspace.calendars.delete(calendar);
  }

  /** "Other calendars" only: one cannot unsubscribe from one's own. */
  unsubscribeFromCalendar(): void {
    if (this.isOwnedByMe()) throw new ScriptError('Action not allowed');
    this.$run.workspace.calendars.unsubscribe(this.$run.effective, this.$calendar());
  }
}

documented<Calendar, GoogleAppsScript.Calendar.Calendar>(true);
