import { type CaseRow, caseTable } from '../../src/incidents/case.ts';
import type { CaseEvents } from '../../src/incidents/events.ts';
import { type FlagRow, flagTable, hashOfWords } from '../../src/messages/flag.ts';
import type { Category, MessageSeverity } from '../../src/messages/message.ts';
import type { Arrived, Filed, ToFile } from '../../src/messages/triage/arrived.ts';
import { fileFlags } from '../../src/messages/triage/file-flags.ts';
import type { OutgoingMail } from '../../src/records/outbox.ts';
import type { School } from '../../src/school/school.ts';
import type { Visit } from '../../src/school/visit.ts';
import { at, SCHOOL } from './clock.ts';
import { LedgerRecords } from './ledger-records.ts';
import { named } from './roll.ts';

/** Invented people of a small school; the DSL is Mrs Nair, the headteacher Mrs Adeyemi. */
const ROLL = [
  named(at('dsl'), 'Priya', 'Nair'),
  named(at('first'), 'Tom', 'Whitfield'),
  named(at('second'), 'Gwen', 'Pritchard'),
  named(at('head'), 'Ruth', 'Adeyemi'),
  named(at('chair'), 'Margaret', 'Osborne', { kind: 'governor' }),
  named(at('teacher'), 'Sam', 'Okafor'),
  named(at('amira'), 'Amira', 'Khan', { kind: 'pupil', className: '6A', year: '6' }),
  named(at('ben'), 'Ben', 'Lowe', { kind: 'pupil', className: '6A', year: '6' }),
  named(at('cara'), 'Cara', 'Moss', { kind: 'pupil', className: '6B', year: '6' }),
];

export interface MailSaid {
  from?: string;
  /** How the header spells it; the address alone when left out. */
  spelt?: string;
  to?: string[];
  cc?: string[];
  /** Further addresses of its headers. */
  besides?: string[];
  text?: string;
  subject?: string;
  thread?: string;
  messageId?: string;
  answers?: string[];
  date?: string;
  received?: string;
  route?: Arrived['route'];
  by?: string;
  remark?: string;
  gmailId?: string;
  isUnproven?: boolean;
}

let count = 0;

/** A message as it comes to filing, and what the scorer said of it. */
export function mail(said: MailSaid, category: Category | '' = 'threat', severity: MessageSeverity = 2): ToFile {
  count += 1;
  const { from = at('ben'), to = [at('amira')], cc = [], text = `Words of message ${count}`, subject = 'hi', route = 'rule' } = said;
  const { date = '2026-09-07T07:50:00.000Z', received = '2026-09-07T07:51:00.000Z', gmailId = `gmail-${count}` } = said;
  const by = said.by ?? from;
  const evidence = {
    ...{ messageId: said.messageId ?? `<${count}@q.example>`, gmailId, threadId: said.thread ?? `thread-${count}`, from: said.spelt ?? from, to, cc },
    ...{ date, received, subject, text, textHash: hashOfWords(text), attachments: [{ name: 'pic.jpg', mimeType: 'image/jpeg', bytes: 12_000 }] },
    ...(said.isUnproven === true ? { isUnproven: true as const } : {}),
  };
  const recipients = [...to, ...cc];
  return {
    arrived: {
      ...{ evidence, route, automatic: '', isCopy: route === 'rule', copiedBy: '', from, to: recipients, by, remark: said.remark ?? '', text },
      answers: said.answers ?? [],
      addresses: [...new Set([from, ...recipients, ...(said.besides ?? [])])].filter((address) => address !== ''),
      fingerprint: hashOfWords([from, date, text].join('\n')),
      isSpam: false,
    },
    verdict: {
      ...{ flag: severity > 0, category, severity },
      reasons: category === '' || severity === 0 ? [] : [{ rule: `${category}-1`, version: 2, category, severity, words: text.slice(0, 40), against: '' }],
    },
    scorer: 'test 1',
  };
}

/** The office as filing sees it, with records in memory. */
export class FilingOffice {
  readonly records: LedgerRecords;
  private references = 0;

  constructor(
    now = '2026-09-07T08:00:00.000Z',
    readonly school: School = SCHOOL,
    readonly roll = ROLL,
  ) {
    this.records = new LedgerRecords(now);
  }

  get visit(): Visit {
    const newReference = () => {
      this.references += 1;
      return `C-${String(this.references).padStart(6, '0')}`;
    };
    const me = { email: 'heartbeat', name: 'Handrail', kind: 'staff' as const, posts: [] };
    return { me, school: this.school, now: this.records.now, records: this.records, roll: this.roll, rest: {}, newReference };
  }

  file(...messages: ToFile[]): Filed[] {
    return fileFlags(messages, this.visit, { school: {}, files: {}, rest: {} });
  }

  get cases(): CaseRow[] {
    return this.records.ledger.rows(caseTable);
  }

  get flags(): FlagRow[] {
    return this.records.ledger.rows(flagTable);
  }

  get mails(): OutgoingMail[] {
    return this.records.mails;
  }

  /** The only case there is. */
  get onlyCase(): CaseRow {
    const [row, ...others] = this.cases;
    if (!row || others.length > 0) throw new Error(`there are ${this.cases.length} cases`);
    return row;
  }

  raised(reference: string): CaseEvents['concern raised'] {
    const event = this.records.history(reference).find(({ action }) => action === 'concern raised');
    if (!event) throw new Error(`${reference} was never raised`);
    return event.payload as unknown as CaseEvents['concern raised'];
  }
}

/** Who is in a case, in which role. */
export function rolesIn({ facts }: CaseRow): Record<string, string> {
  return Object.fromEntries(facts.people.map(({ email, mayBe = [], role }) => [email || mayBe.join(' ') || 'nobody of the school', role]));
}
