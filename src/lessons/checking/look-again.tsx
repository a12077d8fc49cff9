import { Fold } from '../../pages/fold.tsx';
import { Button } from '../../pages/inputs.tsx';

/** Where what the page knows is from, and how it is looked at anew. */
export function LookAgain({
  factsAt,
  notes,
  mayTakeBack,
  busy,
  onAgain,
  onWithout,
  onTakeBack,
}: {
  /** When the sidebar asked Google, dd/MM/yyyy HH:mm; '' without it. */
  factsAt: string;
  notes: readonly string[];
  /** The sidebar's report was left out by hand. */
  mayTakeBack: boolean;
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
          {factsAt !== '' && (
            <Button secondary onPress={onWithout}>
              Check the call by hand instead
            </Button>
          )}
          {mayTakeBack && (
            <Button secondary onPress={onTakeBack}>
              Use the sidebar’s report again
            </Button>
          )}
        </div>
      </Fold>
    </>
  );
}
