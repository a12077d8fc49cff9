import { useRef, useState } from 'preact/hooks';
import { Button, Select, TextArea } from '../../pages/inputs.tsx';
import { call, PressKeys } from '../../pages/server.ts';
import { ErrorSummary, Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { useWork } from '../../pages/work.ts';
import type { OpenState, Role } from '../concern.ts';
import type { CaseFile } from './see-cases.ts';
import { StateTag } from './state-tag.tsx';

const STATES: { value: OpenState; text: string }[] = [
  { value: 'new', text: 'new' },
  { value: 'open', text: 'open: being looked at' },
  { value: 'waiting', text: 'waiting for somebody' },
];
const ROLE_WORDS: Record<Role, string> = { affected: 'affected', alleged: 'alleged', witness: 'witness', other: 'connected' };

startPage(Case);

function Case({ parameter }: { parameter: Record<string, string> }) {
  const reference = parameter['reference'] ?? '';
  const [loaded, reload] = useLoaded(() => call('openCase', { reference }));
  return (
    <Page title={`Case ${reference}`} loaded={loaded}>
      {(file) => (
        <>
          <p class="govuk-body">
            <StateTag state={file.state} /> {file.lane}
          </p>
          {!file.onDesk && <p class="govuk-inset-text">This case names somebody who reads the desk. It is on this page only and not on the desk Sheet.</p>}
          <Summary file={file} />
          <h2 class="govuk-heading-m">What was said</h2>
          <p class="govuk-body handrail-said">{file.story}</p>
          <Work file={file} reload={reload} />
          <Timeline file={file} />
        </>
      )}
    </Page>
  );
}

function Summary({ file }: { file: CaseFile }) {
  const rows: [string, string][] = [
    ['Received', `${file.received}, from ${file.reporter}`],
    ['Happened', file.happened || 'not said'],
    ['Where', file.where || 'not said'],
    ['Done already', file.done || 'not said'],
    ['DSL told in person', file.toldDslInPerson ? 'yes' : 'not yet when it was sent'],
  ];
  return (
    <dl class="govuk-summary-list">
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">People</dt>
        <dd class="govuk-summary-list__value">
          {file.people.length === 0 ? (
            'nobody named'
          ) : (
            <ul class="govuk-list govuk-!-margin-bottom-0">
              {file.people.map((person) => (
                <li key={`${person.email}${person.name}`}>
                  {person.name}
                  {person.className && ` (${person.className})`}: {ROLE_WORDS[person.role]}
                </li>
              ))}
            </ul>
          )}
        </dd>
      </div>
      {rows.map(([label, value]) => (
        <div class="govuk-summary-list__row" key={label}>
          <dt class="govuk-summary-list__key">{label}</dt>
          <dd class="govuk-summary-list__value handrail-said">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What can be done with the case; each has a button of its own. */
function Work({ file, reload }: { file: CaseFile; reload: () => Promise<void> }) {
  const [note, setNote] = useState('');
  const [state, setState] = useState(file.state);
  const [owner, setOwner] = useState(file.owner);
  const { busy, error, said, doing } = useWork();
  const keys = useRef(new PressKeys());
  const { reference } = file;

  const change = (field: string, done: string, work: () => Promise<unknown>) =>
    doing(field, async () => {
      await work();
      keys.current.answered();
      if (field === 'note') setNote('');
      await reload();
      return done;
    });

  return (
    <>
      <h2 class="govuk-heading-m">Work on it</h2>
      <ErrorSummary errors={error ? [error] : []} />
      <p class="govuk-body" role="status">
        {said}
      </p>
      <TextArea
        id="note"
        label="Add a note"
        hint="What was done or decided, and why. Notes stay as they are: a later note corrects an earlier one."
        rows={4}
        error={error?.field === 'note' ? error.message : undefined}
        value={note}
        onInput={setNote}
      />
      <Button
        busy={busy === 'note'}
        onPress={() => change('note', 'The note has been added.', () => call('addNote', { key: keys.current.keyFor(note), reference, text: note }))}
      >
        Add note
      </Button>
      <Select
        id="state"
        label="State"
        error={error?.field === 'state' ? error.message : undefined}
        value={state}
        options={STATES}
        onInput={(value) => setState(value as OpenState)}
      />
      <Button
        secondary
        busy={busy === 'state'}
        onPress={() =>
          change('state', 'The state has been set.', () =>
            call('changeState', { key: keys.current.keyFor(state), reference, from: file.state as OpenState, to: state as OpenState }),
          )
        }
      >
        Set state
      </Button>
      <Select
        id="owner"
        label="Owner"
        error={error?.field === 'owner' ? error.message : undefined}
        value={owner}
        options={[{ value: '', text: 'nobody yet' }, ...file.owners.map(({ email, name }) => ({ value: email, text: name }))]}
        onInput={setOwner}
      />
      <Button
        secondary
        busy={busy === 'owner'}
        onPress={() =>
          change('owner', 'The owner has been set.', () => call('changeOwner', { key: keys.current.keyFor(`owner ${owner}`), reference, to: owner }))
        }
      >
        Set owner
      </Button>
    </>
  );
}

function Timeline({ file }: { file: CaseFile }) {
  return (
    <>
      <h2 class="govuk-heading-m">History</h2>
      <ol class="handrail-timeline">
        {file.timeline.map((entry, index) => (
          <li key={`${index}-${entry.at}`}>
            <p class="govuk-body-s govuk-!-margin-bottom-1">
              {entry.at}, {entry.who}
            </p>
            <p class="govuk-body govuk-!-margin-bottom-1">{entry.what}</p>
            {entry.said && <p class="govuk-body handrail-said">{entry.said}</p>}
          </li>
        ))}
      </ol>
    </>
  );
}
