import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Radios, Select, TextArea, TextInput } from '../../pages/inputs.tsx';
import { call, PressKeys, Refused } from '../../pages/server.ts';
import { ErrorSummary, messageOf, Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { PersonPicker } from '../../school/person-picker.tsx';
import type { Role } from '../concern.ts';

const PERSON_INPUT = 'person';

interface Draft {
  story: string;
  happened: string;
  where: string;
  done: string;
  toldDslInPerson: '' | 'yes' | 'no';
  people: Named[];
}

/** A person as the form holds them; the number tells them apart on the page. */
interface Named {
  number: number;
  email: string;
  name: string;
  role: Role | '';
}

const EMPTY: Draft = { story: '', happened: '', where: '', done: '', toldDslInPerson: '', people: [] };

const ROLES: { value: Role; text: string }[] = [
  { value: 'affected', text: 'was hurt, upset or at risk' },
  { value: 'alleged', text: 'may have done it' },
  { value: 'witness', text: 'saw or heard it' },
  { value: 'other', text: 'is connected in another way' },
];

startPage(Report);

function Report() {
  const [loaded] = useLoaded(() => call('beginConcern', {}));
  const [draft, setDraft] = useState(EMPTY);
  const [error, setError] = useState<{ field?: string | undefined; message: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const [reference, setReference] = useState('');
  const keys = useRef(new PressKeys());
  const numbers = useRef(0);
  const set = (part: Partial<Draft>) => setDraft((current) => ({ ...current, ...part }));
  const errorFor = (field: string) => (error?.field === field ? error.message : undefined);
  const add = (person: { email: string; name: string }) => {
    numbers.current += 1;
    set({ people: [...draft.people, { ...person, number: numbers.current, role: '' }] });
  };
  const remove = (person: Named) => {
    set({ people: draft.people.filter((each) => each !== person) });
    document.getElementById(PERSON_INPUT)?.focus();
  };

  const send = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      const { value } = await call('raiseConcern', requestFrom(draft, keys.current.keyFor(draft)));
      keys.current.answered();
      setReference(value.reference);
      setDraft(EMPTY);
    } catch (failure) {
      // A person's one input here is their role.
      const field = failure instanceof Refused ? failure.field?.replace(/^person-/, 'role-') : undefined;
      setError({ field, message: messageOf(failure) });
    } finally {
      setBusy(false);
    }
  };

  return (
    <Page title={reference ? 'Your concern has been received' : 'Raise a concern'} loaded={loaded}>
      {({ mayFindPeople }, visit) =>
        reference ? (
          <Received reference={reference} telephone={visit.school.dslTelephone} home={visit.school.address} />
        ) : (
          <form onSubmit={send} noValidate>
            <ErrorSummary errors={error ? [error] : []} />
            <p class="govuk-body">
              A child in danger now? Call{' '}
              <a class="govuk-link" href="tel:999">
                999
              </a>{' '}
              first, then the designated safeguarding lead on{' '}
              <a class="govuk-link" href={`tel:${visit.school.dslTelephone.replace(/\s/g, '')}`}>
                {visit.school.dslTelephone}
              </a>
              .
            </p>
            <TextArea
              id="story"
              label="What happened?"
              hint="In your own words, and in theirs if a child told you. You do not need proof. Do not promise to keep it secret, and ask no more questions than you must."
              rows={8}
              error={errorFor('story')}
              value={draft.story}
              onInput={(story) => set({ story })}
            />
            <TextInput
              id="happened"
              label="When did it happen? (if you know)"
              type="datetime-local"
              error={errorFor('happened')}
              value={draft.happened}
              onInput={(happened) => set({ happened })}
            />
            <fieldset class="govuk-fieldset" aria-describedby="people-hint">
              <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Who is it about?</legend>
              <div class="govuk-hint" id="people-hint">
                Nobody you name here will see this concern, even if they usually read them.
              </div>
              {draft.people.map((person, index) => (
                <PersonRow
                  key={person.number}
                  index={index}
                  person={person}
                  error={errorFor(`role-${index}`)}
                  onRole={(role) => set({ people: draft.people.map((each) => (each === person ? { ...each, role } : each)) })}
                  onRemove={() => remove(person)}
                />
              ))}
              <PersonPicker
                id={PERSON_INPUT}
                label="Add a person"
                hint={mayFindPeople ? 'Type the beginning of a name and choose. Somebody from outside: type the whole name and add it.' : 'Type the name.'}
                find={mayFindPeople ? async (text) => (await call('findPeople', { text })).value : null}
                mayType
                onPick={add}
              />
            </fieldset>
            <TextInput id="where" label="Where, or on which device, app or website? (if you know)" value={draft.where} onInput={(where) => set({ where })} />
            <TextArea
              id="done"
              label="What has been done already?"
              hint="For example: I sat with her; I took the tablet and left it switched on."
              rows={3}
              value={draft.done}
              onInput={(done) => set({ done })}
            />
            <Radios
              id="toldDslInPerson"
              label="Have you told the designated safeguarding lead in person?"
              error={errorFor('toldDslInPerson')}
              value={draft.toldDslInPerson}
              inline
              options={[
                { value: 'yes', text: 'Yes' },
                { value: 'no', text: 'Not yet' },
              ]}
              onInput={(value) => set({ toldDslInPerson: value as Draft['toldDslInPerson'] })}
            />
            <Button busy={busy}>Send</Button>
          </form>
        )
      }
    </Page>
  );
}

function PersonRow({
  index,
  person,
  error,
  onRole,
  onRemove,
}: {
  index: number;
  person: Named;
  error: string | undefined;
  onRole: (role: Role) => void;
  onRemove: () => void;
}) {
  // Whoever was just named is asked about next; the button that named them is gone.
  useEffect(() => document.getElementById(`role-${index}`)?.focus(), []);
  return (
    <div class="govuk-inset-text handrail-person">
      <Select
        id={`role-${index}`}
        label={`${person.name} …`}
        error={error}
        value={person.role}
        options={[{ value: '', text: 'Choose' }, ...ROLES]}
        onInput={(role) => onRole(role as Role)}
      />
      <Button secondary onPress={onRemove}>
        Remove {person.name}
      </Button>
    </div>
  );
}

function Received({ reference, telephone, home }: { reference: string; telephone: string; home: string }) {
  const panel = useRef<HTMLDivElement>(null);
  // The form with the focus in it is gone: what is read out next is this.
  useEffect(() => panel.current?.focus(), []);
  return (
    <>
      <div class="govuk-panel govuk-panel--confirmation" tabIndex={-1} ref={panel}>
        <div class="govuk-panel__body">
          Your reference
          <br />
          <strong>{reference}</strong>
        </div>
      </div>
      <p class="govuk-body">The right person is told that there is something to read. They will not mention it to anybody you named.</p>
      <p class="govuk-body">If it cannot wait, or you have not spoken to anybody yet, telephone {telephone} now.</p>
      <p class="govuk-body">
        <a class="govuk-link" href={home}>
          See how far your concern is
        </a>
      </p>
    </>
  );
}

/** The request as the server wants it; the time in the page's own zone becomes UTC. */
function requestFrom(draft: Draft, key: string) {
  return {
    key,
    story: draft.story,
    happened: draft.happened === '' ? '' : new Date(draft.happened).toISOString(),
    where: draft.where,
    device: '',
    url: '',
    about: 'pupil' as const,
    typeHint: '',
    danger: false,
    done: draft.done,
    toldDslInPerson: draft.toldDslInPerson === '' ? null : draft.toldDslInPerson === 'yes',
    // An empty choice is sent on, so that the server names the person whose role is missing.
    people: draft.people.map(({ email, name, role }) => ({ email, name, role })),
  };
}
