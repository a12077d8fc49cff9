import { useState } from 'preact/hooks';
import { Button, Radios, Select, TextArea, TextInput } from '../../pages/inputs.tsx';
import { MomentInput, momentOf } from '../../pages/moment.tsx';
import { call, Refused } from '../../pages/server.ts';
import { useSmallForm } from '../../pages/small-form.tsx';
import type { CaseForm } from './case-part.ts';
import type { OutcomeId } from './outcomes.ts';

/** What a closed case must say (B13). */
export function CloseForm({ file, onDone }: CaseForm) {
  const [outcome, setOutcome] = useState<OutcomeId | ''>('');
  const [summary, setSummary] = useState('');
  const [second, setSecond] = useState({ email: '', name: '' });
  const [told, setTold] = useState<'' | 'yes' | 'no'>('');
  const [at, setAt] = useState('');
  const [byWhom, setByWhom] = useState('');
  const [whyNot, setWhyNot] = useState('');
  const [lessons, setLessons] = useState('');
  const [policyChange, setPolicyChange] = useState('');
  const { busy, idOf, errorFor, problem, send } = useSmallForm('close', onDone);
  const { outcomes, seconds, mayTypeSecond, asksAboutParents } = file.closing;
  const ending = { summary, second, lessons, policyChange, version: file.peopleVersion };

  const close = () =>
    send([outcome, ending, told, at, byWhom, whyNot], async (key) => {
      if (outcome === '') throw new Refused('Choose how it ended', 'outcome');
      if (asksAboutParents && told === '') throw new Refused('Say whether parents or carers were told', 'parents');
      const parentsTold = { told: told === 'yes', at: momentOf(at), byWhom, whyNot };
      await call('closeCase', { key, reference: file.reference, outcome, ...ending, parentsTold });
      return 'The case is closed. The second senior person gets a mail that says so, and nothing of it.';
    });

  return (
    <>
      {problem}
      <Select
        id={idOf('outcome')}
        label="How did it end?"
        error={errorFor('outcome')}
        value={outcome}
        options={[{ value: '', text: 'Choose' }, ...outcomes.map(({ id, title }) => ({ value: id, text: title }))]}
        onInput={(value) => setOutcome(value as OutcomeId | '')}
      />
      <TextArea
        id={idOf('summary')}
        label="What was found and done"
        hint="A few sentences: what happened, what was decided and why, what support there is, what was put right between people."
        rows={4}
        error={errorFor('summary')}
        value={summary}
        onInput={setSummary}
      />
      {asksAboutParents && (
        <>
          <Radios
            id={idOf('parents')}
            label="Have parents or carers been told?"
            error={errorFor('parents')}
            value={told}
            inline
            options={[
              { value: 'yes', text: 'Yes' },
              { value: 'no', text: 'No' },
            ]}
            onInput={(value) => setTold(value as typeof told)}
          />
          {told === 'yes' && (
            <>
              <TextInput id={idOf('parents-by-whom')} label="Who told them" error={errorFor('parents-by-whom')} value={byWhom} onInput={setByWhom} />
              <MomentInput id={idOf('parents-at')} label="When" hint="Leave it empty for now." error={errorFor('parents-at')} value={at} onInput={setAt} />
            </>
          )}
          {told === 'no' && <TextInput id={idOf('parents-why-not')} label="Why not" error={errorFor('parents-why-not')} value={whyNot} onInput={setWhyNot} />}
        </>
      )}
      <TextArea id={idOf('lessons')} label="Lessons learnt (if any)" rows={2} error={errorFor('lessons')} value={lessons} onInput={setLessons} />
      <TextInput
        id={idOf('policyChange')}
        label="Policy or practice that changes (if any)"
        error={errorFor('policyChange')}
        value={policyChange}
        onInput={setPolicyChange}
      />
      <Select
        id={idOf('second')}
        label="Second senior name"
        hint="Somebody who agrees that it can be closed: not you, nobody named in it."
        error={errorFor('second')}
        value={second.email}
        options={[
          { value: '', text: mayTypeSecond ? 'Somebody else, named below' : 'Choose' },
          ...seconds.map(({ email, name }) => ({ value: email, text: name })),
        ]}
        onInput={(email) => setSecond({ email, name: seconds.find((each) => each.email === email)?.name ?? '' })}
      />
      {mayTypeSecond && second.email === '' && (
        <TextInput id={idOf('second-name')} label="Name of the second senior person" value={second.name} onInput={(name) => setSecond({ email: '', name })} />
      )}
      <Button busy={busy} onPress={close}>
        Close the case
      </Button>
    </>
  );
}
