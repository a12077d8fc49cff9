import { useEffect, useRef } from 'preact/hooks';
import { Button, Select } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { PersonPicker } from '../../school/person-picker.tsx';
import type { Role } from '../concern.ts';
import type { Named } from '../involve.ts';
import type { ReportWords } from './report-words.tsx';

const PERSON_INPUT = 'person';

/** Who it is about, a role each. Staff look names up, everybody else types them. */
export function PeopleField({
  words: { hint, roles },
  people,
  mayFindPeople,
  errorFor,
  onChange,
}: {
  words: ReportWords['who'];
  people: readonly Named[];
  mayFindPeople: boolean;
  errorFor: (field: string) => string | undefined;
  onChange: (people: Named[]) => void;
}) {
  // Somebody just added is asked about at once; those of a draft are not.
  const added = useRef(-1);
  return (
    <>
      <p class="govuk-hint">{hint}</p>
      {people.map((person, index) => (
        <PersonRow
          key={`${index} ${person.email} ${person.name}`}
          index={index}
          roles={roles}
          person={person}
          isNew={added.current === index}
          error={errorFor(`role-${index}`)}
          onRole={(role) => onChange(people.map((each) => (each === person ? { ...each, role } : each)))}
          onRemove={() => {
            added.current = -1;
            onChange(people.filter((each) => each !== person));
            document.getElementById(PERSON_INPUT)?.focus();
          }}
        />
      ))}
      <PersonPicker
        id={PERSON_INPUT}
        label="Add a person"
        hint={mayFindPeople ? 'Type the beginning of a name and choose. Somebody from outside: type the whole name and add it.' : 'Type the name.'}
        find={mayFindPeople ? async (text) => (await call('findPeople', { text })).value : null}
        mayType
        onPick={({ email, name }) => {
          added.current = people.length;
          onChange([...people, { email, name, role: '' }]);
        }}
      />
    </>
  );
}

function PersonRow({
  index,
  roles,
  person,
  isNew,
  error,
  onRole,
  onRemove,
}: {
  index: number;
  roles: ReportWords['who']['roles'];
  person: Named;
  isNew: boolean;
  error: string | undefined;
  onRole: (role: Role | '') => void;
  onRemove: () => void;
}) {
  // Whoever was just named is asked about next; the button that named them is gone.
  useEffect(() => {
    if (isNew) document.getElementById(`role-${index}`)?.focus();
  }, []);
  return (
    <div class="govuk-inset-text handrail-person">
      <Select
        id={`role-${index}`}
        label={`${person.name} …`}
        error={error}
        value={person.role}
        options={[{ value: '', text: 'Choose' }, ...roles]}
        onInput={(role) => onRole(role as Role | '')}
      />
      <Button secondary onPress={onRemove}>
        Remove {person.name}
      </Button>
    </div>
  );
}
