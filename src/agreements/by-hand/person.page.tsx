import { call } from '../../pages/server.ts';
import { Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { useNotice } from '../../pages/small-form.tsx';
import { PersonPicker } from '../../school/person-picker.tsx';
import { ConsentForm } from './consent-form.tsx';
import type { PersonConsent, PersonFile } from './see-person.ts';
import { StandingCard } from './standing-card.tsx';

type OnDone = (said: string) => Promise<void>;

startPage(({ parameter }) => (parameter['person'] ? <Person person={parameter['person']} /> : <Search />));

function addressFor(address: string, person: string): string {
  return `${address}?page=person&person=${encodeURIComponent(person)}`;
}

/** Without a person in its address the page looks for one. */
function Search() {
  // Finds nobody; it says at once whom the page is for.
  const [loaded] = useLoaded(() => call('findPupils', { text: '' }));
  return (
    <Page title="A person’s agreements and consents" loaded={loaded}>
      {(_, visit) => (
        <PersonPicker
          id="person"
          label="Find a person"
          hint="Type the beginning of a name and choose."
          find={async (text) => (await call('findPeople', { text })).value}
          linkTo={(email) => addressFor(visit.school.address, email)}
        />
      )}
    </Page>
  );
}

function Person({ person }: { person: string }) {
  const [loaded, reload] = useLoaded(() => call('seePerson', { person }));
  return (
    <Page title={loaded.state === 'here' ? loaded.value.name : 'A person’s agreements'} loaded={loaded}>
      {(file, visit) => <File file={file} address={visit.school.address} reload={reload} />}
    </Page>
  );
}

function File({ file, address, reload }: { file: PersonFile; address: string; reload: () => Promise<void> }) {
  const [notice, onDone] = useNotice(reload);
  return (
    <>
      <p class="govuk-body">
        {file.what}
        {file.isOnRoll && `, ${file.person}`}
        {file.leaves && `. Leaves ${file.leaves}`}
        {file.lineManager && `. Line manager: ${file.lineManager}`}.
      </p>
      {notice}
      <Relations file={file} address={address} />
      <h2 class="govuk-heading-m">Agreements</h2>
      {file.standings.length === 0 ? (
        <p class="govuk-body">Nothing has been asked of them, and they have signed nothing of their own.</p>
      ) : (
        file.standings.map((line, index) => <StandingCard key={line.standing} id={`standing-${index}`} {...{ line, file, onDone }} />)
      )}
      {file.consents && <Consents consents={file.consents} {...{ file, onDone }} />}
      <Copies copies={file.copies} />
      <History file={file} />
    </>
  );
}

/** A pupil's parents, a parent's children. */
function Relations({ file, address }: { file: PersonFile; address: string }) {
  return (
    <>
      {file.consents && (
        <>
          <h2 class="govuk-heading-m">Parents who are told</h2>
          {file.parents.length === 0 ? (
            <p class="govuk-body">The list of people names no parent: nobody can be told. Add them to the list and import it.</p>
          ) : (
            <ul class="govuk-list govuk-list--bullet">
              {file.parents.map(({ person, name, canBeMailed }) => (
                <li key={person}>
                  <a class="govuk-link" href={addressFor(address, person)}>
                    {name}
                  </a>
                  {canBeMailed ? `, ${person}` : ': no mail can go to the address on the list'}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {file.children.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Children</h2>
          <ul class="govuk-list govuk-list--bullet">
            {file.children.map(({ person, name }) => (
              <li key={person}>
                <a class="govuk-link" href={addressFor(address, person)}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Consents({ consents, file, onDone }: { consents: PersonConsent[]; file: PersonFile; onDone: OnDone }) {
  return (
    <>
      <h2 class="govuk-heading-m">Consents</h2>
      {consents.length === 0 && <p class="govuk-body">No agreement for parents is in use, so nothing is asked. Treat everything as no.</p>}
      <ul class="govuk-list">
        {consents.map((consent, index) => (
          <li class="handrail-consent" key={consent.permission}>
            <p class="govuk-body govuk-!-margin-bottom-1">
              {consent.question} <ConsentTag consent={consent} />
            </p>
            <p class="govuk-body-s govuk-!-margin-bottom-1">{factsOf(consent)}</p>
            {new Set(consent.said.map(({ value }) => value)).size > 1 && (
              <ul class="govuk-list govuk-list--bullet govuk-body-s">
                {consent.said.map(({ name, value, on }) => (
                  <li key={`${name} ${on}`}>
                    {name}: {value ? 'yes' : 'no'}, {on}
                  </li>
                ))}
              </ul>
            )}
            <details class="govuk-details">
              <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">
                  Record by hand<span class="govuk-visually-hidden">: {consent.question}</span>
                </span>
              </summary>
              <div class="govuk-details__text">
                <ConsentForm
                  id={`consent-${index}`}
                  child={file.person}
                  asked={[{ permission: consent.permission, label: 'What holds from now on?', said: [], stamp: consent.stamp }]}
                  today={file.today}
                  done={`Recorded: ${consent.question}`}
                  onDone={onDone}
                />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}

/** In words and colour: never colour alone. */
function ConsentTag({ consent: { value, differs } }: { consent: PersonConsent }) {
  if (differs) return <strong class="govuk-tag govuk-tag--yellow">no: two answers differ</strong>;
  if (value === null) return <strong class="govuk-tag govuk-tag--grey">not answered: treat as no</strong>;
  return value ? <strong class="govuk-tag govuk-tag--green">yes</strong> : <strong class="govuk-tag govuk-tag--red">no</strong>;
}

function factsOf({ value, since, by, how }: PersonConsent): string {
  if (value === null) return '';
  return `Since ${since}, ${how ? `recorded by ${by}: ${how}` : `answered by ${by}`}`;
}

function Copies({ copies }: { copies: PersonFile['copies'] }) {
  if (copies.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">What was sent</h2>
      <ul class="govuk-list govuk-list--bullet">
        {copies.map(({ title, signed, by, state, copy, isFiled }) => (
          <li key={copy}>
            <a class="govuk-link" href={copy}>
              {title}
            </a>
            , {signed} by {by}: {state}
            {isFiled && ', copy in the folder'}
          </li>
        ))}
      </ul>
    </>
  );
}

function History({ file }: { file: PersonFile }) {
  return (
    <>
      <h2 class="govuk-heading-m">History</h2>
      {file.history.length === 0 ? (
        <p class="govuk-body">Nothing has happened yet.</p>
      ) : (
        <ol class="handrail-timeline">
          {file.history.map((line, index) => (
            <li key={`${index}-${line.at}`}>
              <p class="govuk-body-s govuk-!-margin-bottom-1">
                {line.at}
                {line.who && `, ${line.who}`}
              </p>
              <p class="govuk-body govuk-!-margin-bottom-1">{line.what}</p>
              {line.said && <p class="govuk-body handrail-said">{line.said}</p>}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
