import { useState } from 'preact/hooks';
import { Button, TextInput } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { useNotice, useSmallForm } from '../../pages/small-form.tsx';
import { AnswerCard, AnswerFacts } from './answer-card.tsx';
import { ConsentForm } from './consent-form.tsx';
import type { AnswerLine, Unsettled, UnsettledConsents } from './see-unsettled.ts';

type OnDone = (said: string) => Promise<void>;

startPage(Settle);

function Settle() {
  const [loaded, reload] = useLoaded(() => call('seeUnsettled', {}));
  return (
    <Page title="To settle by hand" loaded={loaded}>
      {(unsettled, visit) => <Lists unsettled={unsettled} address={visit.school.address} reload={reload} />}
    </Page>
  );
}

function Lists({ unsettled, address, reload }: { unsettled: Unsettled; address: string; reload: () => Promise<void> }) {
  const [notice, onDone] = useNotice(reload);
  const { answers, consents, changed, different, counts, today } = unsettled;
  const isEmpty = Object.values(counts).every((count) => count === 0);
  return (
    <>
      <p class="govuk-body">What no rule can decide without guessing is decided here, by you. Who decided what, and when, is kept.</p>
      {notice}
      {isEmpty && <p class="govuk-body">There is nothing to settle.</p>}
      {counts.answers > 0 && (
        <>
          <Heading text="Which child is meant" count={counts.answers} shown={answers.length} />
          <p class="govuk-body">
            Nothing in these answers counts for these children until you have said who they are. If you are not sure, ask the parent first.
          </p>
          {answers.map((answer) => (
            <AnswerCard key={answer.responseId} answer={answer} id={`answer-${answer.responseId}`} onDone={onDone} />
          ))}
        </>
      )}
      {counts.consents > 0 && (
        <>
          <Heading text="Two parents, two answers" count={counts.consents} shown={consents.length} />
          <p class="govuk-body">Each of these is a no until it is settled. Speak with both parents; what they settled on is recorded here.</p>
          {consents.map((about) => (
            <ConsentCard key={about.child} {...{ about, today, address, onDone }} />
          ))}
        </>
      )}
      {counts.changed > 0 && (
        <>
          <Heading text="Signed on a form that was changed by hand" count={counts.changed} shown={changed.length} />
          <p class="govuk-body">
            Somebody had edited the form, so nobody can say what these people agreed to, and it does not count. Have the form mended on the set-up page, then
            ask them to sign again.
          </p>
          {changed.map((line) => (
            <ReasonCard
              key={line.responseId}
              line={line}
              field="reason"
              label="What to tell them"
              button="Ask to sign again"
              onDone={onDone}
              send={async (key, reason) => {
                const { value } = await call('askForRightText', { key, responseIds: [line.responseId], reason });
                return value.untold > 0 ? `${line.name} has no address: speak to them.` : `${line.name} gets a mail with your words.`;
              }}
            />
          ))}
        </>
      )}
      {counts.different > 0 && (
        <>
          <Heading text="Answers that were changed after they were sent" count={counts.different} shown={different.length} />
          <p class="govuk-body">
            The form no longer holds what was recorded. What was recorded goes on counting. Find out who changed the form’s answers, and why.
          </p>
          {different.map((line) => (
            <ReasonCard
              key={line.responseId}
              line={line}
              fact={`In the form this answer was ${line.how}.`}
              field="note"
              label="What you found out"
              button="I have looked into it"
              onDone={onDone}
              send={async (key, note) => {
                await call('seeDifference', { key, responseId: line.responseId, note });
                return `Noted about the answer from ${line.name}.`;
              }}
            />
          ))}
        </>
      )}
    </>
  );
}

function Heading({ text, count, shown }: { text: string; count: number; shown: number }) {
  return (
    <h2 class="govuk-heading-m">
      {text} ({shown < count ? `the first ${shown} of ${count}` : count})
    </h2>
  );
}

function ConsentCard({ about, today, address, onDone }: { about: UnsettledConsents; today: string; address: string; onDone: OnDone }) {
  return (
    <section class="govuk-inset-text" aria-label={`Consents for ${about.name}`}>
      <h3 class="govuk-heading-s">
        <a class="govuk-link" href={`${address}?page=person&person=${encodeURIComponent(about.child)}`}>
          {about.name}
        </a>
        {about.className && `, ${about.className}`}
      </h3>
      <ConsentForm
        id={`consents-${about.child}`}
        child={about.child}
        asked={about.consents.map(({ permission, question, said, stamp }) => ({
          ...{ permission, stamp, label: question },
          said: said.map(({ name, value, on }) => `${name}: ${value ? 'yes' : 'no'}, ${on}`),
        }))}
        done={`Recorded for ${about.name}.`}
        {...{ today, onDone }}
      />
    </section>
  );
}

/** An answer about which a few words are recorded. */
function ReasonCard({
  line,
  fact = '',
  field,
  label,
  button,
  send,
  onDone,
}: {
  line: AnswerLine;
  fact?: string;
  /** The server's name for the words. */
  field: string;
  label: string;
  button: string;
  send: (key: string, words: string) => Promise<string>;
  onDone: OnDone;
}) {
  const [words, setWords] = useState('');
  const form = useSmallForm(`answer-${line.responseId}`, onDone);
  return (
    <section class="govuk-inset-text" aria-label={`${button}: ${line.name}, ${line.signed}`}>
      <h3 class="govuk-heading-s">{line.name}</h3>
      {form.problem}
      <AnswerFacts line={line} />
      {fact && <p class="govuk-body">{fact}</p>}
      <TextInput id={form.idOf(field)} label={label} error={form.errorFor(field)} value={words} onInput={setWords} />
      <Button secondary busy={form.busy} onPress={() => form.send(words, (key) => send(key, words))}>
        {button}
      </Button>
    </section>
  );
}
