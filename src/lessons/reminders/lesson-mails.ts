import type { OutgoingMail } from '../../records/outbox.ts';
import type { School } from '../../school/school.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { LessonRow } from '../lesson.ts';
import type { LessonToTell } from './lessons-to-tell.ts';

const MAILS: Record<LessonToTell['why'], { subject: (lessons: string) => string; words: string; page: string }> = {
  'not fine tomorrow': {
    subject: (lessons) => `Handrail: ${lessons} planned, and something is still open`,
    words: 'Look at what is open before you start:',
    page: 'lesson',
  },
  'how did it go': {
    subject: (lessons) => `Handrail: how did it go? ${lessons[0]?.toUpperCase()}${lessons.slice(1)} on the log`,
    words: 'Say in a minute whether it went as planned. If something went wrong, the page leads on to raising a concern:',
    page: 'lessons',
  },
};

/**
 * One mail for a teacher's lessons, with when each is and where to look. What a lesson is called may name a pupil, so that stays on the page.
 * @param lessons of one teacher, at least one
 */
export function lessonMail(teacher: string, why: LessonToTell['why'], lessons: readonly LessonRow[], { address }: Pick<School, 'address'>): OutgoingMail {
  const { subject, words, page } = MAILS[why];
  const lines = [...lessons]
    .sort((a, b) => (a.start < b.start ? -1 : 1))
    .map(({ start, reference }) => `${ukTime(start)}\n${address}?page=${page}&reference=${reference}`);
  const count = lessons.length === 1 ? 'a live lesson' : `${lessons.length} live lessons`;
  return { to: [teacher], subject: subject(count), body: [words, ...lines].join('\n\n'), mayWait: true };
}
