import { attendedInAddress } from '../attended-in-address.ts';
import type { Attended } from '../lesson.ts';
import type { OpenedLesson } from './open-lesson.ts';

/** The lesson is on the log already, or somebody comes with the names of those who were there. */
export function OnLog({ onLog, attended, home }: { onLog: OpenedLesson['onLog']; attended: readonly Attended[] | null; home: string }) {
  const hasNames = attended !== null && attended.length > 0;
  if (onLog === null) {
    return hasNames ? (
      <p class="govuk-inset-text">This lesson is not on the log yet. Record it: those whom Google knows in the call, {attended.length}, come with you.</p>
    ) : null;
  }
  const { reference, recorded, mayChange, wrong } = onLog;
  return (
    <p class="govuk-inset-text">
      This lesson is on the log as {reference}, recorded on {recorded}.{' '}
      {wrong.length > 0 && (
        <>
          <strong>Not fine then:</strong> {wrong.map((title) => `“${title}”`).join(', ')}.{' '}
        </>
      )}
      {mayChange ? 'Recording it again says what holds now.' : 'It is over: nothing here changes it.'}{' '}
      <a class="govuk-link" href={`${home}?page=lessons&reference=${reference}${hasNames ? `#after${attendedInAddress(attended)}` : ''}`}>
        {hasNames ? `Say how it went, with the ${attended.length} names` : 'See it, or say how it went'}
      </a>
    </p>
  );
}
