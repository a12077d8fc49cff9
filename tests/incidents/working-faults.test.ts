import { expect, test } from '@jest/globals';
import { faultSweep } from '../support/fault-sweep.ts';
import { base64, begun, PDF } from '../support/reporting.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';
import { EMPTY, naming, raise, Working } from '../support/working.ts';

/**
 * Whichever call of a press on a case fails, or the run dies there: after pressing again and a heartbeat it is recorded once, the desks show
 * what they should, each mail went once, and the history is unbroken.
 */

interface Press {
  door: string;
  input?: Record<string, unknown>;
  /** The journal's actions that it adds, each once. */
  records: string[];
  /** Mails that it sends, by receiver. */
  mails?: Partial<Record<keyof SchoolUnderTest['people'], number>>;
  /** Lanes whose desk has the case afterwards. */
  desks?: string[];
  /** Which calls fail, where it is not every one: what the press shares with the others was tried there. */
  tries?: RegExp;
  extra?(school: SchoolUnderTest): unknown;
  extraIs?: unknown;
}

const person = (email: string, role: string) => ({ email, name: '', role, sex: '', outsider: false });
const AMIRA = 'amira.khan@quillhaven.example';
/** The decision itself: it is the same for every press. */
const WRITING = /^Sheets.Spreadsheets.batchUpdate$/;

const PRESSES: Press[] = [
  { door: 'changeState', input: { from: 'new', to: 'waiting' }, records: ['case state changed'] },
  { door: 'openCase', records: ['case opened'], tries: WRITING },
  { door: 'addNote', input: { text: 'Seen her' }, records: ['case note added'], tries: WRITING },
  { door: 'changeOwner', input: { from: '', to: 'priya.nair@quillhaven.example' }, records: ['case owner changed'], tries: WRITING },
  { door: 'classifyCase', records: ['case classified'], tries: WRITING },
  {
    ...{ door: 'changePeople', input: { people: [person(AMIRA, 'affected'), person('tom.whitfield@quillhaven.example', 'witness')] } },
    ...{ records: ['case people changed', 'case desk made anew'], desks: [], tries: /^Sheets.Spreadsheets.batchUpdate|^Drive|^Properties.set/ },
    extra: (school) => filesWithCase(school, school.people.deputy),
    extraIs: [],
  },
  { door: 'addTask', records: ['case tasks changed'], tries: WRITING },
  { door: 'recordDecision', input: { agency: 'police' }, records: ['case decision recorded'], tries: WRITING },
  { door: 'shareInformation', records: ['case information shared'], tries: WRITING },
  {
    ...{ door: 'addFile', input: { name: 'letter.pdf', data: base64(PDF) }, records: ['case file added'], tries: /^Drive|batchUpdate$/ },
    ...{ extra: begun, extraIs: { draft: [], upload: [], attachment: ['letter.pdf'] } },
  },
  {
    ...{ door: 'handOver', input: { from: 'dsl', to: 'staff' }, records: ['case handed over'], mails: { head: 1 }, desks: ['staff'] },
    tries: /^Gmail|batchUpdate$|^Lock.tryLock$/,
  },
];

const arranged = (() => {
  const school = aSchool();
  const reference = raise(school, naming({ [AMIRA]: 'affected' }));
  const finished = school.clone();
  const dsl = new Working(finished, finished.people.dsl, raise(finished, { ...naming({ [AMIRA]: 'affected' }), story: 'Another matter' }));
  dsl.press('classifyCase').finish();
  return { school, reference, finished, toClose: dsl.reference };
})();

/** Files that somebody can open and that speak of the case, their history too: a Sheet that ever showed it is another file by then. */
function filesWithCase({ workspace }: SchoolUnderTest, who: string): string[] {
  const mine = Object.values(workspace.data.files).filter(({ id }) => workspace.drive.mayRead(who, id));
  const shown = arranged.school.fileId('desk-dsl');
  return mine.filter(({ id }) => id === shown || JSON.stringify(workspace.data.spreadsheets[id] ?? '').includes(arranged.reference)).map(({ name }) => name);
}

function journalOf(school: SchoolUnderTest, reference: string): string[] {
  const [headings = [], ...rows] = school.sheet('records', 'Journal');
  const [subject, action] = ['Subject', 'Action'].map((heading) => headings.indexOf(heading));
  return rows.filter((row) => row[subject ?? 0] === reference).map((row) => row[action ?? 0] ?? '');
}

function sweep(before: SchoolUnderTest, reference: string, press: Press): void {
  const { door, records, mails = {}, desks = ['dsl'], tries } = press;
  const request = { ...EMPTY[door], key: `the-press-of-${door}`, reference, ...press.input };
  const had = journalOf(before, reference);
  const sent = (school: SchoolUnderTest, who: keyof typeof mails) => school.mailTo(school.people[who]).length - before.mailTo(school.people[who]).length;
  const lanes = ['dsl', 'staff'].filter((lane) => before.desk(lane).some(([first]) => first === reference) || desks.includes(lane));
  faultSweep<SchoolUnderTest>({
    arrange: () => before,
    clone: (school) => school.another(),
    // Sharing with each of several people is the same call.
    ...(tries ? { tries: (call, isFirst) => tries.test(call) && (isFirst || !/Permissions/.test(call)) } : {}),
    operation: (school, faults) => {
      const { run } = school.door(school.people.dsl, door, request, faults);
      if (!run) throw new Error('the door did not run');
      return run;
    },
    recover: (school) => {
      school.as(school.people.dsl).get(door, request);
      school.pass(5);
    },
    invariant: (school, where) => {
      const now = journalOf(school, reference);
      const added = records.map((action) => [action, now.filter((each) => each === action).length - had.filter((each) => each === action).length]);
      const facts = {
        added: Object.fromEntries(added),
        mails: Object.fromEntries(Object.keys(mails).map((who) => [who, sent(school, who as keyof typeof mails)])),
        desks: lanes.filter((lane) => school.desk(lane).some(([first]) => first === reference)),
        history: school.history(),
        extra: press.extra?.(school),
      };
      const expected = { added: Object.fromEntries(records.map((action) => [action, 1])), mails, desks, history: 'unbroken', extra: press.extraIs };
      expect({ where, ...facts }).toEqual({ where, ...expected });
    },
  });
}

test.each(PRESSES.map((press) => [press.door, press] as const))('B2, B5: %s is recorded once, whichever call fails', (_, press) => {
  sweep(arranged.school, arranged.reference, press);
});

test('B13: a case is closed once, whichever call fails, and the second senior person told once', () => {
  const { finished, toClose } = arranged;
  const dsl = new Working(finished, finished.people.dsl, toClose);
  const input = { second: { email: finished.people.secondDeputy, name: '' }, version: dsl.file().peopleVersion };
  sweep(finished, toClose, { door: 'closeCase', input, records: ['case closed'], mails: { secondDeputy: 1 }, desks: [], tries: /^Gmail|batchUpdate$/ });
});

test('B4, B6, B13: a step, a task and an addendum are recorded once, whichever call fails', () => {
  const { school, reference, finished, toClose } = arranged;
  const there = school.clone();
  const dsl = new Working(there, there.people.dsl, reference);
  dsl.press('addTask');
  const { protocols, tasks } = dsl.file();
  const [protocol] = protocols;
  const step = protocol?.steps.find(({ kind }) => kind === 'do');
  const answered = { protocol: protocol?.id, step: step?.id, answer: 'done', witness: 'A Colleague' };
  sweep(there, reference, { door: 'recordStep', input: answered, records: ['case step recorded'], tries: WRITING });
  const task = tasks.find(({ from }) => from === 'hand');
  sweep(there, reference, { door: 'settleTask', input: { id: task?.id }, records: ['case task settled'], tries: WRITING });
  const closed = finished.clone();
  new Working(closed, closed.people.dsl, toClose).close();
  sweep(closed, toClose, { door: 'addAddendum', input: { text: 'More' }, records: ['case addendum added'], desks: [], tries: WRITING });
});

test('B2: two cases are linked on both sides, once, whichever call fails', () => {
  const { finished, toClose, reference } = arranged;
  sweep(finished, toClose, { door: 'linkCases', input: { to: reference }, records: ['case linked'], tries: WRITING });
  const there = finished.clone();
  new Working(there, there.people.dsl, toClose).press('linkCases', { to: reference });
  expect([toClose, reference].map((each) => journalOf(there, each).filter((action) => action === 'case linked').length)).toEqual([1, 1]);
});
