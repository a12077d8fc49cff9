import type { Json } from '../../src/records/canonical.ts';
import type { OutgoingMail } from '../../src/records/outbox.ts';
import type { DecideRequest, Decision, Records, RecordsView } from '../../src/records/records.ts';
import type { RollEntry } from '../../src/school/roll.ts';
import type { School } from '../../src/school/school.ts';
import type { Visit } from '../../src/school/visit.ts';
import { Ledger } from './ledger.ts';

/** Records in memory, for rules that are tried thousands of times: the same events, views and keys, without a spreadsheet. */
export class LedgerRecords implements Records {
  readonly ledger = new Ledger();
  readonly mails: OutgoingMail[] = [];
  private readonly answers = new Map<string, Json>();

  /** @param now ISO 8601, UTC */
  constructor(public now: string) {}

  decide<Answer extends Json>({ key, actor }: DecideRequest, decide: (view: RecordsView) => Decision<Answer>): Answer {
    const known = this.answers.get(key);
    if (known !== undefined) return known as Answer;
    const { events, mails = [], answer } = decide(this.ledger);
    this.ledger.record(events, this.now, actor);
    this.mails.push(...mails);
    if (events.length > 0) this.answers.set(key, answer);
    return answer;
  }

  view(): RecordsView {
    return this.ledger;
  }

  glance(): RecordsView {
    return this.ledger;
  }

  history(subject: string) {
    return this.ledger.events.filter((event) => event.subject === subject);
  }

  histories(subjects: readonly string[]) {
    return new Map(subjects.map((subject) => [subject, this.history(subject)]));
  }

  slice(): never {
    throw new Error('the ledger keeps no chain');
  }

  /** What a use case is given when somebody comes. */
  visit(me: { email: string; name: string }, roll: readonly RollEntry[]): Visit {
    const given = { school: QUILLHAVEN, now: this.now, records: this, roll, rest: {}, newReference: () => 'C-AAAAAA' };
    return { me: { ...me, kind: 'staff', posts: ['approver'] }, ...given };
  }
}

const QUILLHAVEN: School = {
  ...{ name: 'Quillhaven Primary', domain: 'q.example', roleAccount: 'safeguarding@q.example', dslTelephone: '01632 960 123' },
  ...{
    address: 'https://script.google.com/macros/s/x/exec',
    head: '',
    dsl: '',
    deputies: [],
    chair: '',
    approvers: [],
    technicians: [],
    office: [],
    clerk: '',
    coordinator: '',
    dataLead: '',
    slt: [],
    witness: '',
  },
  ...{ nation: 'england and wales', closures: [{ from: '2027-07-22', to: '2027-08-31', name: 'Summer' }] },
};
