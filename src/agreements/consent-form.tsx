import { useState } from 'preact/hooks';
import { Button, Radios, TextInput } from '../pages/inputs.tsx';
import { call } from '../pages/server.ts';
import { useSmallForm } from '../pages/small-form.tsx';

/** A consent recorded by hand. Nothing is chosen beforehand. */
export function ConsentForm({
  id,
  child,
  permission,
  question,
  was,
  today,
  onDone,
}: {
  id: string;
  child: string;
  permission: string;
  question: string;
  was: string;
  today: string;
  onDone: (said: string) => Promise<void>;
}) {
  const [value, setValue] = useState<'yes' | 'no' | ''>('');
  const [since, setSince] = useState('');
  const [how, setHow] = useState('');
  const { busy, idOf, errorFor, problem, send } = useSmallForm(id, onDone);
  const request = { child, permission, value, since, how, was };
  const record = () =>
    send(request, async (key) => {
      await call('recordConsent', { key, ...request });
      setValue('');
      setSince('');
      setHow('');
      return `Recorded: ${value}. ${question}`;
    });

  return (
    <>
      {problem}
      <Radios
        id={idOf('value')}
        label="What holds from now on?"
        error={errorFor('value')}
        value={value}
        inline
        options={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
        onInput={(chosen) => setValue(chosen as 'yes' | 'no')}
      />
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
