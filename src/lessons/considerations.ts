/** Under which heading of the checks page a consideration stands, in the order in which a lesson goes. */
export const GROUPS = ['people', 'place', 'settings', 'start', 'after'] as const;
export type ConsiderationGroup = (typeof GROUPS)[number];

export type ConsiderationId = `consideration-${number}` | `own-${string}`;

/**
 * One consideration for a live lesson (D1). The source (a school's policy, appendix D) is titled twenty and has nineteen: nobody invents the
 * twentieth, and a school may add its own.
 */
export interface Consideration {
  id: ConsiderationId;
  /** Its number in the source; 0 for the school's own. */
  source: number;
  /** From which version of this list on it reads so. */
  since: number;
  group: ConsiderationGroup;
  /** A short heading: `School accounts only`. */
  title: string;
  /** What a person ticks, in the first person, one action: asked always, whatever machines know; null when a fine check is enough. */
  tick: string | null;
  /** What a person ticks when machines cannot verify it or know nothing, in the first person; it says what `tick` says too. */
  byHand: string;
  /** Whether last week's tick for the same class may be offered: no for what can change from lesson to lesson. */
  offered: boolean;
}

/** Goes up with every change of the list; a lesson's record says which it was checked against. */
export const LIST_VERSION = 1;

export const CONSIDERATIONS: readonly Consideration[] = [
  {
    ...{ id: 'consideration-1', source: 1, since: 1, group: 'people', title: 'School accounts only', offered: false },
    tick: null,
    byHand: 'Everybody invited has an account of this school. I sent the link nowhere else.',
  },
  {
    ...{ id: 'consideration-9', source: 9, since: 1, group: 'people', title: 'A second adult is in the lesson', offered: false },
    tick: 'The second adult will be in the call before I let pupils in, and a colleague knows that I am teaching now.',
    byHand: 'The second adult told me that they come, and will be in the call before I let pupils in. A colleague knows that I am teaching now.',
  },
  {
    ...{ id: 'consideration-13', source: 13, since: 1, group: 'people', title: 'No one-to-one without approval', offered: false },
    tick: null,
    byHand: 'More than one pupil is invited, or a senior leader approved this one-to-one.',
  },
  {
    ...{ id: 'consideration-14', source: 14, since: 1, group: 'people', title: 'Agreements are signed', offered: false },
    tick: 'I remind pupils that the agreement they signed holds here too.',
    byHand: 'Everybody in this lesson signed the agreement, and I remind pupils that it holds here too.',
  },
  {
    ...{ id: 'consideration-7', source: 7, since: 1, group: 'people', title: 'Pupils who need more', offered: true },
    tick: 'I thought of pupils with extra needs or a plan, and know what each of them needs here.',
    byHand: 'I thought of pupils with extra needs or a plan, and know what each of them needs here.',
  },
  {
    ...{ id: 'consideration-3', source: 3, since: 1, group: 'people', title: 'Nobody is left out', offered: true },
    tick: 'Pupils who lack a device, the internet or a quiet place get this lesson another way.',
    byHand: 'Pupils who lack a device, the internet or a quiet place get this lesson another way.',
  },
  {
    ...{ id: 'consideration-4', source: 4, since: 1, group: 'place', title: 'A suitable place', offered: false },
    tick: 'My own background is suitable. I ask pupils to sit somewhere suitable: not in a bedroom, dressed for school, nothing private in view.',
    byHand: 'My own background is suitable. I ask pupils to sit somewhere suitable: not in a bedroom, dressed for school, nothing private in view.',
  },
  {
    ...{ id: 'consideration-2', source: 2, since: 1, group: 'settings', title: 'A system the school approved', offered: true },
    tick: null,
    byHand: 'This lesson is in the system that the school approved.',
  },
  {
    ...{ id: 'consideration-5', source: 5, since: 1, group: 'settings', title: 'The link is not open to everybody', offered: false },
    tick: null,
    byHand: 'I opened the link in a private window without signing in: it did not let me in.',
  },
  {
    ...{ id: 'consideration-6', source: 6, since: 1, group: 'settings', title: 'The settings were looked at', offered: false },
    tick: null,
    byHand: 'I looked at the host controls: they are as the school wants them.',
  },
  {
    ...{ id: 'consideration-8', source: 8, since: 1, group: 'settings', title: 'Pupils cannot present by mistake', offered: false },
    tick: null,
    byHand: 'In the host controls, sharing the screen is off for everybody else.',
  },
  {
    ...{ id: 'consideration-12', source: 12, since: 1, group: 'settings', title: 'Chat', offered: false },
    tick: null,
    byHand: 'In the host controls, chat is as the school wants it, also when I am not there.',
  },
  {
    ...{ id: 'consideration-16', source: 16, since: 1, group: 'settings', title: 'Recording', offered: false },
    tick: 'I say at the start whether it is recorded, and that nobody else may record.',
    byHand: 'Recording is set as the school decided. I say at the start whether it is recorded, and that nobody else may record.',
  },
  {
    ...{ id: 'consideration-10', source: 10, since: 1, group: 'start', title: 'When, and how often', offered: false },
    tick: null,
    byHand: 'It is at a time the school allows, and this class has no more live lessons this week than the school decided.',
  },
  {
    ...{ id: 'consideration-18', source: 18, since: 1, group: 'start', title: 'Ground rules', offered: true },
    tick: 'Pupils know the ground rules: when and how they may speak.',
    byHand: 'Pupils know the ground rules: when and how they may speak.',
  },
  {
    ...{ id: 'consideration-17', source: 17, since: 1, group: 'start', title: 'Asking for help', offered: true },
    tick: 'Pupils know how to ask a question or get help during the lesson.',
    byHand: 'Pupils know how to ask a question or get help during the lesson.',
  },
  {
    ...{ id: 'consideration-15', source: 15, since: 1, group: 'start', title: 'Reporting works from home too', offered: true },
    tick: 'Pupils and I know how to report a worry from home.',
    byHand: 'Pupils and I know how to report a worry from home.',
  },
  {
    ...{ id: 'consideration-19', source: 19, since: 1, group: 'start', title: 'When in doubt, do not', offered: false },
    tick: 'I know how to use this, I believe it is safe, and it helps pupils learn.',
    byHand: 'I know how to use this, I believe it is safe, and it helps pupils learn.',
  },
  {
    ...{ id: 'consideration-11', source: 11, since: 1, group: 'after', title: 'It stands in the log', offered: false },
    tick: null,
    byHand: 'I note who is there and what goes wrong, and record this lesson with the button below.',
  },
];
