/** Telephone numbers as links that a phone dials. */
export function Telephone({ number }: { number: string }) {
  return (
    <a class="govuk-link" href={`tel:${number.replace(/\s/g, '')}`}>
      {number}
    </a>
  );
}

/** Always seen, before anything is asked: an emergency is not reported on a page. */
export function Emergency({ dslTelephone }: { dslTelephone: string }) {
  return (
    <p class="govuk-body handrail-emergency">
      <strong>Somebody in danger now?</strong> Call <Telephone number="999" /> first, then the designated safeguarding lead (DSL) on{' '}
      <Telephone number={dslTelephone} />.
    </p>
  );
}
