import { FoldedPart } from '../../pages/fold.tsx';
import type { CaseFile } from './case-file.ts';

/** Everything that was done, in order. Nothing in it can be changed. */
export function History({ file }: { file: CaseFile }) {
  return (
    <FoldedPart id="history" title="History" brief={String(file.timeline.length)}>
      <ol class="handrail-timeline">
        {file.timeline.map((entry, index) => (
          <li key={`${index} ${entry.at}`}>
            <p class="govuk-body-s govuk-!-margin-bottom-1">
              {entry.at}, {entry.who}
            </p>
            <p class="govuk-body govuk-!-margin-bottom-1">{entry.what}</p>
            {entry.said && (
              <p class="govuk-body handrail-said" dir="auto">
                {entry.said}
              </p>
            )}
          </li>
        ))}
      </ol>
    </FoldedPart>
  );
}
