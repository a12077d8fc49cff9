import { isAffected, isAlleged, isPupil, worksWithChildren } from './asks.ts';
import type { Protocol, ProtocolFacts } from './protocol.ts';
import { SOURCES } from './sources.ts';

const source = SOURCES.bcProtocol;
const hasBothSides = ({ row }: ProtocolFacts) => isAffected(row, () => true) && isAlleged(row, () => true);
const noRestorative = ({ answers }: ProtocolFacts) => answers['after.restorative'] === 'no';
const isOnline = ({ answers }: ProtocolFacts) => answers['after.online'] === 'yes';

/** B13. Before a case is closed; the form that closes it asks about parents, lessons learnt and what changes. */
export const AFTER: Protocol = {
  id: 'after',
  title: 'Afterwards',
  row: 'B13',
  about: 'For whoever closes the case: the people, and what is still online. Parents, lessons and policy are asked about when it is closed.',
  source,
  fits: () => 'applies',
  steps: [
    {
      id: 'pupil-support',
      ask: 'What did the family of the child who was harmed agree to, so that it is over for the child?',
      kind: 'text',
      when: ({ row }) => isAffected(row, isPupil),
      source,
    },
    {
      id: 'staff-support',
      ask: 'What support did the member of staff get: welfare lead, union?',
      kind: 'text',
      when: ({ row }) => isAffected(row, worksWithChildren),
      source,
    },
    {
      id: 'restorative',
      ask: 'Did they meet in a restorative way?',
      help: 'Only when both sides want it.',
      kind: 'choice',
      choices: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
        { value: 'not fitting', text: 'It would not be right here' },
      ],
      when: hasBothSides,
      source,
    },
    {
      id: 'other-support',
      ask: 'What else was done for the one who was harmed?',
      kind: 'text',
      when: noRestorative,
      source,
    },
    {
      id: 'impact',
      ask: 'Whoever did it has understood what was wrong with it.',
      kind: 'do',
      when: ({ row }) => isAlleged(row, isPupil),
      source,
    },
    { id: 'online', ask: 'Is anything about a person in it still online?', kind: 'yes-no', source },
    {
      id: 'take-down',
      ask: 'Who was asked to take it down: whoever posted it, the service?',
      help: 'The DSL decides. Nobody opens or keeps an image of a child to do it.',
      kind: 'text',
      when: isOnline,
      source,
    },
  ],
};
