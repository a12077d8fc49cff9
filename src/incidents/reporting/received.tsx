import { useEffect, useRef } from 'preact/hooks';
import { Telephone } from './emergency.tsx';

/** The reference, at once, and what happens next. */
export function Received({
  reference,
  nameless,
  lesson,
  telephone,
  home,
}: {
  reference: string;
  nameless: boolean;
  /** Reference of the lesson that it was about; ''. */
  lesson: string;
  telephone: string;
  home: string;
}) {
  const panel = useRef<HTMLDivElement>(null);
  // The form with the focus in it is gone: what is read out next is this.
  useEffect(() => panel.current?.focus(), []);
  return (
    <>
      <div class="govuk-panel govuk-panel--confirmation" tabIndex={-1} ref={panel}>
        <div class="govuk-panel__body">
          Your reference
          <br />
          <strong>{reference}</strong>
        </div>
      </div>
      <p class="govuk-body">The right person is told that there is something to read. Nobody you named can see it.</p>
      <p class="govuk-body">
        If it cannot wait, or you have not spoken to anybody yet, telephone <Telephone number={telephone} /> now.
      </p>
      {lesson !== '' && !nameless && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${home}?page=lessons&reference=${lesson}#concern=${reference}`}>
            Back to the lesson, and note this reference there
          </a>
        </p>
      )}
      {nameless ? (
        <p class="govuk-body">Your name was not recorded, so Handrail cannot show you how far it is. Write the reference down if you want to speak about it.</p>
      ) : (
        <p class="govuk-body">
          <a class="govuk-link" href={`${home}?page=my-concern&reference=${encodeURIComponent(reference)}`}>
            See how far your concern is, or add to it
          </a>
        </p>
      )}
    </>
  );
}
