import { useEffect, useRef } from 'preact/hooks';
import { Telephone } from '../../incidents/reporting/emergency.tsx';
import { Button } from '../../pages/inputs.tsx';
import { attendedInAddress } from '../attended-in-address.ts';
import type { Attended } from '../lesson.ts';
import type { RecordedLesson } from '../log/record-lesson.ts';
import { DoNotStart } from './do-not-start.tsx';
import { VerdictMark } from './state-mark.tsx';

/** It is on the log: what to do at the start, and where to go afterwards. Green only for what is ready: on the log is not leave to start. */
export function Recorded({
  recorded: { reference, verdict, isChanged },
  className,
  alone,
  starts,
  attended,
  telephone,
  home,
  onBack,
}: {
  recorded: RecordedLesson;
  className: string;
  alone: string;
  /** dd/MM/yyyy HH:mm. */
  starts: string;
  /** Who was there by Meet's record, when the page was opened with it. */
  attended: readonly Attended[] | null;
  telephone: string;
  home: string;
  onBack: () => void;
}) {
  const panel = useRef<HTMLDivElement>(null);
  // The form with the focus in it is gone: what is read out next is this.
  useEffect(() => panel.current?.focus(), []);
  const rules = `${home}?page=lesson-rules${className === '' ? '' : `&class=${encodeURIComponent(className)}`}`;
  const names = attended && attended.length > 0 ? `#after${attendedInAddress(attended)}` : '';
  return (
    <>
      <div class={verdict === 'ready' ? 'govuk-panel govuk-panel--confirmation' : 'govuk-inset-text'} tabIndex={-1} ref={panel}>
        <div class={verdict === 'ready' ? 'govuk-panel__body' : 'govuk-body govuk-!-margin-bottom-0'}>
          {isChanged ? 'Recorded anew as' : 'Recorded as'}
          {verdict === 'ready' ? <br /> : ' '}
          <strong>{reference}</strong>
        </div>
      </div>
      <p class="govuk-body">
        <VerdictMark verdict={verdict} />
      </p>
      {verdict === 'do not start' && <DoNotStart alone={alone} starts={starts} home={home} />}
      {verdict === 'not yet' && <p class="govuk-body">It is recorded as it is. Mend what is not fine before you let pupils in.</p>}
      {verdict !== 'do not start' && (
        <>
          <h2 class="govuk-heading-m">When you start</h2>
          <ol class="govuk-list govuk-list--number">
            <li>Let the second adult in first, then the pupils.</li>
            <li>Look who knocks. Let in nobody whom you do not know.</li>
            <li>Say whether it is recorded, and that nobody else may record.</li>
            <li>
              Remind pupils of{' '}
              <a class="govuk-link" href={rules}>
                the rules
              </a>{' '}
              and of how to ask for help.
            </li>
            <li>Be the last to leave, and end the call for everybody.</li>
          </ol>
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`${home}?page=lessons&reference=${reference}${names}`}>
          Afterwards: say how it went
        </a>
      </p>
      <p class="govuk-body">
        Something worries you? Telephone the designated safeguarding lead on <Telephone number={telephone} />, or{' '}
        <a class="govuk-link" href={`${home}?page=report`}>
          raise a concern
        </a>
        .
      </p>
      <Button secondary onPress={onBack}>
        Back to the checks
      </Button>
    </>
  );
}
