import { useRef, useState } from 'preact/hooks';
import { Button, TextArea } from '../pages/inputs.tsx';
import { Said } from '../pages/said.tsx';
import { call } from '../pages/server.ts';
import { ErrorSummary, Page, startPage, useLoaded } from '../pages/shell.tsx';
import { useWork } from '../pages/work.ts';
import type { Walked } from '../records/verify.ts';
import { HistoryResult } from './history-result.tsx';
import type { VerifiedHistory } from './verify-history.ts';

startPage(History);

function History() {
  // The first stretch is walked as the page opens; in most schools that is all of it.
  const [loaded] = useLoaded(() => call('verifyHistory', { from: null, witness: '' }));
  return (
    <Page title="Verify history" loaded={loaded}>
      {(first) => (
        <>
          <Verify first={first} />
          {first.mayMend && <Lists />}
        </>
      )}
    </Page>
  );
}

function Verify({ first }: { first: VerifiedHistory }) {
  const [witness, setWitness] = useState('');
  const [result, setResult] = useState(first);
  const { busy, error, doing } = useWork();
  // A walk that was cut off goes on where it stopped, as long as it is compared with the same mail.
  const stopped = useRef<{ witness: string; from: Walked | null }>({ witness: '', from: first.isDone ? null : first.walked });

  const walk = (event: Event) => {
    event.preventDefault();
    void doing('witness', async () => {
      if (stopped.current.witness !== witness) stopped.current = { witness, from: null };
      for (;;) {
        const { value } = await call('verifyHistory', { from: stopped.current.from, witness });
        setResult(value);
        stopped.current.from = value.isDone ? null : value.walked;
        if (value.isDone) return '';
      }
    });
  };

  return (
    <>
      <p class="govuk-body">
        Everything that Handrail records stands in one history, and each event is locked to the one before it. This page looks at every one of them, and shows
        nothing of what was recorded.
      </p>
      <ErrorSummary errors={error ? [error] : []} />
      <div aria-live="polite" aria-busy={busy !== null}>
        <HistoryResult result={result} />
      </div>
      <form onSubmit={walk} noValidate>
        <TextArea
          id="witness"
          label="Compare with a mail to the witness"
          hint="Paste the line with the number and the 64 letters and digits, or the whole mail. Leave it empty to verify without."
          error={error?.field === 'witness' ? error.message : undefined}
          rows={3}
          value={witness}
          onInput={setWitness}
        />
        <Button busy={busy !== null}>{result.isDone ? 'Verify again' : 'Go on'}</Button>
      </form>
    </>
  );
}

/** Lists are views of the history. Nobody but the role account can change them by hand, and it can undo that. */
function Lists() {
  const { busy, error, said, doing } = useWork();
  const remake = () =>
    void doing('', async () => {
      for (let begin = true; ; begin = false) {
        const { value } = await call('makeListsAnew', { begin });
        if (value.isDone) return 'Every list is made from the history again.';
      }
    });
  return (
    <>
      <h2 class="govuk-heading-m">If a list shows something that never happened</h2>
      <p class="govuk-body">
        Lists such as cases and agreements are made from the history. If somebody changed one by hand in the file "Handrail records", make them all anew. Nobody
        can record anything while it lasts: seconds in most schools, some minutes after tens of thousands of events. Choose an evening.
      </p>
      <ErrorSummary errors={error ? [error] : []} />
      <Said words={said} />
      <Button busy={busy !== null} secondary onPress={remake}>
        Make all lists anew
      </Button>
    </>
  );
}
