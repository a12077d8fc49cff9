import type { Standing } from '../checks/verdict.ts';
import type { ConsiderationId } from '../considerations.ts';

/** Each tick with what stood beside it when it was given. */
export type GivenTicks = ReadonlyMap<ConsiderationId, string>;

/** What a tick is given to. Of another class, or where something else is found or asked, the person has not said it. */
function saidTo({ consideration: { group }, ask, findings }: Standing, className: string): string {
  const ofClass = group === 'people' || group === 'start' ? className : '';
  return JSON.stringify([ofClass, ask, ...findings.map(({ state, words }) => [state, words])]);
}

/** The ticks that still say what the person said, in the order of the list. */
export function ticksThatHold(given: GivenTicks, standings: readonly Standing[], className: string): ConsiderationId[] {
  return standings.filter((standing) => given.get(standing.consideration.id) === saidTo(standing, className)).map(({ consideration }) => consideration.id);
}

/** With these given, or taken back. */
export function withTicks(
  given: GivenTicks,
  ids: readonly ConsiderationId[],
  isTicked: boolean,
  standings: readonly Standing[],
  className: string,
): GivenTicks {
  const after = new Map(given);
  for (const standing of standings) {
    const { id } = standing.consideration;
    if (!ids.includes(id)) continue;
    if (isTicked) after.set(id, saidTo(standing, className));
    else after.delete(id);
  }
  return after;
}
