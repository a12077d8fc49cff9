import { hasType } from './asks.ts';
import type { Protocol, ProtocolFacts } from './protocol.ts';
import { SOURCES } from './sources.ts';

const source = SOURCES.smButton;
const wasMeant = ({ answers }: ProtocolFacts) => answers['safety-button.genuine'] === 'genuine';
const judged =
  (judgement: string) =>
  (facts: ProtocolFacts): boolean =>
    wasMeant(facts) && facts.answers['safety-button.judgement'] === judgement;

/** B11. A child has covered the screen because something upset them. */
export const SAFETY_BUTTON: Protocol = {
  id: 'safety-button',
  title: 'Safety button',
  row: 'B11',
  about: 'For the adult in the room. The child did the right thing: say so first.',
  source,
  fits: ({ row }) => (hasType(row, 'safety-button') ? 'applies' : hasType(row, 'accidental-content', 'filter-let-through') ? 'offered' : 'no'),
  steps: [
    {
      id: 'genuine',
      ask: 'Did the child mean to press it?',
      kind: 'choice',
      choices: [
        { value: 'genuine', text: 'Yes, something upset them' },
        { value: 'accident', text: 'No, by accident' },
      ],
      stops: 'accident',
      source,
    },
    {
      id: 'praised',
      ask: 'The child was told that they did right, and that nobody can see or hear it now.',
      kind: 'do',
      when: wasMeant,
      source,
    },
    { id: 'supported', ask: 'How is the child, and what support did they get?', kind: 'text', when: wasMeant, source },
    {
      id: 'judgement',
      ask: 'Away from all children, one adult looks once. What is it?',
      help: 'If it may be an image of a child undressed or abused: stop at once, cover the screen, leave everything as it is, and ring the DSL. Look no further.',
      kind: 'choice',
      choices: [
        { value: 'suitable', text: 'Nothing wrong, though it upset the child' },
        { value: 'unsuitable', text: 'Not suitable for children' },
        { value: 'illegal', text: 'It may be illegal, or very disturbing' },
        { value: 'child image', text: 'It may be an image of a child: I stopped looking' },
      ],
      stops: 'child image',
      stopWords: 'Stop. Nobody looks again. Cover the screen, leave everything as it is, and ring the police now.',
      witness: true,
      when: wasMeant,
      source: SOURCES.ruling,
    },
    {
      id: 'address',
      ask: 'The address of the page, the words that were searched for, the time.',
      help: 'Then leave the page, or keep the screen covered.',
      kind: 'text',
      when: (facts) => judged('unsuitable')(facts) || judged('illegal')(facts),
      source,
    },
    {
      id: 'passed-on',
      ask: 'Who has the address now, so that it gets blocked?',
      help: 'The online-safety coordinator or technical support, at once.',
      kind: 'text',
      when: (facts) => judged('unsuitable')(facts) || judged('illegal')(facts),
      source,
    },
    {
      id: 'police-considered',
      ask: 'Have the police been told? If not, say why in the note.',
      kind: 'yes-no',
      when: judged('illegal'),
      source,
    },
    {
      id: 'talked',
      ask: 'Somebody talked with the child about how to come across less of it: safer search words, no picture search.',
      kind: 'do',
      optional: true,
      when: judged('suitable'),
      source,
    },
  ],
};
