import { useState } from 'preact/hooks';
import { Button, Select, TextInput } from '../pages/inputs.tsx';
import { SaveFile } from '../pages/save-file.tsx';
import { call } from '../pages/server.ts';
import { ErrorSummary, Page, startPage, useLoaded } from '../pages/shell.tsx';
import { useWork, type Work } from '../pages/work.ts';
import { CountTable } from './count-table.tsx';
import { shownCount } from './report-paper.ts';
import type { Report, ReportPage, ReportWanted } from './see-report.ts';

startPage(Reports);

/** Of the choice of periods: days that are typed. */
const OTHER = 'other';

function Reports() {
  const [loaded] = useLoaded(() => call('seeReport', { version: '', from: '', to: '' }));
  return (
    <Page title="Reports" wide loaded={loaded}>
      {(first) => <Shown first={first} />}
    </Page>
  );
}

function Shown({ first }: { first: ReportPage }) {
  const [page, setPage] = useState(first);
  const work = useWork();
  const show = (wanted: ReportWanted) =>
    work.doing('', async () => {
      const { value } = await call('seeReport', wanted);
      setPage(value);
      return `This is the report of ${value.report.period}.`;
    });
  // Another report has another file: the link to the one before must not stay.
  const key = JSON.stringify(page.chosen);
  return (
    <>
      <Choice page={page} work={work} onShow={show} />
      <p class="govuk-body handrail-off-paper" role="status">
        {work.said}
      </p>
      <div class="govuk-button-group handrail-off-paper" key={key}>
        <Button secondary onPress={() => print()}>
          Print
        </Button>
        <SaveFile fetch={async () => (await call('reportAsPdf', page.chosen)).value} ready="The PDF is ready.">
          Make a PDF to save
        </SaveFile>
      </div>
      <Figures report={page.report} />
    </>
  );
}

/** What the report is to be: for whom, and of which days. */
function Choice({ page, work, onShow }: { page: ReportPage; work: Work; onShow: (wanted: ReportWanted) => void }) {
  const { versions, periods, chosen } = page;
  const [version, setVersion] = useState<string>(chosen.version);
  const [period, setPeriod] = useState(`${chosen.from} ${chosen.to}`);
  const [typed, setTyped] = useState({ from: '', to: '' });
  const { id, hidesSmall } = versions.find((each) => each.id === version) ?? versions[0] ?? { id: '' as const, hidesSmall: true };
  const offered = periods.filter(({ whole, over }) => !hidesSmall || (whole && over));
  const options = [
    ...offered.map(({ name, from, to, over }) => ({ value: `${from} ${to}`, text: over ? name : `${name}, so far` })),
    ...(hidesSmall ? [] : [{ value: OTHER, text: 'Other days' }]),
  ];
  // A version that hides small numbers is not made of every period that another is.
  const chosenPeriod = options.some(({ value }) => value === period) ? period : (options[0]?.value ?? '');
  const [from = '', to = ''] = chosenPeriod.split(' ');
  const errorFor = (field: string) => (work.error?.field === field ? work.error.message : undefined);
  return (
    <form
      class="handrail-off-paper"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onShow({ version: id, ...(chosenPeriod === OTHER ? typed : { from, to }) });
      }}
    >
      <ErrorSummary errors={work.error ? [{ message: work.error.message, field: work.error.field }] : []} />
      {versions.length > 1 && (
        <Select
          id="version"
          label="For whom"
          value={version}
          options={versions.map((each) => ({ value: each.id, text: each.title }))}
          onInput={setVersion}
          error={errorFor('version')}
        />
      )}
      <Select id="period" label="Period" value={chosenPeriod} options={options} onInput={setPeriod} />
      {chosenPeriod === OTHER && (
        <>
          <TextInput
            id="from"
            label="First day"
            hint="Like 01/09/2026"
            value={typed.from}
            onInput={(day) => setTyped({ ...typed, from: day })}
            error={errorFor('from')}
          />
          <TextInput
            id="to"
            label="Last day"
            hint="Like 31/10/2026"
            value={typed.to}
            onInput={(day) => setTyped({ ...typed, to: day })}
            error={errorFor('to')}
          />
        </>
      )}
      <Button busy={work.busy !== null}>Show</Button>
    </form>
  );
}

function Figures({ report: { title, school, period, made, total, notes, measures, tables } }: { report: Report }) {
  return (
    <>
      <h2 class="govuk-heading-m">{period}</h2>
      <p class="govuk-body">
        {school}. {title}. Made {made}.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <dl class="govuk-summary-list">
        {[{ label: 'Concerns counted', value: shownCount(total) }, ...measures].map(({ label, value }) => (
          <div class="govuk-summary-list__row" key={label}>
            <dt class="govuk-summary-list__key">{label}</dt>
            <dd class="govuk-summary-list__value">{value}</dd>
          </div>
        ))}
      </dl>
      <div class="handrail-two-columns">
        {tables.map((table) => (
          <CountTable key={table.id} table={table} />
        ))}
      </div>
    </>
  );
}
