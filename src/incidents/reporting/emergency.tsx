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

/** The same for a pupil (D6). */
export function PupilEmergency({ dslTelephone }: { dslTelephone: string }) {
  return (
    <p class="govuk-body handrail-emergency">
      <strong>Is somebody in danger now?</strong> Call <Telephone number="999" />, or tell a grown-up near you. You can also phone the grown-up who keeps
      children safe at our school: <Telephone number={dslTelephone} />.
    </p>
  );
}

/** What to do instead of writing. */
export function DangerNow({ dslTelephone }: { dslTelephone: string }) {
  return (
    <p class="govuk-body">
      <strong>Do not wait for this page.</strong> Call <Telephone number="999" /> now, then the DSL on <Telephone number={dslTelephone} />. Stay with them if
      you can. Send this when they are safe: a few words are enough.
    </p>
  );
}

/** The same for a pupil (D6), who must get away rather than stay. */
export function PupilDangerNow({ dslTelephone }: { dslTelephone: string }) {
  return (
    <p class="govuk-body">
      <strong>Do not wait for this page.</strong> Call <Telephone number="999" />, or tell a grown-up near you, now. Go where you are safe. You can also phone{' '}
      <Telephone number={dslTelephone} />. Send this when you are safe: a few words are enough.
    </p>
  );
}
