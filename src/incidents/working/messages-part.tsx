import { Fold, FoldedPart } from '../../pages/fold.tsx';
import { evidenceRows, headerRows } from '../mail/shown-message.ts';
import type { CaseFile } from './case-file.ts';
import { Facts } from './facts.tsx';

/** The evidence of a case's messages (C3): everything as text, nothing that opens by itself, attachments by name alone. */
export function Messages({ file, address }: { file: CaseFile; address: string }) {
  const { messages } = file;
  if (messages.length === 0) return null;
  return (
    <FoldedPart id="messages" title="Messages" brief={String(messages.length)} isOpen>
      <p class="govuk-body">
        Headers are what the mail claims: a sender can forge them. What was attached was not opened, copied or kept. Do not open it to check.
      </p>
      <p class="govuk-body">
        What each turned out to be is said on the page{' '}
        <a class="govuk-link" href={`${address}?page=flags`}>
          Flagged messages
        </a>
        , with one press.
      </p>
      {messages.map((message, index) => (
        <section key={message.flag} aria-labelledby={`message-${index}`}>
          <h3 class="govuk-heading-s" id={`message-${index}`}>
            Message {index + 1}: {message.flaggedAs}
          </h3>
          <Facts facts={headerRows(message)} />
          <Fold
            summary={
              <>
                Why it was flagged, and its fingerprint<span class="govuk-visually-hidden">: message {index + 1}</span>
              </>
            }
          >
            <Facts facts={evidenceRows(message)} />
          </Fold>
        </section>
      ))}
    </FoldedPart>
  );
}
