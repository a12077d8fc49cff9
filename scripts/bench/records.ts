import { execute, type RunResult } from '../../local/apps-script/engine.ts';
import { RecordsOffice } from '../../tests/records/office/world.ts';
import { bundle } from '../../tests/support/bundle.ts';
import { aScript, OFFICE } from '../../tests/support/script.ts';

export interface Measure {
  what: string;
  /** Rows in the log before the run. */
  rows: number;
  calls: number;
  /** Modelled milliseconds. */
  ms: number;
  /** What became of the run, when it did not end well. */
  problem: string | null;
}

const SIZES = [0, 200, 20_000];

/** A concern recorded in an empty, a small and a large log: by Handrail's records, and row by row. */
export function benchRecords(): Measure[] {
  return SIZES.flatMap((rows) => {
    const office = RecordsOffice.ready();
    if (rows > 0) office.fill(rows);
    const { workspace } = office.clone();
    const script = aScript(workspace, bundle('scripts/bench/row-by-row.ts'));
    const rowByRow = execute(workspace, {
      scriptId: script.id,
      kind: 'web app',
      active: OFFICE,
      effective: OFFICE,
      fn: 'bundle.raise',
      args: [office.spreadsheet.id, 'press-0001', 'It happened at lunch'],
    });
    return [
      measured('row by row', rows, rowByRow),
      measured('Handrail: raise a concern', rows, office.run('raise', ['press-0001', OFFICE, 'It happened at lunch'])),
      measured('Handrail: read a case’s history', rows, office.run('history', [`C-${Math.ceil(rows / 2)}`])),
    ];
  });
}

function measured(what: string, rows: number, { calls, ms, ok, error }: RunResult): Measure {
  return { what, rows, calls: calls.length, ms, problem: ok ? null : (error?.message ?? 'failed') };
}
