import { expect, test } from '@jest/globals';
import type { CaseRow } from '../../src/incidents/case.ts';
import { mailsOf } from '../../src/incidents/keeping/leftovers.ts';
import { myConcerns } from '../../src/incidents/reporting/my-concerns.ts';
import { at } from '../support/clock.ts';
import { FilingOffice, mail, rolesIn } from '../support/filing.ts';

const THREAT = { messageId: '<threat@x>', text: 'i will get you after school', thread: 'T' };

function close(office: FilingOffice, { reference }: CaseRow): void {
  const payload = {
    ...{ outcome: 'resolved', summary: '', lessons: '', policyChange: '', second: { email: '', name: '' } },
    parentsTold: { told: false, at: '', byWhom: '', whyNot: '' },
  };
  office.records.ledger.record([{ action: 'case closed', subject: reference, payload }], office.records.now);
}

function concernsOf(office: FilingOffice, person: string) {
  return myConcerns(office.records.view(), { email: person, kind: 'pupil' });
}

test('B5: whoever a case says did it does not become its reporter by answering the message or sending it on, and is heard all the same', () => {
  const office = new FilingOffice();
  office.file(mail(THREAT, 'threat', 3));
  const { reference } = office.onlyCase;
  const ben = at('ben');
  office.file(mail({ route: 'written to us', from: ben, answers: ['<threat@x>'], to: [], text: 'what happens to my mail' }, '', 0));
  office.file(mail({ ...THREAT, route: 'person', by: ben, gmailId: 'on', remark: 'that was a joke' }, 'threat', 3));
  expect(concernsOf(office, ben).map((each) => each.reference)).not.toContain(reference);
  expect(office.flags).toHaveLength(3);
  expect(concernsOf(office, ben).length).toBeGreaterThan(0);
});

test('C2: a message that is sent on once its case is closed opens a new case, one for all who send it', () => {
  const office = new FilingOffice();
  office.file(mail(THREAT));
  const first = office.onlyCase;
  close(office, first);
  office.file(mail({ ...THREAT, route: 'person', by: at('amira'), gmailId: 'one', remark: 'It goes on' }));
  office.file(mail({ ...THREAT, route: 'person', by: at('teacher'), gmailId: 'two', remark: 'She showed me' }));
  const [again, ...others] = office.cases.filter(({ reference }) => reference !== first.reference);
  expect(others).toEqual([]);
  expect(again).toMatchObject({ state: 'new', reporter: at('amira'), linked: [first.reference] });
  expect(concernsOf(office, at('teacher')).map(({ reference }) => reference)).toEqual([again?.reference]);
});

test('C3: two strangers of one conversation are both in its case', () => {
  const office = new FilingOffice();
  office.file(mail({ ...THREAT, from: 'one@else.example' }));
  office.file(mail({ thread: 'T', from: 'two@else.example', text: 'me too' }));
  const people = office.records.history(office.onlyCase.reference).flatMap(({ payload }) => (payload as { people?: { name: string }[] } | null)?.people ?? []);
  expect(people.map(({ name }) => name)).toEqual(expect.arrayContaining(['one@else.example', 'two@else.example']));
  expect(Object.values(rolesIn(office.onlyCase))).toContain('alleged');
});

test('B21: erasing a case finds the mails in the mailbox that sent its message on once more', () => {
  const office = new FilingOffice();
  office.file(mail({ ...THREAT, gmailId: 'first' }), mail({ ...THREAT, route: 'person', by: at('amira'), gmailId: 'on' }));
  expect(mailsOf(office.records.history(office.onlyCase.reference)).sort()).toEqual(['first', 'on']);
});
