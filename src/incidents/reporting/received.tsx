import { useEffect, useRef } from 'preact/hooks';
import { Telephone } from './emergency.tsx';
import type { ReceivedWords } from './report-words.tsx';

/** The reference, at once, and what happens next. */
export function Received({
  words,
  reference,
  nameless,
  lesson,
  telephone,
  home,
}: {
  words: ReceivedWords;
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
      <p class="govuk-body">{words.next}</p>
      <p class="govuk-body">
        {words.ifItCannotWait} <Telephone number={telephone} /> now.
      </p>
      {lesson !== '' && !nameless && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${home}?page=lessons&reference=${lesson}#concern=${reference}`}>
            Back to the lesson, and note this reference there
          </a>
        </p>
      )}
      {nameless ? (
        <p class="govuk-body">{words.nameless}</p>
      ) : (
        <p class="govuk-body">
          <a class="govuk-link" href={`${home}?page=my-concern&reference=${encodeURIComponent(reference)}`}>
            {words.follow}
          </a>
        </p>
      )}
    </>
  );
}
