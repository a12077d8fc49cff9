import { countsFor } from '../types.ts';
import { YES_NO_UNKNOWN } from './answers.ts';
import type { Protocol, ProtocolFacts } from './protocol.ts';
import { SOURCES } from './sources.ts';

const isFor =
  (record: 'bullying' | 'prejudice') =>
  ({ row }: ProtocolFacts) =>
    countsFor(row.types).includes(record);

/** B3. What the school's bullying record and its record of prejudice and racist incidents want to know; and whether the police are a question. */
export const BULLYING_RECORD: Protocol = {
  id: 'bullying-record',
  title: 'Bullying and prejudice: for the school’s own records',
  row: 'B3',
  about: 'Counted once in each record it belongs to. Most of it is dealt with in school; the police are a question to be answered, not a rule.',
  source: SOURCES.bfLog,
  fits: ({ row }) => (countsFor(row.types).length > 0 ? 'applies' : 'no'),
  steps: [
    {
      id: 'repeated',
      ask: 'Has it happened before, to this person or by this person?',
      kind: 'choice',
      choices: YES_NO_UNKNOWN,
      source: SOURCES.bcProtocol,
    },
    {
      id: 'because',
      ask: 'Because of what was the person picked on?',
      kind: 'choice',
      choices: [
        { value: 'race', text: 'Race, colour or nationality' },
        { value: 'religion', text: 'Religion or belief' },
        { value: 'sex', text: 'Sex' },
        { value: 'orientation', text: 'Sexual orientation' },
        { value: 'gender', text: 'Gender identity' },
        { value: 'disability', text: 'Disability or special needs' },
        { value: 'appearance', text: 'Looks' },
        { value: 'home', text: 'Home or family' },
        { value: 'other', text: 'Something else' },
        { value: 'not known', text: 'Not known' },
      ],
      when: isFor('prejudice'),
      source: SOURCES.bfLog,
    },
    {
      id: 'seen-as',
      ask: 'Does anybody, the person or a witness, think that it was prejudice?',
      kind: 'choice',
      choices: YES_NO_UNKNOWN,
      when: isFor('bullying'),
      source: SOURCES.perceived,
    },
    {
      id: 'crime',
      ask: 'Is there harm, a threat, hatred that may be a crime, or self-harm or great distress?',
      help: 'With “yes” the police are told. Otherwise the school deals with it.',
      kind: 'choice',
      choices: YES_NO_UNKNOWN,
      source: SOURCES.bcProtocol,
    },
    { id: 'entered', ask: 'Where does it stand in the other record (number, page)?', kind: 'text', optional: true, source: SOURCES.bfLog },
  ],
};
