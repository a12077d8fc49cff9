import type { OpenState } from './concern.ts';

const COLOUR: Record<OpenState, string> = { new: 'govuk-tag--red', open: 'govuk-tag--blue', waiting: 'govuk-tag--yellow' };

/** A state in words and colour: never colour alone. */
export function StateTag({ state }: { state: OpenState }) {
  return <strong class={`govuk-tag ${COLOUR[state]}`}>{state}</strong>;
}
