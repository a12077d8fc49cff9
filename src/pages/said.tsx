import { useLayoutEffect, useRef } from 'preact/hooks';

/** Says what has been done, with the focus on it: the button that was pressed may be gone. */
export function Said({ words }: { words: string }) {
  const line = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (words !== '') line.current?.focus();
  }, [words]);
  return (
    <p class="govuk-body" role="status" tabIndex={-1} ref={line}>
      {words}
    </p>
  );
}
