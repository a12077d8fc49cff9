import type { ComponentChildren } from 'preact';
import type { Draft, DraftClause, SourceLine } from './draft.ts';
import type { Warning } from './import-clauses.ts';

/** A part of the form on the right, the lines it came from on the left. */
export function Side({ lines, warnings, children }: { lines: readonly SourceLine[]; warnings: readonly Warning[]; children: ComponentChildren }) {
  return (
    <div class="handrail-side">
      <div class="handrail-side__source">
        {lines.length > 0 && (
          <ol class="govuk-list handrail-source" aria-label="In the document">
            {lines.map(({ number, text, use }) => (
              <li key={number} value={number} class={use === 'text' ? undefined : 'is-unused'}>
                {text.trim()}
                {use !== 'text' && <span class="handrail-source__note"> ({use === 'heading' ? 'heading of a section' : 'not used'})</span>}
              </li>
            ))}
          </ol>
        )}
        {warnings.map(({ line, message }) => (
          <p class="govuk-body-s handrail-look" key={`${line}-${message}`}>
            <strong>Look at line {line}:</strong> {message}
          </p>
        ))}
      </div>
      <div class="handrail-side__form">{children}</div>
    </div>
  );
}

/** Each warning beside the part whose lines hold its own; above all else when none does. */
export function warningsBeside(draft: Draft, all: readonly Warning[]) {
  const clauses = [...draft.sections.flatMap((section) => section.clauses), ...draft.permissions];
  // What is said of a heading that has become a section's is settled.
  const headings = new Set([...draft.above, ...clauses.flatMap(({ source }) => source)].filter(({ use }) => use === 'heading').map(({ number }) => number));
  const open = all.filter(({ line }) => !headings.has(line));
  const isAt = (lines: readonly SourceLine[]) => (warning: Warning) => lines.some(({ number }) => number === warning.line);
  const below = open.filter((warning) => isAt(draft.below)(warning) && !clauses.some(({ source }) => isAt(source)(warning)));
  const placed = (warning: Warning) => below.includes(warning) || clauses.some(({ source }) => isAt(source)(warning));
  return {
    above: open.filter((warning) => !placed(warning)),
    below,
    of: ({ source }: DraftClause) => open.filter(isAt(source)),
  };
}
