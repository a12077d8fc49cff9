import { Button } from '../../pages/inputs.tsx';
import type { Standing } from '../checks/verdict.ts';
import { type ConsiderationGroup, GROUPS } from '../considerations.ts';
import { isPlain } from './left-to-do.ts';
import { Point, type Points } from './point.tsx';

export const GROUP_TITLES: Record<ConsiderationGroup, string> = {
  people: 'Who is there',
  place: 'The place',
  settings: 'The call and its settings',
  start: 'Before you start',
  after: 'Afterwards',
};

/** Every consideration, in the order in which a lesson goes. */
export function PointsPart({ standings, ...points }: Points & { standings: readonly Standing[] }) {
  return (
    <>
      {GROUPS.map((group) => (
        <Group key={group} group={group} standings={standings.filter(({ consideration }) => consideration.group === group)} {...points} />
      ))}
      <TickThem plain={standings.filter(isPlain)} onTick={points.onTick} />
    </>
  );
}

function Group({ group, standings, ...points }: Points & { group: ConsiderationGroup; standings: readonly Standing[] }) {
  if (standings.length === 0) return null;
  const title = `group-${group}`;
  return (
    <section class="handrail-part" aria-labelledby={title}>
      <h2 class="govuk-heading-m" id={title}>
        {GROUP_TITLES[group]}
      </h2>
      <ul class="handrail-points">
        {standings.map((standing) => (
          <Point key={standing.consideration.id} standing={standing} {...points} />
        ))}
      </ul>
    </section>
  );
}

/** One press, below everything that was to be read, for what is asked in every lesson. What must be looked at by hand is ticked one by one. */
function TickThem({ plain, onTick }: { plain: readonly Standing[]; onTick: Points['onTick'] }) {
  if (plain.length < 2) return null;
  const areTicked = plain.every(({ isTicked }) => isTicked);
  const ids = plain.map(({ consideration }) => consideration.id);
  return (
    <Button secondary onPress={() => onTick(ids, !areTicked)}>
      {areTicked ? `Take these ${ids.length} ticks back` : `I have read all of this, and the ${ids.length} that are asked in every lesson are so`}
    </Button>
  );
}
