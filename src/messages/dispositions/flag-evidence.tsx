import { call } from '../../pages/server.ts';
import { useLoaded } from '../../pages/shell.tsx';
import { CATEGORY_WORDS, SEVERITY_WORDS } from '../words.ts';
import type { OpenFlag } from './see-flag.ts';

/** What is kept of a flagged message: words alone. Nothing in it is loaded, no link can be pressed, attachments are named (rule 8). */
export function FlagEvidence({ flag }: { flag: string }) {
  const [loaded] = useLoaded(() => call('seeFlag', { flag }));
  if (loaded.state === 'loading')
    return (
      <p class="govuk-body" role="status">
        One moment…
      </p>
    );
  if (loaded.state === 'refused')
    return (
      <p class="govuk-error-message" role="alert">
        {loaded.message}
      </p>
    );
  return <Evidence open={loaded.value} />;
}

function Evidence({ open: { message, isInCase, date, attachments, reasons, proof } }: { open: OpenFlag }) {
  const people: [string, string][] = [
    ['From', message.from],
    ['To', message.to.join(', ')],
    ['Copy to', message.cc.join(', ')],
    ['Sent', date],
    ['Subject', message.subject],
  ];
  return (
    <div class="handrail-evidence">
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">Why</h3>
      {reasons.length === 0 && <p class="govuk-body-s">Handrail found nothing in it. It stands here because somebody brought it.</p>}
      {proof !== '' && <p class="govuk-body-s">{proof}</p>}
      <ul class="govuk-list">
        {reasons.map(({ rule, version, category, severity, words, against }, index) => (
          <li key={`${index} ${rule}`}>
            {words !== '' && <q class="handrail-said">{words}</q>}
            <span class="govuk-body-s handrail-evidence__rule">
              {rule} ({CATEGORY_WORDS[category]}, {SEVERITY_WORDS[severity]}; version {version}).
            </span>
            {against !== '' && <span class="govuk-body-s handrail-evidence__rule">Against it: {against}.</span>}
          </li>
        ))}
      </ul>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{isInCase ? 'The message, as its case has it' : 'The message, as it claims'}</h3>
      {!isInCase && <Claims claims={people} />}
      <p class="govuk-body handrail-said">{message.text || 'It has no text.'}</p>
      {attachments.length > 0 && (
        <>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-1">Attachments: named, never opened or kept</h3>
          <ul class="govuk-list govuk-body-s">
            {attachments.map(({ name, mimeType, bytes }, index) => (
              <li key={`${index} ${name}`} class="handrail-said">
                {name} ({mimeType}, {sizeWords(bytes)})
              </li>
            ))}
          </ul>
          <p class="govuk-body-s">Do not look for the file. If it may be an image of a child, leave everything where it is and follow the case’s guide.</p>
        </>
      )}
    </div>
  );
}

function Claims({ claims }: { claims: [string, string][] }) {
  return (
    <dl class="govuk-summary-list govuk-summary-list--no-border handrail-facts">
      {claims
        .filter(([, words]) => words !== '')
        .map(([title, words]) => (
          <div class="govuk-summary-list__row" key={title}>
            <dt class="govuk-summary-list__key">{title}</dt>
            <dd class="govuk-summary-list__value">{words}</dd>
          </div>
        ))}
    </dl>
  );
}

function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
