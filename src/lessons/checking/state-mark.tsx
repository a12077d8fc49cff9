import type { CheckState } from '../finding.ts';
import type { Verdict } from '../lesson.ts';
import { VERDICT_WORDS } from './left-to-do.ts';

const STATES: Record<CheckState, { words: string; colour: string }> = {
  fine: { words: 'fine', colour: 'green' },
  'not fine': { words: 'not fine', colour: 'red' },
  never: { words: 'do not start', colour: 'red' },
  'a person must confirm': { words: 'to confirm', colour: 'yellow' },
  'cannot verify': { words: 'cannot verify', colour: 'grey' },
};

/** A state in words and colour: never colour alone. */
export function StateMark({ state }: { state: CheckState }) {
  const { words, colour } = STATES[state];
  return <strong class={`govuk-tag govuk-tag--${colour}`}>{words}</strong>;
}

const VERDICT_COLOUR: Record<Verdict, string> = { ready: 'green', 'ready when ticked': 'blue', 'not yet': 'yellow', 'do not start': 'red' };

export function VerdictMark({ verdict }: { verdict: Verdict }) {
  return <strong class={`govuk-tag govuk-tag--${VERDICT_COLOUR[verdict]}`}>{VERDICT_WORDS[verdict]}</strong>;
}
