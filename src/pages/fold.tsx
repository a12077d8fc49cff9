import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { PartLink } from './go-to.tsx';

/** A part of a long page. */
interface Part {
  /** Id of its heading: lists and links lead there. */
  id: string;
  title: string;
  /** What is in it, in a few words, to be seen while it is folded: `3`, `none yet`. */
  brief?: ComponentChildren;
}

/** A part that can be folded away; what is typed in it stays meanwhile. */
export function FoldedPart({ id, title, brief, isOpen = false, children }: Part & { isOpen?: boolean; children: ComponentChildren }) {
  return (
    <details class="handrail-part" ref={useOpening(isOpen)}>
      <summary class="handrail-part__summary" id={id}>
        <h2 class="govuk-heading-m handrail-part__title">{title}</h2>
        {brief !== undefined && <span class="govuk-body-s handrail-part__brief">{brief}</span>}
      </summary>
      <div class="handrail-part__content">{children}</div>
    </details>
  );
}

/** A part that is always seen. */
export function OpenPart({ id, title, children }: Part & { children: ComponentChildren }) {
  return (
    <section class="handrail-part" aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Something that is not always wanted: a form below a line that says what it does. */
export function Fold({ summary, isOpen = false, children }: { summary: ComponentChildren; isOpen?: boolean; children: ComponentChildren }) {
  return (
    <details class="govuk-details handrail-fold" ref={useOpening(isOpen)}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}

/** Opens when it is to be open, and never closes again by itself: somebody may be reading in it. */
function useOpening(isOpen: boolean) {
  const fold = useRef<HTMLDetailsElement>(null);
  useLayoutEffect(() => {
    if (isOpen && fold.current) fold.current.open = true;
  }, [isOpen]);
  return fold;
}

/** The small list of a long page's parts. */
export function OnThisPage({ parts }: { parts: readonly Part[] }) {
  return (
    <nav class="handrail-contents" aria-labelledby="on-this-page">
      <h2 class="govuk-heading-s" id="on-this-page">
        On this page
      </h2>
      <ul class="govuk-list">
        {parts.map(({ id, title, brief }) => (
          <li key={id}>
            <PartLink id={id}>{title}</PartLink> {brief !== undefined && <span class="handrail-contents__brief">{brief}</span>}
          </li>
        ))}
      </ul>
    </nav>
  );
}
