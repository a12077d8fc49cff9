import { people } from '../../local/school/staff.ts';
import type { Guest, LessonFacts } from '../../src/lessons/lesson-facts.ts';
import type { RecordedLesson } from '../../src/lessons/log/record-lesson.ts';
import type { MeetConfig } from '../../src/lessons/meet/space.ts';
import type { SchoolUnderTest } from './school.ts';

/** As a school wants its Meets. */
export const SAFE_MEET: MeetConfig = {
  ...{ accessType: 'RESTRICTED', moderation: 'ON', chat: 'HOSTS_ONLY', present: 'HOSTS_ONLY', reactions: 'NO_RESTRICTION' },
  ...{ joinAsViewer: 'OFF', attendanceReport: 'GENERATE_REPORT', recording: 'OFF', transcript: 'OFF', notes: 'OFF' },
};

export const guest = (email: string, answer: Guest['answer'] = 'needsAction'): Guest => ({ email, answer, isResource: false });

export const EVENT = { title: '3A Maths', start: '2026-09-09T08:30:00.000Z', end: '2026-09-09T09:15:00.000Z', isAllDay: false, isCancelled: false };

/** What a sidebar reports of a lesson at half past nine on Wednesday 9 September 2026: asked on Monday at nine, everything fine. */
export function aLessonsFacts(changes: Partial<LessonFacts> = {}): LessonFacts {
  return {
    ...{ version: 1, at: '2026-09-07T08:00:00.000Z', calendarId: people.teacher, eventId: 'maths_20260909', seriesId: 'maths', organizer: people.teacher },
    event: EVENT,
    guests: [guest('class-3a@quillhaven.example'), guest(people.teachingAssistant, 'accepted')],
    ...{ guestsLeftOut: 0, conference: { kind: 'meet', code: 'abc-defg-hij', name: '' }, callLinks: [] },
    space: { state: 'read', name: 'spaces/abc', config: SAFE_MEET },
    ...changes,
  };
}

/** What a page says of a lesson while nothing is known of it. */
export const NOTHING_SAID = { facts: null, reference: '', what: '', start: '', end: '' };

let presses = 0;

/** Records a lesson as the checks page does; each time another press of the button. */
export function recordLesson(school: SchoolUnderTest, asked: object = {}, as: string = people.teacher): RecordedLesson {
  presses += 1;
  const request = { ...NOTHING_SAID, key: `press-${presses}-of-record`, className: '', ticks: [], note: '', ...asked };
  return school.as(as).get<RecordedLesson>('recordLesson', request);
}
