import type { School } from '../../src/school/school.ts';

/** A school for rules that look at its calendar and posts. */
export function aCalmSchool(change: Partial<School> = {}): School {
  return {
    ...{
      name: 'Quillhaven Primary',
      domain: 'q.example',
      roleAccount: 'role@q.example',
      address: 'https://script.example/exec',
      dslTelephone: '01632 960 123',
    },
    ...{ head: 'head@q.example', dsl: 'dsl@q.example', deputies: ['deputy@q.example'], chair: 'chair@q.example', approvers: [], technicians: [], office: [] },
    ...{ clerk: '', coordinator: '', dataLead: '', slt: [], witness: '', nation: 'england and wales', closures: [] },
    ...change,
  } as School;
}
