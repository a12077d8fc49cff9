import { expect, test } from '@jest/globals';
import type { FileContent } from '../../src/incidents/working/case-files.ts';
import { addToLog } from '../support/old-log.ts';
import { pdfText } from '../support/pdf.ts';
import { aPack, opened, packsKept, twoPupils } from '../support/referral.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';
import { raise, Working } from '../support/working.ts';

const STORY = 'Amira says a stranger wrote to her. YUSUF KHAN saw it; yusuf’s tablet too. <script>alert(1)</script> =1+1 {{x}}';

function schoolWithCase(): { school: SchoolUnderTest; reference: string } {
  const school = aSchool();
  return { school, reference: twoPupils(school, STORY) };
}

/** The words of the pack that was made last, as whoever reads the case gets it. */
async function packText(school: SchoolUnderTest, reference: string): Promise<string> {
  const { shares } = opened(school, reference);
  const file = shares[shares.length - 1]?.pack?.id;
  const { base64 } = school.as(school.people.dsl).get<FileContent>('readFile', { reference, file });
  return (await pdfText(Buffer.from(base64, 'base64'))).pages.join(' ').replace(/\s+/g, ' ');
}

test('rule 12: one press makes a PDF of the case, keeps it, and records with whom it was shared and why', async () => {
  const { school, reference } = schoolWithCase();
  const { dsl } = school.people;
  school.as(dsl).get('addNote', { key: 'press-0001-of-note', reference, text: 'Telephoned home.' });
  school.as(dsl).get('makeReferralPack', aPack(reference));
  expect(opened(school, reference).shares).toEqual([
    expect.objectContaining({
      ...{ shared: true, withWhom: 'Police: PC 4711, Quillhaven station', why: 'A crime may have been done.', who: 'Priya Nair' },
      what: expect.stringContaining('Referral pack: What was reported; People and their roles'),
      pack: expect.objectContaining({ name: `Referral pack ${reference} police.pdf`, mimeType: 'application/pdf' }),
    }),
  ]);
  const text = await packText(school, reference);
  for (const part of ['Referral: Police', 'PC 4711', '01632 960 123', 'Amira Khan', 'Yusuf Khan', 'Telephoned home.', 'Sam Okafor'])
    expect(text).toContain(part);
  // What somebody typed is text.
  expect(text).toContain('<script>alert(1)</script> =1+1 {{x}}');
});

test('rule 12: only the parts that were chosen are in it', async () => {
  const { school, reference } = schoolWithCase();
  school.as(school.people.dsl).get('makeReferralPack', aPack(reference, { parts: ['people'] }));
  const text = await packText(school, reference);
  expect(text).toContain('Amira Khan');
  expect(text).not.toContain('stranger');
});

test('rule 12: whoever need not be named is not, however somebody wrote the name', async () => {
  const { school, reference } = schoolWithCase();
  const { dsl, youngPupil } = school.people;
  school.as(dsl).get('makeReferralPack', aPack(reference, { hidden: [youngPupil], why: 'Yusuf is a witness.' }));
  const text = await packText(school, reference);
  expect(text).not.toMatch(/yusuf/i);
  expect(text).toContain('[Pupil A] saw it; [Pupil A] tablet too.');
  expect(text).toContain('Amira Khan');
  expect(text).toContain('1 of the people in it: [Pupil A] and the like stand for a name');
});

test('rule 12: files are listed with their fingerprints and are never in it', async () => {
  const { school, reference } = schoolWithCase();
  const { dsl } = school.people;
  const data = Buffer.from('%PDF-1.7\n1 0 obj\n', 'latin1').toString('base64');
  school.as(dsl).get('addFile', { key: 'press-0001-of-file', reference, name: 'letter of Yusuf.pdf', data });
  const [file] = opened(school, reference).files;
  school.as(dsl).get('makeReferralPack', aPack(reference, { parts: ['files'], hidden: [school.people.youngPupil] }));
  const text = await packText(school, reference);
  expect(text.replace(/\s/g, '')).toContain(file?.sha256 ?? 'no file');
  expect(text).toContain('letter of [Pupil A].pdf');
});

test('B5: a pack names no other case: somebody may read it later whom that case names', async () => {
  const { school, reference } = schoolWithCase();
  const other = raise(school);
  new Working(school, school.people.dsl, reference).press('linkCases', { to: other });
  expect(JSON.stringify(opened(school, reference).timeline)).toContain(other);
  school.as(school.people.dsl).get('makeReferralPack', aPack(reference));
  const text = await packText(school, reference);
  expect(text).toContain('Concern raised');
  expect(text).not.toContain(other);
});

test('the same press again makes no second pack and no second line', () => {
  const { school, reference } = schoolWithCase();
  const { dsl } = school.people;
  for (let press = 0; press < 3; press += 1) school.as(dsl).get('makeReferralPack', aPack(reference));
  expect(packsKept(school)).toHaveLength(1);
  expect(opened(school, reference).shares).toHaveLength(1);
  school.as(dsl).get('makeReferralPack', aPack(reference, { key: 'press-0002-of-the-pack' }));
  expect(opened(school, reference).shares).toHaveLength(2);
});

test('B5: nobody but a reader of the case makes a pack of it or reads one, and refusals tell nothing', () => {
  const { school, reference } = schoolWithCase();
  const { dsl, head, chair } = school.people;
  school.as(dsl).get('makeReferralPack', aPack(reference));
  const file = opened(school, reference).shares[0]?.pack?.id;
  for (const email of [head, chair]) {
    const refused = school.as(email).call('makeReferralPack', aPack(reference, { key: 'press-0002-of-the-pack' }));
    const none = school.as(email).call('makeReferralPack', aPack('C-ZZZZZZ', { key: 'press-0003-of-the-pack' }));
    expect(JSON.stringify(refused).replaceAll(reference, 'it')).toBe(JSON.stringify(none).replaceAll('C-ZZZZZZ', 'it'));
    expect(school.as(email).call('readFile', { reference, file })).toMatchObject({ ok: false, code: 'no-such-case' });
  }
  expect(packsKept(school)).toHaveLength(1);
  const pack = school.workspace.data.files[file ?? ''];
  expect(Object.values(school.people).filter((email) => email !== school.people.office && school.workspace.drive.mayRead(email, pack?.id ?? ''))).toEqual([]);
});

test.each([
  ['withWhom', { withWhom: ' ' }, 'Write who gets it'],
  ['why', { why: '' }, 'Say why it is shared'],
  ['parts', { parts: [] }, 'Choose what goes into it'],
  ['hidden', { hidden: ['somebody.else@quillhaven.example'] }, 'corrected the people'],
])('what is wrong with a pack, %s, is said in words, and nothing is kept', (field, change, words) => {
  const { school, reference } = schoolWithCase();
  expect(school.as(school.people.dsl).call('makeReferralPack', aPack(reference, change))).toMatchObject({
    ...{ ok: false, field },
    message: expect.stringContaining(words),
  });
  expect(packsKept(school)).toEqual([]);
});

test('B6: an agency may ask years after a case was closed: a pack is made of it, and it stays closed', () => {
  const { school, reference } = schoolWithCase();
  const { dsl, head } = school.people;
  const ending = { outcome: 'supported', summary: 'Done', second: { email: head, name: '' }, lessons: '', policyChange: '' };
  const payload = { ...ending, parentsTold: { told: false, at: '', byWhom: '', whyNot: 'They know' } };
  addToLog(school, [{ at: '2026-09-07T08:30:00.000Z', events: [{ action: 'case closed', subject: reference, payload }] }]);
  expect(school.as(dsl).call('makeReferralPack', aPack(reference))).toMatchObject({ ok: true });
  expect(packsKept(school)).toHaveLength(1);
  expect(school.as(dsl).get('openCase', { reference })).toMatchObject({ state: 'closed', tasks: [], shares: [{ shared: true }] });
});

test('when Google makes no more PDFs today, nothing is recorded as shared', () => {
  const { school, reference } = schoolWithCase();
  const { quotas } = school.workspace;
  quotas.use(school.people.office, 'files converted', quotas.remaining(school.people.office, 'files converted'));
  expect(school.as(school.people.dsl).call('makeReferralPack', aPack(reference))).toMatchObject({ ok: false, code: 'no-more-pdfs' });
  expect(opened(school, reference).shares).toEqual([]);
});
