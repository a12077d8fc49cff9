import { useState } from 'preact/hooks';
import { Button, TextArea, TextInput } from '../../pages/inputs.tsx';
import { useSmallForm } from '../../pages/small-form.tsx';

/** One thing that a form asks for, by the name that refusals call it. */
export interface AskedFor<Name extends string> {
  name: Name;
  label: string;
  hint?: string;
  isLong?: boolean;
}

/** A form of a few texts and one button. What was typed goes once it is recorded. */
export function PressForm<Name extends string>({
  id,
  asks,
  button,
  press,
  onDone,
}: {
  id: string;
  asks: readonly AskedFor<Name>[];
  button: string;
  /** Sends it, and gives the sentence to say afterwards. */
  press: (key: string, typed: Record<Name, string>) => Promise<string>;
  onDone: (said: string) => Promise<void>;
}) {
  const empty = Object.fromEntries(asks.map(({ name }) => [name, ''])) as Record<Name, string>;
  const [typed, setTyped] = useState(empty);
  const { busy, idOf, errorFor, problem, send } = useSmallForm(id, onDone);
  const record = () =>
    send(typed, async (key) => {
      const said = await press(key, typed);
      setTyped(empty);
      return said;
    });

  return (
    <>
      {problem}
      {asks.map(({ name, label, hint, isLong }) => {
        const shared = { id: idOf(name), label, ...(hint === undefined ? {} : { hint }), error: errorFor(name), value: typed[name] };
        const onInput = (value: string) => setTyped({ ...typed, [name]: value });
        return isLong ? <TextArea key={name} {...shared} rows={3} onInput={onInput} /> : <TextInput key={name} {...shared} onInput={onInput} />;
      })}
      <Button secondary busy={busy} onPress={record}>
        {button}
      </Button>
    </>
  );
}
