import { expect, test } from '@jest/globals';
import { copiesToParents, copyMailFor } from '../../src/agreements/copies/copy-mail.ts';
import type { AgreementEvents, NamedChild } from '../../src/agreements/events.ts';
import type { SignatureRow } from '../../src/agreements/signatures.ts';
import type { NewEvent } from '../../src/records/journal.ts';
import type { School } from '../../src/school/school.ts';

const SCHOOL = { name: 'Quillhaven Primary', domain: 'q.example', address: 'https://script.google.com/macros/s/x/exec' } as School;
const AGREEMENT = { title: 'Our agreement' };

function row(change: Partial<SignatureRow>): SignatureRow {
  return {
    ...{ responseId: 'R-1', agreementId: 'a', version: 1, sha256: 'f'.repeat(64), formId: 'F', formKind: 'account', email: 'sam@q.example' },
    ...{ address: 'not verified by Google', fullName: 'Sam Okafor', role: 'Teacher', signedAt: '2026-09-07T08:04:00.000Z', state: 'signed' },
    ...{ children: '[]', standings: [], approver: '', approvedAt: null, reason: '', answersHash: '', differs: '', copy: '' },
    ...change,
  };
}

test('A11: an account holder gets a link to their copy, with what proves it, and nothing attached', () => {
  const mail = copyMailFor(row({}), AGREEMENT, { name: 'Dev Mistry', at: '2026-09-07T09:00:00.000Z' }, SCHOOL);
  expect(mail).toMatchObject({ to: ['sam@q.example'], subject: 'Your copy: Our agreement', mayWait: true });
  expect(mail?.attachment).toBeUndefined();
  for (const part of [`${SCHOOL.address}?page=copy&signature=R-1`, 'f'.repeat(64), 'Approved: by Dev Mistry, 07/09/2026 10:00'])
    expect(mail?.body).toContain(part);
});

test.each<[string, Partial<SignatureRow>]>([
  ['a guest', { formKind: 'open', email: 'harold@example.com', fullName: 'Harold Finch' }],
  ['a guest who typed an address of the school', { formKind: 'open', email: 'sam@q.example' }],
  ['a parent', { formKind: 'family', email: 'nadia@example.org', fullName: 'Nadia Khan' }],
  ['a parent of a young child', { formKind: 'promises', email: 'nadia@example.org' }],
])('A11: %s gets the copy itself, in a mail that names nobody and gives no link', (_, change) => {
  const mail = copyMailFor(row(change), AGREEMENT, null, SCHOOL);
  expect(mail).toMatchObject({ to: [change.email], mayWait: true, attachment: 'copy:R-1' });
  expect(mail?.body).not.toMatch(/Finch|Khan|Okafor|@|https?:/);
});

test.each(['', 'nobody', 'a b@example.org', 'x@example.org\nBcc: y@example.org'])('A11: no mail goes to %j', (email) => {
  expect(copyMailFor(row({ formKind: 'open', email }), AGREEMENT, null, SCHOOL)).toBeNull();
});

function child(person: string | null, change: Partial<NamedChild> = {}): NamedChild {
  return { name: 'Amira Khan', className: '', person, permissions: {}, trustedAtSchool: '', trustedAtHome: '', ...change };
}

function answer(change: Partial<AgreementEvents['agreement signed']>): NewEvent {
  const payload: AgreementEvents['agreement signed'] = {
    ...{ responseId: 'R-1', formId: 'F', formKind: 'family', agreementId: 'parent', version: 1, sha256: '', email: 'nadia@example.org' },
    ...{ address: 'typed', fullName: 'Nadia Khan', role: '', signature: '', signedAt: '2026-09-07T08:04:00.000Z', formUnchanged: true, isApproved: false },
    ...{ countsFrom: 1, answersHash: '', children: [child('amira@q.example')], consents: [], standings: [] },
    ...change,
  };
  return { action: 'agreement signed', subject: payload.responseId, payload };
}

function sentFor(events: NewEvent[], known: { email: string; signedAt: string }[] = []): (string | undefined)[] {
  return copiesToParents(events, known, (id) => `Title of ${id}`, SCHOOL).map(({ attachment }) => attachment);
}

test.each<[string, Partial<AgreementEvents['agreement signed']>, boolean]>([
  ['whose children are all known', {}, true],
  ['with promises of a child that is known', { formKind: 'promises' }, true],
  ['one of whose children is not known', { children: [child('amira@q.example'), child(null)] }, false],
  ['nobody can be known by', { children: [child(null)], email: 'stranger@example.org' }, false],
  ['without a child', { children: [] }, false],
  ['on a form that was changed', { formUnchanged: false }, false],
  ['of somebody who signs for themself', { formKind: 'account', children: [] }, false],
])('A8, A11: of an answer %s a copy goes at once: %j', (_, change, goes) => {
  expect(sentFor([answer(change)])).toEqual(goes ? ['copy:R-1'] : []);
});

test('A11: whoever declines gets no copy', () => {
  expect(sentFor([{ ...answer({}), action: 'agreement declined' }])).toEqual([]);
});

test('A8: somebody who knows a parent’s address and child cannot fill their mailbox: three copies a day, then the office has them', () => {
  const many = Array.from({ length: 5 }, (_, index) => answer({ responseId: `R-${index + 1}` }));
  expect(sentFor(many)).toEqual(['copy:R-1', 'copy:R-2', 'copy:R-3']);
  const earlier = { email: 'nadia@example.org', signedAt: '2026-09-07T06:00:00.000Z' };
  expect(sentFor(many, [earlier, earlier])).toEqual(['copy:R-1']);
  expect(sentFor(many.slice(0, 2), [{ ...earlier, signedAt: '2026-09-06T22:30:00.000Z' }, earlier, earlier])).toEqual(['copy:R-1']);
  expect(sentFor([answer({ email: 'imran@example.org' })], [earlier, earlier, earlier])).toEqual(['copy:R-1']);
});
