import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Checkbox, Select, TextInput } from '../../pages/inputs.tsx';
import { call, Refused } from '../../pages/server.ts';
import { useSmallForm } from '../../pages/small-form.tsx';
import { PersonPicker } from '../../school/person-picker.tsx';
import { type Involvement, ROLES, type Role, SEXES } from '../concern.ts';
import type { CaseForm } from './case-part.ts';
import { ROLE_WORDS } from './role-words.ts';

/** A person as the form holds them; the number tells them apart on the page. */
interface Row extends Pick<Involvement, 'email' | 'name' | 'sex'> {
  number: number;
  role: Role | '';
  /** Adults whom a typed name may mean. */
  mayBe: string[];
  outsider: boolean;
}

/** Adds people and corrects them. Who loses sight of the case, or gets it, is said before it happens. */
export function PeopleForm({ file, onDone }: CaseForm) {
  const [rows, setRows] = useState<Row[]>(() => rowsOf(file));
  const [why, setWhy] = useState('');
  // What was warned of; the same press again means that it is right.
  const [warned, setWarned] = useState('');
  const numbers = useRef(file.people.length);
  const { busy, idOf, errorFor, problem, send } = useSmallForm('people', onDone);
  const { reference, peopleVersion: version } = file;
  // Saved here or by somebody else: a correction begins with whom it names now.
  useEffect(() => setRows(rowsOf(file)), [version]);
  const people = rows.map(({ email, name, role, sex, outsider }) => ({ email, name, role, sex, outsider }));
  const sure = warned === JSON.stringify(people);

  const change = (row: Row, part: Partial<Row>) => setRows(rows.map((each) => (each === row ? { ...row, ...part } : each)));
  const add = ({ email, name }: { email: string; name: string }) => {
    numbers.current += 1;
    setRows([...rows, { email, name, number: numbers.current, role: '', sex: '', mayBe: [], outsider: false }]);
  };
  const save = () =>
    send([people, why, version, sure], async (key) => {
      try {
        const { value } = await call('changePeople', { key, reference, people, why, version, sure });
        setWhy('');
        return value.stillMine
          ? `The people have been saved. The case is in: ${value.lane}.`
          : `The people have been saved. The case has gone to: ${value.lane}.`;
      } catch (refused) {
        if (refused instanceof Refused && refused.code === 'not-sure') setWarned(JSON.stringify(people));
        throw refused;
      }
    });

  return (
    <>
      {problem}
      <p class="govuk-body">
        Whoever is named here can no longer see this case, whatever their post. When the headteacher, the designated safeguarding lead or another adult of the
        school is named as affected or alleged, the case goes to those who may deal with it. It is said before it happens.
      </p>
      {rows.map((row, index) => (
        <PersonRow
          key={row.number}
          {...{ row, index, idOf, errorFor }}
          onChange={(part) => change(row, part)}
          onRemove={() => setRows(rows.filter((each) => each !== row))}
        />
      ))}
      <PersonPicker
        id={idOf('people')}
        label="Add a person"
        hint="Type the beginning of a name and choose. Somebody from outside: type the whole name and add it."
        error={errorFor('people')}
        find={async (text) => (await call('findPeople', { text })).value}
        mayType
        onPick={add}
      />
      <TextInput id={idOf('why')} label="Why you change it" error={errorFor('why')} value={why} onInput={setWhy} />
      <Button secondary busy={busy} onPress={save}>
        {sure ? 'Yes, save the people' : 'Save the people'}
      </Button>
    </>
  );
}

function rowsOf({ people }: CaseForm['file']): Row[] {
  return people.map((person, number) => ({ ...person, number, outsider: false }));
}

function PersonRow({
  row,
  index,
  idOf,
  errorFor,
  onChange,
  onRemove,
}: {
  row: Row;
  index: number;
  idOf: (field: string) => string;
  errorFor: (field: string) => string | undefined;
  onChange: (part: Partial<Row>) => void;
  onRemove: () => void;
}) {
  return (
    <fieldset class="govuk-fieldset govuk-inset-text handrail-person">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{row.name}</legend>
      <div class="handrail-beside">
        <Select
          id={idOf(`role-${index}`)}
          label="Role"
          error={errorFor(`role-${index}`) ?? errorFor(`person-${index}`)}
          value={row.role}
          options={[{ value: '', text: 'Choose' }, ...ROLES.map((value) => ({ value, text: ROLE_WORDS[value] }))]}
          onInput={(role) => onChange({ role: role as Role })}
        />
        <Select
          id={idOf(`sex-${index}`)}
          label="Sex (if known)"
          value={row.sex}
          options={SEXES.map((value) => ({ value, text: value || 'not said' }))}
          onInput={(sex) => onChange({ sex: sex as Row['sex'] })}
        />
      </div>
      {row.mayBe.length > 0 && (
        <div class="govuk-checkboxes govuk-form-group">
          <Checkbox
            id={idOf(`outsider-${index}`)}
            label={`I have looked into it: this is not ${row.mayBe.join(' or ')}`}
            checked={row.outsider}
            onChange={(outsider) => onChange({ outsider })}
          />
        </div>
      )}
      <Button secondary onPress={onRemove}>
        Remove<span class="govuk-visually-hidden"> {row.name}</span>
      </Button>
    </fieldset>
  );
}
