import { CONSIDERATIONS, type ConsiderationGroup, GROUPS } from '../../src/lessons/considerations.ts';

const HEADINGS: Record<ConsiderationGroup, string> = {
  people: 'Who is there',
  place: 'Where they are',
  settings: 'How the call is set',
  start: 'When you start',
  after: 'Afterwards',
};

/** The considerations in short: their headings, group by group, in the order in which a lesson goes. */
export const REMINDER: readonly { heading: string; titles: string[] }[] = GROUPS.map((group) => ({
  heading: HEADINGS[group],
  titles: CONSIDERATIONS.filter((each) => each.group === group).map(({ title }) => title),
}));
