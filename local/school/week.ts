import { isoIn, meetLink } from '../workspace/calendars.ts';
import type { CalendarEventData, SpaceConfigData } from '../workspace/data.ts';
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
  /** What guests have answered; the others have not. */
  answers?: Readonly<Record<string, Guest['responseStatus']>>;
  /** A room that is booked with it. */
  room?: { email: string; displayName: string };
  /** Settings of its Meet over the domain's own, or false: it has none. */
  meet: Partial<SpaceConfigData> | false;
  visibility?: string;
}

type Guest = CalendarEventData['attendees'][number];

const at = (name: string) => `${name}@${DOMAIN}`;

/** As the school leaves it to its teachers. */
const AS_IT_COMES = {};
/** As a safeguarding lead would wish it. */
const SAFE: Partial<SpaceConfigData> = {
  accessType: 'RESTRICTED',
  moderation: 'ON',
  moderationRestrictions: {
    chatRestriction: 'HOSTS_ONLY',
    reactionRestriction: 'NO_RESTRICTION',
    presentRestriction: 'HOSTS_ONLY',
    defaultJoinAsViewerType: 'OFF',
  },
  attendanceReportGenerationType: 'GENERATE_REPORT',
};
const RECORDED: SpaceConfigData['artifactConfig'] = {
  recordingConfig: { autoRecordingGeneration: 'ON' },
  transcriptionConfig: { autoTranscriptionGeneration: 'ON' },
  smartNotesConfig: { autoSmartNotesGeneration: 'OFF' },
};

/** Teaches music in several schools; has an account of the music service. */
const MUSIC_TEACHER = 'luis.delgado@example.org';
const MUSIC_ROOM = { email: 'c_188quillhavenmusicroom@resource.calendar.google.com', displayName: 'Music room (30)' };

/** What stands in the calendars every week. Some lessons are as a safeguarding lead would wish, some are not: the sidebar has something to find. */
const LESSONS: readonly Lesson[] = [
  {
    who: people.teacher,
    summary: '3A Maths, live for those at home',
    description: 'Fractions. Join with your school account.',
    guests: [at('class-3a'), people.teachingAssistant],
    answers: { [people.teachingAssistant]: 'accepted' },
    day: 'WE',
    from: '09:30',
    minutes: 45,
    meet: AS_IT_COMES,
  },
  { who: people.teacher, summary: 'Reading with Amira', guests: [people.pupil], day: 'TH', from: '13:00', minutes: 30, meet: AS_IT_COMES },
  {
    who: people.teacher,
    summary: 'Author visit: Harold Finch reads to 3A',
    guests: [at('class-3a'), people.visitor, people.teachingAssistant],
    day: 'FR',
    from: '10:00',
    minutes: 60,
    meet: { accessType: 'OPEN' },
  },
  { who: people.teacher, summary: '3A Science', location: 'Hall', guests: [], day: 'TU', from: '13:15', minutes: 60, meet: false },
  {
    who: people.secondTeacher,
    summary: '1B Story time online',
    guests: [at('class-1b'), 'zubair.latif@quillhaven.example'],
    answers: { 'zubair.latif@quillhaven.example': 'accepted' },
    day: 'FR',
    from: '14:15',
    minutes: 30,
    meet: SAFE,
  },
  {
    who: people.computingLead,
    summary: 'Coding club, Year 5',
    guests: [at('pupils-year5')],
    day: 'MO',
    from: '15:30',
    minutes: 45,
    meet: { artifactConfig: RECORDED },
  },
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
    meet: AS_IT_COMES,
  },
  {
    who: people.secondDeputy,
    summary: 'Year 3 assembly online',
    guests: [at('pupils-year3'), people.teacher],
    answers: { [people.teacher]: 'accepted' },
    day: 'MO',
    from: '14:30',
    minutes: 20,
    meet: SAFE,
  },
  {
    who: people.teacher,
    summary: '3A Recorders with Mr Delgado',
    location: MUSIC_ROOM.displayName,
    guests: [at('class-3a'), MUSIC_TEACHER, people.teachingAssistant],
    answers: { [MUSIC_TEACHER]: 'accepted', [people.teachingAssistant]: 'declined' },
    room: MUSIC_ROOM,
    day: 'MO',
    from: '11:00',
    minutes: 40,
    meet: AS_IT_COMES,
  },
  {
    who: people.teacher,
    summary: '3A Homework club',
    description: 'If Meet does not work for you: https://zoom.us/j/0000000000',
    guests: [at('class-3a'), people.teachingAssistant],
    day: 'TH',
    from: '15:30',
    minutes: 30,
    meet: { ...SAFE, accessType: 'TRUSTED' },
  },
];

/** Puts the lessons and meetings into their owners' calendars, weekly from the Monday of this week on. */
export function addLessons(workspace: Workspace, now: number): void {
  for (const lesson of LESSONS) {
    const { who, summary, description = '', location = '', meet, visibility = 'default', ...slot } = lesson;
    const calendar = workspace.calendars.primaryOf(who);
    if (!calendar) throw new Error(`${who} has no calendar`);
    workspace.calendars.addEvent(calendar, who, {
      summary,
      description,
      location,
      visibility,
      ...timesOf(slot, now),
      recurrence: [`RRULE:FREQ=WEEKLY;BYDAY=${slot.day}`],
      attendees: attendeesOf(lesson),
      ...(meet ? meetLink(workspace.meet.newSpace({ owner: who, config: meet })) : {}),
    });
  }
}

function attendeesOf({ who, guests, answers = {}, room }: Lesson): Guest[] {
  if (guests.length === 0) return [];
  return [
    { email: who, responseStatus: 'accepted' },
    ...guests.map((email): Guest => ({ email, responseStatus: answers[email] ?? 'needsAction' })),
    ...(room ? [{ ...room, resource: true, responseStatus: 'accepted' as const }] : []),
  ];
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
