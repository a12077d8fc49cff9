import { isAnswered } from './asks.ts';
import type { Protocol, ProtocolFacts } from './protocol.ts';
import { SOURCES } from './sources.ts';

/** Nothing is looked at before two people, one of them senior, are named (rulings). */
const mayLook = (facts: ProtocolFacts) =>
  isAnswered(facts, 'investigation.first') && isAnswered(facts, 'investigation.second') && facts.answers['investigation.senior'] === 'yes';

/** B10. For sites and content that may be looked at; never for images of children. */
export const INVESTIGATION: Protocol = {
  id: 'investigation',
  title: 'Looking into sites or content',
  row: 'B10',
  about: 'Two people, at least one of them a senior leader, on one designated computer. It protects them as well. It stops at once on images of abuse.',
  source: SOURCES.glProcedure,
  fits: () => 'offered',
  steps: [
    { id: 'first', ask: 'First person: name and position.', kind: 'text', source: SOURCES.twoReviewers },
    { id: 'second', ask: 'Second person: name and position.', kind: 'text', source: SOURCES.twoReviewers },
    {
      id: 'senior',
      ask: 'Is at least one of the two a senior leader?',
      help: 'With “no” nothing is looked at: find a senior leader first.',
      kind: 'yes-no',
      stops: 'no',
      stopWords: 'Nothing is looked at before a senior leader is one of the two.',
      source: SOURCES.rkResponse,
    },
    {
      id: 'reason',
      ask: 'Why is it necessary to look?',
      kind: 'text',
      when: mayLook,
      source: SOURCES.twoReviewers,
    },
    {
      id: 'computer',
      ask: 'Which computer is used, and in which room?',
      help: 'One that pupils do not use, the same to the end, and one that the police could take away.',
      kind: 'text',
      when: mayLook,
      source: SOURCES.glProcedure,
    },
    {
      id: 'access',
      ask: 'The two people have the internet access they need, and what they open is logged.',
      kind: 'do',
      when: mayLook,
      source: SOURCES.glProcedure,
    },
    {
      id: 'abuse-images',
      ask: 'Have you come upon what may be an image of child abuse?',
      help: 'Answer “no” to begin. The moment it may be one: stop, look no further, copy and close nothing, cover the screen, change this answer to “yes” and ring the police.',
      kind: 'yes-no',
      stops: 'yes',
      stopWords: 'Stop. Look no further, copy and close nothing, cover the screen, and ring the police now.',
      when: mayLook,
      source: SOURCES.glProcedure,
    },
    {
      id: 'address',
      ask: 'Each address that was opened, and what was there.',
      help: 'Once for every address.',
      kind: 'text',
      witness: true,
      repeats: true,
      when: mayLook,
      source: SOURCES.glProcedure,
    },
    {
      id: 'screenshot',
      ask: 'Where are the screenshots, signed and dated by both?',
      help: 'Only where they are needed, and never of a child undressed or abused. Write where they are kept, not what they show.',
      kind: 'text',
      repeats: true,
      optional: true,
      when: mayLook,
      source: SOURCES.rkResponse,
    },
    {
      id: 'isolated',
      ask: 'The computer that is suspected is out of use and nothing on it has been changed.',
      kind: 'do',
      when: mayLook,
      source: SOURCES.glProcedure,
    },
    {
      id: 'conclusion',
      ask: 'What did the two people conclude?',
      kind: 'choice',
      choices: [
        { value: 'nothing in it', text: 'There is nothing in it' },
        { value: 'in school', text: 'Dealt with in school: behaviour or disciplinary procedure' },
        { value: 'local authority', text: 'The local authority is brought in' },
        { value: 'police', text: 'The police are told' },
      ],
      when: mayLook,
      source: SOURCES.glProcedure,
    },
    {
      id: 'signed',
      ask: 'Both have signed the record.',
      kind: 'do',
      witness: true,
      when: mayLook,
      source: SOURCES.twoReviewers,
    },
  ],
};
