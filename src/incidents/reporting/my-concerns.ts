import type { RecordsView } from '../../records/records.ts';
import type { Person } from '../../school/person.ts';
import { Refusal } from '../../school/refusal.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { type CaseRow, caseTable } from '../case.ts';
import { stateForReporter } from '../concern.ts';
import { begunAt } from './keep-draft.ts';

export interface MyConcern {
  reference: string;
  /** dd/MM/yyyy HH:mm */
  received: string;
  /** In words for whoever raised it. */
  state: string;
}

/** What a reporter sees of their own concerns: the state and nothing else (B1). The latest first. */
export function myConcerns(view: RecordsView, me: Pick<Person, 'email' | 'kind'>): MyConcern[] {
  const mine = view.rows(caseTable).filter((row) => isReporter(row, me));
  return mine.sort((a, b) => (a.received < b.received ? 1 : -1)).map((row) => shown(row, me));
}

export interface MyConcernPage extends MyConcern {
  /** When somebody began to look at it, and when it was closed; '' while they have not. */
  lookedAt: string;
  closed: string;
  /** When the reporter last wrote at an addition that was not sent; ''. */
  began: string;
  /** Whether the page speaks to a pupil (D6). */
  forPupil: boolean;
}

/** One concern of the reporter's own: how far it is, and when it got there. Nothing else, whoever they are (B1). */
export function seeMyConcern({ reference }: { reference: string }, { me, records }: Visit): MyConcernPage {
  const row = myConcern(records.view([caseTable]), reference, me);
  return {
    ...shown(row, me),
    lookedAt: ukTime(row.opened ?? ''),
    closed: ukTime(row.closed ?? ''),
    began: begunAt(me, reference),
    forPupil: me.kind === 'pupil',
  };
}

/**
 * A concern, if this person raised it.
 * @throws Refusal in the same words whether it is another's or there is none
 */
export function myConcern(view: RecordsView, reference: string, me: Pick<Person, 'email'>): CaseRow {
  const row = view.find(caseTable, reference);
  if (row && isReporter(row, me)) return row;
  throw new Refusal(
    'not-my-concern',
    `You have raised no concern with the reference ${reference}. Concerns that were sent without a name cannot be looked up.`,
  );
}

/** Whoever sent on a message that belongs to it raised it as well. */
function isReporter({ reporter, facts }: Pick<CaseRow, 'reporter' | 'facts'>, me: Pick<Person, 'email'>): boolean {
  return me.email !== '' && (reporter === me.email || facts.mail?.reporters.includes(me.email) === true);
}

function shown({ reference, received, state }: Pick<CaseRow, 'reference' | 'received' | 'state'>, { kind }: Pick<Person, 'kind'>): MyConcern {
  return { reference, received: ukTime(received), state: stateForReporter(state, kind === 'pupil') };
}
