import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button, TextArea } from './inputs.tsx';
import { type SmallForm, useSmallForm } from './small-form.tsx';

/** What each part of a page of settings is given. */
export interface SettingsPart<Settings extends { version: string; mayChange: boolean }> {
  page: Settings;
  /** Is told what to say once it is recorded. */
  onDone: (said: string) => Promise<void>;
}

interface Changing extends SettingsPart<{ version: string; mayChange: boolean }> {
  id: string;
  button: string;
  /** What is said once it is recorded. */
  said: string;
  /** Everything that is typed and chosen: the same again is the same request. */
  content: unknown;
  change: (change: { key: string; why: string; version: string }) => Promise<unknown>;
  /** What the reason is asked with. */
  whyLabel?: string;
  whyHint?: string | undefined;
  children?: ((form: SmallForm) => ComponentChildren) | undefined;
}

/** A form for one part of the settings, with the reason that each change needs. It is for those who may change it. */
export function ChangeForm({ page, onDone, id, button, said, content, change, whyLabel = 'Why?', whyHint, children }: Changing) {
  const [why, setWhy] = useState('');
  const form = useSmallForm(id, async (words) => {
    setWhy('');
    await onDone(words);
  });
  const submit = (event: Event) => {
    event.preventDefault();
    form.send([content, why], async (key) => {
      await change({ key, why, version: page.version });
      return said;
    });
  };
  if (!page.mayChange) return null;
  return (
    <form noValidate onSubmit={submit}>
      {form.problem}
      {children?.(form)}
      <TextArea id={form.idOf('why')} label={whyLabel} hint={whyHint} rows={2} error={form.errorFor('why')} value={why} onInput={setWhy} />
      <Button busy={form.busy}>{button}</Button>
    </form>
  );
}
