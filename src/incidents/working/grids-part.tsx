import { useState } from 'preact/hooks';
import { FoldedPart } from '../../pages/fold.tsx';
import { Button, Radios, Select } from '../../pages/inputs.tsx';
import { call, Refused } from '../../pages/server.ts';
import { ErrorSummary } from '../../pages/shell.tsx';
import { useNotice, useSmallForm } from '../../pages/small-form.tsx';
import { useWork } from '../../pages/work.ts';
import type { ShownGrid, ShownGrids } from '../grids/choose-grid-row.ts';
import type { GridRow } from '../grids/grid.ts';
import type { CaseForm, CasePart } from './case-part.ts';

/** The school's grids of sanctions and actions: the row that fits becomes things to do (B8). */
export function Grids({ file, reload }: CasePart) {
  const [notice, onDone] = useNotice(reload);
  const { gridRows } = file;
  return (
    <FoldedPart id="grids" title="Sanctions and actions" brief={gridRows.length === 0 ? 'no row chosen' : String(gridRows.length)}>
      {notice}
      {gridRows.map(({ incident, actions, at, who }) => (
        <section key={`${incident} ${at}`} aria-label={incident}>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{incident}</h3>
          <p class="govuk-body-s">
            Chosen {at}, {who}
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {actions.map(({ column, what, mark, required }) => (
              <li key={column}>
                {what}
                {mark !== '✓' && ` (${mark})`}: {required ? 'required' : 'available'}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {file.isForSupport && (
        <p class="govuk-inset-text">
          Somebody tells of harm or of despair here: they are met with support. No sanction and no behaviour point belongs to that. The grids come back when
          somebody is put down as alleged to have done something.
        </p>
      )}
      {file.closed === null && !file.isForSupport && <GridForm {...{ file, onDone }} />}
    </FoldedPart>
  );
}

/** The grids are fetched when somebody wants them: most cases need none. */
function GridForm({ file, onDone }: CaseForm) {
  const [shown, setShown] = useState<ShownGrids | null>(null);
  const { busy, error, doing } = useWork();
  if (shown !== null) return <RowForm {...{ file, onDone, shown }} />;
  const fetchThem = () =>
    doing('', async () => {
      setShown((await call('readGrids', {})).value);
      return '';
    });
  return (
    <>
      <ErrorSummary errors={error ? [error] : []} />
      <Button secondary busy={busy !== null} onPress={fetchThem}>
        Show the grids
      </Button>
    </>
  );
}

function RowForm({ file, onDone, shown: { grids, problems, sheet } }: CaseForm & { shown: ShownGrids }) {
  const [gridId, setGridId] = useState(grids[0]?.id ?? '');
  const [rowId, setRowId] = useState('');
  const { busy, idOf, errorFor, problem, send } = useSmallForm('grid', onDone);
  const grid = grids.find(({ id }) => id === gridId);
  const row = grid?.rows.find(({ id }) => id === rowId);
  const choose = () =>
    send([gridId, rowId], async (key) => {
      if (!row) throw new Refused('Choose the row that fits', 'row');
      await call('chooseGridRow', { key, reference: file.reference, grid: gridId, row: rowId });
      setRowId('');
      return `Chosen: ${row.incident}. What it asks for is in “What to do next”.`;
    });
  return (
    <>
      {problem}
      {problems.map((words) => (
        <p class="govuk-body" key={words}>
          {words}
        </p>
      ))}
      {sheet !== '' && (
        <p class="govuk-body-s">
          <a class="govuk-link" href={sheet} target="_blank" rel="noreferrer">
            Change the grids in their Sheet (opens in a new tab)
          </a>
        </p>
      )}
      <Select
        id={idOf('grid')}
        label="Grid"
        hint={grid && `Source: ${grid.source}.`}
        error={errorFor('grid')}
        value={gridId}
        options={grids.map(({ id, title }) => ({ value: id, text: title }))}
        onInput={(id) => {
          setGridId(id);
          setRowId('');
        }}
      />
      {grid && (
        <Radios
          id={idOf('row')}
          label="Row"
          error={errorFor('row')}
          value={rowId}
          options={bestFirst(grid.rows, file.types).map(({ id, incident }) => ({ value: id, text: incident }))}
          onInput={setRowId}
        />
      )}
      {grid && row && <Asked {...{ grid, row }} />}
      <Button secondary busy={busy} onPress={choose}>
        Use this row
      </Button>
    </>
  );
}

/** Rows that suit the case's types stand first. */
function bestFirst(rows: readonly GridRow[], types: readonly string[]): GridRow[] {
  const suits = (row: GridRow) => row.types.some((type) => types.includes(type));
  return [...rows.filter(suits), ...rows.filter((row) => !suits(row))];
}

/** What the chosen row asks for, before it is used. */
function Asked({ grid, row }: { grid: ShownGrid; row: GridRow }) {
  const marked = grid.columns.map((column, index) => ({ ...column, mark: row.marks[index] ?? '' })).filter(({ mark }) => mark !== '');
  return (
    <div class="govuk-inset-text" role="status">
      <p class="govuk-body">“{row.incident}” asks for:</p>
      <ul class="govuk-list govuk-list--bullet">
        {marked.map(({ what, mark, means }) => (
          <li key={what}>
            {what}
            {mark !== '✓' && ` (${mark})`}: {means === 'must' ? 'required' : 'available'}
          </li>
        ))}
      </ul>
    </div>
  );
}
