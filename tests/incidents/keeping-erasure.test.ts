import { expect, test } from '@jest/globals';
import type { Keeping } from '../../src/incidents/keeping/see-keeping.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';
import { naming, newKey, raise, Working } from '../support/working.ts';

/** Retention, holds and erasure through the doors (B21, rule 15). */

const { people } = aSchool();
const { dsl, deputy, head, chair, pupil } = people;

let ready: { school: SchoolUnderTest; reference: string; other: string } | null = null;

/** Two cases of pupils, the first closed with a file and a shared word; each call gives a school of its own. */
function aClosedCase() {
  if (ready === null) {
    const school = aSchool();
    const other = raise(school, naming({ [pupil]: 'affected' }));
    const reference = raise(school, { ...naming({ [pupil]: 'affected' }), story: 'A story in words of its own' });
    const working = new Working(school, dsl, reference);
    working.press('addFile', { name: 'letter.pdf', data: Buffer.from('%PDF-1.7\n1 0 obj\n', 'latin1').toString('base64') });
    working.press('shareInformation').press('classifyCase').finish().close();
    school.pass(10);
    ready = { school, reference, other };
  }
  return { ...ready, school: ready.school.clone() };
}

function keeping(school: SchoolUnderTest, who: string, reference = ''): Keeping {
  school.workspace.clock.pass(10_000);
  return school.as(who).get<Keeping>('seeKeeping', { reference });
}

function press(school: SchoolUnderTest, who: string, door: string, input: Record<string, unknown>) {
  school.workspace.clock.pass(10_000);
  return school.as(who).call(door, { key: newKey(), ...input });
}

const WHY = { why: 'Its time is over' };

function erase(school: SchoolUnderTest, reference: string): void {
  expect(press(school, dsl, 'askErasure', { reference, ...WHY })).toMatchObject({ ok: true });
  expect(press(school, head, 'approveErasure', { reference })).toMatchObject({ ok: true });
  school.pass(60);
}

test('B21: a closed case stands with the day of its review and why; an open one is never due', () => {
  const { school, reference, other } = aClosedCase();
  const { next, due, held } = keeping(school, dsl);
  expect(next.map((each) => [each.reference, each.due])).toEqual([[reference, '31/08/2044']]);
  expect(next[0]?.why).toContain('was in Year 3');
  expect([due, held]).toEqual([[], []]);
  expect(keeping(school, dsl, other).asked?.kept).toMatchObject({ due: '', isDue: false, state: 'new' });
});

test('B21: kept on until a day, with the reason on record; only closed cases, only days to come', () => {
  const { school, reference, other } = aClosedCase();
  expect(press(school, dsl, 'keepOn', { reference, until: '07/09/2026', ...WHY })).toMatchObject({ ok: false, field: 'until' });
  expect(press(school, dsl, 'keepOn', { reference, until: '08/09/2026', why: ' ' })).toMatchObject({ ok: false, field: 'why' });
  expect(press(school, dsl, 'keepOn', { reference: other, until: '08/09/2026', ...WHY })).toMatchObject({ ok: false, code: 'still-open' });
  expect(press(school, dsl, 'keepOn', { reference, until: '08/09/2026', why: 'A claim' })).toMatchObject({ ok: true });
  expect(keeping(school, dsl).due).toEqual([]);
  school.workspace.clock.pass(24 * 3_600_000);
  expect(keeping(school, dsl).due).toMatchObject([{ reference, due: '08/09/2026' }]);
});

test('B21: a held case is not erased, neither when it is asked for nor when it is held in between; released, it may be', () => {
  const { school, reference } = aClosedCase();
  press(school, dsl, 'holdCase', { reference, why: 'The police asked' });
  expect(keeping(school, dsl).held).toMatchObject([{ reference, due: '', held: true }]);
  expect(press(school, dsl, 'askErasure', { reference, ...WHY })).toMatchObject({ ok: false, code: 'held' });
  press(school, dsl, 'releaseCase', { reference, why: 'Over' });
  expect(press(school, dsl, 'askErasure', { reference, ...WHY })).toMatchObject({ ok: true });
  press(school, deputy, 'holdCase', { reference, why: 'An inquiry' });
  expect(press(school, head, 'approveErasure', { reference })).toMatchObject({ ok: false, code: 'more-recorded' });
  expect(press(school, head, 'refuseErasure', { reference, why: 'It is held' })).toMatchObject({ ok: true });
});

test('B21: an open case is not erased; nobody approves what they asked for; it takes another reader, the head, the DSL or the chair', () => {
  const { school, reference, other } = aClosedCase();
  expect(press(school, dsl, 'askErasure', { reference: other, ...WHY })).toMatchObject({ ok: false, code: 'still-open' });
  // The head does not read this lane, so does not ask.
  expect(press(school, head, 'askErasure', { reference, ...WHY })).toMatchObject({ ok: false, code: 'no-such-case' });
  press(school, dsl, 'askErasure', { reference, ...WHY });
  expect(press(school, dsl, 'approveErasure', { reference })).toMatchObject({ ok: false, code: 'same-person' });
  for (const who of [people.teacher, people.technician, pupil])
    expect(press(school, who, 'approveErasure', { reference })).toMatchObject({ ok: false, code: 'not-yours' });
  expect(press(school, people.computingLead, 'approveErasure', { reference })).toMatchObject({ ok: false, code: 'no-such-case' });
  for (const who of [head, chair, deputy]) {
    const world = school.clone();
    expect(keeping(world, who).waiting).toMatchObject([{ reference, isMine: false }]);
    expect(press(world, who, 'approveErasure', { reference })).toMatchObject({ ok: true });
  }
  expect(keeping(school, people.computingLead).waiting).toEqual([]);
});

test('B21: whoever approves without reading the case learns why it was asked, and nothing of it; mails name nothing', () => {
  const { school, reference } = aClosedCase();
  press(school, dsl, 'askErasure', { reference, ...WHY });
  school.pass(5);
  expect(keeping(school, head).waiting).toEqual([{ reference, why: WHY.why, askedBy: 'Priya Nair', askedAt: expect.any(String), isMine: false, case: null }]);
  expect(press(school, head, 'seeKeeping', { reference })).toMatchObject({ ok: false, code: 'no-such-case' });
  for (const who of [head, chair, deputy]) {
    const mails = school.mailTo(who).filter(({ subject }) => subject.includes('decision'));
    expect(mails).toHaveLength(1);
    expect(`${mails[0]?.subject}${mails[0]?.text}`).not.toMatch(new RegExp(`${reference}|Amira|erase|${WHY.why}`));
  }
  expect(school.mailTo(dsl).filter(({ subject }) => subject.includes('decision'))).toEqual([]);
});

test('B5, B21: somebody whom the case names neither sees nor decides its erasure', () => {
  const school = aSchool();
  const reference = raise(school, naming({ [pupil]: 'affected', [head]: 'witness', [deputy]: 'other' }));
  new Working(school, dsl, reference)
    .press('classifyCase')
    .finish()
    .close({ second: { email: chair, name: '' } });
  press(school, dsl, 'askErasure', { reference, ...WHY });
  school.pass(5);
  for (const who of [head, deputy]) {
    expect(keeping(school, who).waiting).toEqual([]);
    expect(press(school, who, 'approveErasure', { reference })).toMatchObject({ ok: false, code: 'no-such-case' });
    expect(press(school, who, 'refuseErasure', { reference, why: 'No' })).toMatchObject({ ok: false, code: 'no-such-case' });
    expect(school.mailTo(who).filter(({ subject }) => subject.includes('decision'))).toEqual([]);
  }
  expect(press(school, chair, 'approveErasure', { reference })).toMatchObject({ ok: true });
});

test('B5, B21: a concern about the headteacher that names nobody: its erasure is none of theirs', () => {
  const school = aSchool();
  const reference = raise(school, { about: 'head', people: [] });
  const parentsTold = { told: false, at: '', byWhom: '', whyNot: '' };
  new Working(school, chair, reference)
    .press('classifyCase', { types: ['adult-contact'] })
    .finish()
    .close({ second: { email: dsl, name: '' }, parentsTold });
  press(school, chair, 'askErasure', { reference, ...WHY });
  school.pass(5);
  expect(keeping(school, head).waiting).toEqual([]);
  expect(press(school, head, 'approveErasure', { reference })).toMatchObject({ ok: false, code: 'no-such-case' });
  expect(school.mailTo(head).filter(({ subject }) => subject.includes('decision'))).toEqual([]);
  expect(press(school, dsl, 'approveErasure', { reference })).toMatchObject({ ok: true });
});

test('B21: erased by two people, a case is nowhere any more: records, file, desk; what is elsewhere is named for a person', () => {
  const { school, reference, other } = aClosedCase();
  const everything = () => JSON.stringify([school.workspace.data.files, school.workspace.data.spreadsheets]);
  const desk = school.fileId('desk-dsl');
  expect(everything()).toContain('words of its own');
  expect(everything()).toContain('letter.pdf');
  erase(school, reference);

  expect(everything()).not.toContain('words of its own');
  expect(everything()).not.toContain('letter.pdf');
  expect(school.fileId('desk-dsl')).not.toBe(desk);
  expect(school.workspace.data.files[desk]).toBeUndefined();
  expect(school.desk('dsl').map(([first]) => first)).toEqual([other]);
  expect(school.history()).toBe('unbroken');
  expect(press(school, dsl, 'openCase', { reference })).toMatchObject({ ok: false, code: 'no-such-case' });

  const [left] = keeping(school, dsl).leftovers;
  const whats = left?.items.map(({ what }) => what) ?? [];
  expect(left?.reference).toBe(reference);
  expect(whats.some((what) => what.includes('Mail “Handrail: a new concern') && what.includes(dsl))).toBe(true);
  expect(whats.some((what) => what.includes('Information given to somebody outside on 07/09/2026'))).toBe(true);
  expect(whats.join()).not.toMatch(/family doctor|Amira|Khan/);
  // Its readers see to them; whoever approved it unread does not learn from the mails in which lane it was.
  expect(keeping(school, deputy).leftovers).toHaveLength(1);
  for (const who of [head, chair]) expect(keeping(school, who).leftovers).toEqual([]);
  expect(press(school, chair, 'settleLeftover', { reference, id: '1' })).toMatchObject({ ok: false, code: 'no-such-copy' });
  for (const { id } of left?.items ?? []) press(school, dsl, 'settleLeftover', { reference, id });
  expect(keeping(school, dsl).leftovers).toEqual([]);
});

test('B21: what is refused stays, with the reason; it may be asked for again', () => {
  const { school, reference } = aClosedCase();
  press(school, dsl, 'askErasure', { reference, ...WHY });
  expect(press(school, chair, 'refuseErasure', { reference, why: 'A claim may come' })).toMatchObject({ ok: true });
  school.pass(60);
  expect(keeping(school, dsl, reference).asked?.kept.erasure).toContain('A claim may come');
  expect(school.as(dsl).call('openCase', { reference })).toMatchObject({ ok: true });
  expect(press(school, dsl, 'askErasure', { reference, ...WHY })).toMatchObject({ ok: true });
});

test('B21: a case that is being erased can no longer be held', () => {
  const { school, reference } = aClosedCase();
  press(school, dsl, 'askErasure', { reference, ...WHY });
  press(school, head, 'approveErasure', { reference });
  expect(press(school, dsl, 'holdCase', { reference, why: 'Wait' })).toMatchObject({ ok: false, code: 'being-erased' });
});
