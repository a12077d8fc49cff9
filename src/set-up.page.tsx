import { useState } from 'preact/hooks';
import { Button, TextArea, TextInput } from './pages/inputs.tsx';
import { call } from './pages/server.ts';
import { ErrorSummary, Page, startPage, useLoaded } from './pages/shell.tsx';
import { useWork } from './pages/work.ts';
import type { StepLine } from './school/set-up.ts';
import type { SaveSettings, SetUpState } from './set-up.ts';

startPage(SetUp);

function SetUp() {
  const [loaded, reload] = useLoaded(() => call('readSetUp', {}));
  return (
    <Page title="Set up Handrail" loaded={loaded}>
      {(state) => (
        <>
          <p class="govuk-body">Three parts: the school, its people, and what Handrail makes. You can come back to each at any time.</p>
          <Settings state={state} reload={reload} />
          <Roll people={state.people} problem={state.rollProblem} reload={reload} />
          <Steps steps={state.steps} reload={reload} />
          <p class="govuk-body-s">Build {state.build}</p>
        </>
      )}
    </Page>
  );
}

function Settings({ state, reload }: { state: SetUpState; reload: () => Promise<void> }) {
  const { school } = state;
  const list = (addresses: string[] | undefined) => (addresses ?? []).join('\n');
  const [typed, setTyped] = useState<SaveSettings>({
    name: school.name ?? '',
    address: school.address ?? '',
    dslTelephone: school.dslTelephone ?? '',
    head: school.head ?? '',
    dsl: school.dsl ?? '',
    deputies: list(school.deputies),
    chair: school.chair ?? '',
    approvers: list(school.approvers),
    technicians: list(school.technicians),
  });
  const [gaps, setGaps] = useState(state.gaps);
  const [asked, setAsked] = useState(false);
  const { busy, error, said, doing } = useWork();
  const set = (part: Partial<SaveSettings>) => setTyped({ ...typed, ...part });
  const errorFor = (field: string) => (asked ? gaps.find((gap) => gap.field === field)?.message : undefined);
  const save = (event: Event) => {
    event.preventDefault();
    void doing('', async () => {
      const { value } = await call('saveSettings', typed);
      setGaps(value.gaps);
      setAsked(true);
      if (value.gaps.length === 0) await reload();
      return value.gaps.length === 0 ? 'The settings are saved.' : '';
    });
  };

  return (
    <form onSubmit={save} noValidate>
      <h2 class="govuk-heading-m">1. The school</h2>
      <ErrorSummary errors={error ? [error] : asked && busy === null ? gaps : []} />
      <TextInput id="name" label="Name of the school" error={errorFor('name')} value={typed.name} onInput={(name) => set({ name })} />
      <TextInput
        id="address"
        label="Address of this web app"
        hint="As npm run deploy printed it: it ends in /exec."
        error={errorFor('address')}
        value={typed.address}
        onInput={(address) => set({ address })}
      />
      <TextInput
        id="dslTelephone"
        label="Telephone of the designated safeguarding lead"
        hint="Stands in every mail and on every page."
        type="tel"
        error={errorFor('dslTelephone')}
        value={typed.dslTelephone}
        onInput={(dslTelephone) => set({ dslTelephone })}
      />
      <TextInput
        id="head"
        label="Headteacher"
        hint="E-mail address. Reads concerns about staff and about the DSL."
        type="email"
        error={errorFor('head')}
        value={typed.head}
        onInput={(head) => set({ head })}
      />
      <TextInput id="dsl" label="Designated safeguarding lead (DSL)" type="email" error={errorFor('dsl')} value={typed.dsl} onInput={(dsl) => set({ dsl })} />
      <TextArea
        id="deputies"
        label="Deputy safeguarding leads"
        hint="One address a line."
        rows={3}
        error={errorFor('deputies')}
        value={typed.deputies}
        onInput={(deputies) => set({ deputies })}
      />
      <TextInput
        id="chair"
        label="Chair of governors"
        hint="Reads concerns about the headteacher, alone. Needs a school account."
        type="email"
        error={errorFor('chair')}
        value={typed.chair}
        onInput={(chair) => set({ chair })}
      />
      <TextArea
        id="approvers"
        label="Who may approve agreements"
        hint="One address a line. Nobody can approve their own, so two are better than one."
        rows={3}
        error={errorFor('approvers')}
        value={typed.approvers}
        onInput={(approvers) => set({ approvers })}
      />
      <TextArea
        id="technicians"
        label="Technicians"
        hint="One address a line."
        rows={2}
        error={errorFor('technicians')}
        value={typed.technicians}
        onInput={(technicians) => set({ technicians })}
      />
      <p class="govuk-body" role="status">
        {said}
      </p>
      <Button busy={busy !== null}>Save the settings</Button>
    </form>
  );
}

function Roll({ people, problem, reload }: { people: number; problem: string; reload: () => Promise<void> }) {
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
          ? problem || 'There is no list of people yet: import one before staff raise concerns, so that concerns about staff go to the headteacher.'
          : `${people} people are on the list.`}
      </p>
      <ErrorSummary errors={error ? [error] : []} />
      <div class="govuk-form-group">
        <label class="govuk-label govuk-label--s" for="csv">
          List of people (CSV)
        </label>
        <div class="govuk-hint" id="csv-hint">
          From the school’s own system, with the columns email, given name, family name, role (staff, pupil, parent, governor, visitor) and, if there are any,
          class, job title, parent of. It replaces the list that is there.
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
    </>
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
