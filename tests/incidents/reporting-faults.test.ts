import { expect, test } from '@jest/globals';
import type { Fault } from '../../local/apps-script/faults.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aConcern, begun, draftText, filesIn, PDF, Writing } from '../support/reporting.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

/** Draft and files are Drive's; what the journal, the desk and the mails do is swept where they are. */
function isOfDrafts(call: string): boolean {
  return call.startsWith('Drive.') || call === 'Sheets.Spreadsheets.batchUpdate';
}

/** Two heartbeats, the second at the beginning of an hour, when drafts are seen to. */
function beats(school: SchoolUnderTest): void {
  school.beat();
  const hour = 3_600_000;
  school.workspace.clock.pass(hour - (school.workspace.clock.now() % hour));
  school.beat();
}

/** What must be true in the end, however it went. */
function facts(school: SchoolUnderTest, action: string) {
  const { draft, upload, attachment } = begun(school);
  return { draft: draft.length, upload: upload.length, attachment, inJournal: filesIn(school, action), history: school.history() };
}

const KEPT = { draft: 0, upload: 0, attachment: ['letter.pdf'], inJournal: ['letter.pdf'], history: 'unbroken' };

interface Begun {
  school: SchoolUnderTest;
  page: Writing;
  file: string;
}

/** Somebody has written, put two files to it, and thought better of one. */
function written(school: SchoolUnderTest, who: string, what = ''): Begun {
  const page = new Writing(school, who, what).save();
  const file = page.upload('letter.pdf', PDF);
  page.upload('second thoughts.pdf', PDF);
  return { school, page, file };
}

test('B1: a concern with a file: whichever call fails, one concern, its file once, and nothing left of the draft', () => {
  const request = ({ page, file }: Begun) => aConcern({ draft: page.draft, files: [file] });
  faultSweep<Begun>({
    arrange: () => {
      const school = aSchool();
      return written(school, school.people.teacher);
    },
    clone: (world) => ({ ...world, school: world.school.another() }),
    tries: isOfDrafts,
    operation: (world, faults) => ran(world.school, 'raiseConcern', request(world), faults),
    meanwhile: (world) => void world.school.door(world.school.people.teacher, 'raiseConcern', request(world)),
    recover: (world) => {
      world.school.as(world.school.people.teacher).get('raiseConcern', request(world));
      beats(world.school);
    },
    invariant: ({ school }, where) => {
      const cases = school.sheet('records', 'Cases').length - 1;
      expect({ where, cases, ...facts(school, 'concern raised') }).toEqual({ where, cases: 1, ...KEPT });
    },
  });
});

test('B1: something added with a file: whichever call fails, it is added once, and nothing is left of the draft', () => {
  let reference = '';
  const request = ({ page, file }: Begun) => ({ key: 'press-0001-of-adding', reference, text: 'More', draft: page.draft, files: [file] });
  faultSweep<Begun>({
    arrange: () => {
      const school = aSchool();
      reference = school.as(school.people.teacher).get<{ reference: string }>('raiseConcern', aConcern()).reference;
      return written(school, school.people.teacher, reference);
    },
    clone: (world) => ({ ...world, school: world.school.another() }),
    tries: isOfDrafts,
    operation: (world, faults) => ran(world.school, 'addToConcern', request(world), faults),
    meanwhile: (world) => void world.school.door(world.school.people.teacher, 'addToConcern', request(world)),
    recover: (world) => {
      world.school.as(world.school.people.teacher).get('addToConcern', request(world));
      beats(world.school);
    },
    invariant: ({ school }, where) => {
      const told = school.mailTo(school.people.dsl).filter(({ subject }) => subject.includes('was added')).length;
      expect({ where, told, ...facts(school, 'concern added to') }).toEqual({ where, told: 1, ...KEPT });
    },
  });
});

test('B1: whichever call of keeping a draft fails, the words are kept once, and sent they are gone', () => {
  const request = { what: '', draft: '', was: 0, key: 'press-0001-of-the-draft', text: draftText() };
  const another = { ...request, key: 'press-0002-of-the-draft', text: draftText({ story: 'At the computer' }) };
  faultSweep<SchoolUnderTest>({
    arrange: aSchool,
    clone: (school) => school.another(),
    tries: (call) => call.startsWith('Drive.'),
    operation: (school, faults) => ran(school, 'saveDraft', request, faults),
    meanwhile: [
      (school) => void school.door(school.people.teacher, 'saveDraft', request),
      (school) => void school.door(school.people.secondTeacher, 'saveDraft', another),
    ],
    recover: (school) => void school.as(school.people.teacher).get('saveDraft', request),
    invariant: (school, where) => {
      const mine = new Writing(school, school.people.teacher);
      expect({ where, story: mine.found().draft?.text.story }).toEqual({ where, story: 'She told me that' });
      school.as(school.people.teacher).get('raiseConcern', aConcern({ draft: mine.found().draft?.id }));
      expect({ where, left: mine.found() }).toEqual({ where, left: { sent: '', draft: null } });
    },
  });
});

test('B1: whichever call of an upload fails, the file is there once', () => {
  faultSweep<{ school: SchoolUnderTest; draft: string }>({
    arrange: () => {
      const school = aSchool();
      return { school, draft: new Writing(school, school.people.teacher).save().draft };
    },
    clone: ({ school, draft }) => ({ school: school.another(), draft }),
    tries: (call) => call.startsWith('Drive.'),
    operation: ({ school, draft }, faults) => ran(school, 'uploadFile', upload(draft), faults),
    recover: ({ school, draft }) => void school.as(school.people.teacher).get('uploadFile', upload(draft)),
    invariant: ({ school }, where) => expect({ where, ...begun(school) }).toEqual({ where, draft: ['Draft'], upload: ['letter.pdf'], attachment: [] }),
  });
});

function upload(draft: string) {
  return { what: '', draft, key: 'press-of-the-file', name: 'letter.pdf', data: Buffer.from(PDF).toString('base64'), typeHint: '', story: '' };
}

function ran(school: SchoolUnderTest, door: string, request: unknown, faults: Fault[]) {
  const { run } = school.door(school.people.teacher, door, request, faults);
  if (!run) throw new Error('the door did not run');
  return run;
}
