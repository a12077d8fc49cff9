import type { Step } from './protocol.ts';

export const YES_NO = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
] as const;

/** For what is often not known at the time. Not knowing never counts as no. */
export const YES_NO_UNKNOWN = [...YES_NO, { value: 'not known', text: 'Not known yet' }] as const;

const DONE = [
  { value: 'done', text: 'Done' },
  { value: 'not done', text: 'Not done (say why)' },
] as const;

/** The answers a step takes; none for a text. */
export function answersTo(step: Step): readonly { value: string; text: string }[] {
  if (step.kind === 'do') return DONE;
  if (step.kind === 'yes-no') return YES_NO;
  return step.choices ?? [];
}

/** Whether this may be recorded as the answer to a step. */
export function mayAnswer(step: Step, answer: string): boolean {
  return step.kind === 'text' ? answer.trim() !== '' : answersTo(step).some(({ value }) => value === answer);
}
