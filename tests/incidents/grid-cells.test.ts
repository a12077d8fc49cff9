import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_GRIDS } from '../../src/incidents/grids/default-grids.ts';
import { GOES_TO, type Grid, MEANINGS } from '../../src/incidents/grids/grid.ts';
import { cellsOf, readTab } from '../../src/incidents/grids/grid-cells.ts';
import { actionsOf, tasksOf } from '../../src/incidents/grids/grid-tasks.ts';
import { sourceWords } from '../../src/incidents/protocols/sources.ts';
import { involved } from '../support/concerns.ts';
import { allegedParent, allegedPupil, allegedTeacher, MONDAY_NINE, RULES_SCHOOL, type RuleCase, ruleRow } from '../support/rules.ts';

const standard = (id: string): Grid => {
  const found = DEFAULT_GRIDS.find((each) => each.id === id);
  if (!found) throw new Error(`there is no grid ${id}`);
  return found;
};

/** A small tab, with one cell changed: row and column from 1, as a person counts. */
function tab(change?: [row: number, column: number, text: string]): string[][] {
  const cells = [
    ['No.', 'Incident', 'Tell the headteacher', 'LADO or police'],
    ['', 'Goes to', 'headteacher', 'LADO (L), police (P)'],
    ['', 'A tick means', 'must', 'may'],
    ['1', 'First', '✓', 'L,P'],
    ['2', 'Second', '', 'P'],
  ];
  if (change) (cells[change[0] - 1] ?? [])[change[1] - 1] = change[2];
  return cells;
}

describe('B8: reading what the school has made of a grid', () => {
  test.each(DEFAULT_GRIDS.map(({ id }) => id))('%s, untouched, is read as it was written, with its source', (id) => {
    const grid = standard(id);
    expect(readTab(id, grid.title, cellsOf(grid)).grid).toEqual(grid);
  });

  test('a changed one is the school’s own, and says where it began', () => {
    const cells = cellsOf(standard('rk-pupils'));
    (cells[3] ?? [])[3] = '✓';
    const { grid } = readTab('rk-pupils', 'Pupils', cells);
    expect(grid?.rows[0]?.marks[1]).toBe('✓');
    expect(sourceWords(grid?.source ?? { from: '', grade: 'P' })).toMatch(/^The school’s own grid, begun from: /);
    expect(readTab('tab-7', 'Ours', tab()).grid?.source.from).toBe('The school’s own grid');
  });

  test.each<[string, [number, number, string], string]>([
    ['a mark that means nothing', [4, 3, 'maybe'], 'row 4, column C: “maybe” means nothing here'],
    ['L where no LADO is meant', [4, 3, 'L'], 'row 4, column C: “L” means nothing here. Write ✓'],
    ['a tick where L or P is wanted', [4, 4, '✓'], 'row 4, column D: “✓” means nothing here. Write L for the LADO'],
    ['a row without a number', [5, 1, ''], 'row 5, column A: give the row a number'],
    ['a number that is none', [5, 1, 'two'], 'row 5, column A: give the row a number'],
    ['a number twice', [5, 1, '1'], 'row 5, column A: the number 1 is there twice'],
    ['a row without an incident', [5, 2, ' '], 'row 5, column B: write what happened'],
    ['a column without words', [1, 3, ''], 'row 1, column C: write what is done'],
    ['a column that goes nowhere', [2, 3, 'the moon'], 'row 2, column C: “the moon” is none of: class teacher'],
    ['a tick that means neither', [3, 4, 'perhaps'], 'row 3, column D: “perhaps” is neither “must” nor “may”'],
    ['a mark beyond the columns', [4, 6, '✓'], 'row 1, column F: write what is done'],
    ['a formula', [4, 3, '=1+1'], 'row 4, column C: “=1+1” means nothing here'],
  ])('%s is named by tab, row and column', (_, change, words) => {
    const read = readTab('tab-7', 'Ours', tab(change));
    expect(read.grid).toBeUndefined();
    expect(read.problems?.join('\n')).toContain(`Tab “Ours”, ${words}`);
  });

  test.each([
    [
      'no columns',
      [
        ['No.', 'Incident'],
        ['', 'Goes to'],
        ['', 'A tick means'],
        ['1', 'First'],
      ],
      'there is nothing to do in it',
    ],
    ['no rows', tab().slice(0, 3), 'there are no incidents in it'],
    ['far too many rows', Array.from({ length: 500 }, (_, row) => [String(row + 1), 'Words', '✓']), 'too large'],
  ])('%s is refused in words', (_, cells, words) => expect(readTab('tab-7', 'Ours', cells).problems?.join(' ')).toContain(words));

  test.each([
    ['✔', '✓'],
    ['x', '✓'],
    ['X', '✓'],
    [' yes ', '✓'],
    ['true', '✓'],
    ['', ''],
  ])('“%s” in a cell is “%s”', (typed, mark) => expect(readTab('tab-7', 'Ours', tab([5, 3, typed])).grid?.rows[1]?.marks[0]).toBe(mark));

  test.each([
    ['l', 'L'],
    ['P', 'P'],
    ['L, P', 'L,P'],
    ['p/l', 'L,P'],
    ['', ''],
  ])('“%s” for the LADO and the police is “%s”', (typed, mark) => expect(readTab('tab-7', 'Ours', tab([5, 4, typed])).grid?.rows[1]?.marks[1]).toBe(mark));

  test('empty rows between and below are left out, and headings may be in capitals', () => {
    const cells = [...tab([2, 3, 'HeadTeacher']).slice(0, 4), ['', '  ', ''], ['7', 'Later', 'x'], [], ['']];
    expect(readTab('tab-7', 'Ours', cells).grid?.rows.map(({ id }) => id)).toEqual(['1', '7']);
  });

  test('whatever stands in the cells, it is read as a whole grid or refused with words for every problem', () => {
    const text = fc.oneof(fc.constantFrom('', '✓', 'L', '1', '2', 'must', 'may', ...GOES_TO, ...MEANINGS), fc.string({ maxLength: 8 }));
    fc.assert(
      fc.property(fc.array(fc.array(text, { maxLength: 6 }), { maxLength: 8 }), (cells) => {
        const { grid, problems } = readTab('tab-7', 'Ours', cells);
        if (grid) expect(grid.rows.every(({ marks, id }) => marks.length === grid.columns.length && id !== '')).toBe(true);
        else expect(problems?.every((problem) => problem.startsWith('Tab “Ours”'))).toBe(true);
        expect(grid === undefined).toBe((problems ?? []).length > 0);
      }),
    );
  });
});

function chosen(id: string, number: number, standing: RuleCase) {
  const grid = standard(id);
  const row = ruleRow(standing);
  const gridRow = grid.rows[number - 1];
  if (!gridRow) throw new Error(`the grid ${id} has no row ${number}`);
  const actions = actionsOf(grid, gridRow, row, RULES_SCHOOL);
  return { actions, tasks: tasksOf(grid, gridRow, actions, row, RULES_SCHOOL, MONDAY_NINE) };
}

describe('B8: the marks of the row become tasks', () => {
  test('RK pupils, row 1: class teacher, headteacher, police, technical support, parents', () => {
    const { tasks } = chosen('rk-pupils', 1, { people: [allegedPupil] });
    expect(tasks.map(({ id, agency, required, due }) => [id, agency, required, due])).toEqual([
      ['grid.rk-pupils.1.1', '', true, '2026-09-08T16:00:00.000Z'],
      ['grid.rk-pupils.1.3', '', true, '2026-09-08T16:00:00.000Z'],
      ['grid.rk-pupils.1.4', 'police', true, '2026-09-07T16:00:00.000Z'],
      ['grid.rk-pupils.1.5', 'technical', true, '2026-09-08T16:00:00.000Z'],
      ['grid.rk-pupils.1.6', '', true, '2026-09-08T16:00:00.000Z'],
    ]);
    for (const task of tasks)
      expect(task).toMatchObject({ from: 'grid', who: 'DSL', source: expect.stringContaining('School policy RK'), why: expect.stringContaining('Row 1') });
  });

  test('RK staff, L,P is two tasks, each settled by its own decision; L alone is one', () => {
    const both = chosen('rk-staff', 1, { lane: 'staff', about: 'staff', people: [allegedTeacher] }).tasks;
    expect(both.filter(({ id }) => id.startsWith('grid.rk-staff.1.4')).map(({ id, agency, who }) => [id, agency, who])).toEqual([
      ['grid.rk-staff.1.4.lado', 'lado', 'headteacher'],
      ['grid.rk-staff.1.4.police', 'police', 'headteacher'],
    ]);
    const one = chosen('rk-staff', 9, { lane: 'staff', about: 'staff', people: [allegedTeacher] }).tasks;
    expect(one.filter(({ agency }) => agency === 'lado' || agency === 'police').map(({ id }) => id)).toEqual(['grid.rk-staff.9.4']);
  });

  test('GL’s nine are shown as available: closing waits for none, and none is ever late', () => {
    const { tasks, actions } = chosen('gl-pupils', 3, { people: [allegedPupil] });
    expect(actions).toHaveLength(9);
    for (const task of tasks) expect(task).toMatchObject({ required: false, due: '' });
  });

  test.each<[string, RuleCase, string]>([
    ['a pupil is alleged', { people: [allegedPupil] }, 'Tell the headteacher'],
    [
      'the headteacher is named',
      { people: [allegedPupil, involved('witness', RULES_SCHOOL.head, { kind: 'staff' })] },
      'Tell the headteacher: here to the next one up, chair of governors',
    ],
    ['the case is about the headteacher', { lane: 'head', about: 'head' }, 'Tell the headteacher: here to the next one up, chair of governors'],
  ])('when %s, “Tell the headteacher” reads: %s', (_, standing, words) => {
    expect(chosen('rk-pupils', 1, standing).tasks.find(({ id }) => id === 'grid.rk-pupils.1.3')?.what).toBe(words);
  });

  test('a line manager or class teacher who is in the case is passed over, and so is a parent who is', () => {
    expect(chosen('rk-staff', 1, { lane: 'staff', people: [allegedTeacher] }).tasks[0]?.what).toBe(
      'Tell the line manager; if this case names them, to the next one up, headteacher',
    );
    const technical = chosen('rk-staff', 1, { lane: 'staff', people: [allegedTeacher] }).tasks.find(({ agency }) => agency === 'technical');
    expect(technical?.what).toMatch(/if this case names them, to the next one up, headteacher$/);
    expect(chosen('rk-pupils', 1, { people: [allegedPupil, allegedParent] }).tasks.find(({ id }) => id === 'grid.rk-pupils.1.6')?.what).toContain(
      'but not the parent whom it concerns',
    );
  });

  test('where nothing is ticked nothing is asked', () => {
    expect(chosen('rk-pupils', 6, { people: [allegedPupil] }).tasks.map(({ id }) => id)).toEqual(['grid.rk-pupils.6.1']);
  });
});
