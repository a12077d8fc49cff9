import { useState } from 'preact/hooks';
import { Button, TextArea, TextInput } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { useSmallForm } from '../../pages/small-form.tsx';
import { PersonPicker } from '../../school/person-picker.tsx';
import type { OneToOnes } from './see-one-to-ones.ts';

const NOTHING = { why: '', from: '', until: '', inEarshot: '' };
const NOBODY = { email: '', name: '' };

/** Asking for a one-to-one of one's own, with one pupil. */
export function AskForm({
  wanted,
  today,
  from,
  onDone,
}: Pick<OneToOnes, 'wanted' | 'today'> & {
  /** The day of the lesson that somebody comes from: dd/MM/yyyy; ''. */
  from: string;
  onDone: (said: string) => Promise<void>;
}) {
  const [pupil, setPupil] = useState<{ email: string; name: string }>(wanted ?? NOBODY);
  const [typed, setTyped] = useState({ ...NOTHING, from });
  const form = useSmallForm('ask', async (said) => {
    setPupil(NOBODY);
    setTyped(NOTHING);
    await onDone(said);
  });
  const input = (field: keyof typeof NOTHING) => ({
    ...{ id: form.idOf(field), error: form.errorFor(field), value: typed[field] },
    onInput: (value: string) => setTyped((current) => ({ ...current, [field]: value })),
  });
  const submit = (event: Event) => {
    event.preventDefault();
    form.send([pupil.email, typed], async (key) => {
      const { value } = await call('askOneToOne', { key, pupil: pupil.email, ...typed });
      return `Recorded as ${value.reference}. A senior leader is asked to approve it: do not start before that.`;
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      {form.problem}
      {pupil.email === '' ? (
        <PersonPicker
          id={form.idOf('pupil')}
          label="Which pupil?"
          hint="Type the beginning of a name and choose."
          error={form.errorFor('pupil')}
          find={async (text) => (await call('findPeople', { text })).value}
          onPick={setPupil}
        />
      ) : (
        <p class="govuk-body">
          <strong>Pupil:</strong> {pupil.name}{' '}
          <button type="button" class="handrail-link" onClick={() => setPupil(NOBODY)}>
            Choose another<span class="govuk-visually-hidden"> pupil than {pupil.name}</span>
          </button>
        </p>
      )}
      <TextArea {...input('why')} label="What is it for, and why not with others?" rows={3} />
      <div class="handrail-beside">
        <TextInput {...input('from')} label="First day" hint={`Like ${today}.`} />
        <TextInput {...input('until')} label="Last day" hint="16 weeks at most." />
      </div>
      <TextInput
        {...input('inEarshot')}
        label="Which other adult is within earshot?"
        hint="A colleague in the call, or a parent or carer in the room with the pupil. Their name."
      />
      <Button busy={form.busy}>Ask for approval</Button>
    </form>
  );
}
