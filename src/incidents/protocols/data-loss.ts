import { YES_NO_UNKNOWN } from './answers.ts';
import { hasType, losesData } from './asks.ts';
import type { Protocol, ProtocolFacts } from './protocol.ts';
import { SOURCES } from './sources.ts';

const source = SOURCES.dataLoss;
const isDevice = ({ row }: ProtocolFacts) => hasType(row, 'device-lost');
const mayBePersonal = ({ answers }: ProtocolFacts) => answers['data-loss.personal'] !== 'no';

/** B18. The 72 hours run from the loss, before anybody has judged the risk (rulings). */
export const DATA_LOSS: Protocol = {
  id: 'data-loss',
  title: 'Lost data or a lost device',
  row: 'B18',
  about: 'For the headteacher and the data protection lead together. The clock of 72 hours started with the loss.',
  source,
  fits: ({ row }) => (losesData(row) ? 'applies' : hasType(row, 'privacy-breached') ? 'offered' : 'no'),
  steps: [
    { id: 'what', ask: 'What was lost, taken, sent or opened, and when?', help: 'The time of the loss, not of the report.', kind: 'text', source },
    {
      id: 'secured',
      ask: 'Passwords changed, sessions ended, device locked or wiped from afar, message recalled.',
      kind: 'do',
      source: SOURCES.bfReporting,
    },
    {
      id: 'stolen',
      ask: 'Was it stolen?',
      help: 'Then the police are told, and their reference goes to the insurer.',
      kind: 'choice',
      choices: YES_NO_UNKNOWN,
      when: isDevice,
      source: SOURCES.bcProtocol,
    },
    {
      id: 'encrypted',
      ask: 'Was the device locked and encrypted?',
      kind: 'choice',
      choices: YES_NO_UNKNOWN,
      when: isDevice,
      source,
    },
    {
      id: 'personal',
      ask: 'Was personal data open to somebody who should not see it?',
      help: 'Names, addresses, marks, health, photographs, messages: anything about a person. Lost for good counts as well.',
      kind: 'choice',
      choices: YES_NO_UNKNOWN,
      source: SOURCES.ruling,
    },
    {
      id: 'whose',
      ask: 'Whose data, of how many people, and of what kind? Is any of it about health, safeguarding or beliefs?',
      kind: 'text',
      when: mayBePersonal,
      source,
    },
    {
      id: 'risk',
      ask: 'What is the risk to those people?',
      help: 'Unlikely: the ICO need not be told, but write down why. Likely: the ICO within 72 hours of the loss. High: the people themselves as well, without delay.',
      kind: 'choice',
      choices: [
        { value: 'unlikely', text: 'A risk is unlikely' },
        { value: 'likely', text: 'There is a risk' },
        { value: 'high', text: 'The risk is high' },
        { value: 'not known', text: 'Not known yet' },
      ],
      when: mayBePersonal,
      source,
    },
    { id: 'reasons', ask: 'Your reasons for that.', kind: 'text', when: mayBePersonal, source },
    {
      id: 'people-told',
      ask: 'What were the people told: what happened, what it may mean for them, what they can do?',
      kind: 'text',
      when: ({ answers }) => answers['data-loss.risk'] === 'high',
      source,
    },
    { id: 'prevented', ask: 'What will stop it from happening again?', kind: 'text', optional: true, source: SOURCES.bcProtocol },
  ],
};
