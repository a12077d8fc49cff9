import { ukDate, ukDay } from '../../school/calendar.ts';
import { fullName } from '../../school/roll.ts';
import type { Memory } from '../../school/settings.script.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { type CaseRow, caseTable } from '../case.ts';
import { LANES, type Severity, type State } from '../concern.ts';
import { incidentSettings } from '../incident-settings.script.ts';
import { typeOf } from '../types.ts';
import { outcomeTitle } from '../working/outcomes.ts';
import { reviewDue } from './review-due.ts';
import { casesToReview, mayReview } from './review-list.ts';
import { type Question, questionTable, reviewTable } from './reviews.ts';

/** A case as a reviewer has it before them: what was done and when, and of nobody's name. */
export interface ReviewLine {
  reference: string;
  lane: string;
  /** dd/MM/yyyy */
  received: string;
  types: string[];
  severity: Severity | '';
  state: State;
  outcome: string;
  /** From when it was received until something was first done, in whole hours; null while nothing was. */
  hoursToFirstAction: number | null;
  /** Open tasks whose time is over, and settled ones that were late. */
  overdue: number;
  late: number;
  isNew: boolean;
  thread: AskedQuestion[];
}

export interface AskedQuestion {
  /** `07/09/2026 09:00, Ruth Adeyemi` */
  asked: string;
  text: string;
  /** '' while it waits. */
  answered: string;
  answer: string;
}

export interface ReviewPage {
  /** dd/MM/yyyy */
  due: string;
  isDue: boolean;
  /** When the log was last reviewed and by whom; '' when never. */
  last: string;
  lines: ReviewLine[];
  /** Earlier reviews, latest first. How many cases were in another's review is not told: the difference would be those that name me (B5). */
  earlier: { reference: string; signedAt: string; signature: string; cases: number | null; note: string }[];
  /** Questions this person has asked about cases that are no longer before them. */
  answered: (Pick<ReviewLine, 'reference' | 'thread'> & { state: State })[];
  /** As the signature is to be typed. */
  myName: string;
}

/** Everything since the last review that this person may look at (B15): no names, no story. */
export function seeReview(_: Record<string, never>, { me, school, now, records, roll }: Visit, memory: Memory): ReviewPage {
  const view = records.view([caseTable, reviewTable, questionTable]);
  const names = new Map(roll.map((entry) => [entry.email, fullName(entry)]));
  const threadOf = (reference: string) =>
    (view.find(questionTable, reference)?.thread ?? []).map((each) => inWords(each, (email) => names.get(email) ?? email));
  const rows = view.rows(caseTable);
  const before = casesToReview(rows, me);
  const earlier = [...view.rows(reviewTable)].sort((a, b) => (a.signedAt < b.signedAt ? 1 : -1));
  const due = reviewDue(lastDay(rows, earlier, now), incidentSettings(memory).reviewEvery, school);
  const [last] = earlier;
  return {
    due: ukDate(due),
    isDue: ukDay(now) >= due,
    last: last ? `${ukTime(last.signedAt)}, ${last.signature}` : '',
    lines: before.map((row) => lineOf(row, now, threadOf(row.reference))),
    earlier: earlier.slice(0, 20).map(({ reference, signedAt, reviewer, signature, cases, note }) => ({
      ...{ reference, signedAt: ukTime(signedAt), signature, note },
      cases: reviewer === me.email ? cases : null,
    })),
    answered: rows
      .filter((row) => !before.includes(row) && mayReview(row, me))
      .flatMap(({ reference, state }) => {
        const mine = (view.find(questionTable, reference)?.thread ?? []).some(({ by }) => by === me.email);
        return mine ? [{ reference, state, thread: threadOf(reference) }] : [];
      }),
    myName: me.name,
  };
}

/** The day the log was last reviewed or, before that, on which it began. */
export function lastDay(rows: readonly Pick<CaseRow, 'received'>[], reviews: readonly { signedAt: string }[], now: string): string {
  const signed = reviews.map(({ signedAt }) => signedAt).sort();
  const received = rows.map((row) => row.received).sort();
  return ukDay(signed[signed.length - 1] ?? received[0] ?? now);
}

function lineOf(row: CaseRow, now: string, thread: AskedQuestion[]): ReviewLine {
  const first = row.firstAction === null ? null : Math.floor((Date.parse(row.firstAction) - Date.parse(row.received)) / 3_600_000);
  return {
    ...{ reference: row.reference, lane: LANES[row.lane].title, received: ukDate(ukDay(row.received)), severity: row.severity, state: row.state, thread },
    types: row.types.map((id) => typeOf(id)?.title ?? id),
    outcome: row.outcome === '' ? '' : outcomeTitle(row.outcome),
    hoursToFirstAction: first,
    overdue: row.tasks.filter(({ due }) => due !== '' && due < now).length,
    late: row.late,
    isNew: row.reviewed === null,
  };
}

function inWords({ text, by, at, answer, answeredBy, answeredAt }: Question, nameOf: (email: string) => string): AskedQuestion {
  return { asked: `${ukTime(at)}, ${nameOf(by)}`, text, answered: answeredAt === '' ? '' : `${ukTime(answeredAt)}, ${nameOf(answeredBy)}`, answer };
}
