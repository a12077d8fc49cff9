import { useState } from 'preact/hooks';

/** Puts an address into the clipboard, and says whether it did: a frame may not be allowed to. Then it is shown, to be copied by hand. */
export function CopyLink({ address, of }: { address: string; of: string }) {
  const [state, setState] = useState<'' | 'copied' | 'by hand'>('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setState('copied');
    } catch {
      setState('by hand');
    }
  };
  return (
    <>
      <button type="button" class="handrail-link" onClick={() => void copy()}>
        Copy link<span class="govuk-visually-hidden"> to {of}</span>
      </button>
      <span role="status">{state === 'copied' && ' Copied.'}</span>
      {state === 'by hand' && <input class="govuk-input" readOnly aria-label={`Link to ${of}`} value={address} ref={(box) => box?.select()} />}
    </>
  );
}
