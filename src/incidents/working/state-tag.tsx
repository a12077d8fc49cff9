import type { State } from '../concern.ts';

const COLOUR: Record<State, string> = { new: 'govuk-tag--red', open: 'govuk-tag--blue', waiting: 'govuk-tag--yellow', closed: 'govuk-tag--grey' };

/** A state in words and colour: never colour alone. */
export function StateTag({ state }: { state: State }) {
  return <strong class={`govuk-tag ${COLOUR[state]}`}>{state}</strong>;
}
