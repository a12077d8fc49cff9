import type { CaseRow } from '../../src/incidents/case.ts';
import type { About, Involvement, Lane, Severity } from '../../src/incidents/concern.ts';
import type { Task } from '../../src/incidents/tasks/task.ts';
import { tasksWanted } from '../../src/incidents/tasks/task-rules.ts';
import type { School } from '../../src/school/school.ts';
import { aCaseRow, involved } from './concerns.ts';

/** A school for rules that look at nothing but its people and its days. */
export const RULES_SCHOOL: School = {
  ...{ name: 'Q', domain: 'q.example', roleAccount: 'office@q.example', address: 'https://q.example/exec', dslTelephone: '01632 960 123' },
  ...{ head: 'head@q.example', dsl: 'dsl@q.example', deputies: ['deputy@q.example'], chair: 'chair@q.example' },
  ...{ approvers: [], technicians: [], office: [], clerk: '', coordinator: 'coordinator@q.example', dataLead: 'data@q.example', slt: [], witness: '' },
  ...{ nation: 'england and wales', closures: [{ from: '2026-10-26', to: '2026-10-30', name: 'Half term' }] },
};

/** What a test says of a case: everything else is usual. */
export interface RuleCase {
  types?: string[];
  answers?: Record<string, string>;
  people?: Involvement[];
  about?: About;
  lane?: Lane;
  danger?: boolean;
  toldInPerson?: boolean;
  severity?: Severity | '';
  /** ISO 8601; nine on Monday 7 September 2026 in London when left out. */
  received?: string;
  happened?: string;
  reporter?: string;
  byPupil?: boolean;
}

export const MONDAY_NINE = '2026-09-07T08:00:00.000Z';

export function ruleRow(standing: RuleCase = {}): CaseRow {
  const { types = [], answers = {}, people = [], about = 'pupil', lane = 'dsl', severity = '', received = MONDAY_NINE, happened } = standing;
  const row = aCaseRow(
    { types, lane, severity, received },
    {
      ...{ people, about, danger: standing.danger ?? false, toldDslInPerson: standing.toldInPerson ?? true },
      reporter: { email: 'reporter@q.example', name: 'A Reporter', isPupil: standing.byPupil ?? false },
    },
  );
  return {
    ...{ ...row, happened: happened ?? null, reporter: standing.reporter ?? 'teacher@q.example' },
    facts: { ...row.facts, answers },
  };
}

/** The tasks the rules want, by id. The moment is that at which it was received, unless said. */
export function wanted(standing: RuleCase = {}, now = standing.received ?? MONDAY_NINE, school: School = RULES_SCHOOL): Map<string, Task> {
  return new Map(tasksWanted(ruleRow(standing), school, now).map((task) => [task.id, task]));
}

export const harmedPupil = involved('affected', 'child@q.example');
export const allegedPupil = involved('alleged', 'other@q.example');
export const allegedTeacher = involved('alleged', 'teacher2@q.example', { kind: 'staff', year: null });
export const harmedTeacher = involved('affected', 'teacher3@q.example', { kind: 'staff', year: null });
export const allegedParent = involved('alleged', 'parent@example.org', { kind: 'parent', year: null });
