import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { Button, TextInput } from '../../pages/inputs.tsx';
import type { ClassPupil, ClassView, PupilStanding } from './see-class.ts';

/** The input that says why a tick is wrong. */
export const REASON = 'undo-reason';

interface SignedProps {
  pupil: ClassPupil;
  view: ClassView;
  /** Whether it is being asked why the tick is wrong; `children` ask. */
  undoing: boolean;
  undo: () => void;
  children: ComponentChildren;
}

/** A pupil who has signed the agreement of the class; a tick can be taken back, a form cannot. */
export function Signed({ pupil, view, undoing, undo, children }: SignedProps) {
  const standing = standingIn(pupil, view.agreementId);
  const others = stillToSign(pupil, view);
  return (
    <li>
      <p class="handrail-names__signed">
        <span>{pupil.name}</span>
        <span class="govuk-hint">
          Signed {standing?.signed}
          {standing?.inPerson && ', in person'}
        </span>
        {others && <span class="govuk-hint">{others}</span>}
        {standing?.inPerson && !undoing && (
          <button type="button" class="handrail-link" onClick={undo}>
            Undo<span class="govuk-visually-hidden"> the tick for {pupil.name}</span>
          </button>
        )}
      </p>
      {undoing && children}
    </li>
  );
}

interface UndoProps {
  name: string;
  busy: boolean;
  error: string | undefined;
  undo: (reason: string) => void;
  keep: () => void;
}

/** Asks why the tick is wrong: it is taken back, not deleted. */
export function Undo({ name, busy, error, undo, keep }: UndoProps) {
  const [reason, setReason] = useState('');
  useLayoutEffect(() => document.getElementById(REASON)?.focus(), []);
  return (
    <>
      <TextInput
        id={REASON}
        label={`Why is the tick for ${name} wrong?`}
        hint="It is kept in the records with your name."
        error={error}
        value={reason}
        onInput={setReason}
        onEnter={() => undo(reason)}
      />
      <div class="govuk-button-group">
        <Button busy={busy} onPress={() => undo(reason)}>
          Take the tick back
        </Button>
        <Button secondary onPress={keep}>
          Keep it
        </Button>
      </div>
    </>
  );
}

export function standingIn(pupil: ClassPupil, agreementId: string): PupilStanding | undefined {
  return pupil.standings.find((standing) => standing.agreementId === agreementId);
}

/** What a pupil has not signed besides the agreement of the class; '' when there is nothing. */
export function stillToSign({ standings }: ClassPupil, { agreementId, toSign }: ClassView): string {
  const open = standings.filter((standing) => standing.agreementId !== agreementId && !standing.isSigned);
  const titles = open.map(({ agreementId: id, state }) => {
    const title = toSign.find((each) => each.id === id)?.title ?? id;
    return state === 'declined' ? `${title} (declined)` : title;
  });
  return titles.length > 0 ? `Still to sign: ${titles.join('; ')}` : '';
}
