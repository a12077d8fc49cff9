import { useState } from 'preact/hooks';
import { Button, Checkbox, Radios, Select, TextArea, TextInput, Ticks } from '../../pages/inputs.tsx';
import { MomentInput, momentOf } from '../../pages/moment.tsx';
import { call, Refused } from '../../pages/server.ts';
import { useSmallForm } from '../../pages/small-form.tsx';
import { AGENCIES, AGENCY_IDS, type AgencyId } from '../tasks/agencies.ts';
import type { CaseTask } from './case-file.ts';
import type { CaseForm } from './case-part.ts';

/** A referral, or the decision against one: both with their reason (B6, rule 2). @param task the one that asks for it, when it was begun there */
export function DecisionForm({ file, onDone, id, task }: CaseForm & { id: string; task?: CaseTask }) {
  const [chosen, setChosen] = useState<AgencyId | ''>('');
  const [referred, setReferred] = useState<'' | 'yes' | 'no'>('');
  const [why, setWhy] = useState('');
  const [at, setAt] = useState('');
  const [spokeTo, setSpokeTo] = useState('');
  const [theirReference, setTheirReference] = useState('');
  const { busy, idOf, errorFor, problem, send } = useSmallForm(id, onDone);
  const [ticks, setTicks] = useState<Record<string, boolean>>({});
  const agency = task?.agency || chosen;
  // What a rule and a grid ask for about the same agency are two things (rulings): the person says which of them this settles.
  const open = file.tasks.filter((each) => agency !== '' && each.agency === agency);
  const isTicked = ({ id }: CaseTask) => ticks[id] ?? (id === task?.id || open.length === 1);
  const decision = { agency, referred, why, at, spokeTo, theirReference, tasks: open.filter(isTicked).map((each) => each.id) };
  const record = () =>
    send(decision, async (key) => {
      if (agency === '') throw new Refused('Choose whom it is about', 'agency');
      if (referred === '') throw new Refused('Say whether you refer it or not', 'referred');
      await call('recordDecision', { key, reference: file.reference, ...decision, agency, referred: referred === 'yes', at: momentOf(at) });
      for (const empty of [setWhy, setAt, setSpokeTo, setTheirReference]) empty('');
      setReferred('');
      setChosen('');
      return `Recorded: ${referred === 'yes' ? 'referred' : 'not referred'} to: ${AGENCIES[agency]}.`;
    });
  return (
    <>
      {problem}
      {task === undefined && (
        <Select
          id={idOf('agency')}
          label="Whom is it about?"
          error={errorFor('agency')}
          value={chosen}
          options={[{ value: '', text: 'Choose' }, ...AGENCY_IDS.map((value) => ({ value, text: AGENCIES[value] }))]}
          onInput={(value) => setChosen(value as AgencyId | '')}
        />
      )}
      <Radios
        id={idOf('referred')}
        label="What was decided?"
        error={errorFor('referred')}
        value={referred}
        options={[
          { value: 'yes', text: 'Referred' },
          { value: 'no', text: 'Decided not to refer' },
        ]}
        onInput={(value) => setReferred(value as typeof referred)}
      />
      <TextArea
        id={idOf('why')}
        label="Why"
        hint="The reason is kept either way, with the same care."
        rows={3}
        error={errorFor('why')}
        value={why}
        onInput={setWhy}
      />
      {referred === 'yes' && (
        <>
          <TextInput id={idOf('spokeTo')} label="Whom you spoke to" error={errorFor('spokeTo')} value={spokeTo} onInput={setSpokeTo} />
          <TextInput
            id={idOf('theirReference')}
            label="Their reference (if they gave one)"
            error={errorFor('theirReference')}
            value={theirReference}
            onInput={setTheirReference}
          />
        </>
      )}
      {open.length > 0 && (task === undefined || open.length > 1) && (
        <Ticks id={idOf('settles')} label="This settles">
          {open.map((each) => (
            <Checkbox
              key={each.id}
              id={idOf(`settles-${each.id}`)}
              label={each.what}
              hint={each.source}
              checked={isTicked(each)}
              onChange={(checked) => setTicks({ ...ticks, [each.id]: checked })}
            />
          ))}
        </Ticks>
      )}
      <MomentInput id={idOf('at')} label="When" hint="Leave it empty for now." error={errorFor('at')} value={at} onInput={setAt} />
      <Button secondary busy={busy} onPress={record}>
        Record the decision
      </Button>
    </>
  );
}
