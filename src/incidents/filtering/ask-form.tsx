import { useState } from 'preact/hooks';
import { Button, Radios, TextArea, TextInput } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { useSmallForm } from '../../pages/small-form.tsx';
import type { FilterKind } from './filter-change.ts';

const KINDS: { value: FilterKind; text: string; hint: string }[] = [
  { value: 'failure', text: 'The filter has let something through', hint: 'It goes to the technician and the DSL at once.' },
  { value: 'unblock', text: 'Open an address for a time', hint: 'For a lesson or a piece of work.' },
  { value: 'block', text: 'Block an address', hint: 'It does no good in school.' },
];
const WHY: Record<FilterKind, { label: string; hint: string }> = {
  failure: { label: 'What came through, and who saw it?', hint: 'No need to open it again. If it may be an image of a child, do not look, copy or send it.' },
  unblock: { label: 'What is it needed for?', hint: '' },
  block: { label: 'Why should it be blocked?', hint: '' },
};

/** Reporting a failure, or asking for a change. */
export function AskForm({ inAWeek, onDone }: { inAWeek: string; onDone: (said: string) => Promise<void> }) {
  const empty = { address: '', why: '', forWhom: '', until: '' };
  const [kind, setKind] = useState<FilterKind | ''>('');
  const [typed, setTyped] = useState(empty);
  const form = useSmallForm('filter', async (said) => {
    setKind('');
    setTyped(empty);
    await onDone(said);
  });
  const input = (field: keyof typeof empty) => ({
    ...{ id: form.idOf(field), error: form.errorFor(field), value: typed[field] },
    onInput: (value: string) => setTyped((current) => ({ ...current, [field]: value })),
  });
  const submit = (event: Event) => {
    event.preventDefault();
    if (kind === '') return;
    form.send({ kind, ...typed }, async (key) => {
      const { value } = await call('askFilterChange', { key, kind, ...typed });
      return kind === 'failure'
        ? `Recorded as ${value.reference}. The technician and the DSL are told.`
        : `Recorded as ${value.reference}. A senior leader is asked to approve it.`;
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      {form.problem}
      <Radios id={form.idOf('kind')} label="What is it?" value={kind} options={KINDS} onInput={(value) => setKind(value as FilterKind)} />
      {kind !== '' && (
        <>
          <TextInput {...input('address')} label="Address, site or app" hint="As it stands at the top of the browser, or its name." />
          <TextArea {...input('why')} label={WHY[kind].label} hint={WHY[kind].hint} rows={3} />
          <TextInput {...input('forWhom')} label={kind === 'failure' ? 'Which device and room? (if you know)' : 'For which class or lesson? (if any)'} />
          {kind === 'unblock' && (
            <TextInput {...input('until')} label="Last day it is needed" hint={`For example ${inAWeek}. It is closed again after that day.`} />
          )}
          <Button busy={form.busy}>Send</Button>
        </>
      )}
    </form>
  );
}
