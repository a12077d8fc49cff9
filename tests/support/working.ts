import type { CaseFile } from '../../src/incidents/working/case-file.ts';
import type { CaseList } from '../../src/incidents/working/see-cases.ts';
import type { Answer } from '../../src/pages/answer.ts';
import { aConcern } from './reporting.ts';
import type { SchoolUnderTest } from './school.ts';

let presses = 0;

/** A key that no other press of this run has. */
export function newKey(): string {
  presses += 1;
  return `press-of-a-button-${presses}`;
}

/** Raises a concern through the door and gives its reference. */
export function raise(school: SchoolUnderTest, change: Record<string, unknown> = {}, by: string = school.people.teacher): string {
  return school.as(by).get<{ reference: string }>('raiseConcern', aConcern({ key: newKey(), ...change })).reference;
}

/** People as the report page names them: address → role. */
export function naming(people: Record<string, string>): { people: { email: string; name: string; role: string }[] } {
  return { people: Object.entries(people).map(([email, role]) => ({ email, name: '', role })) };
}

/** One person at work on one case, through the doors. */
export class Working {
  constructor(
    readonly school: SchoolUnderTest,
    readonly who: string,
    readonly reference: string,
  ) {}

  file(): CaseFile {
    return this.school.as(this.who).get<CaseFile>('openCase', { reference: this.reference });
  }

  /** Presses a button; the answer as the page gets it. */
  try(door: string, input: Record<string, unknown> = {}): Answer<Record<string, unknown>> {
    // People are not as quick as tests: Google allows so many reads a minute.
    this.school.workspace.clock.pass(10_000);
    return this.school.as(this.who).call(door, { ...EMPTY[door], key: newKey(), reference: this.reference, ...input });
  }

  /** The same; a refusal fails the test with the page's own words. */
  press(door: string, input: Record<string, unknown> = {}): this {
    const answer = this.try(door, input);
    if (!answer.ok) throw new Error(`${door} as ${this.who}: ${answer.message}`);
    return this;
  }

  list(filter: Record<string, unknown> = {}): CaseList {
    return this.school.as(this.who).get<CaseList>('listCases', filter);
  }

  /** Answers every step that is open, settles every task, so that only the form of closing is left. */
  finish(): this {
    for (let round = 0; round < 20; round += 1) {
      const { protocols, tasks, closing } = this.file();
      if (closing.gaps.length === 0) return this;
      for (const protocol of protocols.filter(({ fits }) => fits === 'applies')) {
        // An answer may make a later step or task unnecessary: it is then refused.
        const open = protocol.steps.filter(({ answer, optional }) => answer === '' && !optional);
        for (const step of open) this.try('recordStep', { protocol: protocol.id, step: step.id, answer: anAnswer(step), witness: 'A Colleague' });
      }
      for (const { id, agency } of tasks) {
        if (agency === '') this.try('settleTask', { id, how: 'not needed', note: 'Not in this case' });
        else this.try('recordDecision', { agency, tasks: [id] });
      }
    }
    return this;
  }

  close(change: Record<string, unknown> = {}): this {
    return this.press('closeCase', { version: this.file().peopleVersion, second: { email: this.school.people.head, name: '' }, ...change });
  }
}

function anAnswer({ kind, choices }: CaseFile['protocols'][number]['steps'][number]): string {
  const values = choices.map(({ value }) => value);
  return kind === 'text' ? 'As was said' : (['no', 'done', 'none'].find((each) => values.includes(each)) ?? values[0] ?? '');
}

/** What the page sends besides the key and the reference, where a test does not care. */
export const EMPTY: Record<string, Record<string, unknown>> = {
  recordStep: { note: '', witness: '', at: '', was: '' },
  settleTask: { how: 'done', note: '', at: '' },
  addTask: { what: 'Telephone home', who: 'DSL', due: '', required: true },
  recordDecision: { referred: false, why: 'There is no sign of it', at: '', spokeTo: '', theirReference: '', tasks: [] },
  shareInformation: { shared: true, withWhom: 'The family doctor', what: 'That we are worried', why: 'Her health', at: '' },
  classifyCase: { types: ['bullying'], severity: 'medium', why: 'Weighed', was: { types: [], severity: '' } },
  changePeople: { why: 'It was found out', version: 1, sure: false, people: [] },
  handOver: { from: 'dsl', why: 'It belongs there' },
  closeCase: {
    ...{ outcome: 'supported', summary: 'They talked, and it stopped.', lessons: '', policyChange: '', version: 1 },
    parentsTold: { told: true, at: '', byWhom: 'The DSL', whyNot: '' },
  },
};
