import { useState } from 'preact/hooks';
import { call } from './pages/server.ts';
import { ErrorSummary } from './pages/shell.tsx';
import { useWork } from './pages/work.ts';
import type { SetUpState } from './set-up.ts';
import { Sources } from './set-up-sources.tsx';

/** Part 2 of the set-up page: the list of people. */
export function People({ state, reload }: { state: Pick<SetUpState, 'people' | 'rollProblem' | 'sources'>; reload: () => Promise<void> }) {
  const { people, rollProblem } = state;
  const { busy, error, said, doing } = useWork();
  const [faults, setFaults] = useState<{ row: number; message: string }[]>([]);
  const take = (file: File | undefined) =>
    doing('csv', async () => {
      const { value } = await call('importRoll', { csv: file ? await file.text() : '' });
      setFaults(value.faults);
      await reload();
      return `${value.people} people have been taken from the file.`;
    });
  return (
    <>
      <h2 class="govuk-heading-m">2. The people</h2>
      <p class="govuk-body">
        {people === 0
          ? rollProblem || 'There is no list of people yet: import one before staff raise concerns, so that concerns about staff go to the headteacher.'
          : `${people} people are on the list.`}
      </p>
      <ErrorSummary errors={error ? [error] : []} />
      <div class="govuk-form-group">
        <label class="govuk-label govuk-label--s" for="csv">
          List of people (CSV)
        </label>
        <div class="govuk-hint" id="csv-hint">
          From the school’s own system, with the columns email, given name, family name, role (staff, supply, pupil, parent, governor, volunteer, visitor) and,
          if there are any, class, job title, parent of, year, line manager, leaving date. It takes the place of the file before.
        </div>
        <input
          class="govuk-file-upload"
          id="csv"
          type="file"
          accept=".csv,text/csv"
          aria-describedby="csv-hint"
          disabled={busy !== null}
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </div>
      <p class="govuk-body" role="status">
        {busy !== null ? 'One moment…' : said}
      </p>
      {faults.length > 0 && (
        <>
          <p class="govuk-body">These rows were left out. Correct the file and import it again:</p>
          <ul class="govuk-list govuk-list--bullet">
            {faults.map((fault) => (
              <li key={fault.row}>
                Row {fault.row}: {fault.message}
              </li>
            ))}
          </ul>
        </>
      )}
      <Sources sources={state.sources} reload={reload} />
    </>
  );
}
