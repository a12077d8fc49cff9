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
    </>
  );
}

function Group({ group, standings, ...points }: Points & { group: ConsiderationGroup; standings: readonly Standing[] }) {
  if (standings.length === 0) return null;
  const plain = standings.filter(isPlain);
  const areTicked = plain.every(({ isTicked }) => isTicked);
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
      {plain.length > 1 && (
        <Button
          secondary
          onPress={() =>
            points.onTick(
              plain.map(({ consideration }) => consideration.id),
              !areTicked,
            )
          }
        >
          {areTicked ? `Take these ${plain.length} ticks back` : `I have read these ${plain.length}, and all are so`}
          <span class="govuk-visually-hidden">: {GROUP_TITLES[group]}</span>
        </Button>
      )}
    </section>
  );
}
