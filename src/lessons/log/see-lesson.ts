import { caseTable, mayRead } from '../../incidents/case.ts';
import type { RecordedEvent } from '../../records/journal.ts';
import type { RecordsView } from '../../records/records.ts';
import { saying } from '../../records/said.ts';
import { nameOn } from '../../school/roll.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { considerationsOf } from '../checking/considerations-of.ts';
import { mayChange } from '../checking/open-lesson.ts';
import { considerationOf } from '../checks/checks.ts';
import type { ConsiderationGroup, ConsiderationId } from '../considerations.ts';
import type { CheckState, FoundBy } from '../finding.ts';
import { type Attended, type LessonEvents, type LessonRecorded, lessonTable, type RecordedCheck, type Verdict } from '../lesson.ts';
import { lessonSettingsFrom, lessonSettingsTable } from '../lesson-settings.ts';
import { lessonSeen, seesEveryLesson } from './lesson-sight.ts';
import { type LessonLine, lessonLine } from './list-lessons.ts';

/** One point of a lesson, as it was recorded. */
export interface RecordedPoint {
  id: string;
  group: ConsiderationGroup;
  title: string;
  /** What machines had found, and by whom it was reported. */
  found: { state: CheckState; by: FoundBy }[];
  /** A person said so. */
  isTicked: boolean;
}

/** One time at which the lesson was recorded. */
export interface Said {
  /** dd/MM/yyyy HH:mm, and a name. */
  at: string;
  by: string;
  /** It had begun by then. */
  isLate: boolean;
  verdict: Verdict;
  listVersion: number;
  /** When the sidebar had asked Google, dd/MM/yyyy HH:mm; '' without it. */
  factsAt: string;
  points: RecordedPoint[];
  note: string;
}

export interface SeenLesson extends LessonLine {
  /** Names of pupils invited, as far as they are known; those with an address can be named in a concern. */
  pupils: { email: string; name: string }[];
  /** Meet's code; ''. */
  code: string;
  /** ISO 8601, UTC. */
  begins: string;
  /** What was recorded, the latest first. */
  said: Said[];
  /** How it went; null while nobody has said. */
  finished: { at: string; by: string; asPlanned: boolean; note: string; attendance: Attended[] } | null;
  /** When that was said, ISO 8601: for saying more. */
  was: string;
  /** Concerns about it that this person may read or has raised; others are not even counted. */
  concerns: { reference: string; page: 'case' | 'my-concern' }[];
  mayFinish: boolean;
  /** Its teacher may look at it again before it is over. */
  mayChange: boolean;
}

/**
 * One lesson, with everything that stands recorded about it (D5).
 * @throws Refusal `no-such-lesson` in the same words whether it is others' or there is none
 */
export function seeLesson({ reference }: { reference: string }, { me, school, now, records, roll }: Visit): SeenLesson {
  const view = records.view([lessonTable, lessonSettingsTable, caseTable]);
  const row = lessonSeen(view.find(lessonTable, reference), reference, me);
  const nameOf = (email: string) => nameOn(roll, email);
  const points = pointsFor(view, (check) => check !== 'plans' || row.teacher === me.email || seesEveryLesson(me));
  const history = records.history(reference);
  const [finishing] = history.filter(({ action }) => action === 'lesson finished').reverse();
  return {
    ...lessonLine(row, now, nameOf),
    ...{ code: row.code, begins: row.start, was: row.finishedAt ?? '' },
    pupils: row.pupils.map((email) => ({ email, name: nameOf(email) })),
    said: history.flatMap((event) => saidBy(event, points, nameOf)).reverse(),
    finished: row.finished
      ? {
          ...{ at: ukTime(row.finishedAt ?? ''), by: nameOf(finishing?.actor ?? ''), asPlanned: row.asPlanned, note: row.afterNote },
          attendance: [...row.attendance],
        }
      : null,
    concerns: row.concerns.flatMap((each) => concernFor(each, view, { me, school })),
    mayFinish: row.start <= now,
    mayChange: row.teacher === me.email && mayChange(row, now),
  };
}

const said = saying<LessonEvents>();

function saidBy(event: RecordedEvent, points: (recorded: LessonRecorded) => RecordedPoint[], nameOf: (email: string) => string): Said[] {
  const recorded = said(event, 'lesson recorded') ?? said(event, 'lesson changed');
  if (!recorded) return [];
  const { start, verdict, listVersion, factsAt, note } = recorded;
  return [
    {
      ...{ at: ukTime(event.at), by: nameOf(event.actor), isLate: event.at >= start, verdict, listVersion, note },
      ...{ factsAt: ukTime(factsAt), points: points(recorded) },
    },
  ];
}

/**
 * Titles as they read today; what has left the list is named by its id.
 * @param maySee whether this person is shown what a check found: of a lesson with one pupil it would say whose plan there is
 */
function pointsFor(view: RecordsView, maySee: (check: string) => boolean): (recorded: LessonRecorded) => RecordedPoint[] {
  const considerations = considerationsOf(lessonSettingsFrom(view.rows(lessonSettingsTable)));
  return ({ checks: all, ticks }) => {
    const checks = all.filter(({ check }) => maySee(check));
    const gone = ticks.filter((id) => !considerations.some((each) => each.id === id));
    return [
      ...considerations.map(({ id, group, title }) => ({ id, group, title, found: foundFor(id, checks), isTicked: ticks.includes(id) })),
      ...gone.map((id) => ({ id, group: 'start' as const, title: `No longer on the list: ${id}`, found: [], isTicked: true })),
    ];
  };
}

function foundFor(id: ConsiderationId, checks: readonly RecordedCheck[]): RecordedPoint['found'] {
  return checks.filter(({ check }) => considerationOf(check) === id).map(({ state, by }) => ({ state, by }));
}

function concernFor(reference: string, view: RecordsView, { me, school }: Pick<Visit, 'me' | 'school'>): SeenLesson['concerns'] {
  const row = view.find(caseTable, reference);
  if (!row) return [];
  if (mayRead(row, me, school)) return [{ reference, page: 'case' }];
  return row.reporter === me.email ? [{ reference, page: 'my-concern' }] : [];
}
