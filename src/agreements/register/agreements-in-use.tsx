import { CopyLink } from '../../pages/copy-link.tsx';
import type { FormKind } from '../audience.ts';
import type { AgreementInUse } from './see-agreements.ts';

/** What each form is called where links to them are handed out. */
const FORM_FOR: Record<FormKind, string> = {
  account: 'Form for people with a school account',
  open: 'Form for people without a school account',
  promises: 'Form for one young child, signed by a parent',
  family: 'Form for parents',
};

/** The agreements in use, each with its forms; then those of single classes, then what is in use no more. */
export function AgreementsInUse({ agreements, retired, address }: { agreements: AgreementInUse[]; retired: { id: string; title: string }[]; address: string }) {
  const [schools, classes] = [agreements.filter(({ className }) => className === ''), agreements.filter(({ className }) => className !== '')];
  return (
    <>
      {agreements.length === 0 && <p class="govuk-body">No agreement is in use yet.</p>}
      <Lines agreements={schools} address={address} />
      {classes.length > 0 && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">Agreements of single classes ({classes.length})</span>
          </summary>
          <div class="govuk-details__text">
            <Lines agreements={classes} address={address} />
          </div>
        </details>
      )}
      {retired.length > 0 && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">Not in use any more ({retired.length})</span>
          </summary>
          <ul class="govuk-list govuk-details__text">
            {retired.map(({ id, title }) => (
              <li key={id}>
                <a class="govuk-link" href={`${address}?page=agreement&id=${encodeURIComponent(id)}`}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Lines({ agreements, address }: { agreements: AgreementInUse[]; address: string }) {
  return (
    <ul class="govuk-list handrail-lines">
      {agreements.map((agreement) => (
        <li key={agreement.id}>
          <a class="govuk-link" href={addressOf(agreement, address)}>
            <strong>{agreement.title}</strong>
          </a>{' '}
          {!agreement.asks && <strong class="govuk-tag govuk-tag--grey">nobody asked yet</strong>}
          <br />
          For {agreement.isFor.join(', ') || 'each class, on its own page'}. Version {agreement.version}, since {agreement.since}.
          <FormLinks forms={agreement.forms} title={agreement.title} />
        </li>
      ))}
    </ul>
  );
}

/** Where an agreement is signed, to be opened or handed out. */
export function FormLinks({ forms, title }: { forms: AgreementInUse['forms']; title: string }) {
  return (
    <ul class="govuk-list">
      {forms.map(({ kind, address }) => (
        <li key={kind}>
          <a class="govuk-link" href={address}>
            {FORM_FOR[kind]}
            <span class="govuk-visually-hidden">: {title}</span>
          </a>{' '}
          · <CopyLink address={address} of={`${FORM_FOR[kind]}: ${title}`} />
        </li>
      ))}
    </ul>
  );
}

/** A class's own agreement is changed on the class's page. */
function addressOf({ id, className }: AgreementInUse, address: string): string {
  return className === '' ? `${address}?page=agreement&id=${encodeURIComponent(id)}` : `${address}?page=class&class=${encodeURIComponent(className)}`;
}
