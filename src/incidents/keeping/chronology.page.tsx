import { useState } from 'preact/hooks';
import { SaveFile } from '../../pages/save-file.tsx';
import { call } from '../../pages/server.ts';
import { Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { PersonPicker } from '../../school/person-picker.tsx';
import { ROLE_WORDS } from '../working/role-words.ts';
import { StateTag } from '../working/state-tag.tsx';
import type { ChronologyLine } from './chronology.ts';

/** The person stands in the address's fragment: what is before it is kept by filters and logs. */
startPage(({ hash }) => <ChronologyPage asked={personIn(hash)} />);

function personIn(hash: string): string {
  const [, person = ''] = /(?:^|&)person=([^&]*)/.exec(hash) ?? [];
  return decodeURIComponent(person);
}

function ChronologyPage({ asked }: { asked: string }) {
  const [typed, setTyped] = useState('');
  const person = asked || typed;
  return person ? <Person person={person} /> : <Search onType={setTyped} />;
}

/** Without a person in its address the page looks for one. */
function Search({ onType }: { onType: (name: string) => void }) {
  // Finds nobody; it says at once whom the page is for.
  const [loaded] = useLoaded(() => call('seeChronology', { person: '' }));
  return (
    <Page title="Chronology of a person" loaded={loaded}>
      {() => (
        <PersonPicker
          id="person"
          label="Find a person"
          hint="Type the beginning of a name and choose. For somebody from outside, type the whole name as it stands in the cases."
          find={async (text) => (await call('findPeople', { text })).value}
          mayType
          onPick={({ email, name }) => onType(email || name)}
        />
      )}
    </Page>
  );
}

function Person({ person }: { person: string }) {
  const [loaded] = useLoaded(() => call('seeChronology', { person }));
  const title = loaded.state === 'here' ? `Chronology: ${loaded.value.name}` : 'Chronology';
  return (
    <Page title={title} loaded={loaded} back={{ text: 'Somebody else', page: 'chronology' }}>
      {({ what, lines, repeats }, visit) => (
        <>
          {what && <p class="govuk-body">{what}</p>}
          {lines.length === 0 ? (
            <p class="govuk-body">There are no cases for you to read that name this person.</p>
          ) : (
            <>
              <ul class="govuk-list">
                {repeats.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
              <p class="govuk-body">Only cases that you may read are here. Sorted by when it happened; where nobody has said, by when it was received.</p>
              <SaveFile fetch={async () => (await call('chronologyAsPdf', { person })).value} ready="The PDF is ready.">
                Make a PDF to save
              </SaveFile>
              <ol class="handrail-timeline">
                {lines.map((line) => (
                  <Line key={line.reference} line={line} address={visit.school.address} />
                ))}
              </ol>
            </>
          )}
        </>
      )}
    </Page>
  );
}

function Line({ line, address }: { line: ChronologyLine; address: string }) {
  const { reference, at, isHappened, role, isTyped, types, severity, state, outcome, lane, repeat } = line;
  return (
    <li>
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        {at}
        {!isHappened && ' (received)'}
      </p>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <a class="govuk-link" href={`${address}?page=case&reference=${encodeURIComponent(reference)}`}>
          {reference}
        </a>{' '}
        <StateTag state={state} />
      </p>
      <p class="govuk-body govuk-!-margin-bottom-1">
        {`${types.join('; ') || 'Not classified yet'}. Role: ${ROLE_WORDS[role]}. ${severity ? `Severity: ${severity}. ` : ''}${lane}.`}
        {outcome && ` Outcome: ${outcome}.`}
        {isTyped && ' Named as typed, not chosen from the roll: it may be a namesake.'}
        {repeat && <strong> {repeat}.</strong>}
      </p>
    </li>
  );
}
