import { CopyText } from '../../pages/copy-link.tsx';
import { Fold } from '../../pages/fold.tsx';
import { SaveFile } from '../../pages/save-file.tsx';
import { mailFiltersXml } from './forwarding.ts';
import type { MailRules } from './see-mail-rules.ts';
import { StepsList } from './steps-list.tsx';

/** Filters for one mailbox whose mail no setting of the console copies. */
export function ForwardingPart({ mailbox, forwarding: { queries, steps } }: { mailbox: string; forwarding: MailRules['forwarding'] }) {
  const file = async () => {
    const xml = mailFiltersXml(queries, { mailbox, updated: new Date().toISOString() });
    return {
      name: 'mailFilters.xml',
      mimeType: 'application/xml',
      base64: btoa(Array.from(new TextEncoder().encode(xml), (byte) => String.fromCharCode(byte)).join('')),
    };
  };
  return (
    <>
      <StepsList steps={steps} />
      <SaveFile fetch={file} ready="The file is ready: save it.">
        Make mailFilters.xml
      </SaveFile>
      <Fold summary="The queries, to make filters by hand">
        <ol class="govuk-list govuk-list--number">
          {queries.map((query, index) => (
            <li key={query}>
              <CopyText text={query} what="query" of={`number ${index + 1}`} />: {query.slice(0, 80)}…
            </li>
          ))}
        </ol>
      </Fold>
    </>
  );
}
