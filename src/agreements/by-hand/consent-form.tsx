import { useState } from 'preact/hooks';
import { Button, Radios, TextInput } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { useSmallForm } from '../../pages/small-form.tsx';

/** A permission that can be recorded. */
export interface ConsentAsked {
  permission: string;
  /** What stands above yes and no. */
  label: string;
  /** What parents have said so far, one line each. */
  said: string[];
  stamp: string;
}

type Value = 'yes' | 'no' | '';

/** Consents of one child, recorded by hand. Nothing is chosen beforehand; what is left out stays as it is. */
export function ConsentForm({
  id,
  child,
  asked,
  today,
  done,
  onDone,
}: {
  id: string;
  child: string;
  asked: ConsentAsked[];
  today: string;
  /** What to say when it is recorded. */
  done: string;
  onDone: (said: string) => Promise<void>;
}) {
  const [values, setValues] = useState<Record<string, Value>>({});
  const [since, setSince] = useState('');
  const [how, setHow] = useState('');
  const { busy, idOf, errorFor, problem, send } = useSmallForm(id, onDone);
  const consents = asked.map(({ permission, stamp }) => ({ permission, value: values[permission] ?? '', was: stamp }));
  const request = { child, consents, since, how };
  const record = () =>
    send(request, async (key) => {
      await call('recordConsent', { key, ...request });
      setValues({});
      setSince('');
      setHow('');
      return done;
    });

  return (
    <>
      {problem}
      {asked.map(({ permission, label, said }, index) => (
        <Radios
          key={permission}
          id={index === 0 ? idOf('value') : `${idOf('value')}-of-${index}`}
          label={label}
          hint={said.length > 0 ? said.map((line) => <div key={line}>{line}</div>) : undefined}
          error={index === 0 ? errorFor('value') : undefined}
          value={values[permission] ?? ''}
          inline
          options={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
          onInput={(value) => setValues({ ...values, [permission]: value as Value })}
        />
      ))}
      <TextInput id={idOf('since')} label="Since which day" hint={`For example ${today}.`} error={errorFor('since')} value={since} onInput={setSince} />
      <TextInput
        id={idOf('how')}
        label="How the school knows"
        hint="Who said it, and how: a telephone call from the father, a letter."
        error={errorFor('how')}
        value={how}
        onInput={setHow}
      />
      <Button secondary busy={busy} onPress={record}>
        Record this
      </Button>
    </>
  );
}
