import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { DEFAULT_GRIDS } from '../../src/incidents/grids/default-grids.ts';
import type { Grid } from '../../src/incidents/grids/grid.ts';
import { POLICIES, POLICIES_ARE_HERE } from '../support/own-words.ts';

/** The policies are not part of the project: where they lie beside it, the grids are compared with them, tick by tick. */
if (!POLICIES_ARE_HERE) console.warn('The policies are not here: the grids are not compared with them.');

const grid = (id: string): Grid => {
  const found = DEFAULT_GRIDS.find((each) => each.id === id);
  if (!found) throw new Error(`there is no grid ${id}`);
  return found;
};

/** The table that begins with a heading: its columns, and its rows with the marks they have. */
function tableIn(policy: string, isHeading: (cells: string[]) => boolean): { columns: string[]; rows: { incident: string; marks: string[] }[] } {
  const lines = readFileSync(join(POLICIES, policy), 'utf8').split('\n');
  const start = lines.findIndex((line) => isHeading(line.split('\t')));
  const columns = (lines[start] ?? '').split('\t').slice(1);
  const rows: { incident: string; marks: string[] }[] = [];
  for (const line of lines.slice(start + 1)) {
    const [incident = '', ...cells] = line.split('\t');
    // Where a page of the policy ends, a line without cells stands between two rows; the table ends with another heading.
    if (cells.length === 0 || cells.length !== columns.length) {
      if (rows.length > 0 && cells.length > 0) break;
      continue;
    }
    if (incident.trim() === '' || cells.every((cell) => cell.trim() === '')) continue;
    rows.push({ incident, marks: columns.map((_, place) => (cells[place] ?? '').trim()) });
  }
  return { columns, rows };
}

const tick = (mark: string) => (mark === '✓' || mark.toLowerCase() === 'x' ? '✓' : mark);

(POLICIES_ARE_HERE ? describe : describe.skip)('B8: the grids are those of the policies', () => {
  test.each([
    ['rk-pupils', 'reckleford.txt', (cells: string[]) => cells[0] === 'Incidents', 16, 9],
    ['rk-staff', 'reckleford.txt', (cells: string[]) => cells[0] === 'Incidents:', 18, 8],
    ['gl-pupils', 'glenfield.txt', (cells: string[]) => cells[0] === '' && (cells[1] ?? '').startsWith('Refer to class teacher'), 16, 9],
  ])('%s: rows, columns and every tick', (id, policy, isHeading, rows, columns) => {
    const theirs = tableIn(policy, isHeading);
    const ours = grid(id);
    expect([theirs.rows.length, theirs.columns.length]).toEqual([rows, columns]);
    expect([ours.rows.length, ours.columns.length]).toEqual([rows, columns]);
    expect(ours.rows.map(({ marks }) => marks)).toEqual(theirs.rows.map(({ marks }) => marks.map(tick)));
  });

  test.each(['rk-pupils', 'rk-staff', 'gl-pupils'])('%s: the words are ours', (id) => {
    const text = ['reckleford.txt', 'glenfield.txt'].map((policy) => readFileSync(join(POLICIES, policy), 'utf8').toLowerCase()).join('\n');
    for (const { incident } of grid(id).rows) expect([incident, text.includes(incident.toLowerCase())]).toEqual([incident, false]);
  });

  test('each row is about what the policy’s row in the same place is about', () => {
    const about: [RegExp, RegExp][] = [
      [/illegal/i, /illegal/i],
      [/non-educational/i, /nothing to do with/i],
      [/mobile phone/i, /phone/i],
      [/social/i, /social/i],
      [/downloading/i, /downloaded/i],
      [/sharing username/i, /name and password/i],
      [/another (student|pupil)/i, /another pupil|somebody else/i],
      [/another person's account/i, /somebody else/i],
      [/account of a member of staff/i, /member of staff/i],
      [/corrupting/i, /destroyed/i],
      [/nature staff|nature to learners|bullying nature/i, /bullying/i],
      [/continued/i, /again/i],
      [/disrepute/i, /good name/i],
      [/proxy/i, /proxy/i],
      [/accidentally/i, /by accident/i],
      [/deliberately accessing or trying to access offensive/i, /on purpose.*offensive/i],
      [/copyright/i, /copyright/i],
      [/careless/i, /careless/i],
      [/breach data protection or network/i, /data protection or network/i],
      [/professional standing/i, /professional standing/i],
      [/communication with learners/i, /communicating with learners/i],
      [/using personal email/i, /private e-mail/i],
      [/excessive/i, /too much/i],
    ];
    const tables: [string, { incident: string }[]][] = [
      ['rk-pupils', tableIn('reckleford.txt', (cells) => cells[0] === 'Incidents').rows],
      ['rk-staff', tableIn('reckleford.txt', (cells) => cells[0] === 'Incidents:').rows],
      ['gl-pupils', tableIn('glenfield.txt', (cells) => (cells[1] ?? '').startsWith('Refer to class teacher')).rows],
    ];
    for (const [id, rows] of tables)
      rows.forEach(({ incident }, place) => {
        const known = about.filter(([theirs]) => theirs.test(incident));
        const ours = grid(id).rows[place]?.incident ?? '';
        expect([incident, ours, known.some(([, words]) => words.test(ours))]).toEqual([incident, ours, true]);
      });
  });
});

test('B8: every tick of RK’s grids must be done, every one of GL’s may be', () => {
  for (const id of ['rk-pupils', 'rk-staff']) expect(new Set(grid(id).columns.map(({ means }) => means))).toEqual(new Set(['must']));
  expect(new Set(grid('gl-pupils').columns.map(({ means }) => means))).toEqual(new Set(['may']));
  expect(grid('gl-pupils').rows.every(({ marks }) => marks.length === 9 && marks.every((mark) => mark === '✓'))).toBe(true);
});

test('B8: the column for technical support reads “if action is needed”', () => {
  for (const { columns } of DEFAULT_GRIDS) expect(columns.find(({ goesTo }) => goesTo === 'technical support')?.what).toContain('if action is needed');
});
