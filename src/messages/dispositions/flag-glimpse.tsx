import { useState } from 'preact/hooks';
import { FlagEvidence } from './flag-evidence.tsx';
import type { FlagLine } from './flag-line.ts';

/** A flag in a list of few words: pressed, it shows the message. */
export function FlagGlimpse({ flag, label, words = '' }: Pick<FlagLine, 'flag'> & { label: string; words?: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        <button type="button" class="handrail-link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {label}
        </button>
        {words !== '' && (
          <>
            {' '}
            <q class="handrail-said">{words}</q>
          </>
        )}
      </p>
      {isOpen && <FlagEvidence flag={flag} />}
    </>
  );
}
