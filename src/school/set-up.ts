import { isMissingRight } from './account.script.ts';
/** One thing that the set-up makes, and mends when it is missing or changed. Making it again makes no second one. */
export interface SetUpStep {
  id: string;
  /** What it is, for the page: "Desk: Safeguarding concerns". */
  title: string;
  /** What will be made, in one sentence. */
  what: string;
  /** Looks and changes nothing. */
  look(): StepState;
  make(): void;
}

export type StepState = 'there' | 'missing' | 'to be mended';

/** A step as the page shows it. */
export interface StepLine {
  id: string;
  title: string;
  what: string;
  state: StepState;
}

export function linesOf(steps: readonly SetUpStep[]): StepLine[] {
  return steps.map((step) => ({ id: step.id, title: step.title, what: step.what, state: stateOf(step) }));
}

/** Where a right was not given, nobody can look: the step that asks for rights says so, and this one waits for it. */
function stateOf(step: SetUpStep): StepState {
  try {
    return step.look();
  } catch (error) {
    if (isMissingRight(error)) return 'to be mended';
    throw error;
  }
}
