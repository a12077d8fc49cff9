import { useState } from 'preact/hooks';

/** Puts an address into the clipboard. */
export function CopyLink({ address, of }: { address: string; of: string }) {
  return <CopyText text={address} what="link" of={`to ${of}`} />;
}

/**
 * Puts a line of text into the clipboard, and says whether it did: a frame may not be allowed to. Then it is shown, to be copied by hand.
 * @param what it is: "Copy link"
 * @param of which one, for whoever only hears the button: "to class 4B"
 */
export function CopyText({ text, what, of }: { text: string; what: string; of: string }) {
  const [state, setState] = useState<'' | 'copied' | 'by hand'>('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('by hand');
    }
  };
  return (
    <>
      <button type="button" class="handrail-link" onClick={() => void copy()}>
        Copy {what}
        <span class="govuk-visually-hidden"> {of}</span>
      </button>
      <span role="status">{state === 'copied' && ' Copied.'}</span>
      {state === 'by hand' && (
        <input
          class="govuk-input govuk-!-margin-top-2"
          readOnly
          aria-label={`${what[0]?.toUpperCase()}${what.slice(1)} ${of}`}
          value={text}
          ref={(box) => box?.select()}
        />
      )}
    </>
  );
}
