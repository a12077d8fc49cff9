import { VerdictMark } from '../checking/state-mark.tsx';
import type { LessonLine } from './list-lessons.ts';

const AFTER: Record<LessonLine['after'], string> = {
  'to come': '',
  'not said': 'Nobody has said how it went.',
  'as planned': 'It went as planned.',
  'not as planned': 'It did not go as planned.',
};

/** Lessons one below the other, each leading to what stands recorded. */
export function LessonLines({ lines, home }: { lines: readonly LessonLine[]; home: string }) {
  return (
    <ul class="handrail-lines" aria-label="Lessons">
      {lines.map((line) => (
        <li key={line.reference}>
          <h2 class="govuk-heading-s govuk-!-margin-bottom-1">
            <a class="govuk-link" href={`${home}?page=lessons&reference=${line.reference}`}>
              {line.what}
              <span class="govuk-visually-hidden">, {line.starts}</span>
            </a>{' '}
            <VerdictMark verdict={line.verdict} />
          </h2>
          <p class="govuk-body-s govuk-!-margin-bottom-1">
            {line.starts}
            {line.className === '' ? '' : `, ${line.className}`}. {withWords(line)}.
          </p>
          <p class="govuk-body-s govuk-!-margin-bottom-1">
            {foundWords(line)} {AFTER[line.after]}
          </p>
        </li>
      ))}
    </ul>
  );
}

export function withWords({ teacher, adults }: Pick<LessonLine, 'teacher' | 'adults'>): string {
  return adults.length === 0 ? teacher : `${teacher} with ${adults.join(', ')}`;
}

export function foundWords({ found, ticks }: Pick<LessonLine, 'found' | 'ticks'>): string {
  const ticked = ticks === 0 ? 'nothing ticked' : `${ticks} ticked`;
  return `${[...found, ticked].join(', ')}.`;
}
