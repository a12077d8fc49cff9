import { expect, test } from '@jest/globals';
import type { Chronology } from '../../src/incidents/keeping/see-chronology.ts';
import type { PdfFile } from '../../src/school/pdf.script.ts';
import { pdfText } from '../support/pdf.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';
import { naming, raise } from '../support/working.ts';

/** A person's chronology through the doors: each reader sees their own cases, whoever is named sees none of it (B14). */

const { people } = aSchool();

function lines(school: SchoolUnderTest, who: string, person: string): string[] {
  return school
    .as(who)
    .get<Chronology>('seeChronology', { person })
    .lines.map(({ reference }) => reference);
}

function typed(name: string, role: string) {
  return { people: [{ email: '', name, role }] };
}

test('B14: a pupil’s cases in order, with roles, and what repeats', () => {
  const school = aSchool();
  const first = raise(school, { ...naming({ [people.pupil]: 'affected' }), happened: '2026-09-01T08:00:00.000Z' });
  const second = raise(school, { ...naming({ [people.pupil]: 'alleged', [people.youngPupil]: 'affected' }), happened: '2026-08-01T08:00:00.000Z' });
  const third = raise(school, { ...naming({ [people.pupil]: 'affected' }) });
  const chronology = school.as(people.dsl).get<Chronology>('seeChronology', { person: people.pupil });
  expect(chronology).toMatchObject({
    ...{ name: 'Amira Khan', what: 'pupil, 3A' },
    repeats: ['3 cases: twice affected, once alleged to have done it.'],
    lines: [
      { reference: second, role: 'alleged', repeat: '' },
      { reference: first, role: 'affected', repeat: '' },
      { reference: third, role: 'affected', repeat: 'Second time as affected since 01/09/2026' },
    ],
  });
});

test('B5, B14: each reader’s own lanes, and nobody sees a case that names them', () => {
  const school = aSchool();
  const aboutPupil = raise(school, naming({ [people.pupil]: 'affected' }));
  const withDeputy = raise(school, naming({ [people.pupil]: 'affected', [people.deputy]: 'witness' }));
  const aboutTeacher = raise(school, naming({ [people.secondTeacher]: 'alleged', [people.pupil]: 'affected' }));
  const aboutHead = raise(school, { ...naming({ [people.head]: 'alleged', [people.pupil]: 'affected' }), about: 'head' });
  const seen = Object.fromEntries([people.dsl, people.deputy, people.head, people.chair].map((who) => [who, lines(school, who, people.pupil).sort()]));
  expect(seen).toEqual({
    [people.dsl]: [aboutPupil, withDeputy].sort(),
    [people.deputy]: [aboutPupil],
    [people.head]: [aboutTeacher],
    [people.chair]: [aboutHead],
  });
  // About themselves they see what they would of somebody there is no case about.
  expect(lines(school, people.head, people.head)).toEqual([]);
  expect(lines(school, people.deputy, people.deputy)).toEqual([]);
  expect(lines(school, people.chair, people.head)).toEqual([aboutHead]);
  for (const who of [people.teacher, people.pupil, people.secondTeacher])
    expect(school.as(who).call('seeChronology', { person: people.pupil })).toMatchObject({ ok: false, code: 'not-yours' });
});

test('B14: somebody from outside is found by the whole name, however it was typed; adults whom a typed name may mean are not listed as them', () => {
  const school = aSchool();
  const one = raise(school, typed('Zoë Marsh', 'alleged'));
  const two = raise(school, typed('zoe  MARSH', 'affected'));
  raise(school, typed('Zoe Marshall', 'affected'));
  expect(lines(school, people.dsl, 'Zoe Marsh').sort()).toEqual([one, two].sort());
  expect(lines(school, people.dsl, 'Zoe')).toEqual([]);

  const meant = raise(school, typed('Hannah Lindqvist', 'alleged'));
  expect(lines(school, people.head, people.secondTeacher)).toEqual([]);
  expect(lines(school, people.head, 'hannah lindqvist')).toEqual([meant]);
  // A pupil whose name was typed stands there with a word of doubt.
  const pupil = raise(school, typed('amira khan', 'affected'));
  expect(school.as(people.dsl).get<Chronology>('seeChronology', { person: people.pupil }).lines).toMatchObject([{ reference: pupil, isTyped: true }]);
});

test('B14: a chronology takes a few calls, however many cases there are', () => {
  const school = aSchool();
  const calls = () => school.door(people.dsl, 'seeChronology', { person: 'Zoe Marsh' }).run?.calls.length ?? 0;
  raise(school, typed('Zoe Marsh', 'affected'));
  const withOne = calls();
  for (let index = 0; index < 5; index += 1) raise(school, typed('Zoe Marsh', 'affected'));
  expect(calls()).toBe(withOne);
});

test('B14: the PDF says the same, runs nothing, and its name names nobody', async () => {
  const school = aSchool();
  const hostile = '<img src=x onerror=alert(1)> =HYPERLINK("x")';
  const reference = raise(school, { ...typed(hostile, 'affected') });
  const pdf = school.as(people.dsl).get<PdfFile>('chronologyAsPdf', { person: hostile });
  expect(pdf).toMatchObject({ name: 'Chronology 2026-09-07.pdf', mimeType: 'application/pdf' });
  const text = (await pdfText(Buffer.from(pdf.base64, 'base64'))).pages.join(' ').replace(/\s+/g, ' ');
  for (const part of [reference, '<img src=x', '=HYPERLINK', 'affected']) expect(text).toContain(part);
});
