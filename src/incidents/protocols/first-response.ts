import { concernsImages, isUnder } from './asks.ts';
import type { Protocol, ProtocolFacts } from './protocol.ts';
import { SOURCES } from './sources.ts';

const device = ({ answers }: ProtocolFacts) => answers['first-response.device'];
const isOn = (facts: ProtocolFacts) => device(facts) === 'on';
const isOff = (facts: ProtocolFacts) => device(facts) === 'off';
const isThere = (facts: ProtocolFacts) => isOn(facts) || isOff(facts);
const noImages = ({ row }: ProtocolFacts) => !concernsImages(row);

/** B4. Preserve, pass on, prevent. Sources contradict each other about switching off: rulings. */
export const FIRST_RESPONSE: Protocol = {
  id: 'first-response',
  title: 'First response',
  row: 'B4',
  about: 'For whoever deals with it first: keep people safe, keep what shows what happened, pass it on. Write down each step as it is done.',
  source: SOURCES.bcProtocol,
  fits: ({ row }) => (isUnder(row, 'data') || row.facts.about === 'data' ? 'offered' : 'applies'),
  steps: [
    {
      id: 'safe',
      ask: 'Are the people in it safe now?',
      help: 'If anybody is in danger, ring 999 first and come back to this page afterwards.',
      kind: 'yes-no',
      source: SOURCES.danger,
    },
    {
      id: 'seen-by-others',
      ask: 'Keep other children away from what is on the screen: turn the monitor off or cover it, and clear the space around it.',
      kind: 'do',
      optional: true,
      source: SOURCES.bcProtocol,
    },
    {
      id: 'device',
      ask: 'Is there a device that shows what happened?',
      help: 'Leave it in the state in which you found it. Schools’ policies disagree about switching off, so Handrail follows the one rule that harms nothing: on stays on, off stays off.',
      kind: 'choice',
      choices: [
        { value: 'on', text: 'Yes, and it is on' },
        { value: 'off', text: 'Yes, and it is off' },
        { value: 'none', text: 'No device' },
      ],
      source: SOURCES.ruling,
    },
    {
      id: 'images-nobody-looks',
      ask: 'Nobody looks at the image, and nobody copies, prints, photographs, forwards, saves or deletes it. The child is not asked to either.',
      help: 'If somebody has seen it already, write down who, and what they remember. Do not look again to make sure.',
      kind: 'do',
      when: ({ row }) => concernsImages(row),
      source: SOURCES.nudes,
    },
    {
      id: 'leave-on',
      ask: 'Leave it on. Cover the screen, keep it charged if you can, and let nobody use it.',
      help: 'Shutting down can wipe what the police would need. Never open anything on it “to check”.',
      kind: 'do',
      witness: true,
      when: isOn,
      source: SOURCES.bcProtocol,
    },
    {
      id: 'screen-recorded',
      ask: 'Write down what the screen shows, or photograph the screen.',
      help: 'Never when it may show a child under 18 undressed or in a sexual way: a photograph of that is a crime as well. Stop, and leave it as it is.',
      kind: 'do',
      witness: true,
      optional: true,
      when: (facts) => isOn(facts) && noImages(facts),
      source: SOURCES.bcProtocol,
    },
    {
      id: 'open-things-kept',
      ask: 'With technical support beside you, keep open files and messages on something outside the device, not on its own disk.',
      kind: 'do',
      witness: true,
      optional: true,
      when: (facts) => isOn(facts) && noImages(facts),
      source: SOURCES.bcProtocol,
    },
    {
      id: 'leave-off',
      ask: 'Leave it off. Look at it from outside only, and write down its make, marks and serial number.',
      kind: 'do',
      witness: true,
      when: isOff,
      source: SOURCES.bcProtocol,
    },
    {
      id: 'locked-away',
      ask: 'Lock the device away, and write down where, who has the key and when.',
      help: 'Ask the police what to do with it when it may hold something illegal.',
      kind: 'do',
      witness: true,
      when: isThere,
      source: SOURCES.bcProtocol,
    },
    {
      id: 'technical',
      ask: 'Ask technical support before anything else is done with it, and have what they do written down step by step.',
      help: 'In a case that may become criminal a technician works only on a written instruction and under supervision.',
      kind: 'do',
      optional: true,
      when: isThere,
      source: SOURCES.bcProtocol,
    },
    {
      id: 'network',
      ask: 'If it lies on a shared drive or service, is that out of use until somebody competent has looked?',
      kind: 'choice',
      choices: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'Not yet' },
        { value: 'not shared', text: 'It is not shared' },
      ],
      optional: true,
      source: SOURCES.bcProtocol,
    },
    {
      id: 'how-known',
      ask: 'How did it come to light?',
      kind: 'choice',
      choices: [
        { value: 'seen', text: 'Somebody saw it on a device' },
        { value: 'told by affected', text: 'The person affected told us' },
        { value: 'told by another', text: 'Somebody else told us' },
        { value: 'rumour', text: 'Rumour' },
        { value: 'log', text: 'A log, a browsing history or monitoring' },
      ],
      optional: true,
      source: SOURCES.bcProtocol,
    },
    {
      id: 'passed-on',
      ask: 'Who was told, and when? (DSL, headteacher, senior leader)',
      help: 'Tell them in person. A worry about an adult goes to the headteacher alone; about the headteacher, to the chair of governors.',
      kind: 'text',
      source: SOURCES.bcProtocol,
    },
    {
      id: 'witnesses',
      ask: 'Who else saw or heard it, and what did they say? Give the time of each conversation.',
      help: 'Their own words. Do not put words into a child’s mouth, and do not promise secrecy.',
      kind: 'text',
      repeats: true,
      optional: true,
      source: SOURCES.bcProtocol,
    },
    {
      id: 'prevent-now',
      ask: 'What was done so that it does not go on today?',
      help: 'A site reported for blocking, an account paused, seats changed, a chat left.',
      kind: 'text',
      optional: true,
      source: SOURCES.bcProtocol,
    },
  ],
};
