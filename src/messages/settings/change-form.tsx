import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button, TextArea } from '../../pages/inputs.tsx';
import { type SmallForm, useSmallForm } from '../../pages/small-form.tsx';
import type { MonitoringPage } from './read-monitoring.ts';
import type { MonitoringChange } from './set-monitoring.ts';

/** What each part of the page is given. */
export interface MonitoringPart {
  page: MonitoringPage;
  /** Is told what to say once it is recorded. */
  onDone: (said: string) => Promise<void>;
}

interface Changing extends MonitoringPart {
  id: string;
  button: string;
  /** What is said once it is recorded. */
  said: string;
  /** Everything that is typed and chosen: the same again is the same request. */
  content: unknown;
  change: (change: MonitoringChange) => Promise<unknown>;
  /** What the reason is asked with. */
  whyLabel?: string;
  children?: (form: SmallForm) => ComponentChildren;
}

/** A form for one part of the monitoring, with the reason that each change needs. It is for those who may change it. */
export function ChangeForm({ page, onDone, id, button, said, content, change, whyLabel = 'Why?', children }: Changing) {
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
      <TextArea id={form.idOf('why')} label={whyLabel} rows={2} error={form.errorFor('why')} value={why} onInput={setWhy} />
      <Button busy={form.busy}>{button}</Button>
    </form>
  );
}
