import type { Said } from './case-file.ts';

/** What people wrote, as they typed it, with who and when. */
export function SaidList({ all }: { all: readonly Said[] }) {
  return (
    <ul class="handrail-timeline">
      {all.map(({ at, who, text }, index) => (
        <li key={`${index} ${at}`}>
          <p class="govuk-body-s govuk-!-margin-bottom-1">
            {at}, {who}
          </p>
          <p class="govuk-body handrail-said" dir="auto">
            {text}
          </p>
        </li>
      ))}
    </ul>
  );
}
