import { useState } from 'preact/hooks';
import { call } from '../../pages/server.ts';
import { Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { Begun } from './begun.tsx';
import type { StandingDraft } from './keep-draft.ts';
import { prefilledFrom } from './prefilled.ts';
import { Received } from './received.tsx';
import { ReportForm } from './report-form.tsx';
import { PUPIL_WORDS, STAFF_WORDS } from './report-words.tsx';

startPage(Report);

/** Raise a concern (B1), or tell of a worry (D6): go on with what was begun, or begin; then the reference. */
function Report({ hash }: { hash: string }) {
  const prefilled = prefilledFrom(hash);
  const [loaded] = useLoaded(() => call('beginConcern', {}));
  const [begun, setBegun] = useState<StandingDraft | 'none' | null>(null);
  const [sent, setSent] = useState<{ reference: string; nameless: boolean } | null>(null);
  const words = loaded.state === 'here' && loaded.value.forPupil ? PUPIL_WORDS : STAFF_WORDS;
  return (
    <Page title={sent ? words.received.title : words.title} loaded={loaded}>
      {(beginning, visit) => {
        if (sent)
          return (
            <Received {...sent} words={words.received} lesson={prefilled?.lesson ?? ''} telephone={visit.school.dslTelephone} home={visit.school.address} />
          );
        if (beginning.began !== '' && begun === null)
          return (
            <>
              <words.Emergency dslTelephone={visit.school.dslTelephone} />
              <Begun
                what=""
                begun={words.begun}
                when={beginning.began}
                onGoOn={setBegun}
                onSent={(reference) => setSent({ reference, nameless: false })}
                onThrownAway={() => setBegun('none')}
              />
            </>
          );
        return <ReportForm words={words} beginning={beginning} visit={visit} begun={begun === 'none' ? null : begun} prefilled={prefilled} onSent={setSent} />;
      }}
    </Page>
  );
}
