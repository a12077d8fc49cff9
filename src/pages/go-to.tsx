import type { ComponentChildren } from 'preact';

/**
 * Moves the focus to what bears the id, and unfolds whatever it lies in. In Google's frame a `#…` address would leave the page, so it is
 * done by hand. An input comes into sight together with its label.
 */
export function goTo(event: Event, id: string): void {
  event.preventDefault();
  const wanted = document.getElementById(id);
  for (let fold = wanted?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
  (wanted?.closest('.govuk-form-group') ?? wanted)?.scrollIntoView();
  wanted?.focus({ preventScroll: true });
}

/** Leads to a part, or an input, of the same page. */
export function PartLink({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <a class="govuk-link" href={`#${id}`} target="_self" onClick={(event) => goTo(event, id)}>
      {children}
    </a>
  );
}
