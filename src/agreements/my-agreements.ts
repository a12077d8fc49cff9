import type { RecordsView } from '../records/records.ts';
import type { Person } from '../school/person.ts';
import { standingKey } from './events.ts';
import { addressOf, agreementTable, formTable } from './published.ts';
import { type StandingRow, standingTable, stateNow } from './standings.ts';

export interface MyAgreement {
  title: string;
  formAddress: string;
  state: StandingRow['state'];
  /** Empty as long as it is not signed. */
  responseId: string;
}

/** The agreements somebody may sign, and how far their own signatures are. */
export function myAgreements(view: RecordsView, me: Pick<Person, 'email' | 'kind'>): MyAgreement[] {
  const mine = view.rows(agreementTable).filter((agreement) => agreement.audience === me.kind);
  return mine.map((agreement) => {
    const row = view.find(standingTable, standingKey({ agreementId: agreement.id, person: me.email }));
    const formAddress = addressOf(view.rows(formTable), agreement.id);
    return { title: agreement.title, formAddress, state: row ? stateNow(row, agreement) : 'not asked', responseId: row?.responseId ?? '' };
  });
}
