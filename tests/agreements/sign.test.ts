import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Audience, FormKind } from '../../src/agreements/audience.ts';
import { consentKey, consentTable } from '../../src/agreements/consents.ts';
import type { AgreementEvents } from '../../src/agreements/events.ts';
import { standingKey } from '../../src/agreements/events.ts';
import type { Said } from '../../src/agreements/forms/answers.ts';
import { codeFor, parentFinder } from '../../src/agreements/forms/family.ts';
import { noticesOf } from '../../src/agreements/forms/notices.ts';
import { type AnswerRead, answersToRecord, type FormAnswer } from '../../src/agreements/forms/sign.ts';
import { agreementTable, type FormRow } from '../../src/agreements/published.ts';
import { type SignatureRow, signatureTable } from '../../src/agreements/signatures.ts';
import { standingTable } from '../../src/agreements/standings.ts';
import type { NewEvent } from '../../src/records/journal.ts';
import { closed, published } from '../support/agreement-events.ts';
import { Ledger } from '../support/ledger.ts';
import { onTheRoll } from '../support/roll.ts';

const SECRET = 'a secret';
const at = (name: string) => `${name}@q.example`;
const roll = [
  onTheRoll({ email: at('sam'), givenName: 'Sam', familyName: 'Okafor', jobTitle: 'Teacher' }),
  onTheRoll({ email: at('dev'), givenName: 'Dev', familyName: 'Mistry' }),
  onTheRoll({ email: 'lucien@example.net', givenName: 'Lucien', familyName: 'Baptiste', kind: 'governor' }),
  onTheRoll({ email: at('amira'), givenName: 'Amira', familyName: 'Khan', kind: 'pupil', className: '3A' }),
  onTheRoll({ email: at('yusuf'), givenName: 'Yusuf', familyName: 'Khan', kind: 'pupil', className: '1A' }),
  onTheRoll({ email: at('bea'), givenName: 'Bea', familyName: 'Oak', kind: 'pupil', className: '' }),
  onTheRoll({ email: 'nadia@example.org', givenName: 'Nadia', familyName: 'Khan', kind: 'parent', children: [at('amira'), at('yusuf')] }),
  onTheRoll({ email: 'imran@example.com', givenName: 'Imran', familyName: 'Khan', kind: 'parent', children: [at('amira'), at('yusuf')] }),
];
const people = { school: { domain: 'q.example' }, roll, parentOf: parentFinder(roll, SECRET) };
const MORNING = '2026-09-07T09:00:00.000Z';
const second = (number: number) => new Date(Date.parse(MORNING) + number * 1_000).toISOString();
const minute = (number: number) => second(number * 60);

function formOf(agreementId: string, kind: FormKind, version = 1): FormRow {
  return {
    ...{ formId: `form-${agreementId}-${version}-${kind}`, agreementId, version, sha256: 'sha', kind, address: '', hash: 'hash', items: '{}' },
    ...{ prefill: '', permissions: [], published: MORNING, inUse: true, closed: null },
  };
}

let responses = 0;
function answer(form: FormRow, said: Partial<Said>, more: Partial<FormAnswer> & { isUnchanged?: boolean } = {}): AnswerRead {
  const { isUnchanged = true, ...rest } = more;
  responses += 1;
  const nothing = { hasDeclined: false, reason: '', fullName: 'Somebody', role: '', signature: 'S', code: '', typedEmail: '', children: [] };
  return {
    form,
    isUnchanged,
    answer: { responseId: `response-${responses}`, email: '', sentAt: second(responses), answersHash: 'x', said: { ...nothing, ...said }, ...rest },
  };
}
const child = (name: string, permissions: Record<string, boolean> = {}) => ({ name, className: '', permissions, trustedAtSchool: '', trustedAtHome: '' });
const byCode = (email: string) => ({ code: codeFor(SECRET, email), fullName: 'Parent' });

/** A school with one agreement of each audience that matters here. */
class Office extends Ledger {
  constructor(...audiences: Audience[]) {
    super();
    this.record(
      audiences.map((audience) => published(audience, { audience, className: audience === 'class' ? '3A' : '' })),
      MORNING,
    );
  }

  read(...answers: AnswerRead[]): NewEvent[] {
    const events = answersToRecord(
      answers,
      {
        agreement: (id) => this.find(agreementTable, id),
        standing: (key) => this.find(standingTable, key),
        signatures: this.rows(signatureTable),
        consents: this.rows(consentTable),
      },
      people,
    );
    this.record(events, minute(60));
    return events;
  }

  state(agreementId: string, person: string): string {
    return this.find(standingTable, standingKey({ agreementId, person }))?.state ?? 'none';
  }

  /** `yes`, `no`, or `not said`. */
  consent(name: string, permission = 'website'): string {
    const row = this.find(consentTable, consentKey({ child: at(name), permission }));
    return row ? `${row.value ? 'yes' : 'no'}${row.differs ? ', differs' : ''}` : 'not said';
  }

  standings(): string[] {
    return this.rows(standingTable).map(({ person, name, group, state }) => `${person}: ${name}, ${group}, ${state}`);
  }
}
const signedIn = (events: readonly NewEvent[]) => events.map(({ payload }) => payload as AgreementEvents['agreement signed']);

describe('whose standing an answer settles', () => {
  const cases: [what: string, audience: Audience, kind: FormKind, said: Partial<Said>, email: string, wanted: string[]][] = [
    ['A1: a member of staff', 'staff', 'account', {}, at('sam'), [`${at('sam')}: Sam Okafor, Staff, awaiting approval`]],
    ['A1: a new starter who is not on the list yet', 'staff', 'account', {}, at('new'), [`${at('new')}: ${at('new')}, Staff, awaiting approval`]],
    ['A1: nobody, when Google gave no account', 'staff', 'account', {}, '', []],
    ['A1: no pupil for the staff agreement', 'staff', 'account', {}, at('amira'), []],
    ['A3: a technician', 'technician', 'account', {}, at('dev'), [`${at('dev')}: Dev Mistry, Technicians, awaiting approval`]],
    [
      'A4: a governor by the address on the list',
      'governor',
      'open',
      { typedEmail: 'lucien@example.net' },
      '',
      ['lucien@example.net: Lucien Baptiste, Governors, awaiting approval'],
    ],
    [
      'A4: nobody of the school by an address that is only typed',
      'staff',
      'open',
      { typedEmail: at('sam'), fullName: 'Sam?' },
      '',
      ['guest: Sam?, Staff, awaiting approval'],
    ],
    ['A4: a visitor', 'visitor', 'open', { fullName: 'Harold Finch' }, '', ['guest: Harold Finch, Visitors, awaiting approval']],
    ['A6: a pupil', 'ks2', 'account', {}, at('amira'), [`${at('amira')}: Amira Khan, 3A, signed`]],
    ['A6: a pupil whose class is not known', 'ks2', 'account', {}, at('bea'), [`${at('bea')}: Bea Oak, No class, signed`]],
    ['A6: no teacher who tries the pupils’ form', 'ks2', 'account', {}, at('sam'), []],
    ['A7: a pupil of the class', 'class', 'account', {}, at('amira'), [`${at('amira')}: Amira Khan, 3A, signed`]],
    ['A7: no pupil of another class', 'class', 'account', {}, at('yusuf'), []],
    [
      'A5: the child, when its parent is known',
      'ks1',
      'promises',
      { ...byCode('nadia@example.org'), children: [child('Yusuf Khan')] },
      '',
      [`${at('yusuf')}: Yusuf Khan, 1A, signed`],
    ],
    ['A5: no child of somebody unknown', 'ks1', 'promises', { children: [child('Yusuf Khan')] }, '', []],
    [
      'A8: each of a parent’s children',
      'parent',
      'family',
      { typedEmail: 'nadia@example.org', children: [child('Amira'), child('Yusuf')] },
      '',
      [`${at('amira')}: Amira Khan, 3A, signed`, `${at('yusuf')}: Yusuf Khan, 1A, signed`],
    ],
    [
      'A8: the child that is certain, not the other',
      'parent',
      'family',
      { ...byCode('nadia@example.org'), children: [child('Amira'), child('Joe')] },
      '',
      [`${at('amira')}: Amira Khan, 3A, signed`],
    ],
    ['A8: no child of another family', 'parent', 'family', { ...byCode('nadia@example.org'), children: [child('Bea Oak')] }, '', []],
  ];
  test.each(cases)('%s', (_, audience, kind, said, email, wanted) => {
    const office = new Office(audience);
    office.read(answer(formOf(audience, kind), said, { email }));
    expect(office.standings().map((line) => line.replace(/guest:response-\d+/, 'guest'))).toEqual(wanted);
  });

  test('A1, A4, A8: how far the address proves who it was is told apart', () => {
    const office = new Office('staff', 'visitor', 'parent');
    const events = office.read(
      answer(formOf('staff', 'account'), {}, { email: at('sam') }),
      answer(formOf('visitor', 'open'), { typedEmail: 'harold@example.com' }),
      answer(formOf('parent', 'family'), { ...byCode('nadia@example.org'), typedEmail: 'other@example.org', children: [child('Amira')] }),
      answer(formOf('parent', 'family'), { typedEmail: 'imran@example.com', children: [child('Amira')] }),
    );
    expect(signedIn(events).map(({ email, address }) => [email, address])).toEqual([
      [at('sam'), 'not verified by Google'],
      ['harold@example.com', 'typed'],
      ['nadia@example.org', 'by the code we mailed'],
      ['imran@example.com', 'typed'],
    ]);
  });
});

describe('what changes a standing', () => {
  const staff = (said: Partial<Said> = {}, more: Parameters<typeof answer>[2] = {}) => answer(formOf('staff', 'account'), said, { email: at('sam'), ...more });
  const no = { hasDeclined: true, reason: 'Not yet' };

  test('a second signature settles nothing and waits for nobody’s approval', () => {
    const office = new Office('staff');
    const [first, second] = signedIn(office.read(staff(), staff()));
    expect([first?.standings.length, first?.isApproved, second?.standings.length, second?.isApproved]).toEqual([1, true, 0, false]);
    expect(office.rows(signatureTable).map(({ state }) => state)).toEqual(['awaiting approval', 'signed']);
  });

  test('the same answer read twice is recorded once, in one reading or in two', () => {
    const office = new Office('staff');
    const one = staff();
    expect(office.read(one, one)).toHaveLength(1);
    expect(office.read(one)).toEqual([]);
  });

  test.each([
    ['no, then yes', [no, {}], 'awaiting approval'],
    ['yes, then no', [{}, no], 'declined'],
    ['no', [no], 'declined'],
  ])('somebody says %s', (_, said, wanted) => {
    const together = new Office('staff');
    together.read(...said.map((each, index) => staff(each, { sentAt: minute(index) })));
    const oneByOne = new Office('staff');
    said.forEach((each, index) => void oneByOne.read(staff(each, { sentAt: minute(index) })));
    expect([together, oneByOne].map((office) => office.state('staff', at('sam')))).toEqual([wanted, wanted]);
  });

  test('answers count in the order in which they were sent, whichever form was read first', () => {
    const office = new Office('staff');
    const [event] = office.read(staff({}, { sentAt: minute(9), responseId: 'later' }), staff({}, { sentAt: minute(2), responseId: 'earlier' }));
    expect(event?.subject).toBe('earlier');
  });

  test('A13: on a form that was changed by hand nothing is settled, neither a yes nor a no, and no consent is taken', () => {
    const office = new Office('staff', 'parent');
    office.read(staff({}, { isUnchanged: false }), staff(no, { isUnchanged: false }));
    office.read(answer(formOf('parent', 'family'), { ...byCode('nadia@example.org'), children: [child('Amira', { website: true })] }, { isUnchanged: false }));
    expect(office.standings()).toEqual([]);
    expect(office.consent('amira')).toBe('not said');
    expect(office.rows(signatureTable).map(({ state }) => state)).toEqual(['form was changed', 'declined', 'form was changed']);
  });

  test('A13: a late signature under a text that counts no more is kept and settles nothing; after a minor change it does', () => {
    for (const [change, wanted] of [
      ['material', 'none'],
      ['minor', 'awaiting approval'],
    ] as const) {
      const office = new Office('staff');
      office.record([published('staff', { version: 2, change })], minute(1));
      const [late] = signedIn(office.read(staff()));
      expect(office.state('staff', at('sam'))).toBe(wanted);
      expect(late).toMatchObject({ version: 1, isApproved: change === 'minor' });
    }
  });

  test('A12: whoever has left is not brought back by an answer that was under way', () => {
    const office = new Office('staff');
    office.read(staff());
    office.record([closed('staff', at('sam'), 'left')], minute(2));
    office.read(staff());
    expect(office.state('staff', at('sam'))).toBe('closed');
  });

  test('A8: a parent’s no is one for all of their children; a no to the promises for the one child', () => {
    const office = new Office('parent', 'ks1');
    office.read(answer(formOf('parent', 'family'), { ...byCode('nadia@example.org'), ...no }));
    office.read(answer(formOf('ks1', 'promises'), { ...byCode('nadia@example.org'), ...no, children: [child('Yusuf')] }));
    expect([office.state('parent', at('amira')), office.state('parent', at('yusuf'))]).toEqual(['declined', 'declined']);
    expect([office.state('ks1', at('amira')), office.state('ks1', at('yusuf'))]).toEqual(['none', 'declined']);
    office.read(answer(formOf('parent', 'family'), { typedEmail: 'imran@example.com', children: [child('Amira')] }));
    expect(office.state('parent', at('amira'))).toBe('signed');
  });
});

describe('A8: what parents allow', () => {
  const family = (parent: string, permissions: Record<string, boolean>, more: Parameters<typeof answer>[2] = {}) =>
    answer(formOf('parent', 'family'), { ...byCode(parent), children: [child('Amira', permissions)] }, more);

  test('what is said about a child is recorded for it alone, by whom', () => {
    const office = new Office('parent');
    const said = {
      ...byCode('nadia@example.org'),
      children: [child('Amira', { website: true, press: false }), child('Yusuf', { website: false }), child('Joe', { website: true })],
    };
    office.read(answer(formOf('parent', 'family'), said));
    expect([office.consent('amira'), office.consent('amira', 'press'), office.consent('yusuf'), office.consent('yusuf', 'press')]).toEqual([
      'yes',
      'no',
      'no',
      'not said',
    ]);
    expect(office.rows(consentTable)).toHaveLength(3);
    expect(office.rows(consentTable).every(({ by }) => by === 'nadia@example.org')).toBe(true);
  });

  test('a second form of the same parent takes consents back, though there is nothing left to sign', () => {
    const office = new Office('parent');
    office.read(family('nadia@example.org', { website: true }));
    const [again] = signedIn(office.read(family('nadia@example.org', { website: false })));
    expect([office.consent('amira'), again?.standings]).toEqual(['no', []]);
  });

  test.each([
    ['yes', 'no', true, false],
    ['no', 'yes', false, true],
  ])('one parent says %s and the other %s: it is a no, and the office sees that they differ', (_, __, first, second) => {
    const office = new Office('parent');
    office.read(family('nadia@example.org', { website: first }), family('imran@example.com', { website: second }, { sentAt: minute(59) }));
    expect(office.consent('amira')).toBe('no, differs');
  });

  test('whoever knows a parent’s address makes no yes of their no by typing it; a typed no holds at once', () => {
    const office = new Office('parent');
    const byCode = (website: boolean, sent: number) => family('nadia@example.org', { website }, { sentAt: minute(sent) });
    const typed = (website: boolean, sent: number) =>
      answer(formOf('parent', 'family'), { typedEmail: 'nadia@example.org', children: [child('Amira', { website })] }, { sentAt: minute(sent) });
    office.read(byCode(false, 1), typed(true, 2));
    expect(office.consent('amira')).toBe('no, differs');
    office.read(byCode(true, 3));
    expect(office.consent('amira')).toBe('yes');
    office.read(typed(false, 4));
    expect(office.consent('amira')).toBe('no');
  });

  test('an answer that comes to light late takes nothing back that the same parent has said since', () => {
    const office = new Office('parent');
    office.read(family('nadia@example.org', { website: false }, { sentAt: minute(30) }));
    const [late] = signedIn(office.read(family('nadia@example.org', { website: true, press: true }, { sentAt: minute(10) })));
    expect([office.consent('amira'), late?.consents]).toEqual(['no', []]);
  });

  test('nor what the office has noted since', () => {
    const office = new Office('parent');
    const consents = [{ child: at('amira'), permission: 'website', value: false, by: at('janet') }];
    office.record([{ action: 'consent recorded', subject: at('amira'), payload: { consents, since: '2026-09-08', how: 'telephone' } }], minute(3_000));
    office.read(family('nadia@example.org', { website: true, press: true }));
    expect([office.consent('amira'), office.consent('amira', 'press')]).toEqual(['no', 'yes']);
  });

  test('nothing is ever recorded about a child of another family, whatever a parent sends', () => {
    const names = fc.constantFrom('Amira Khan', 'Yusuf Khan', 'Bea Oak', 'Bea', 'Sam Okafor', at('bea'), '');
    fc.assert(
      fc.property(fc.array(names, { minLength: 1, maxLength: 6 }), fc.constantFrom('nadia@example.org', at('bea'), ''), (said, typedEmail) => {
        const office = new Office('parent');
        const events = office.read(answer(formOf('parent', 'family'), { typedEmail, children: said.map((name) => child(name, { website: true })) }));
        const about = [...office.rows(standingTable).map(({ person }) => person), ...office.rows(consentTable).map(({ child: email }) => email)];
        expect(about.filter((email) => email !== at('amira') && email !== at('yusuf'))).toEqual([]);
        expect(
          signedIn(events)[0]
            ?.children.map(({ person }) => person)
            .filter((person) => person === at('bea')),
        ).toEqual([]);
      }),
    );
  });
});

describe('A2, A15: who is told', () => {
  const school = { address: 'https://script.example/exec', approvers: [at('dev')], office: [at('janet')] };
  const told = (events: NewEvent[], known: readonly SignatureRow[] = [], now = minute(55)) =>
    noticesOf(events, known, school, now).map(({ to, subject }) => `${to.join()}: ${subject}`);
  const APPROVAL = `${at('dev')}: Handrail: agreements are waiting for approval`;
  const SETTLE = `${at('janet')}: Handrail: parents’ answers must be settled`;
  const CHANGED = `${at('dev')}: Handrail: the form of an agreement was changed`;
  const staff = (more: Parameters<typeof answer>[2] = {}) => answer(formOf('staff', 'account'), {}, { email: at('sam'), ...more });
  const unclear = () => answer(formOf('parent', 'family'), { children: [child('Joe')] });

  test.each<[what: string, read: () => AnswerRead[], wanted: string[]]>([
    ['whoever approves, once for all', () => [staff(), staff({ email: at('dev') })], [APPROVAL]],
    ['nobody of what needs no approval', () => [answer(formOf('ks2', 'account'), {}, { email: at('amira') })], []],
    ['nobody of a no', () => [answer(formOf('staff', 'account'), { hasDeclined: true }, { email: at('sam') })], []],
    ['the office of a child it is not certain about', () => [unclear(), unclear()], [SETTLE]],
    ['whoever approves of a form that was changed', () => [staff({ isUnchanged: false })], [CHANGED]],
    ['all of them', () => [staff(), staff({ isUnchanged: false }), unclear()], [APPROVAL, CHANGED, SETTLE]],
  ])('%s', (_, read, wanted) => {
    const office = new Office('staff', 'ks2', 'parent');
    expect(told(office.read(...read()))).toEqual(wanted);
  });

  test('no second mail on a day on which something from it still waits; one the next day', () => {
    const office = new Office('staff', 'parent');
    office.read(staff(), unclear());
    const known = office.rows(signatureTable);
    const events = office.read(answer(formOf('staff', 'account'), {}, { email: at('dev') }), unclear());
    expect(told(events, known)).toEqual([]);
    expect(told(events, known, '2026-09-08T09:00:00.000Z')).toEqual([APPROVAL, SETTLE]);
    expect(
      told(
        events,
        known.map((row) => ({ ...row, state: 'approved' as const })),
      ),
    ).toEqual([APPROVAL, SETTLE]);
  });

  test('no mail names anybody, and where there is no office the approvers settle', () => {
    const office = new Office('staff', 'parent');
    const mails = noticesOf(office.read(staff(), unclear()), [], { ...school, office: [] }, minute(55));
    expect(mails.map(({ to }) => to)).toEqual([[at('dev')], [at('dev')]]);
    expect(JSON.stringify(mails)).not.toMatch(/sam|okafor|joe|somebody/i);
  });
});
