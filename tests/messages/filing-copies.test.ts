import { expect, test } from '@jest/globals';
import { mailsOf } from '../../src/incidents/keeping/leftovers.ts';
import { shownMessages } from '../../src/incidents/mail/shown-message.ts';
import { maySeeFlag } from '../../src/messages/triage/who-sees.ts';
import { at, SCHOOL } from '../support/clock.ts';
import { FilingOffice, mail, rolesIn } from '../support/filing.ts';
import { named } from '../support/roll.ts';

/** One message, sent to one person after the other. */

const THREAT = { text: 'i will get you after school' };
const CLOSED = {
  ...{ outcome: 'resolved', summary: '', lessons: '', policyChange: '', second: { email: '', name: '' } },
  parentsTold: { told: false, at: '', byWhom: '', whyNot: '' },
};

function eventsOf(office: FilingOffice, action: string) {
  return office.records.ledger.events.filter((event) => event.action === action);
}

test('B5: the same words to a second pupil bring that pupil into the case, in the role they had at first, whether in one batch or later', () => {
  for (const isLater of [true, false]) {
    const office = new FilingOffice();
    const [one, two] = [mail({ ...THREAT, to: [at('amira')] }), mail({ ...THREAT, to: [at('cara')] })];
    if (isLater) office.file(one);
    const filed = isLater ? office.file(two) : office.file(one, two);
    expect(filed[filed.length - 1]?.outcome).toBe('known');
    expect(rolesIn(office.onlyCase)).toEqual({ [at('ben')]: 'alleged', [at('amira')]: 'affected', [at('cara')]: 'affected' });
    expect(office.flags.map((row) => row.named)).toEqual([expect.arrayContaining([at('cara')])]);
    const [shown] = shownMessages(office.records.history(office.onlyCase.reference));
    expect(shown?.to).toBe([at('amira'), at('cara')].join(', '));
    const before = office.records.ledger.events.length;
    for (const batch of [[two], [one], [two, one], [one, two]]) expect(office.file(...batch).map(({ outcome }) => outcome)).not.toContain('none');
    expect(office.records.ledger.events).toHaveLength(before);
  }
});

test('B5: whoever was taken out of a case does not come in again by a copy that went to them like the first', () => {
  const office = new FilingOffice();
  office.file(mail({ ...THREAT, to: [at('amira'), at('cara')] }));
  const { reference } = office.onlyCase;
  const people = office.raised(reference).people.filter(({ email }) => email !== at('cara'));
  office.records.ledger.record(
    [{ action: 'case people changed', subject: reference, payload: { people: [...people], why: 'A mistake' } as never }],
    office.records.now,
  );
  office.file(mail({ ...THREAT, to: [at('amira'), at('cara')] }));
  expect(Object.keys(rolesIn(office.onlyCase))).not.toContain(at('cara'));
});

test('B5: the same words to the DSL go where the DSL reads nothing, and later ones to a pupil stay with the DSL team', () => {
  const office = new FilingOffice();
  office.file(mail(THREAT));
  office.file(mail({ ...THREAT, to: [at('dsl')] }), mail({ ...THREAT, to: [at('cara')] }));
  expect(office.cases.map(({ lane }) => lane)).toEqual(['dsl', 'dsl-concern']);
  expect(office.cases[0]?.named).toContain(at('cara'));
  expect(office.cases[0]?.linked).toEqual([office.cases[1]?.reference]);
  expect(office.flags.map((row) => maySeeFlag({ email: at('dsl') }, row, SCHOOL))).toEqual([true, false]);
});

test('B5: a note whose words go to the DSL as well is a note that the DSL does not see', () => {
  const office = new FilingOffice();
  office.file(mail(THREAT, 'bullying', 1), mail({ ...THREAT, to: [at('cara')] }, 'bullying', 1));
  expect(office.flags.map((row) => row.named)).toEqual([[at('ben'), at('amira'), at('cara')]]);
  office.file(mail({ ...THREAT, to: [at('dsl')] }, 'bullying', 1));
  expect(office.flags.map((row) => maySeeFlag({ email: at('dsl') }, row, SCHOOL))).toEqual([true, false]);
});

test('B13: the same words to somebody new once the case is closed open another, one for all whom they reach then', () => {
  const dan = named(at('dan'), 'Dan', 'Reed', { kind: 'pupil', year: '6' });
  const office = new FilingOffice(undefined, SCHOOL, [...new FilingOffice().roll, dan]);
  office.file(mail(THREAT));
  const { reference } = office.onlyCase;
  office.records.ledger.record([{ action: 'case closed', subject: reference, payload: CLOSED }], office.records.now);
  office.file(mail(THREAT));
  expect(office.cases).toHaveLength(1);
  office.file(mail({ ...THREAT, to: [at('cara')] }), mail({ ...THREAT, to: [dan.email] }));
  expect(office.cases.map(({ named: all }) => [at('cara'), dan.email].filter((email) => all.includes(email)))).toEqual([[], [at('cara'), dan.email]]);
});

test('C3: the same words to three hundred pupils are one case, a few events, twenty names and one line', () => {
  const pupils = Array.from({ length: 300 }, (_, index) => named(at(`p${index}`), `Pupil${index}`, 'Of Many', { kind: 'pupil', year: '6' }));
  const probe = new FilingOffice();
  const office = new FilingOffice(undefined, SCHOOL, [...probe.roll, ...pupils]);
  const all = pupils.map(({ email }) => mail({ ...THREAT, to: [email] }, 'threat', 3));
  for (let start = 0; start < all.length; start += 20) office.file(...all.slice(start, start + 20));
  expect(office.onlyCase.facts.people).toHaveLength(21);
  expect(office.flags).toHaveLength(1);
  expect(eventsOf(office, 'message seen again')).toHaveLength(15);
  expect(eventsOf(office, 'case people changed').length).toBeLessThan(3);
  expect(eventsOf(office, 'concern added to').map(({ payload }) => payload)).toEqual([
    expect.objectContaining({ text: expect.stringContaining('more than 20') }),
  ]);
  expect(new Set(mailsOf(office.records.history(office.onlyCase.reference))).size).toBe(300);
});

test('B21: erasing a case finds every copy of its message in the mailbox, and a reporter’s repeats', () => {
  const office = new FilingOffice();
  const report = { ...THREAT, route: 'person', by: at('amira') } as const;
  office.file(mail({ ...THREAT, gmailId: 'first' }, 'threat', 1), mail({ ...THREAT, gmailId: 'noted' }, 'threat', 1));
  office.file(mail({ ...report, gmailId: 'on' }), mail({ ...THREAT, gmailId: 'copy' }));
  const repeat = mail({ ...report, gmailId: 'repeat' });
  office.file(repeat);
  const before = office.records.ledger.events.length;
  office.file(repeat);
  expect(office.records.ledger.events).toHaveLength(before);
  const [{ flag } = { flag: '' }] = office.flags;
  const histories = [office.onlyCase.reference, flag].flatMap((subject) => mailsOf(office.records.history(subject)));
  expect([...new Set(histories)].sort()).toEqual(['copy', 'first', 'noted', 'on', 'repeat']);
});

test('B5: a pupil who sends on what they got themselves is in its case as the one whom it went to', () => {
  const office = new FilingOffice();
  office.file(mail(THREAT));
  office.file(mail({ ...THREAT, route: 'person', by: at('cara'), to: [at('cara')] }));
  expect(rolesIn(office.onlyCase)).toMatchObject({ [at('cara')]: 'affected' });
  expect(office.onlyCase.reporter).toBe(at('cara'));
});
