import type { RecordsView } from '../../records/records.ts';
import { ukDate, ukDay } from '../../school/calendar.ts';
import type { Visit } from '../../school/visit.ts';
import { standingKey } from '../events.ts';
import { agreementTable, formTable } from '../published.ts';
import { after, type State } from '../standing.ts';
import { type StandingRow, standingTable, stateNow } from '../standings.ts';
import { membersOf } from './members.ts';

export interface MyAgreement {
  title: string;
  /** Where it is signed; '' while there is nothing to sign. */
  formAddress: string;
  /** In words: `to be signed by 21/09/2026`. */
  state: string;
  /** The latest signature, of which there is a copy; '' as long as there is none. */
  responseId: string;
}

/** The agreements somebody signs for themself, and how far their own signatures are. */
export function myAgreements(view: RecordsView, { me, school, roll, now }: Pick<Visit, 'me' | 'school' | 'roll' | 'now'>): MyAgreement[] {
  const mine = roll.filter(({ email }) => email === me.email);
  const technicians = school.technicians.filter((email) => email === me.email);
  const forms = view.rows(formTable).filter(({ kind, inUse }) => kind === 'account' && inUse);
  return view.rows(agreementTable).flatMap((agreement): MyAgreement[] => {
    const form = forms.find(({ agreementId }) => agreementId === agreement.id);
    const row = view.find(standingTable, standingKey({ agreementId: agreement.id, person: me.email }));
    const state = row ? stateNow(row, agreement) : 'not asked';
    const isMine = row !== undefined || membersOf(agreement, mine, { technicians, roleAccount: school.roleAccount }, ukDay(now)).length > 0;
    if (!form || !isMine || state === 'closed') return [];
    const { title } = agreement;
    const mayBeSigned = after(state, 'sign', true) !== null;
    return [{ title, formAddress: mayBeSigned ? form.address : '', state: stateInWords(state, row), responseId: row?.responseId ?? '' }];
  });
}

function stateInWords(state: State, row: StandingRow | undefined): string {
  const due = row?.due ? ` by ${ukDate(row.due)}` : '';
  const words: Partial<Record<State, string>> = {
    'not asked': 'not signed yet',
    asked: `to be signed${due}`,
    reminded: `to be signed${due}`,
    declined: 'you did not agree',
    expired: 'to be signed again this year',
    superseded: 'changed, to be signed again',
  };
  return words[state] ?? state;
}
