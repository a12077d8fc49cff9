import { expect, test } from '@jest/globals';
import { BLOCK } from '../../src/incidents/keeping/black-out.ts';
import { markId } from '../../src/incidents/keeping/redaction.ts';
import type { OpenRequest, RequestLine } from '../../src/incidents/keeping/see-requests.ts';
import type { PdfFile } from '../../src/school/pdf.script.ts';
import { pdfText } from '../support/pdf.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';
import { naming, newKey, raise, Working } from '../support/working.ts';

/** Somebody asks what is recorded about them (B21): through the doors, each reader's own part. */

const { people } = aSchool();
const { dsl, head, businessManager, pupil, youngPupil, teacher } = people;
/** The data protection lead of Quillhaven is its business manager. */
const dataLead = businessManager;

function press(school: SchoolUnderTest, who: string, door: string, input: Record<string, unknown>) {
  school.workspace.clock.pass(10_000);
  return school.as(who).call<{ subject: string }>(door, { key: newKey(), ...input });
}

function asked(school: SchoolUnderTest, person: string, who: string = head): string {
  const answer = press(school, who, 'recordRequest', { person, askedBy: 'Her mother', received: '07/09/2026' });
  if (!answer.ok) throw new Error(answer.message);
  return answer.value.subject;
}

function opened(school: SchoolUnderTest, who: string, subject: string): OpenRequest {
  school.workspace.clock.pass(10_000);
  return school.as(who).get<OpenRequest>('openRequest', { subject });
}

function requests(school: SchoolUnderTest, who: string): { open: RequestLine[]; answered: RequestLine[] } {
  school.workspace.clock.pass(10_000);
  return school.as(who).get('seeRequests');
}

async function pdf(school: SchoolUnderTest, who: string, subject: string, change: Record<string, unknown> = {}): Promise<string> {
  const { stamp } = opened(school, who, subject);
  const file = school.as(who).get<PdfFile>('makeAccessPdf', { key: newKey(), subject, lifted: [], added: [], leftOut: [], stamp, ...change });
  expect(file.name).toBe('Subject access 2026-09-07.pdf');
  return (await pdfText(Buffer.from(file.base64, 'base64'))).pages.join(' ').replace(/\s+/g, ' ');
}

/** Amira was hurt by Yusuf, and her teacher wrote it down. */
function aStory() {
  const school = aSchool();
  const story = 'Amira Khan said that YUSUF pushed her; Yusuf’s friend Orla Fennimore laughed. Mail yusuf.khan@quillhaven.example.';
  const reference = raise(school, { ...naming({ [pupil]: 'affected', [youngPupil]: 'alleged' }), story, where: 'Outside 3A' });
  new Working(school, dsl, reference).press('addNote', { text: 'Spoke to Amira, then to Mr Okafor and Yusuf Khan.' });
  return { school, reference };
}

test('B21: the answer is due in one calendar month; more time needs a reason and has an end; then it is answered', () => {
  const { school } = aStory();
  const subject = asked(school, pupil);
  expect(subject).toMatch(/^subject-access-[2-9A-Z]{6}$/);
  expect(requests(school, dsl).open).toMatchObject([
    { subject, name: 'Amira Khan', askedBy: 'Her mother', due: '07/10/2026', when: 'in 30 days', isLate: false },
  ]);
  expect(press(school, dsl, 'extendRequest', { subject, until: '07/10/2026', why: 'Many' })).toMatchObject({ ok: false, field: 'until' });
  expect(press(school, dsl, 'extendRequest', { subject, until: '08/12/2026', why: 'Many' })).toMatchObject({ ok: false, code: 'too-late' });
  expect(press(school, dsl, 'extendRequest', { subject, until: '07/12/2026', why: '' })).toMatchObject({ ok: false, field: 'why' });
  expect(press(school, dsl, 'extendRequest', { subject, until: '07/12/2026', why: 'Very many cases' })).toMatchObject({ ok: true });
  expect(requests(school, dsl).open).toMatchObject([{ due: '07/12/2026', extended: 'Very many cases' }]);
  school.workspace.clock.pass(92 * 24 * 3_600_000);
  expect(requests(school, dsl).open).toMatchObject([{ isLate: true, when: expect.stringMatching(/late$/) }]);
  expect(press(school, dsl, 'answerRequest', { subject, on: '06/09/2026', how: 'By hand' })).toMatchObject({ ok: false, code: 'before-asked' });
  expect(press(school, dsl, 'answerRequest', { subject, on: '07/12/2026', how: 'By hand' })).toMatchObject({ ok: true });
  expect(requests(school, dsl)).toMatchObject({ open: [], answered: [{ subject, how: 'By hand' }] });
  expect(press(school, dsl, 'answerRequest', { subject, on: '07/12/2026', how: 'Again' })).toMatchObject({ ok: false, code: 'answered' });
});

test('B21: everything about the person across cases, with everybody else’s names blacked out, and only text in the PDF', async () => {
  const { school, reference } = aStory();
  const subject = asked(school, pupil);
  const text = await pdf(school, dsl, subject);
  expect(text).toContain(`Amira Khan said that ${BLOCK} pushed her; ${BLOCK} friend ${BLOCK} laughed. Mail ${BLOCK}.`);
  expect(text).toContain('Outside 3A');
  expect(text).toContain(reference);
  expect(text).not.toMatch(/yusuf|okafor|orla|fennimore|sam\b/i);
  expect(requests(school, head).open[0]?.parts).toEqual([expect.stringMatching(/^Priya Nair, 07\/09\/2026/)]);
});

test('B21: what a person lifts, adds and leaves out is so in the PDF; what was recorded meanwhile must be checked first', async () => {
  const { school, reference } = aStory();
  const subject = asked(school, pupil);
  const [file] = opened(school, dsl, subject).cases;
  const [passage] = file?.passages ?? [];
  const [mark] = passage?.said.marks ?? [];
  if (!passage || !mark) throw new Error('nothing is marked');
  const text = await pdf(school, dsl, subject, { lifted: [markId(passage.id, 'said', mark)], added: ['outside'], leftOut: [`${reference}.2`] });
  expect(text).toContain('Amira Khan said that YUSUF pushed her');
  expect(text).not.toMatch(/Outside|Spoke to Amira/);
  expect(text).toContain('A part was left out here.');

  const { stamp } = opened(school, dsl, subject);
  new Working(school, dsl, reference).press('addNote', { text: 'Something new about Zoe' });
  expect(press(school, dsl, 'makeAccessPdf', { subject, lifted: [], added: [], leftOut: [], stamp })).toMatchObject({ ok: false, code: 'changed-meanwhile' });
});

test('B5, B21: each makes a part from what they may read; a case that names them is in nobody’s part of theirs; nobody sees to their own', async () => {
  const school = aSchool();
  const inDsl = raise(school, naming({ [teacher]: 'witness', [pupil]: 'affected' }), people.secondTeacher);
  const inStaff = raise(school, naming({ [teacher]: 'alleged' }), people.secondTeacher);
  const withHead = raise(school, naming({ [teacher]: 'alleged', [head]: 'witness' }), people.secondTeacher);
  const subject = asked(school, teacher, dataLead);
  const parts = Object.fromEntries([dsl, head, dataLead].map((who) => [who, opened(school, who, subject).cases.map(({ reference }) => reference)]));
  expect(parts).toEqual({ [dsl]: [inDsl], [head]: [inStaff], [dataLead]: [] });
  expect(JSON.stringify(parts)).not.toContain(withHead);

  const aboutHead = asked(school, head, dataLead);
  expect(requests(school, head).open.map((each) => each.subject)).toEqual([subject]);
  for (const door of ['openRequest', 'extendRequest', 'answerRequest', 'makeAccessPdf']) {
    const rest = { until: '07/12/2026', why: 'x', on: '07/09/2026', how: 'x', lifted: [], added: [], leftOut: [], stamp: '' };
    expect(press(school, head, door, { subject: aboutHead, ...rest })).toMatchObject({ ok: false, code: 'no-such-request' });
  }
  const typed = asked(school, 'ruth ADEYEMI', dataLead);
  expect(requests(school, head).open.map((each) => each.subject)).toEqual([subject]);
  expect(press(school, head, 'openRequest', { subject: typed })).toMatchObject({ ok: false, code: 'no-such-request' });
  expect(press(school, head, 'recordRequest', { person: head, askedBy: 'Me', received: '07/09/2026' })).toMatchObject({ ok: false, code: 'about-yourself' });
  for (const who of [people.deputy, people.chair, teacher, pupil])
    expect(press(school, who, 'seeRequests', {})).toMatchObject({ ok: false, code: 'not-yours' });
});

test('B21: that somebody raised a concern is about them; what they raised about others is not', async () => {
  const school = aSchool();
  raise(school, { ...naming({ [pupil]: 'affected' }), story: 'Somebody else’s story' });
  const subject = asked(school, teacher);
  expect(opened(school, dsl, subject)).toMatchObject({ cases: [], raised: [expect.stringMatching(/^07\/09\/2026/)] });
  const text = await pdf(school, dsl, subject);
  expect(text).toContain('raised a concern on 07/09/2026');
  expect(text).not.toContain('story');
});

test('B21: nothing is recorded about a day that is none, nobody, or a day that has not come', () => {
  const school = aSchool();
  const request = { person: pupil, askedBy: 'Her mother', received: '07/09/2026' };
  expect(press(school, dsl, 'recordRequest', { ...request, received: '31/02/2026' })).toMatchObject({ ok: false, field: 'received' });
  expect(press(school, dsl, 'recordRequest', { ...request, received: '08/09/2026' })).toMatchObject({ ok: false, field: 'received' });
  expect(press(school, dsl, 'recordRequest', { ...request, askedBy: ' ' })).toMatchObject({ ok: false, field: 'askedBy' });
  expect(press(school, dsl, 'recordRequest', { ...request, person: '' })).toMatchObject({ ok: false, field: 'person' });
  expect(requests(school, dsl)).toEqual({ open: [], answered: [] });
});
