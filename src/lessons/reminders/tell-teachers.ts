import type { NewEvent } from '../../records/journal.ts';
import type { OutgoingMail } from '../../records/outbox.ts';
import type { RecordsView } from '../../records/records.ts';
import { ukHour } from '../../school/calendar.ts';
import { type Memory, remember } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { type LessonEvents, lessonTable } from '../lesson.ts';
import { oneToOneTable } from '../one-to-one.ts';
import { lessonMail } from './lesson-mails.ts';
import { AFTERWARDS, EVENING, type LessonToTell, lessonsToTell } from './lessons-to-tell.ts';

/** Mails in one decision. */
const MOST_AT_ONCE = 40;
/** The script property that holds when the log was last looked at to the end. */
const LOOKED_AT = 'lessons-looked-at';
/** The log grows all year: it is read twice an hour, not in every beat. */
const LOOK_MS = 30 * 60_000;
const TABLES = [lessonTable, oneToOneTable];

/**
 * The heartbeat's task `lessons`: the evening before a lesson in which something is open, and after each, its teacher has a mail (D1, D5). A mail
 * and the event that says it went are one decision; what is left when the beat ends goes with the next.
 */
export function tellTeachers({ me, records, now, school }: Visit, memory: Memory, mayGoOn: () => boolean): void {
  const hour = ukHour(now);
  if (hour < AFTERWARDS.from || hour >= EVENING.to || halfHourOf(memory.rest[LOOKED_AT]) === halfHourOf(now)) return;
  for (let part = 1, left = toTell(records.view(TABLES), now).length > 0; left; part += 1) {
    if (!mayGoOn()) return;
    left = records.decide({ key: `lessons-${Date.parse(now)}-${part}`, actor: me.email, reads: TABLES }, (view) => {
      const told = byMail(toTell(view, now));
      const decided = told.slice(0, MOST_AT_ONCE).map((lessons) => decidedFor(lessons, school));
      return { events: decided.flatMap(({ events }) => events), mails: decided.map(({ mail }) => mail), answer: told.length > MOST_AT_ONCE };
    });
  }
  remember(LOOKED_AT, now);
}

function toTell(view: RecordsView, now: string): LessonToTell[] {
  return lessonsToTell(view.rows(lessonTable), view.rows(oneToOneTable), now);
}

function halfHourOf(moment = ''): number {
  return Math.floor(Date.parse(moment) / LOOK_MS);
}

/** What one teacher is told of one thing goes in one mail. */
function byMail(lessons: readonly LessonToTell[]): [LessonToTell, ...LessonToTell[]][] {
  const mails = new Map<string, [LessonToTell, ...LessonToTell[]]>();
  for (const each of lessons) {
    const mail = `${each.why} ${each.lesson.teacher}`;
    const before = mails.get(mail);
    if (before) before.push(each);
    else mails.set(mail, [each]);
  }
  return [...mails.values()];
}

function decidedFor(lessons: [LessonToTell, ...LessonToTell[]], school: Visit['school']): { events: NewEvent[]; mail: OutgoingMail } {
  const [{ why, lesson }] = lessons;
  const payload: LessonEvents['lesson reminded'] = { why };
  return {
    events: lessons.map(({ lesson: { reference } }) => ({ action: 'lesson reminded', subject: reference, payload })),
    mail: lessonMail(
      lesson.teacher,
      why,
      lessons.map((each) => each.lesson),
      school,
    ),
  };
}
