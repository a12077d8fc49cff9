import { call } from '../../pages/server.ts';
import { Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { useNotice } from '../../pages/small-form.tsx';
import { AskForm } from './ask-form.tsx';
import { FilterCard } from './filter-card.tsx';

startPage(Filtering);

function Filtering() {
  const [loaded, reload] = useLoaded(() => call('seeFiltering', {}));
  const [notice, onDone] = useNotice(reload);
  return (
    <Page title="The filter" loaded={loaded}>
      {({ lines, isWhole, more, inAWeek }, { school }) => (
        <>
          {notice}
          <p class="govuk-body">
            Tell us here when the filter has let something through, or ask for an address to be opened for a time or to be blocked. A senior leader approves, a
            technician carries it out, and what was opened is closed again after its last day.
          </p>
          <p class="govuk-inset-text">
            Has a child seen something that upset or harmed them, or looked for it?{' '}
            <a class="govuk-link" href={`${school.address}?page=report`}>
              Raise a concern
            </a>{' '}
            as well: this page does not reach the safeguarding log.
          </p>
          <AskForm inAWeek={inAWeek} onDone={onDone} />
          <h2 class="govuk-heading-m">{isWhole ? 'The log of changes' : 'What you have asked for'}</h2>
          {lines.length === 0 && <p class="govuk-body">Nothing yet.</p>}
          <ul class="govuk-list handrail-lines">
            {/* What was typed about an earlier state is not sent over a later one. */}
            {lines.map((line) => (
              <FilterCard key={`${line.reference} ${line.state}`} line={line} onDone={onDone} />
            ))}
          </ul>
          {more > 0 && <p class="govuk-body">{more} older ones are in the log and are not shown here.</p>}
        </>
      )}
    </Page>
  );
}
