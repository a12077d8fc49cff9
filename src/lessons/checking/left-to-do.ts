import { isUnverified, type Standing } from '../checks/verdict.ts';
import type { Verdict } from '../lesson.ts';

/** What a verdict is called where people read it. */
export const VERDICT_WORDS: Record<Verdict, string> = {
  ready: 'Ready',
  'ready when ticked': 'Ready when ticked',
  'not yet': 'Not yet',
  'do not start': 'Do not start',
};

/**
 * What is still to be done before a lesson, in words; '' when nothing is.
 * @example leftToDo(standings) // '1 is not fine, 2 to check by hand, 5 to tick'
 */
export function leftToDo(standings: readonly Standing[]): string {
  const wrong = standings.filter(({ state }) => state === 'not fine' || state === 'never').length;
  const toCheck = standings.filter(isUnverified).length;
  const toTick = standings.filter((standing) => isOpen(standing) && !isUnverified(standing)).length;
  return [
    ...(wrong > 0 ? [wrong === 1 ? '1 is not fine' : `${wrong} are not fine`] : []),
    ...(toCheck > 0 ? [`${toCheck} to check by hand`] : []),
    ...(toTick > 0 ? [`${toTick} to tick`] : []),
  ].join(', ');
}

/** A person is asked something and has not said it. */
export function isOpen({ ask, isTicked }: Pick<Standing, 'ask' | 'isTicked'>): boolean {
  return ask !== null && !isTicked;
}

/**
 * Whether a tick is asked for whatever machines know: such ticks may be given together, once they were read. What machines could not verify is
 * looked at one by one.
 */
export function isPlain({ ask, consideration: { tick } }: Pick<Standing, 'ask' | 'consideration'>): boolean {
  return ask !== null && ask === tick;
}
