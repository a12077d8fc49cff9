import { expect, test } from '@jest/globals';
import type { CaseFile } from '../../src/incidents/working/case-file.ts';
import type { Answer } from '../../src/pages/answer.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';
import { EMPTY, naming, newKey, raise, Working } from '../support/working.ts';

/**
 * Two people press at one moment: the deputy's press comes in at every call of the DSL's. Both had seen the same page. No update is lost:
 * whoever comes second is told what changed, and nothing of the other's is overwritten.
 */

interface Meeting {
  door: string;
  dsl: Record<string, unknown>;
  deputy: Record<string, unknown>;
  /** The deputy's door, where it is another. */
  other?: string;
  /** What the case shows when the DSL was first, and when the deputy was. */
  shows(file: CaseFile): unknown;
  after: [dslFirst: unknown, deputyFirst: unknown];
  /** The code by which the second is told; '' when both are recorded. */
  told: string;
  /** Whether both are recorded when the DSL was first. */
  mayBoth?: true;
}

const person = (email: string, role: string) => ({ email, name: '', role, sex: '', outsider: false });
const AMIRA = 'amira.khan@quillhaven.example';
const YUSUF = 'yusuf.khan@quillhaven.example';

const MEETINGS: Record<string, Meeting> = {
  'two classifications': {
    ...{ door: 'classifyCase', dsl: { severity: 'high' }, deputy: { severity: 'low' }, told: 'changed-meanwhile' },
    ...{ shows: ({ severity }) => severity, after: ['high', 'low'] },
  },
  'two corrections of the people': {
    ...{ door: 'changePeople', told: 'changed-meanwhile' },
    ...{ dsl: { people: [person(AMIRA, 'witness')] }, deputy: { people: [person(AMIRA, 'affected'), person(YUSUF, 'alleged')] } },
    ...{ shows: ({ people }) => people.map(({ role }) => role).join(), after: ['witness', 'affected,alleged'] },
  },
  'two states': {
    ...{ door: 'changeState', dsl: { from: 'open', to: 'waiting' }, deputy: { from: 'open', to: 'new' }, told: 'changed-meanwhile' },
    ...{ shows: ({ state }) => state, after: ['waiting', 'new'] },
  },
  'two owners': {
    ...{ door: 'changeOwner', told: 'changed-meanwhile' },
    ...{ dsl: { from: '', to: 'priya.nair@quillhaven.example' }, deputy: { from: '', to: 'tom.whitfield@quillhaven.example' } },
    ...{ shows: ({ owner }) => owner.split('@')[0], after: ['priya.nair', 'tom.whitfield'] },
  },
  'one task settled twice': {
    ...{ door: 'settleTask', dsl: { how: 'done' }, deputy: { how: 'not needed', note: 'Nobody at home' }, told: 'changed-meanwhile' },
    ...{ shows: ({ settled }) => settled.map(({ how }) => how).join(), after: ['done', 'not needed'] },
  },
  'two lanes': {
    ...{ door: 'handOver', dsl: { to: 'staff' }, deputy: { to: 'low-level' }, told: 'no-such-case' },
    ...{ shows: ({ laneId }) => laneId, after: ['staff', 'low-level'] },
  },
  'a lane and a note': {
    ...{ door: 'addNote', dsl: { text: 'Seen her' }, other: 'handOver', deputy: { to: 'staff' }, told: 'no-such-case', mayBoth: true },
    ...{ shows: ({ notes }) => notes.length, after: [1, 0] },
  },
  'two notes': {
    ...{ door: 'addNote', dsl: { text: 'Seen her' }, deputy: { text: 'Seen her brother' }, told: '' },
    ...{ shows: ({ notes }) => notes.length, after: [2, 2] },
  },
  'two tasks': {
    ...{ door: 'addTask', dsl: { what: 'Telephone home' }, deputy: { what: 'Ask the nurse' }, told: '' },
    ...{ shows: ({ tasks }) => tasks.filter(({ from }) => from === 'hand').length, after: [3, 3] },
  },
};

/** An opened case with one task of the DSL's own. */
function arranged(): { school: SchoolUnderTest; reference: string; task: string } {
  const school = aSchool();
  const reference = raise(school, naming({ [AMIRA]: 'affected' }));
  const dsl = new Working(school, school.people.dsl, reference);
  dsl.press('addTask');
  const task = dsl.file().tasks.find(({ from }) => from === 'hand')?.id ?? '';
  return { school, reference, task };
}

/** The press goes on until it is answered by the case: somebody else may have been writing at that moment. */
function pressed(press: () => Answer<unknown>): Answer<unknown> {
  const answer = press();
  return !answer.ok && (answer.code === 'records' || answer.code === 'busy') ? press() : answer;
}

const { school: before, reference, task } = arranged();

test.each(Object.entries(MEETINGS))('B2: %s at one moment: nothing is lost, and the second is told', (_, meeting) => {
  const request = (door: string, input: object, key: string) => ({ ...EMPTY[door], id: task, ...input, key, reference });
  const [mine, theirs] = [request(meeting.door, meeting.dsl, newKey()), request(meeting.other ?? meeting.door, meeting.deputy, newKey())];
  const calls =
    before
      .clone()
      .door(before.people.dsl, meeting.door, mine)
      .run?.calls.map(({ name }) => name) ?? [];
  const [dslFirst, deputyFirst] = meeting.after;
  // The first call of each name, and whatever follows the decision's write.
  const places = calls.flatMap((name, index) => (calls.indexOf(name) === index || calls[index - 1] === 'Lock.releaseLock' ? [index + 1] : []));
  expect(places.length).toBeGreaterThan(4);

  const orders = new Set<string>();
  for (const at of places) {
    const school = before.clone();
    school.workspace.clock.pass(60_000);
    const theirPress = () => school.as(school.people.deputy).call(meeting.other ?? meeting.door, theirs);
    const meanwhile = { at, kind: 'meanwhile', run: () => void theirPress() } as const;
    let my = school.door<unknown>(school.people.dsl, meeting.door, mine, [meanwhile]).answer;
    if (!my.ok) my = pressed(() => school.as(school.people.dsl).call(meeting.door, mine));
    // The same press again gives its first answer.
    const their = pressed(theirPress);
    school.workspace.clock.pass(60_000);

    const answers = [my, their] as const;
    const shown = [school.people.dsl, school.people.head]
      .map((who) => school.as(who).call<CaseFile>('openCase', { reference }))
      .flatMap((answer) => (answer.ok ? [meeting.shows(answer.value)] : []));
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.code]));
    const where = `at call ${at}, ${calls[at - 1]}`;
    expect([where, shown]).toEqual([where, [my.ok ? dslFirst : deputyFirst]]);
    expect([where, refused]).toEqual([where, meeting.told === '' || (my.ok && their.ok && meeting.mayBoth) ? [] : [meeting.told]]);
    expect(school.history()).toBe('unbroken');
    orders.add(shown.join());
  }
  // Each of them was first at some of the calls.
  expect(orders.size).toBe(new Set(meeting.after).size);
});
