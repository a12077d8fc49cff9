import { expect, test } from '@jest/globals';
import { BLOCK } from '../../src/incidents/keeping/black-out.ts';
import type { OpenTransfer, Transfers } from '../../src/incidents/keeping/see-transfers.ts';
import type { PdfFile } from '../../src/school/pdf.script.ts';
import { pdfText } from '../support/pdf.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';
import { naming, newKey, raise, Working } from '../support/working.ts';

/** A pupil's file goes to the next school (B21, rule 5), through the doors. */

const { people } = aSchool();
const { dsl, deputy, head, pupil, youngPupil } = people;

function press(school: SchoolUnderTest, who: string, door: string, input: Record<string, unknown>) {
  school.workspace.clock.pass(10_000);
  return school.as(who).call<{ subject: string }>(door, { key: newKey(), ...input });
}

const MOVE = { pupil, school: 'Larkrise Primary', contact: 'Ada Finch, DSL', known: '07/09/2026' };

function started(school: SchoolUnderTest): string {
  const answer = press(school, dsl, 'startTransfer', MOVE);
  if (!answer.ok) throw new Error(answer.message);
  return answer.value.subject;
}

function opened(school: SchoolUnderTest, who: string, subject: string): OpenTransfer {
  school.workspace.clock.pass(10_000);
  return school.as(who).get<OpenTransfer>('openTransfer', { subject });
}

function transfers(school: SchoolUnderTest, who = dsl): Transfers {
  school.workspace.clock.pass(10_000);
  return school.as(who).get<Transfers>('seeTransfers');
}

const SENT = { on: '08/09/2026', how: 'By hand against a signature', toWhom: 'Ada Finch', prevent: 'Channel was told early, on 1 September' };

test('B21: five school days from the day it was known, sent, chased, received; late is late', () => {
  const school = aSchool();
  const subject = started(school);
  expect(subject).toMatch(/^transfer-[2-9A-Z]{6}$/);
  expect(transfers(school)).toMatchObject({
    counted: 'school days',
    open: [{ name: 'Amira Khan', due: '14/09/2026', when: 'in 7 days', state: 'to be sent' }],
  });
  expect(press(school, deputy, 'startTransfer', MOVE)).toMatchObject({ ok: false, code: 'under-way' });
  expect(press(school, dsl, 'receiveTransfer', { subject, on: '07/09/2026', who: 'Ada' })).toMatchObject({ ok: false, code: 'not-sent' });
  expect(press(school, dsl, 'chaseTransfer', { subject, note: 'Rang' })).toMatchObject({ ok: false, code: 'not-sent' });
  expect(press(school, dsl, 'sendTransfer', { subject, ...SENT })).toMatchObject({ ok: false, field: 'on' });

  school.workspace.clock.pass(8 * 24 * 3_600_000);
  expect(transfers(school).open).toMatchObject([{ isLate: true, when: '1 day late' }]);
  expect(press(school, dsl, 'sendTransfer', { subject, ...SENT })).toMatchObject({ ok: true });
  expect(press(school, dsl, 'sendTransfer', { subject, ...SENT })).toMatchObject({ ok: false, code: 'sent-already' });
  expect(press(school, dsl, 'chaseTransfer', { subject, note: 'Rang Ada Finch' })).toMatchObject({ ok: true });
  expect(transfers(school).open).toMatchObject([{ state: 'waiting for the receipt', isLate: false, chased: 1, prevent: SENT.prevent }]);
  expect(press(school, head, 'receiveTransfer', { subject, on: '07/09/2026', who: 'Ada' })).toMatchObject({ ok: false, code: 'before-sent' });
  expect(press(school, head, 'receiveTransfer', { subject, on: '15/09/2026', who: 'Ada Finch' })).toMatchObject({ ok: true });
  expect(transfers(school)).toMatchObject({ open: [], over: [{ state: 'received', receivedBy: 'Ada Finch', received: '15/09/2026' }] });
  expect(press(school, dsl, 'chaseTransfer', { subject, note: 'Again' })).toMatchObject({ ok: false, code: 'transfer-over' });
});

test('B21: the file holds what concerns the pupil; other children and their families are blacked out, adults of the school are not', async () => {
  const school = aSchool();
  const story = 'Amira and Yusuf Khan told Mrs Beck. Nadia Khan rang; so did Yusuf’s coach. Sam Okafor saw it.';
  const reference = raise(school, { ...naming({ [pupil]: 'affected', [youngPupil]: 'alleged' }), story });
  const seen = raise(school, { ...naming({ [youngPupil]: 'affected', [pupil]: 'witness' }), story: 'Another story' });
  new Working(school, dsl, reference).press('addNote', { text: 'Referred with Lorna Beck' });
  const subject = started(school);
  const open = opened(school, dsl, subject);
  expect(open.cases.map((each) => [each.reference, each.role])).toEqual([
    [reference, 'affected'],
    [seen, 'witness'],
  ]);
  const file = school.as(dsl).get<PdfFile>('makeTransferPdf', { key: newKey(), subject, lifted: [], added: [], leftOut: [seen], stamp: open.stamp });
  expect(file.name).toBe('Child-protection file 2026-09-07.pdf');
  const text = (await pdfText(Buffer.from(file.base64, 'base64'))).pages.join(' ').replace(/\s+/g, ' ');
  // Her own mother and the adults of the school are named; Yusuf is not, though his family name is hers.
  expect(text).toContain(`Amira and ${BLOCK} told Mrs Beck. Nadia Khan rang; so did ${BLOCK} coach. Sam Okafor saw it.`);
  expect(text).toContain('Child-protection file of Amira Khan');
  expect(text).toContain('Larkrise Primary');
  expect(text).not.toMatch(/Another story|Yusuf/);
  expect(transfers(school).open[0]?.packMade).toMatch(/^07\/09\/2026/);
  // The pupil's case stays in the log.
  expect(school.as(dsl).call('openCase', { reference })).toMatchObject({ ok: true });
});

test('B5, B21: each packs what they may read; the others are turned away', () => {
  const school = aSchool();
  const plain = raise(school, naming({ [pupil]: 'affected' }));
  const withDeputy = raise(school, naming({ [pupil]: 'affected', [deputy]: 'witness' }));
  const staff = raise(school, naming({ [pupil]: 'affected', [people.secondTeacher]: 'alleged' }));
  const subject = started(school);
  const files = Object.fromEntries(
    [dsl, deputy, head].map((who) => [
      who,
      opened(school, who, subject)
        .cases.map(({ reference }) => reference)
        .sort(),
    ]),
  );
  expect(files).toEqual({ [dsl]: [plain, withDeputy].sort(), [deputy]: [plain], [head]: [staff] });
  for (const who of [people.chair, people.teacher, people.businessManager, pupil])
    expect(press(school, who, 'openTransfer', { subject })).toMatchObject({ ok: false, code: 'not-yours' });
});

test('B21: a case that was referred to Prevent is said before the file goes', () => {
  const school = aSchool();
  const reference = raise(school, naming({ [pupil]: 'affected' }));
  raise(school, naming({ [pupil]: 'affected' }));
  new Working(school, dsl, reference).press('recordDecision', { agency: 'prevent', referred: true });
  expect(opened(school, dsl, started(school)).toPrevent).toEqual([reference]);
});

test('B21: a pupil who stays: the transfer stops with its reason, and another may be started', () => {
  const school = aSchool();
  const subject = started(school);
  expect(press(school, dsl, 'stopTransfer', { subject, why: ' ' })).toMatchObject({ ok: false, field: 'why' });
  expect(press(school, dsl, 'stopTransfer', { subject, why: 'She stays' })).toMatchObject({ ok: true });
  expect(transfers(school)).toMatchObject({ open: [], over: [{ stopped: 'She stays' }] });
  expect(press(school, dsl, 'startTransfer', MOVE)).toMatchObject({ ok: true });
});

test.each([
  ['somebody who is no pupil', { pupil: people.teacher }, 'pupil'],
  ['no school', { school: ' ' }, 'school'],
  ['no contact', { contact: '' }, 'contact'],
  ['no day', { known: 'soon' }, 'known'],
  ['a day that has not come', { known: '08/09/2026' }, 'known'],
])('B21: a transfer of %s is not started', (_, change, field) => {
  expect(press(aSchool(), dsl, 'startTransfer', { ...MOVE, ...change })).toMatchObject({ ok: false, field });
});
