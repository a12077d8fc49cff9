import { headText } from '../records/head-text.ts';
import type { Broken, Flaw } from '../records/verify.ts';
import type { VerifiedHistory } from './verify-history.ts';

/** What a walk along the history has found so far. */
export function HistoryResult({ result: { walked, isDone, total, broken, witnessed } }: { result: VerifiedHistory }) {
  if (broken) return <BrokenHistory broken={broken} />;
  if (!isDone) {
    return (
      <p class="govuk-body">
        {walked.head.sequence} of {total} events looked at, unbroken so far.
      </p>
    );
  }
  return (
    <>
      <div class="govuk-inset-text">
        <p class="govuk-body">
          <strong>Unbroken: {walked.head.sequence} events.</strong> The history ends at
        </p>
        <p class="govuk-body">
          <code>{headText(walked.head)}</code>
        </p>
        {witnessed === null ? (
          <p class="govuk-body">
            It was compared with no mail. Only with a line from one is it certain that the history was not written anew as a whole, or cut off at its end.
          </p>
        ) : (
          <p class="govuk-body">Up to event {witnessed} it is the history that was mailed.</p>
        )}
      </div>
      {walked.erased.length > 0 && (
        <p class="govuk-body">
          What {walked.erased.length === 1 ? 'one event' : `${walked.erased.length} events`} said was erased, after two people had decided so:{' '}
          {numbersInWords(walked.erased)}. An event of its own says who they are and why, and that something was recorded, when and by whom, still stands.
        </p>
      )}
    </>
  );
}

const WHAT_TO_DO: Record<Flaw, string> = {
  changed:
    'Somebody changed the file "Handrail records", which only the safeguarding account can open. Change nothing more in it. Sign in as that account, open the file, choose File, Version history, and see when it was changed; restore the version from before.',
  'cut off':
    'Events are missing at the end. Change nothing more in the file "Handrail records". Sign in as the safeguarding account, open it, choose File, Version history, and restore the version from before they went.',
  'written anew':
    'Every event fits the next, and yet it is not the history that there was: somebody who could use the safeguarding account wrote it anew. Keep the mails to the witness. A Workspace administrator can see in the audit log of Drive who did what; ask one whom the chair of governors trusts.',
  erased:
    'What an event said was taken out by hand, not by Handrail. Sign in as the safeguarding account, open the file "Handrail records", choose File, Version history, and restore the version from before.',
};

function BrokenHistory({ broken: { sequence, flaw, why } }: { broken: Broken }) {
  return (
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <div class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">Warning</span>
        <p>
          Broken at event {sequence} (row {sequence + 1} of the sheet "Journal"): {why}.
        </p>
        <p>{WHAT_TO_DO[flaw]}</p>
        <p>
          Tell the headteacher and the chair of governors today, and write down this number and the time. Whoever did it can open the records: speak about it
          with nobody else.
        </p>
      </div>
    </div>
  );
}

/** @example numbersInWords([3, 4, 5, 9]) // '3 to 5, 9' */
function numbersInWords(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs[runs.length - 1];
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first} to ${last}`)).join(', ');
}
