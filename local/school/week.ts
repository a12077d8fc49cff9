import { isoIn } from '../workspace/calendars.ts';
import type { CalendarEventData } from '../workspace/data.ts';
import { instantOf, wallTime } from '../workspace/time-zone.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { DOMAIN, people } from './staff.ts';

const ZONE = 'Europe/London';
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR'] as const;

interface Slot {
  day: (typeof DAYS)[number];
  /** `HH:mm`, London time. */
  from: string;
  minutes: number;
}

interface Lesson extends Slot {
  who: string;
  summary: string;
  description?: string;
  location?: string;
  guests: readonly string[];
  meet: boolean;
  visibility?: string;
}

const at = (name: string) => `${name}@${DOMAIN}`;

/** What stands in the calendars every week. Some lessons are as a safeguarding lead would wish, some are not: the sidebar has something to find. */
const LESSONS: readonly Lesson[] = [
  {
    who: people.teacher,
    summary: '3A Maths, live for those at home',
    description: 'Fractions. Join with your school account.',
    guests: [at('class-3a'), people.teachingAssistant],
    day: 'WE',
    from: '09:30',
    minutes: 45,
    meet: true,
  },
  { who: people.teacher, summary: 'Reading with Amira', guests: [people.pupil], day: 'TH', from: '13:00', minutes: 30, meet: true },
  {
    who: people.teacher,
    summary: 'Author visit: Harold Finch reads to 3A',
    guests: [at('class-3a'), people.visitor, people.teachingAssistant],
    day: 'FR',
    from: '10:00',
    minutes: 60,
    meet: true,
  },
  { who: people.teacher, summary: '3A Science', location: 'Hall', guests: [], day: 'TU', from: '13:15', minutes: 60, meet: false },
  {
    who: people.secondTeacher,
    summary: '1B Story time online',
    guests: [at('class-1b'), 'zubair.latif@quillhaven.example'],
    day: 'FR',
    from: '14:15',
    minutes: 30,
    meet: true,
  },
  { who: people.computingLead, summary: 'Coding club, Year 5', guests: [at('pupils-year5')], day: 'MO', from: '15:30', minutes: 45, meet: true },
  { who: people.head, summary: 'Staff meeting', location: 'Library', guests: [at('staff')], day: 'MO', from: '15:45', minutes: 60, meet: false },
  {
    who: people.dsl,
    summary: 'Safeguarding supervision',
    location: 'Room 4',
    guests: [people.deputy],
    day: 'TH',
    from: '11:00',
    minutes: 60,
    meet: false,
    visibility: 'private',
  },
  {
    who: people.clerk,
    summary: 'Governors: safeguarding and curriculum',
    guests: [at('governors'), people.head],
    day: 'TU',
    from: '18:00',
    minutes: 90,
    meet: true,
  },
];

/** Puts the lessons and meetings into their owners' calendars, weekly from the Monday of this week on. */
export function addLessons(workspace: Workspace, now: number): void {
  for (const { who, summary, description = '', location = '', guests, meet, visibility = 'default', ...slot } of LESSONS) {
    const calendar = workspace.calendars.primaryOf(who);
    if (!calendar) throw new Error(`${who} has no calendar`);
    const attendees = [who, ...guests].map((email): CalendarEventData['attendees'][number] => ({
      email,
      responseStatus: email === who ? 'accepted' : 'needsAction',
    }));
    workspace.calendars.addEvent(calendar, who, {
      summary,
      description,
      location,
      visibility,
      ...timesOf(slot, now),
      recurrence: [`RRULE:FREQ=WEEKLY;BYDAY=${slot.day}`],
      attendees: guests.length > 0 ? attendees : [],
      ...(meet ? workspace.calendars.newMeet(who) : {}),
    });
  }
}

function timesOf({ day, from, minutes }: Slot, now: number): Pick<CalendarEventData, 'start' | 'end'> {
  const today = wallTime(ZONE, now);
  const [hour, minute] = from.split(':').map(Number);
  const start = instantOf(ZONE, {
    ...today,
    day: today.day - (today.weekday - 1) + DAYS.indexOf(day),
    hour: hour ?? 0,
    minute: minute ?? 0,
    second: 0,
    millisecond: 0,
  });
  return {
    start: { dateTime: isoIn(ZONE, start), timeZone: ZONE },
    end: { dateTime: isoIn(ZONE, start + minutes * 60_000), timeZone: ZONE },
  };
}
