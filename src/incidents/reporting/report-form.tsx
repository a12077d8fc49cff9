import { useRef, useState } from 'preact/hooks';
import type { VisitFacts } from '../../pages/answer.ts';
import { FoldedPart } from '../../pages/fold.tsx';
import { PartLink } from '../../pages/go-to.tsx';
import { Button, Checkbox, Radios, TextArea } from '../../pages/inputs.tsx';
import { momentOf } from '../../pages/moment.tsx';
import { call, PressKeys } from '../../pages/server.ts';
import { ErrorSummary } from '../../pages/shell.tsx';
import { Clash } from './begun.tsx';
import { DRAFT_DAYS, type DraftText, emptyText } from './draft.ts';
import { FilesField } from './files-field.tsx';
import type { StandingDraft } from './keep-draft.ts';
import { PeopleField } from './people-field.tsx';
import type { Prefilled } from './prefilled.ts';
import type { Beginning } from './raise-concern.ts';
import { AboutField, DangerField, KindField, localTime, PlaceFields, WhenField } from './report-fields.tsx';
import type { ReportWords } from './report-words.tsx';
import type { Uploaded } from './upload-file.ts';
import { useDraft } from './use-draft.tsx';
import { useSending, WaitingForTheLine } from './use-sending.tsx';

/** The form of a concern. Only what happened and whether the DSL was told have to be answered: a supply teacher fills it in on a phone in a corridor. */
export function ReportForm({
  words,
  beginning: { mayFindPeople, mayBeNameless },
  visit,
  begun,
  prefilled,
  onSent,
}: {
  words: ReportWords;
  beginning: Beginning;
  visit: VisitFacts;
  /** What to go on with. */
  begun: StandingDraft | null;
  /** What another page knows; what was begun goes before it. */
  prefilled: Prefilled | null;
  onSent: (sent: { reference: string; nameless: boolean }) => void;
}) {
  const [text, setText] = useState<DraftText>(() => textOf(begun?.text ?? wordsOf(prefilled)));
  const [files, setFiles] = useState<readonly Uploaded[]>(begun?.files ?? []);
  // As it was when the page opened: what is being emptied does not fold itself away.
  const [isFilled] = useState(() => ({ place: text.where + text.device + text.url !== '', papers: files.length > 0 }));
  const draft = useDraft('', begun);
  const sending = useSending();
  const keys = useRef(new PressKeys());
  const { dslTelephone } = visit.school;
  // A person's one input here is their role.
  const error = sending.error && { ...sending.error, field: sending.error.field?.replace(/^person-/, 'role-') };
  const errorFor = (field: string) => (error?.field === field ? error.message : undefined);

  const toKeep = (now: DraftText, with_: readonly Uploaded[]) => {
    const kept = { ...now, happened: momentOf(now.happened) };
    return { text: kept, key: keys.current.keyFor([kept, with_.map(({ id }) => id)]) };
  };
  const set = (part: Partial<DraftText>) => {
    const next = { ...text, ...part };
    setText(next);
    draft.keep(toKeep(next, files));
  };
  const changeFiles = (next: readonly Uploaded[]) => {
    setFiles(next);
    draft.keep(toKeep(text, next));
  };
  const show = (found: StandingDraft) => {
    setText(textOf(found.text));
    setFiles(found.files);
  };

  const send = (event: Event) => {
    event.preventDefault();
    const { text: kept, key } = toKeep(text, files);
    const { told, ...said } = kept;
    const request = {
      ...{ ...said, key, about: said.about || ('pupil' as const), toldDslInPerson: told === '' && words.asksWhetherTold ? null : told === 'yes' },
      files: files.map(({ id }) => id),
    };
    sending.send(async () => {
      // What is on its way to the draft must not arrive after the concern.
      await draft.rest();
      const { value } = await call('raiseConcern', { ...request, draft: draft.id() });
      keys.current.answered();
      onSent({ reference: value.reference, nameless: text.nameless });
    });
  };

  const isWaiting = sending.phase === 'waiting';
  return (
    <form onSubmit={send} noValidate>
      <ErrorSummary errors={error ? [error] : []} />
      <words.Emergency dslTelephone={dslTelephone} />
      {isWaiting && <WaitingForTheLine sending={sending} telephone={dslTelephone} />}
      {draft.clash && <Clash clash={draft.clash} what="" take={draft.take} onTheirs={show} />}
      <fieldset class="handrail-plain" disabled={isWaiting}>
        <TextArea
          id="story"
          label="What happened?"
          hint={words.storyHint}
          rows={6}
          error={errorFor('story')}
          value={text.story}
          onInput={(story) => set({ story })}
        />
        <words.Guidance typeHint={text.typeHint} about={text.about} story={text.story} />
        <DangerField words={words} checked={text.danger} telephone={dslTelephone} onChange={(danger) => set({ danger })} />
        {words.asksWhetherTold && (
          <Radios
            id="toldDslInPerson"
            label="Have you told the designated safeguarding lead in person?"
            error={errorFor('toldDslInPerson')}
            value={text.told}
            inline
            options={[
              { value: 'yes', text: 'Yes' },
              { value: 'no', text: 'Not yet' },
            ]}
            onInput={(told) => set({ told: told as DraftText['told'] })}
          />
        )}
        <p class="govuk-body">
          That is enough: you can <PartLink id="send">go to the end and send it</PartLink>. {words.enough}
        </p>

        <AboutField words={words} value={text.about} onInput={(about) => set({ about })} />
        <h2 class="govuk-heading-s">{words.who.heading}</h2>
        <PeopleField words={words.who} people={text.people} mayFindPeople={mayFindPeople} errorFor={errorFor} onChange={(people) => set({ people })} />
        <KindField words={words} value={text.typeHint} onInput={(typeHint) => set({ typeHint })} />
        <WhenField value={text.happened} error={errorFor('happened')} onInput={(happened) => set({ happened })} />
        <TextArea id="done" label="What has been done already?" hint={words.doneHint} rows={3} value={text.done} onInput={(done) => set({ done })} />
        <FoldedPart id="place" title="Where, which device, which site" isOpen={isFilled.place}>
          <PlaceFields where={text.where} device={text.device} url={text.url} set={set} />
        </FoldedPart>
        <FoldedPart id="papers" title={words.files.heading} brief={files.length === 0 ? 'none yet' : files.length} isOpen={isFilled.papers}>
          <FilesField
            words={words.files}
            what=""
            files={files}
            typeHint={text.typeHint}
            story={text.story}
            error={errorFor('files')}
            draft={() => draft.ready(toKeep(text, files))}
            onChange={changeFiles}
          />
        </FoldedPart>
        {mayBeNameless && (
          <div class="govuk-checkboxes govuk-form-group">
            <Checkbox
              id="nameless"
              label="Do not record my name"
              hint={words.namelessHint}
              error={errorFor('nameless')}
              checked={text.nameless}
              onChange={(nameless) => set({ nameless })}
            />
          </div>
        )}
      </fieldset>
      {words.whoReads !== '' && <p class="govuk-body">{words.whoReads}</p>}
      <div id="send" tabIndex={-1}>
        {!isWaiting && <Button busy={sending.phase === 'sending'}>Send</Button>}
      </div>
      <p class="govuk-hint">
        {draft.state || 'What you type is kept as you type.'} It is shown to nobody else, and goes when you send it or {DRAFT_DAYS} days after you last touched
        it.
      </p>
    </form>
  );
}

/** What was kept, as the page's inputs hold it; a draft of an older version may lack something. */
function textOf(words: Partial<DraftText>): DraftText {
  const text = { ...emptyText(), ...words };
  return { ...text, happened: text.happened === '' ? '' : localTime(new Date(text.happened)) };
}

function wordsOf(prefilled: Prefilled | null): Partial<DraftText> {
  if (prefilled === null) return {};
  const { lesson: _, people, ...words } = prefilled;
  return { ...words, people: people.map((person) => ({ ...person, role: '' as const })) };
}
