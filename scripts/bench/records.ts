import { execute, type RunResult } from '../../local/apps-script/engine.ts';
import { RecordsOffice } from '../../tests/records/office/world.ts';
import { bundle } from '../../tests/support/bundle.ts';
import { aScript, OFFICE } from '../../tests/support/script.ts';
import type { Bench, Row } from './bench.ts';

const SIZES = [0, 200, 20_000];

/** In an empty, a small and a large log: by Handrail's records, and row by row. Time is as modelled by the local Workspace. */
export const records: Bench = { title: 'Service calls and modelled time of one operation', run: async () => measureAll() };

function measureAll(): Row[] {
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

function measured(what: string, rows: number, { calls, ms, ok, error }: RunResult): Row {
  return { operation: what, 'rows in the log': rows, calls: calls.length, ms, 'how it ended': ok ? 'well' : (error?.message ?? 'failed') };
}
