import { Fold } from '../../pages/fold.tsx';
import { Button } from '../../pages/inputs.tsx';

/** Where what the page knows is from, and how it is looked at anew. */
export function LookAgain({
  factsAt,
  notes,
  call,
  busy,
  onAgain,
  onWithout,
  onTakeBack,
}: {
  /** When the sidebar asked Google, dd/MM/yyyy HH:mm; '' without it. */
  factsAt: string;
  notes: readonly string[];
  /** Whether the sidebar says how the call is set, or somebody set that aside to look for themself; null without it. */
  call: 'told' | 'set aside' | null;
  busy: boolean;
  onAgain: () => void;
  onWithout: () => void;
  onTakeBack: () => void;
}) {
  return (
    <>
      {notes.map((note) => (
        <p class="govuk-inset-text" key={note}>
          {note}
        </p>
      ))}
      {factsAt === '' && (
        <p class="govuk-hint">
          Here you check the call by hand. On a computer the sidebar in Google Calendar finds out much of it, and can make the Meet safe: open the event there
          and press “Open my checks”.
        </p>
      )}
      <Fold summary="Look again">
        {factsAt !== '' && (
          <p class="govuk-body">
            The sidebar asked Google on {factsAt}. To have Google asked anew, open the event in Calendar and press “Open my checks” again.
          </p>
        )}
        <div class="govuk-button-group">
          <Button secondary busy={busy} onPress={onAgain}>
            Ask the office again
          </Button>
          {call === 'told' && (
            <Button secondary onPress={onWithout}>
              Check how the call is set by hand instead
            </Button>
          )}
          {call === 'set aside' && (
            <Button secondary onPress={onTakeBack}>
              Use the sidebar’s report again
            </Button>
          )}
        </div>
      </Fold>
    </>
  );
}
