import { useRef, useState } from 'preact/hooks';
import { Button, TextArea } from '../../pages/inputs.tsx';
import { call, PressKeys } from '../../pages/server.ts';
import { ErrorSummary, Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { Begun, Clash } from './begun.tsx';
import { emptyText } from './draft.ts';
import { FilesField } from './files-field.tsx';
import type { StandingDraft } from './keep-draft.ts';
import type { MyConcernPage } from './my-concerns.ts';
import { type OwnWords, PUPIL_WORDS, type ReportWords, STAFF_WORDS } from './report-words.tsx';
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
  const words = loaded.state === 'here' && loaded.value.forPupil ? PUPIL_WORDS : STAFF_WORDS;
  return (
    <Page title={words.own.title} loaded={loaded}>
      {(concern, visit) => (
        <>
          <HowFar concern={concern} words={words.own} />
          <words.Emergency dslTelephone={visit.school.dslTelephone} />
          <h2 class="govuk-heading-m" id="add">
            {words.own.more}
          </h2>
          {added > 0 && (
            <p class="govuk-body" role="status">
              {words.own.added}
            </p>
          )}
          {concern.began !== '' && begun === null ? (
            <Begun what={reference} begun={words.own.begun} when={concern.began} onGoOn={setBegun} onSent={onAdded} onThrownAway={() => setBegun('none')} />
          ) : (
            <AddForm key={added} {...{ words, reference, onAdded }} telephone={visit.school.dslTelephone} begun={begun === 'none' ? null : begun} />
          )}
        </>
      )}
    </Page>
  );
}

function HowFar({ concern: { reference, state, received, lookedAt, closed }, words }: { concern: MyConcernPage; words: OwnWords }) {
  const lines = [
    { text: words.reference, at: reference },
    { text: words.received, at: received },
    { text: words.lookedAt, at: lookedAt },
    { text: words.closed, at: closed },
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
      <p class="govuk-body">{words.nothingElse}</p>
    </>
  );
}

interface Adding {
  words: ReportWords;
  reference: string;
  telephone: string;
  begun: StandingDraft | null;
  onAdded: () => void;
}

function AddForm({ words, reference, telephone, begun, onAdded }: Adding) {
  const [story, setStory] = useState(begun?.text.story ?? '');
  const [files, setFiles] = useState<readonly Uploaded[]>(begun?.files ?? []);
  const draft = useDraft(reference, begun);
  const sending = useSending();
  const keys = useRef(new PressKeys());
  const toKeep = (said: string, with_: readonly Uploaded[]) => ({
    text: { ...emptyText(), story: said },
    key: keys.current.keyFor([said, with_.map(({ id }) => id)]),
  });
  const change = (said: string, with_: readonly Uploaded[]) => {
    setStory(said);
    setFiles(with_);
    draft.keep(toKeep(said, with_));
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
        <TextArea id="story" label={words.own.label} hint={words.own.hint} error={errorFor('story')} value={story} onInput={(said) => change(said, files)} />
        <words.Guidance typeHint="" about="" story={story} />
        <FilesField
          words={words.files}
          what={reference}
          files={files}
          typeHint=""
          story={story}
          error={errorFor('files')}
          draft={() => draft.ready(toKeep(story, files))}
          onChange={(next) => change(story, next)}
        />
      </fieldset>
      {!isWaiting && <Button busy={sending.phase === 'sending'}>{words.own.button}</Button>}
      <p class="govuk-hint">{draft.state}</p>
    </form>
  );
}
