import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseRow } from '../../src/incidents/case.ts';
import { AGENCY_IDS } from '../../src/incidents/tasks/agencies.ts';
import { TYPES } from '../../src/incidents/types.ts';
import { OUTCOME_IDS } from '../../src/incidents/working/outcomes.ts';
import { schoolYear, termsOf } from '../../src/reports/periods.ts';
import { protectedFigures, protectedYear, type ReportFigures } from '../../src/reports/report.ts';
import { aCaseRow } from '../support/concerns.ts';

const SMALLEST = 5;
const NOW = '2027-10-01T08:00:00.000Z';
const YEAR = schoolYear('2026-10-01');
const TERMS = termsOf('2026-10-01');

const aCase = fc
  .record({
    received: fc.constantFrom('2026-09-08', '2026-11-12', '2027-02-01', '2027-03-02', '2027-05-05', '2027-06-06').map((day) => `${day}T09:00:00.000Z`),
    types: fc.subarray(
      TYPES.slice(0, 40).map(({ id }) => id),
      { maxLength: 2 },
    ),
    severity: fc.constantFrom('', 'low', 'medium', 'high'),
    where: fc.constantFrom('', 'Playground', 'the playground.', 'Hall', 'At home', 'Bus'),
    firstAction: fc.constantFrom(null, '2026-09-08T09:30:00.000Z', '2027-06-30T09:30:00.000Z'),
    late: fc.constantFrom(0, 0, 2),
    state: fc.constantFrom('open', 'closed', 'closed'),
    outcome: fc.constantFrom(...OUTCOME_IDS.slice(0, 4)),
    referred: fc.subarray(AGENCY_IDS.slice(0, 3)),
    reviewed: fc.constantFrom(null, '2026-10-01T08:00:00.000Z'),
  })
  .map((change) => aCaseRow(change as Partial<CaseRow>));

/** A number that is not known, as far as it is: what it is at least and at most. */
interface Unknown {
  least: number;
  most: number;
}

/**
 * What can be worked out by somebody who has the reports of all terms and of the year: each hidden count is some number from none to its
 * whole; the lines of a table come to the whole, what a year shows is what its terms come to. Bounds are drawn closer until nothing changes.
 */
function workedOut(terms: readonly ReportFigures[], year: ReportFigures): Map<string, Unknown> {
  const unknown = new Map<string, Unknown>();
  const sums: { of: string[]; is: number }[] = [];
  for (const [index, { total, tables }] of terms.entries()) {
    for (const { id, lines } of tables) {
      for (const { label, count } of lines) unknown.set(`${index} ${id} ${label}`, { least: count ?? 0, most: count ?? total ?? Number.POSITIVE_INFINITY });
      const closed = tables.find((table) => table.id === 'state')?.lines.find(({ label }) => label === 'Closed')?.count;
      const whole = id === 'outcome' ? closed : ['records', 'agencies', 'work', 'repeat', 'filter'].includes(id) ? undefined : total;
      if (typeof whole === 'number' && lines.length > 0) sums.push({ of: lines.map(({ label }) => `${index} ${id} ${label}`), is: whole });
    }
  }
  for (const { id, lines } of year.tables.filter((table) => !['repeat', 'place', 'outcome'].includes(table.id))) {
    for (const { label, count } of lines) {
      const of = terms.flatMap((_, index) => (unknown.has(`${index} ${id} ${label}`) ? [`${index} ${id} ${label}`] : []));
      if (count !== null) sums.push({ of, is: count });
    }
  }
  for (let changed = true; changed; ) {
    changed = false;
    for (const { of, is } of sums) {
      for (const name of of) {
        const others = of.filter((other) => other !== name).map((other) => unknown.get(other) ?? { least: 0, most: Number.POSITIVE_INFINITY });
        const mine = unknown.get(name);
        if (!mine) continue;
        const least = Math.max(mine.least, is - others.reduce((sum, { most }) => sum + most, 0));
        const most = Math.min(mine.most, is - others.reduce((sum, other) => sum + other.least, 0));
        changed ||= least !== mine.least || most !== mine.most;
        unknown.set(name, { least, most });
      }
    }
  }
  return unknown;
}

function hiddenIn(terms: readonly ReportFigures[]): string[] {
  return terms.flatMap(({ tables }, index) =>
    tables.flatMap(({ id, lines }) => lines.flatMap(({ label, count }) => (count === null ? [`${index} ${id} ${label}`] : []))),
  );
}

test('B16: whoever has the reports of every term and of the year works out no hidden number', () => {
  fc.assert(
    fc.property(fc.array(aCase, { maxLength: 70 }), (rows) => {
      const terms = TERMS.map((term) => protectedFigures({ cases: rows, filter: [] }, term, NOW, SMALLEST));
      const year = protectedYear({ cases: rows, filter: [] }, TERMS, NOW, SMALLEST).figures;
      const bounds = workedOut(terms, year);
      expect(hiddenIn(terms).filter((name) => bounds.get(name)?.least === bounds.get(name)?.most)).toEqual([]);
    }),
  );
});

test('B16: no number below the smallest stands anywhere in a version that hides them', () => {
  fc.assert(
    fc.property(fc.array(aCase, { maxLength: 60 }), (rows) => {
      const reports = [...TERMS, YEAR].map((period) => protectedFigures({ cases: rows, filter: [] }, period, NOW, SMALLEST));
      const numbers = [...reports, protectedYear({ cases: rows, filter: [] }, TERMS, NOW, SMALLEST).figures].flatMap(({ total, tables, measures }) => {
        expect(measures).toEqual([]);
        return [total, ...tables.flatMap(({ lines }) => lines.map(({ count }) => count))];
      });
      expect(numbers.filter((number) => number !== null && number < SMALLEST)).toEqual([]);
    }),
  );
});

test('B16: a year shows what its terms come to, and only where each of them shows it', () => {
  fc.assert(
    fc.property(fc.array(aCase, { minLength: 40, maxLength: 90 }), (rows) => {
      const shown = TERMS.map((term) => protectedFigures({ cases: rows, filter: [] }, term, NOW, SMALLEST)).filter(({ total }) => total !== null);
      const { figures } = protectedYear({ cases: rows, filter: [] }, TERMS, NOW, SMALLEST);
      for (const { id, lines } of figures.tables.filter((table) => !['repeat', 'place', 'outcome'].includes(table.id))) {
        for (const { label, count } of lines) {
          const counts = shown.flatMap(({ tables }) => tables.find((table) => table.id === id)?.lines.filter((line) => line.label === label) ?? []);
          const isHidden = counts.some((line) => line.count === null);
          expect(count).toBe(isHidden ? null : counts.reduce((sum, line) => sum + (line.count ?? 0), 0));
        }
      }
    }),
  );
});

test('B16: a term with too few concerns gives no number, and the year leaves it out by name', () => {
  const rows = [...Array(9).fill('2026-10-01'), ...Array(4).fill('2027-02-01')].map((day) => aCaseRow({ received: `${day}T09:00:00.000Z` }));
  expect(protectedFigures({ cases: rows, filter: [] }, TERMS[1], NOW, SMALLEST)).toEqual({ total: null, measures: [], tables: [] });
  const { figures, leftOut } = protectedYear({ cases: rows, filter: [] }, TERMS, NOW, SMALLEST);
  expect(figures.total).toBe(9);
  expect(leftOut).toEqual(['Spring term 2026-27', 'Summer term 2026-27']);
});
