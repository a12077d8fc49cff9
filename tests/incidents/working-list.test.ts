import { expect, test } from '@jest/globals';
import type { CaseList, FoundCase } from '../../src/incidents/working/see-cases.ts';
import { aSchool } from '../support/school.ts';
import { naming, raise, Working } from '../support/working.ts';

/** The list of cases and the search, through the doors: what somebody may read, and nothing of anything else (B2, B5). */

test('B2: the list has what is overdue first, counts for each filter, and people as the setting shows them', () => {
  const school = aSchool();
  const { dsl, pupil, youngPupil } = school.people;
  const late = new Working(school, dsl, raise(school, naming({ [youngPupil]: 'alleged' })));
  late.press('addTask', { due: '7/9/2026' }).press('changeOwner', { from: '', to: dsl });
  school.workspace.clock.pass(24 * 3_600_000);
  const quiet = new Working(school, dsl, raise(school, naming({ [pupil]: 'affected' })));

  const list = late.list();
  expect(list.lines.map(({ reference }) => reference)).toEqual([late.reference, quiet.reference]);
  expect(list.lines[0]).toMatchObject({ overdue: true, owner: 'Priya Nair', age: 1, people: expect.stringMatching(/^Y\.K\./), severity: '', onDesk: true });
  expect(list).toMatchObject({
    total: 2,
    from: 0,
    counts: { open: 2, overdue: 1, mine: 1, nobody: 1, closed: 0 },
    owners: [{ email: dsl, name: 'Priya Nair' }],
  });
  expect(late.list({ overdue: true }).lines).toHaveLength(1);
  expect(late.list({ owner: 'nobody' }).lines).toMatchObject([{ reference: quiet.reference }]);
  expect(late.list({ text: 'amira' }).lines).toMatchObject([{ reference: quiet.reference }]);
  expect(late.list({ from: 1 })).toMatchObject({ total: 2, from: 1, lines: [{ reference: quiet.reference }] });
  expect(late.list({ from: 9 }).lines).toEqual([]);
});

test('B2: a search for a person or a reference finds closed cases too', () => {
  const school = aSchool();
  const dsl = new Working(school, school.people.dsl, raise(school, naming({ [school.people.pupil]: 'affected' })));
  dsl.press('classifyCase').finish().close();
  const found = (text: string) => school.as(school.people.dsl).get<FoundCase[]>('findCases', { text });
  expect(found('khan ami')).toMatchObject([{ reference: dsl.reference, state: 'closed', types: ['Cyberbullying'] }]);
  expect(found(dsl.reference.slice(2).toLowerCase())).toHaveLength(1);
  expect(found(' ')).toEqual([]);
  expect(found('yusuf')).toEqual([]);
});

test('B5, B14: a case that names somebody is not in their list, counts, search, links, nor among the other cases of anybody', () => {
  const school = aSchool();
  const { dsl, deputy, pupil } = school.people;
  const open = new Working(school, dsl, raise(school, naming({ [pupil]: 'affected' })));
  const hidden = new Working(school, dsl, raise(school, naming({ [pupil]: 'affected', [deputy]: 'witness' })));
  open.press('linkCases', { to: hidden.reference });
  expect(open.file()).toMatchObject({ linked: [{ reference: hidden.reference }], people: [{ otherCases: 1 }] });

  const theirs = new Working(school, deputy, open.reference);
  expect(theirs.file()).toMatchObject({ linked: [], people: [{ otherCases: 0 }] });
  expect(JSON.stringify(theirs.file())).not.toContain(hidden.reference);
  // Nor do the rules speak of it: to belong to another case makes one more serious.
  expect(open.file().proposed).toMatchObject({ severity: 'medium', why: expect.stringContaining('another case') });
  expect(theirs.file().proposed).toMatchObject({ severity: 'low', why: expect.not.stringContaining('another case') });
  expect(theirs.try('classifyCase', { types: ['advertising'], severity: 'low', why: '' })).toMatchObject({ ok: true });
  expect(theirs.list()).toMatchObject({ lines: [{ reference: open.reference }], counts: { open: 1 }, total: 1 });
  expect(school.as(deputy).get<FoundCase[]>('findCases', { text: 'amira' })).toHaveLength(1);
  expect(theirs.try('linkCases', { to: hidden.reference })).toMatchObject({ ok: false, code: 'no-such-case' });
  expect(school.as(deputy).everythingInSight()).not.toContain(hidden.reference);
});

test('B5: a refusal says the same of a case that is not mine and of one that does not exist', () => {
  const school = aSchool();
  const reference = raise(school, naming({ [school.people.head]: 'alleged' }));
  const said = (of: string) => JSON.stringify(school.as(school.people.dsl).call('openCase', { reference: of })).replaceAll(of, '');
  expect(said(reference)).toBe(said('C-AAAAAA'));
});

test('B5: each reader sees the lanes that are theirs, and nobody else’s cases', () => {
  const school = aSchool();
  const { head, chair, dsl, pupil, secondTeacher, computingLead, businessManager } = school.people;
  const cases = {
    dsl: raise(school, naming({ [pupil]: 'affected' })),
    staff: raise(school, naming({ [secondTeacher]: 'alleged' })),
    head: raise(school, naming({ [head]: 'alleged' })),
    misuse: raise(school, { about: 'misuse', people: [] }),
    data: raise(school, { about: 'data', people: [] }),
  };
  const seen = (who: string) => {
    school.workspace.clock.pass(60_000);
    return school
      .as(who)
      .get<CaseList>('listCases')
      .lines.map(({ reference }) => Object.entries(cases).find(([, each]) => each === reference)?.[0])
      .sort();
  };
  expect(seen(dsl)).toEqual(['dsl']);
  expect(seen(head)).toEqual(['data', 'staff']);
  expect(seen(chair)).toEqual(['head']);
  expect(seen(computingLead)).toEqual(['misuse']);
  expect(seen(businessManager)).toEqual(['data']);
});
