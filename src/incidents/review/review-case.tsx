import { useState } from 'preact/hooks';
import { Button, TextArea } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { useSmallForm } from '../../pages/small-form.tsx';
import { StateTag } from '../working/state-tag.tsx';
import type { AskedQuestion, ReviewLine } from './see-review.ts';

/** One case before a reviewer, with what was asked about it and a way to ask. */
export function ReviewCase({ line, wasReviewed, onDone }: { line: ReviewLine; wasReviewed: boolean; onDone: (said: string) => Promise<void> }) {
  return (
    <li>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        {line.reference} <StateTag state={line.state} />
        {wasReviewed && line.isNew && <span class="govuk-body-s"> received since the last review</span>}
      </h3>
      <p class="govuk-body govuk-!-margin-bottom-1">
        {line.types.length === 0 ? 'Not classified yet' : line.types.join('; ')}. {line.severity === '' ? 'No severity set.' : `Severity ${line.severity}.`}
        <br />
        {line.lane}, received {line.received}. {firstAction(line)}
        {line.overdue > 0 && ` Overdue now: ${line.overdue}.`}
        {line.late > 0 && ` Done late: ${line.late}.`}
        {line.outcome !== '' && ` ${line.outcome}.`}
      </p>
      <Thread thread={line.thread} />
      <Ask reference={line.reference} onDone={onDone} />
    </li>
  );
}

function firstAction({ hoursToFirstAction }: ReviewLine): string {
  if (hoursToFirstAction === null) return 'Nothing has been done yet.';
  if (hoursToFirstAction < 1) return 'Something was done within the hour.';
  if (hoursToFirstAction < 48) return `Something was done after ${hoursToFirstAction} ${hoursToFirstAction === 1 ? 'hour' : 'hours'}.`;
  return `Something was done after ${Math.floor(hoursToFirstAction / 24)} days.`;
}

/** Questions with their answers, oldest first. */
export function Thread({ thread }: { thread: AskedQuestion[] }) {
  if (thread.length === 0) return null;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {thread.map((each) => (
        <li key={each.asked + each.text}>
          <span class="handrail-said">
            {each.asked}: {each.text}
          </span>
          <br />
          <span class="handrail-said">{each.answered === '' ? 'No answer yet.' : `${each.answered}: ${each.answer}`}</span>
        </li>
      ))}
    </ul>
  );
}

function Ask({ reference, onDone }: { reference: string; onDone: (said: string) => Promise<void> }) {
  const [text, setText] = useState('');
  const form = useSmallForm(`ask-${reference}`, async (said) => {
    setText('');
    await onDone(said);
  });
  const submit = (event: Event) => {
    event.preventDefault();
    form.send(text, async (key) => {
      await call('askQuestion', { key, reference, text });
      return `Your question about ${reference} has been sent back.`;
    });
  };
  return (
    <details class="govuk-details govuk-!-margin-bottom-0">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Ask about {reference}</span>
      </summary>
      <form class="govuk-details__text" onSubmit={submit} noValidate>
        {form.problem}
        <TextArea id={form.idOf('text')} label={`Your question about ${reference}`} rows={3} error={form.errorFor('text')} value={text} onInput={setText} />
        <Button busy={form.busy}>Send the question back</Button>
      </form>
    </details>
  );
}
