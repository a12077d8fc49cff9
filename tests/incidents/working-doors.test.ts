import { expect, test } from '@jest/globals';
import type { SchoolUnderTest } from '../support/school.ts';
import { aSchool } from '../support/school.ts';
import { EMPTY, naming, newKey, raise } from '../support/working.ts';

/** Every door of a case × everybody who may come × whom the case names (B5). */

const READERS = { head: 'head', dsl: 'dsl', deputy: 'deputy', chair: 'chair', coordinator: 'computingLead', dataLead: 'businessManager' } as const;
const OTHERS = { teacher: 'teacher', pupil: 'pupil', technician: 'technician', senior: 'secondDeputy' } as const;
const VISITORS = { ...READERS, ...OTHERS };
type Visitor = keyof typeof VISITORS;

/** Cases, and who may do what can be done with them. */
const CASES: Record<string, { concern(people: SchoolUnderTest['people']): Record<string, unknown>; readers: (keyof typeof READERS)[] }> = {
  'about a pupil': { concern: ({ pupil }) => naming({ [pupil]: 'affected' }), readers: ['dsl', 'deputy'] },
  'that a deputy has seen': { concern: ({ pupil, deputy }) => naming({ [pupil]: 'affected', [deputy]: 'witness' }), readers: ['dsl'] },
  'about a teacher': { concern: ({ teacher }) => naming({ [teacher]: 'alleged' }), readers: ['head'] },
  'about the DSL': { concern: ({ dsl }) => naming({ [dsl]: 'alleged' }), readers: ['head'] },
  'about the head': { concern: ({ head }) => naming({ [head]: 'alleged' }), readers: ['chair'] },
  'of misuse': { concern: () => ({ about: 'misuse', people: [] }), readers: ['coordinator'] },
  'of lost data': { concern: () => ({ about: 'data', people: [] }), readers: ['head', 'dataLead'] },
};

const DOORS: Record<string, Record<string, unknown>> = {
  openCase: {},
  readFile: { file: 'no-such-file' },
  addNote: { text: 'Seen' },
  changeState: { from: 'new', to: 'waiting' },
  changeOwner: { from: '', to: '' },
  classifyCase: {},
  changePeople: {},
  recordStep: { protocol: 'first-response', step: 'no-such-step', answer: 'done' },
  settleTask: { id: 'no-such-task' },
  addTask: {},
  recordDecision: { agency: 'police' },
  shareInformation: {},
  addFile: { name: 'notes.txt', data: 'aGVsbG8=' },
  handOver: { from: 'dsl', to: 'low-level' },
  linkCases: { to: 'C-ZZZZZZ' },
  closeCase: { second: { email: '', name: '' } },
  addAddendum: { text: 'More' },
};

let arranged: { school: SchoolUnderTest; references: Record<string, string> } | null = null;

function aSchoolWithCases() {
  if (arranged === null) {
    const school = aSchool();
    // Raised by somebody whom none of them names.
    const raised = Object.entries(CASES).map(([name, { concern }]) => [name, raise(school, concern(school.people), school.people.supply)] as const);
    arranged = { school, references: Object.fromEntries(raised) };
  }
  return { school: arranged.school.clone(), references: arranged.references };
}

test.each(Object.entries(DOORS))('B5: %s does it for the readers of a case whom it does not name, and is shut to everybody else', (door, input) => {
  const { school, references } = aSchoolWithCases();
  const journal = () => school.sheet('records', 'Journal').length;
  for (const [name, { readers }] of Object.entries(CASES)) {
    // Those without a post are turned away before anything is looked up: one case stands for all.
    for (const visitor of Object.keys(name === 'about a pupil' ? VISITORS : READERS) as Visitor[]) {
      const mayRead = readers.some((reader) => reader === visitor);
      const there = mayRead ? school.clone() : school;
      there.workspace.clock.pass(3_000);
      const before = journal();
      const request = { ...EMPTY[door], key: newKey(), reference: references[name], ...input };
      const answer = there.as(there.people[VISITORS[visitor]]).call(door, request);
      const isIn = answer.ok || (answer.code !== 'not-yours' && (answer.code !== 'no-such-case' || door === 'linkCases'));
      // Linking asks for another case, which there is not: its own reference shows which of the two is refused.
      const isInByName = door === 'linkCases' && !answer.ok ? answer.message.includes('C-ZZZZZZ') : isIn;
      expect([name, visitor, isInByName]).toEqual([name, visitor, mayRead]);
      if (!answer.ok) expect(answer.code).not.toMatch(/unreadable|busy|unexpected|records/);
      expect(journal()).toBe(before);
    }
  }
});

test('B5: what a refusal says of a case that names somebody is what it says of one that does not exist, at every door', () => {
  const { school, references } = aSchoolWithCases();
  const named = references['that a deputy has seen'] ?? '';
  for (const [door, input] of Object.entries(DOORS)) {
    const said = (reference: string) => {
      school.workspace.clock.pass(5_000);
      const answer = school.as(school.people.deputy).call(door, { ...EMPTY[door], key: newKey(), reference, ...input });
      return JSON.stringify(answer).replaceAll(reference, '');
    };
    expect([door, said(named)]).toEqual([door, said('C-AAAAAA')]);
  }
});
