import { useState } from 'preact/hooks';
import { Button } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { ErrorSummary } from '../../pages/shell.tsx';
import { useWork } from '../../pages/work.ts';
import { DRAFT_DAYS, type Writing } from './draft.ts';
import type { StandingDraft } from './keep-draft.ts';

/** Something was begun and not sent: go on with it, or throw it away. Nothing of it is shown before that: others may see the screen. */
export function Begun({
  what,
  begun,
  when,
  onGoOn,
  onSent,
  onThrownAway,
}: {
  what: Writing;
  /** In words, behind "You began". */
  begun: string;
  /** dd/MM/yyyy HH:mm */
  when: string;
  onGoOn: (draft: StandingDraft) => void;
  /** It was sent after all. */
  onSent: (reference: string) => void;
  onThrownAway: () => void;
}) {
  const { busy, error, doing } = useWork();
  const [asked, setAsked] = useState(false);
  const goOn = () =>
    doing('', async () => {
      const { sent, draft } = (await call('readDraft', { what })).value;
      if (sent !== '') onSent(sent);
      else if (draft) onGoOn(draft);
      else onThrownAway();
      return '';
    });
  const throwAway = () =>
    doing('', async () => {
      const { sent } = (await call('forgetDraft', { what })).value;
      if (sent !== '') onSent(sent);
      else onThrownAway();
      return '';
    });
  return (
    <div class="govuk-inset-text">
      <ErrorSummary errors={error ? [error] : []} />
      <p class="govuk-body">
        You began {begun} on {when} and have not sent it.
      </p>
      <p class="govuk-hint">It is shown to nobody else, and thrown away when you have not touched it for {DRAFT_DAYS} days.</p>
      <div class="govuk-button-group">
        <Button busy={busy !== null} onPress={goOn}>
          Go on with it
        </Button>
        <Button secondary onPress={asked ? throwAway : () => setAsked(true)}>
          {asked ? 'Yes, throw it away for good' : 'Throw it away'}
        </Button>
      </div>
    </div>
  );
}

/** The same draft was written at somewhere else, or is gone: which words count is for the person to say. */
export function Clash({
  clash: { message, isGone },
  what,
  take,
  onTheirs,
}: {
  clash: { message: string; isGone: boolean };
  what: Writing;
  /** Goes on with the draft that is there. */
  take: (draft: { id: string; revision: number }, withMine: boolean) => void;
  /** Shows what is written there instead of what is here. */
  onTheirs: (draft: StandingDraft) => void;
}) {
  const { busy, error, doing } = useWork();
  const choose = (theirs: boolean) =>
    doing('', async () => {
      const { draft } = (await call('readDraft', { what })).value;
      take(draft ?? { id: '', revision: 0 }, !theirs);
      if (theirs && draft) onTheirs(draft);
      return '';
    });
  return (
    <div class="govuk-inset-text" role="alert">
      <p class="govuk-body">{error?.message ?? message}</p>
      <div class="govuk-button-group">
        {!isGone && (
          <Button secondary busy={busy !== null} onPress={() => choose(true)}>
            Take what is there
          </Button>
        )}
        <Button secondary busy={busy !== null} onPress={() => choose(false)}>
          {isGone ? 'Keep what is here as a new draft' : 'Keep what is here'}
        </Button>
      </div>
    </div>
  );
}
