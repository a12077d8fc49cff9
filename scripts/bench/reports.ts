import { aSchool } from '../../tests/support/school.ts';
import { withCases } from '../../tests/support/some-cases.ts';
import type { Bench, Row } from './bench.ts';

const CASES = [50, 500, 5_000];
const SUMMER = { from: '2026-04-07', to: '2026-08-31' };

/** The figures of a term out of a log that goes on growing: the page, and the PDF with its charts. */
export const reports: Bench = { title: 'A report, by how many cases there are', run: async () => CASES.flatMap(measured) };

function measured(count: number): Row[] {
  const school = aSchool();
  withCases(school, [{ count, received: '2026-05-12T09:00:00.000Z', severity: 'high', where: 'Playground' }]);
  return (['seeReport', 'reportAsPdf'] as const).map((door) => {
    const { answer, run } = school.door(school.people.dsl, door, { version: 'slt', ...SUMMER });
    return { door, cases: count, calls: run?.calls.length ?? 0, ms: run?.ms ?? 0, 'how it ended': answer.ok ? 'well' : answer.message };
  });
}
