import { useState } from 'preact/hooks';
import { Button, Checkbox, Select, TextArea, TextInput, Ticks } from '../../pages/inputs.tsx';
import { call, Refused } from '../../pages/server.ts';
import { useSmallForm } from '../../pages/small-form.tsx';
import { AGENCIES, AGENCY_IDS, type AgencyId } from '../tasks/agencies.ts';
import type { CasePerson } from '../working/case-file.ts';
import type { CaseForm } from '../working/case-part.ts';
import { ROLE_WORDS } from '../working/role-words.ts';
import { PACK_PART_IDS, PACK_PARTS, type PackPart, personKey } from './pack-parts.ts';

/** What agencies usually ask for first. */
const USUAL: readonly PackPart[] = ['account', 'people', 'decisions', 'tasks', 'files'];

/** Makes a PDF of the case for an agency, and records that it was shared (rule 12). */
export function ReferralPackForm({ file, onDone }: CaseForm) {
  const [agency, setAgency] = useState<AgencyId | ''>('');
  const [withWhom, setWithWhom] = useState('');
  const [why, setWhy] = useState('');
  const [parts, setParts] = useState<readonly PackPart[]>(USUAL);
  const [choices, setChoices] = useState<Record<string, boolean>>({});
  const { busy, idOf, errorFor, problem, send } = useSmallForm('pack', onDone);
  const isHidden = (person: CasePerson) => choices[personKey(person)] ?? needNotBeThere(person);
  const plan = { agency, withWhom, why, parts, hidden: file.people.filter(isHidden).map(personKey) };
  const make = () =>
    send(plan, async (key) => {
      if (agency === '') throw new Refused('Choose which agency it is for', 'agency');
      await call('makeReferralPack', { key, reference: file.reference, ...plan, agency, parts: [...parts] });
      for (const empty of [setWithWhom, setWhy]) empty('');
      setAgency('');
      return 'The pack is made and recorded as shared. Open it, read it, then send it in the way the agency asks for.';
    });
  return (
    <>
      {problem}
      <Select
        id={idOf('agency')}
        label="For which agency?"
        error={errorFor('agency')}
        value={agency}
        options={[{ value: '', text: 'Choose' }, ...AGENCY_IDS.map((value) => ({ value, text: AGENCIES[value] }))]}
        onInput={(value) => setAgency(value as AgencyId | '')}
      />
      <TextInput
        id={idOf('withWhom')}
        label="Who gets it"
        hint="The person or team there"
        error={errorFor('withWhom')}
        value={withWhom}
        onInput={setWithWhom}
      />
      <TextArea id={idOf('why')} label="Why it is shared" rows={2} error={errorFor('why')} value={why} onInput={setWhy} />
      <Ticks id={idOf('parts')} label="What goes into it" error={errorFor('parts')}>
        {PACK_PART_IDS.map((part, index) => (
          <Checkbox
            key={part}
            id={index === 0 ? idOf('parts') : idOf(part)}
            label={PACK_PARTS[part]}
            checked={parts.includes(part)}
            onChange={(checked) => setParts(checked ? [...parts, part] : parts.filter((each) => each !== part))}
          />
        ))}
      </Ticks>
      {file.people.length > 0 && (
        <Ticks
          id={idOf('hidden')}
          label="Who is not named in it"
          hint="Their names and addresses are replaced everywhere. Nicknames and descriptions stay: read the pack before you send it."
          error={errorFor('hidden')}
        >
          {file.people.map((person, index) => (
            <Checkbox
              key={personKey(person)}
              id={index === 0 ? idOf('hidden') : idOf(`hidden-${index}`)}
              label={`${person.name}, ${ROLE_WORDS[person.role]}`}
              checked={isHidden(person)}
              onChange={(checked) => setChoices({ ...choices, [personKey(person)]: checked })}
            />
          ))}
        </Ticks>
      )}
      <Button secondary busy={busy} onPress={make}>
        Make the pack and record it
      </Button>
    </>
  );
}

/** Other pupils are not named unless somebody says so. */
function needNotBeThere({ kind, role }: CasePerson): boolean {
  return kind === 'pupil' && (role === 'witness' || role === 'other');
}
