import { useRef, useState } from 'preact/hooks';
import { Button, TextArea } from '../../pages/inputs.tsx';
import { call, PressKeys } from '../../pages/server.ts';
import { ErrorSummary, Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { Begun, Clash } from './begun.tsx';
import { emptyText } from './draft.ts';
import { Emergency } from './emergency.tsx';
import { FilesField } from './files-field.tsx';
import { GuidanceShown } from './guidance-shown.tsx';
import type { StandingDraft } from './keep-draft.ts';
import type { MyConcernPage } from './my-concerns.ts';
import { STAFF_WORDS } from './report-words.tsx';
import type { Uploaded } from './upload-file.ts';
import { useDraft } from './use-draft.tsx';
import { useSending, WaitingForTheLine } from './use-sending.tsx';

startPage(MyConcern);

/** A reporter's own concern (B1): how far it is, and more to add. Nothing else. */
function MyConcern({ parameter }: { parameter: Record<string, string> }) {
  const reference = parameter['reference'] ?? '';
  const [loaded, reload] = useLoaded(() => call('seeMyConcern', { reference }));
  const [begun, setBegun] = useState<StandingDraft | 'none' | null>(null);
  const [added, setAdded] = useState(0);
  const onAdded = () => {
    setBegun('none');
    setAdded((count) => count + 1);
    void reload().catch(() => undefined);
  };
  return (
    <Page title="Your concern" loaded={loaded}>
      {(concern, visit) => (
        <>
          <HowFar concern={concern} />
          <Emergency dslTelephone={visit.school.dslTelephone} />
          <h2 class="govuk-heading-m" id="add">
            Add something
          </h2>
          {added > 0 && (
            <p class="govuk-body" role="status">
              It has been added. Those who read the concern are told.
            </p>
          )}
          {concern.began !== '' && begun === null ? (
            <Begun what={reference} begun="to add something" when={concern.began} onGoOn={setBegun} onSent={onAdded} onThrownAway={() => setBegun('none')} />
          ) : (
            <AddForm key={added} reference={reference} telephone={visit.school.dslTelephone} begun={begun === 'none' ? null : begun} onAdded={onAdded} />
          )}
        </>
      )}
    </Page>
  );
}

function HowFar({ concern: { reference, state, received, lookedAt, closed } }: { concern: MyConcernPage }) {
  const lines = [
    { text: 'Reference', at: reference },
    { text: 'Received', at: received },
    { text: 'Looked at since', at: lookedAt },
    { text: 'Closed', at: closed },
  ].filter(({ at }) => at !== '');
  return (
    <>
      <p class="govuk-body">
        <strong class="govuk-tag">{state}</strong>
      </p>
      <dl class="govuk-summary-list">
        {lines.map(({ text, at }) => (
          <div class="govuk-summary-list__row" key={text}>
            <dt class="govuk-summary-list__key">{text}</dt>
            <dd class="govuk-summary-list__value">{at}</dd>
          </div>
        ))}
      </dl>
      <p class="govuk-body">Nothing else is shown here, because it may be about somebody who trusts you. If you want to know more, ask in person.</p>
    </>
  );
}

function AddForm({ reference, telephone, begun, onAdded }: { reference: string; telephone: string; begun: StandingDraft | null; onAdded: () => void }) {
  const [story, setStory] = useState(begun?.text.story ?? '');
  const [files, setFiles] = useState<readonly Uploaded[]>(begun?.files ?? []);
  const draft = useDraft(reference, begun);
  const sending = useSending();
  const keys = useRef(new PressKeys());
  const toKeep = (words: string, with_: readonly Uploaded[]) => ({
    text: { ...emptyText(), story: words },
    key: keys.current.keyFor([words, with_.map(({ id }) => id)]),
  });
  const change = (words: string, with_: readonly Uploaded[]) => {
    setStory(words);
    setFiles(with_);
    draft.keep(toKeep(words, with_));
  };
  const send = (event: Event) => {
    event.preventDefault();
    const { key } = toKeep(story, files);
    sending.send(async () => {
      await draft.rest();
      await call('addToConcern', { key, reference, text: story, draft: draft.id(), files: files.map(({ id }) => id) });
      keys.current.answered();
      onAdded();
    });
  };
  const isWaiting = sending.phase === 'waiting';
  const errorFor = (field: string) => (sending.error?.field === field ? sending.error.message : undefined);
  return (
    <form onSubmit={send} noValidate>
      <ErrorSummary errors={sending.error ? [sending.error] : []} />
      {isWaiting && <WaitingForTheLine sending={sending} telephone={telephone} />}
      {draft.clash && <Clash clash={draft.clash} what={reference} onTheirs={(theirs) => change(theirs.text.story, theirs.files)} take={draft.take} />}
      <fieldset class="handrail-plain" disabled={isWaiting}>
        <TextArea
          id="story"
          label="What do you want to add?"
          hint="What you remember, what has happened since. It goes to those who read the concern, also when it is closed."
          error={errorFor('story')}
          value={story}
          onInput={(words) => change(words, files)}
        />
        <GuidanceShown typeHint="" about="" story={story} />
        <FilesField
          words={STAFF_WORDS.files}
          what={reference}
          files={files}
          typeHint=""
          story={story}
          error={errorFor('files')}
          draft={() => draft.ready(toKeep(story, files))}
          onChange={(next) => change(story, next)}
        />
      </fieldset>
      {!isWaiting && <Button busy={sending.phase === 'sending'}>Add</Button>}
      <p class="govuk-hint">{draft.state}</p>
    </form>
  );
}
