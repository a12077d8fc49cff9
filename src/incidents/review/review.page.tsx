import { useState } from 'preact/hooks';
import { Button, TextArea, TextInput } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { useNotice, useSmallForm } from '../../pages/small-form.tsx';
import { ReviewCase, Thread } from './review-case.tsx';
import type { ReviewPage } from './see-review.ts';

startPage(Review);

function Review() {
  const [loaded, reload] = useLoaded(() => call('seeReview', {}));
  const [notice, onDone] = useNotice(reload);
  return (
    <Page title="Review of the log" loaded={loaded}>
      {(page) => (
        <>
          {notice}
          <p class="govuk-body">
            {page.last === '' ? 'The log has not been reviewed yet.' : `Last reviewed ${page.last}.`}{' '}
            {page.isDue ? `It was due on ${page.due}.` : `Next due on ${page.due}.`}
          </p>
          <p class="govuk-body">
            Cases that are open, and those closed since the last review, as far as they are yours to review: without names, and without any that names you. What
            you want to know is sent back to those who work the case.
          </p>
          {page.lines.length === 0 && <p class="govuk-body">Nothing is waiting for a review.</p>}
          <ul class="govuk-list handrail-lines">
            {page.lines.map((line) => (
              <ReviewCase key={line.reference} line={line} wasReviewed={page.last !== ''} onDone={onDone} />
            ))}
          </ul>
          <Sign page={page} onDone={onDone} />
          {page.answered.length > 0 && (
            <>
              <h2 class="govuk-heading-m">Your questions about other cases</h2>
              {page.answered.map(({ reference, state, thread }) => (
                <section key={reference}>
                  <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
                    {reference} ({state})
                  </h3>
                  <Thread thread={thread} />
                </section>
              ))}
            </>
          )}
          {page.earlier.length > 0 && (
            <>
              <h2 class="govuk-heading-m">Earlier reviews</h2>
              <ul class="govuk-list govuk-list--bullet">
                {page.earlier.map(({ reference, signedAt, signature, cases, note }) => (
                  <li key={reference} class="handrail-said">
                    {signedAt}, {signature}
                    {cases !== null && `: ${cases} ${cases === 1 ? 'case' : 'cases'}`}
                    {note && `. ${note}`}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </Page>
  );
}

function Sign({ page, onDone }: { page: ReviewPage; onDone: (said: string) => Promise<void> }) {
  const [signature, setSignature] = useState('');
  const [note, setNote] = useState('');
  const form = useSmallForm('review', async (said) => {
    setSignature('');
    setNote('');
    await onDone(said);
  });
  const cases = page.lines.map(({ reference }) => reference);
  const submit = (event: Event) => {
    event.preventDefault();
    form.send({ signature, note, cases }, async (key) => {
      const { value } = await call('signReview', { key, cases, signature, note });
      return `You have signed the review of ${value.cases} ${value.cases === 1 ? 'case' : 'cases'}.`;
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <h2 class="govuk-heading-m">Sign the review</h2>
      {form.problem}
      <TextArea
        id={form.idOf('note')}
        label="What you found, and what should change"
        hint="It stands in the log, and everybody who reviews it reads it. Name nobody."
        rows={4}
        value={note}
        onInput={setNote}
      />
      <TextInput
        id={form.idOf('signature')}
        label="Your full name"
        hint={`Type it as it is on the roll: ${page.myName}.`}
        error={form.errorFor('signature')}
        value={signature}
        onInput={setSignature}
      />
      <Button busy={form.busy}>
        Sign: I have reviewed {cases.length === 0 ? 'the log' : cases.length === 1 ? 'this case' : `these ${cases.length} cases`}
      </Button>
    </form>
  );
}
