import type { Severity, State } from '../concern.ts';

const STATE_COLOUR: Record<State, string> = { new: 'govuk-tag--red', open: 'govuk-tag--blue', waiting: 'govuk-tag--yellow', closed: 'govuk-tag--grey' };
const SEVERITY_COLOUR: Record<Severity, string> = { high: 'govuk-tag--red', medium: 'govuk-tag--orange', low: 'govuk-tag--green' };

/** A state in words and colour: never colour alone. */
export function StateTag({ state }: { state: State }) {
  return <strong class={`govuk-tag ${STATE_COLOUR[state]}`}>{state}</strong>;
}

/** How serious it is, once somebody has said so. */
export function SeverityTag({ severity }: { severity: Severity | '' }) {
  if (severity === '') return <strong class="govuk-tag govuk-tag--grey">severity not set</strong>;
  return <strong class={`govuk-tag ${SEVERITY_COLOUR[severity]}`}>{severity} severity</strong>;
}
