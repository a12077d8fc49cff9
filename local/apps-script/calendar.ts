import type { CalendarData } from '../workspace/data.ts';
import { Calendar } from './calendar/calendar.ts';
import { CalendarMethods, colorOf, only, zoneOf } from './calendar/calendar-methods.ts';
import { COLORS, EVENT_COLORS, EVENT_TRANSPARENCIES, EVENT_TYPES, GUEST_STATUSES, MONTHS, VISIBILITIES } from './calendar/enums.ts';
import { EventRecurrence } from './calendar/recurrence.ts';
import { WEEKDAYS } from './core/enums.ts';
import { mismatch, ScriptError } from './errors.ts';
import type { Globals } from './realm.ts';
import { documented } from './served.ts';

/** docs/apps-script/reference/calendar/calendar-app.md: its calendar methods work on the default calendar. */
class CalendarApp extends CalendarMethods<Calendar> {
  readonly $name = 'CalendarApp';
  readonly Color = COLORS;
  readonly EventColor = EVENT_COLORS;
  readonly EventTransparency = EVENT_TRANSPARENCIES;
  readonly EventType = EVENT_TYPES;
  readonly GuestStatus = GUEST_STATUSES;
  readonly Month = MONTHS;
  readonly Visibility = VISIBILITIES;
  readonly Weekday = WEEKDAYS;

  $calendar(): CalendarData {
    const calendar = this.$run.workspace.calendars.primaryOf(this.$run.effective);
    if (!calendar) throw new ScriptError('Calendar not found.');
    return calendar;
  }

  protected $self(): Calendar {
    return this.getDefaultCalendar();
  }

  getDefaultCalendar(): Calendar {
    return this.#calendar(this.$calendar());
  }

  getCalendarById(id: string): Calendar | null {
    if (typeof id !== 'string') throw mismatch('CalendarApp.getCalendarById', [id]);
    const { calendars } = this.$run.workspace;
    const found = id === 'primary' ? this.$calendar() : calendars.find(id);
    const listed = found && (calendars.listOf(this.$run.effective).includes(found) || calendars.may(this.$run.effective, found, 'reader'));
    return listed ? this.#calendar(found) : null;
  }

  getOwnedCalendarById(id: string): Calendar | null {
    const found = this.getCalendarById(id);
    return found?.isOwnedByMe() ? found : null;
  }

  getAllCalendars(): Calendar[] {
    return this.$run.workspace.calendars.listOf(this.$run.effective).map((each) => this.#calendar(each));
  }

  getAllOwnedCalendars(): Calendar[] {
    return this.getAllCalendars().filter((each) => each.isOwnedByMe());
  }

  getCalendarsByName(name: string): Calendar[] {
    return this.getAllCalendars().filter((each) => each.getName().toLowerCase() === String(name).toLowerCase());
  }

  getOwnedCalendarsByName(name: string): Calendar[] {
    return this.getCalendarsByName(name).filter((each) => each.isOwnedByMe());
  }

  createCalendar(name: string, options: Record<string, unknown> = {}): Calendar {
    if (typeof name !== 'string') throw mismatch('CalendarApp.createCalendar', [name]);
    only(options, ['location', 'description', 'timeZone', 'color', 'hidden', 'selected'], 'CalendarApp.createCalendar');
    const { location, description, timeZone, color, hidden, selected } = options;
    return this.#calendar(
      this.$run.workspace.calendars.create(this.$run.effective, {
        summary: name,
        ...(location === undefined ? {} : { location: String(location) }),
        ...(description === undefined ? {} : { description: String(description) }),
        ...(timeZone === undefined ? {} : { timeZone: zoneOf(timeZone) }),
        ...(color === undefined ? {} : { color: colorOf(color) }),
        ...(hidden === undefined ? {} : { hidden: hidden === true }),
        ...(selected === undefined ? {} : { selected: selected === true }),
      }),
    );
  }

  subscribeToCalendar(id: string, options: Record<string, unknown> = {}): Calendar {
    only(options, [], 'CalendarApp.subscribeToCalendar');
    const { calendars } = this.$run.workspace;
    const calendar = calendars.find(id);
    if (!calendar || !calendars.may(this.$run.effective, calendar, 'freeBusyReader')) throw new ScriptError('Calendar not found.');
    calendars.subscribe(this.$run.effective, calendar);
    return this.#calendar(calendar);
  }

  newRecurrence(): EventRecurrence {
    return new EventRecurrence();
  }

  #calendar(calendar: CalendarData): Calendar {
    return new Calendar(this.$run, calendar.id);
  }
}

documented<CalendarApp, GoogleAppsScript.Calendar.CalendarApp>(true);

export const calendarGlobals: Globals = { CalendarApp: (run) => new CalendarApp(run) };
