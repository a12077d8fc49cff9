import type { ComponentChildren } from 'preact';

/** Something that must not be overlooked: a mark, bold words, and "Warning" for those who hear the page. */
export function Warning({ children, role }: { children: ComponentChildren; role?: 'status' }) {
  return (
    <div class="govuk-warning-text" role={role}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">Warning</span>
        {children}
      </strong>
    </div>
  );
}
