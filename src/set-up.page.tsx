import { useState } from 'preact/hooks';
import { Button } from './pages/inputs.tsx';
import { call } from './pages/server.ts';
import { ErrorSummary, Page, startPage, useLoaded } from './pages/shell.tsx';
import { useWork } from './pages/work.ts';
import type { StepLine } from './school/set-up.ts';
import { People } from './set-up-people.tsx';
import { SettingsForm } from './set-up-settings.tsx';

startPage(SetUp);

function SetUp() {
  const [loaded, reload] = useLoaded(() => call('readSetUp', {}));
  return (
    <Page title="Set up Handrail" loaded={loaded}>
      {(state) => (
        <>
          <p class="govuk-body">Three parts: the school, its people, and what Handrail makes. You can come back to each at any time.</p>
          <SettingsForm state={state} reload={reload} />
          <People state={state} reload={reload} />
          <Steps steps={state.steps} reload={reload} />
          <p class="govuk-body-s">Build {state.build}</p>
        </>
      )}
    </Page>
  );
}

function Steps({ steps, reload }: { steps: StepLine[]; reload: () => Promise<void> }) {
  const { busy, error, said, doing } = useWork();
  const [now, setNow] = useState('');
  const open = steps.filter((step) => step.state !== 'there');
  // One call a step: each is well within the time Google gives a run, and what is made stays made if a later one fails.
  const makeAll = () =>
    doing('', async () => {
      try {
        for (const step of open) {
          setNow(step.title);
          await call('makeStep', { id: step.id });
        }
        return 'Everything is in place.';
      } finally {
        setNow('');
        await reload();
      }
    });
  return (
    <>
      <h2 class="govuk-heading-m">3. What Handrail makes</h2>
      {steps.length === 0 && <p class="govuk-body">Save the settings first; then this part says what will be made.</p>}
      <ErrorSummary errors={error ? [error] : []} />
      {steps.length > 0 && (
        <dl class="govuk-summary-list">
          {steps.map((step) => (
            <div class="govuk-summary-list__row" key={step.id}>
              <dt class="govuk-summary-list__key">{step.title}</dt>
              <dd class="govuk-summary-list__value">{step.what}</dd>
              <dd class="govuk-summary-list__actions">
                <strong class={`govuk-tag ${step.state === 'there' ? 'govuk-tag--green' : step.state === 'missing' ? 'govuk-tag--grey' : 'govuk-tag--yellow'}`}>
                  {step.state}
                </strong>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p class="govuk-body" role="status">
        {now ? `Making: ${now}…` : said}
      </p>
      {open.length > 0 && (
        <Button busy={busy !== null} onPress={makeAll}>
          {open.length === steps.length ? 'Make all this' : 'Make what is missing'}
        </Button>
      )}
      {steps.length > 0 && open.length === 0 && (
        <p class="govuk-body">Nothing is missing. Come back here if something is deleted or changed by hand: it is mended from the records.</p>
      )}
    </>
  );
}
