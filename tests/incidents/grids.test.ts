import { expect, test } from '@jest/globals';
import type { ShownGrids } from '../../src/incidents/grids/choose-grid-row.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';
import { naming, newKey, raise, Working } from '../support/working.ts';

/** Grids through the doors: the Sheet that the school edits, and the row chosen in a case. */

function aCase(change: Record<string, unknown> = {}) {
  const school = aSchool();
  const reference = raise(school, { ...naming({ [school.people.pupil]: 'alleged' }), ...change });
  return { school, reference, dsl: new Working(school, school.people.dsl, reference) };
}

const gridsOf = (school: SchoolUnderTest, who: string = school.people.dsl) => school.as(who).get<ShownGrids>('readGrids');
const gridTasks = (working: Working) =>
  working
    .file()
    .tasks.map(({ id }) => id)
    .filter((id) => id.startsWith('grid.'));

test('B8: the set-up makes one Sheet with a tab a grid, shared with the headteacher and the DSL alone', () => {
  const school = aSchool();
  const { head, dsl } = school.people;
  const { spreadsheets } = school.workspace.data;
  expect(spreadsheets[school.fileId('grids')]?.sheets.map(({ name }) => name)).toEqual(['Pupils', 'Staff', 'Pupils (choices)']);
  const readers = Object.values(school.people).filter((email) => school.workspace.drive.mayRead(email, school.fileId('grids')));
  expect(readers.sort()).toEqual([head, dsl, school.people.office].sort());
});

test('B8: a page shows the three grids, with where each is from', () => {
  const { grids, problems } = gridsOf(aSchool());
  expect(problems).toEqual([]);
  expect(grids.map(({ id, rows, columns }) => [id, rows.length, columns.length])).toEqual([
    ['rk-pupils', 16, 9],
    ['rk-staff', 18, 8],
    ['gl-pupils', 16, 9],
  ]);
  expect(grids[0]?.source).toContain('School policy RK');
});

test('B8: those who may change the grids are led to their Sheet, others are not', () => {
  const school = aSchool();
  const { head, dsl, deputy, chair } = school.people;
  const address = `https://docs.google.com/spreadsheets/d/${school.fileId('grids')}/edit`;
  expect([head, dsl, deputy, chair].map((who) => gridsOf(school, who).sheet)).toEqual([address, address, '', '']);
});

test('B8: the row chosen gives its tasks, once, and keeps the words it had then', () => {
  const { school, dsl } = aCase();
  dsl.press('chooseGridRow', { grid: 'rk-pupils', row: '2' });
  expect(gridTasks(dsl)).toEqual(['grid.rk-pupils.2.1', 'grid.rk-pupils.2.3']);
  const events = school.sheet('records', 'Journal').length;
  dsl.press('chooseGridRow', { grid: 'rk-pupils', row: '2' });
  expect(school.sheet('records', 'Journal')).toHaveLength(events);

  school.type(school.people.head, 'grids', 'Pupils', 1, 3, 'Ring the class teacher');
  expect(gridsOf(school).grids[0]?.columns[0]?.what).toBe('Ring the class teacher');
  expect(dsl.file().tasks.find(({ id }) => id === 'grid.rk-pupils.2.1')?.what).toContain('Tell the class teacher');
});

test('B8: what the rules change later neither withdraws the grid’s tasks nor gives them again', () => {
  const { dsl } = aCase();
  dsl.press('chooseGridRow', { grid: 'rk-pupils', row: '3' });
  const [first = ''] = gridTasks(dsl);
  dsl.press('settleTask', { id: first, how: 'done', note: 'Told at lunch' });
  dsl.press('classifyCase', { types: ['threats'], severity: 'high', why: 'A threat' });
  dsl.press('classifyCase', { types: ['bullying'], severity: 'medium', why: 'It was none', was: { types: ['threats'], severity: 'high' } });
  expect(gridTasks(dsl)).toEqual(['grid.rk-pupils.3.3', 'grid.rk-pupils.3.6']);
});

test('B8: L and P are two decisions; neither settles what a rule asks', () => {
  const school = aSchool();
  const reference = raise(school, { ...naming({ [school.people.supply]: 'alleged' }), about: 'staff' });
  const working = new Working(school, school.people.head, reference);
  working.press('chooseGridRow', { grid: 'rk-staff', row: '1' });
  expect(gridTasks(working)).toEqual(expect.arrayContaining(['grid.rk-staff.1.4.lado', 'grid.rk-staff.1.4.police']));
  working.press('recordDecision', { agency: 'lado', tasks: ['grid.rk-staff.1.4.lado'], why: 'Told at ten' });
  expect(gridTasks(working)).not.toContain('grid.rk-staff.1.4.lado');
  expect(gridTasks(working)).toContain('grid.rk-staff.1.4.police');
});

test('B8: a broken tab is refused with its row and column, and the other grids work', () => {
  const { school, dsl } = aCase();
  school.type(school.people.head, 'grids', 'Staff', 5, 4, 'perhaps');
  const { grids, problems } = gridsOf(school);
  expect(grids.map(({ id }) => id)).toEqual(['rk-pupils', 'gl-pupils']);
  expect(problems).toEqual(['Tab “Staff”, row 5, column D: “perhaps” means nothing here. Write ✓ or leave it empty.']);
  expect(dsl.try('chooseGridRow', { grid: 'rk-staff', row: '1' })).toMatchObject({
    ...{ ok: false, code: 'grid-broken', field: 'grid', message: expect.stringContaining('row 5, column D') },
  });
  dsl.press('chooseGridRow', { grid: 'rk-pupils', row: '2' });
});

test('B8: a row or a grid that is not there is refused', () => {
  const { dsl } = aCase();
  for (const asked of [
    { grid: 'rk-pupils', row: '99' },
    { grid: 'no-such', row: '1' },
  ])
    expect(dsl.try('chooseGridRow', asked)).toMatchObject({ ok: false, code: 'no-such-row' });
});

test('B8: the school renames a tab, adds a row and a tab of its own: all are there', () => {
  const school = aSchool();
  const { head } = school.people;
  school.type(head, 'grids', 'Pupils', 20, 1, '17');
  school.type(head, 'grids', 'Pupils', 20, 2, 'Left the tablet in the rain');
  school.type(head, 'grids', 'Pupils', 20, 3, 'x');
  const tabs = school.workspace.data.spreadsheets[school.fileId('grids')]?.sheets ?? [];
  for (const tab of tabs) if (tab.name === 'Pupils') tab.name = 'Children';
  const grid = gridsOf(school).grids.find(({ id }) => id === 'rk-pupils');
  expect(grid).toMatchObject({ title: 'Children', source: expect.stringContaining('The school’s own grid') });
  expect(grid?.rows.at(-1)).toMatchObject({ id: '17', incident: 'Left the tablet in the rain', marks: ['✓', '', '', '', '', '', '', '', ''] });
});

test('B8: somebody whom the case names chooses nothing in it, and learns nothing of it', () => {
  const { school, reference } = aCase({ ...naming({ [aSchool().people.deputy]: 'witness' }) });
  const press = { key: newKey(), grid: 'rk-pupils', row: '2' };
  const mine = school.as(school.people.deputy).call('chooseGridRow', { ...press, reference });
  const none = school.as(school.people.deputy).call('chooseGridRow', { ...press, reference: 'C-ZZZZZZ' });
  expect(mine).toMatchObject({ ok: false, code: 'no-such-case' });
  expect(JSON.stringify(mine).replaceAll(reference, 'C-ZZZZZZ')).toBe(JSON.stringify(none));
});

test('B8: without the Sheet the page says who makes it, and the set-up mends it without touching what the school has typed', () => {
  const school = aSchool();
  const { office, head } = school.people;
  const id = school.fileId('grids');
  school.type(head, 'grids', 'Pupils', 1, 3, 'Ring the class teacher');
  school.workspace.drive.setTrashed(office, id, true);
  school.as(office).get('makeStep', { id: 'grids' });
  expect(school.fileId('grids')).toBe(id);
  expect(gridsOf(school).grids[0]?.columns[0]?.what).toBe('Ring the class teacher');

  school.type(head, 'grids', 'Pupils', 4, 3, 'perhaps');
  school.as(office).get('makeStep', { id: 'grids' });
  expect(gridsOf(school).problems[0]).toContain('“perhaps” means nothing here');
});

/** A look that fails is the same as the one before it: the first of its name stands for all. */
const firstOrWriting = (call: string, isFirst: boolean) => isFirst || !/\.(get\w*|list|batchGet)$/.test(call);

test('B8: whichever call fails, the row is chosen once, with its tasks, and the history is whole', () => {
  const input = { key: 'press-0001-of-grid-row', grid: 'rk-pupils', row: '1' };
  faultSweep({
    arrange: () => aCase(),
    clone: ({ school, reference }) => {
      const copy = school.clone();
      return { school: copy, reference, dsl: new Working(copy, copy.people.dsl, reference) };
    },
    tries: firstOrWriting,
    operation: ({ school, reference }, faults) => {
      const { run } = school.door(school.people.dsl, 'chooseGridRow', { ...input, reference }, faults);
      if (!run) throw new Error('the door did not run');
      return run;
    },
    meanwhile: ({ school, reference }) => void school.as(school.people.dsl).call('chooseGridRow', { ...input, reference }),
    recover: ({ school, reference }) => {
      school.pass(1);
      const answer = school.as(school.people.dsl).call('chooseGridRow', { ...input, reference });
      if (!answer.ok) throw new Error(answer.message);
    },
    invariant: ({ school, dsl, reference }, where) => {
      const chosen = school.sheet('records', 'Journal').filter((row) => row.includes('case grid row chosen') && row.includes(reference));
      expect([where, chosen.length, school.history()]).toEqual([where, 1, 'unbroken']);
      expect([where, gridTasks(dsl).length]).toEqual([where, 5]);
    },
  });
});

test('B8: whichever call of making the grids fails, making them again leaves one Sheet with three tabs, shared exactly', () => {
  const school = aSchool();
  faultSweep({
    arrange: () => {
      const before = school.clone();
      // As it was before this step: no such file, and nothing remembered of one.
      const id = before.fileId('grids');
      delete before.workspace.data.files[id];
      delete before.workspace.data.spreadsheets[id];
      const { script } = before.workspace.data.scripts[before.handrail.officeId]?.properties ?? { script: {} as Record<string, string> };
      delete script['file:grids'];
      return before;
    },
    clone: (world) => world.another(),
    tries: firstOrWriting,
    operation: (world, faults) => {
      const { run } = world.door(world.people.office, 'makeStep', { id: 'grids' }, faults);
      if (!run) throw new Error('the door did not run');
      return run;
    },
    meanwhile: (world) => void world.as(world.people.office).call('makeStep', { id: 'grids' }),
    recover: (world) => {
      world.pass(6);
      const answer = world.as(world.people.office).call('makeStep', { id: 'grids' });
      if (!answer.ok) throw new Error(answer.message);
    },
    invariant: (world, where) => {
      const made = Object.values(world.workspace.data.files).filter(({ name }) => name === 'Handrail grids');
      expect([where, made.length]).toEqual([where, 1]);
      expect([where, gridsOf(world).grids.length, gridsOf(world).problems]).toEqual([where, 3, []]);
      expect([where, world.workspace.data.spreadsheets[world.fileId('grids')]?.sheets.length]).toEqual([where, 3]);
    },
  });
});
