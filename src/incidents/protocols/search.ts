import type { Protocol, ProtocolFacts } from './protocol.ts';
import { SOURCES } from './sources.ts';

const source = SOURCES.smSearch;
const found = ({ answers }: ProtocolFacts) => answers['search.found'];
const hasLooked = ({ answers }: ProtocolFacts) => answers['search.examined'] === 'yes';
const isTaken = ({ answers }: ProtocolFacts) => answers['search.taken'] === 'yes';

/** B17. The record of a search, a screening or a device taken away. */
export const SEARCH: Protocol = {
  id: 'search',
  title: 'Search, screening and confiscation',
  row: 'B17',
  about: 'For staff who have a good reason to suspect a device. The behaviour policy says who may search and what is taken away.',
  source,
  fits: ({ answers }) => (answers['not-illegal.device'] === 'yes' ? 'applies' : 'offered'),
  steps: [
    {
      id: 'reason',
      ask: 'What was the good reason to suspect the device?',
      kind: 'choice',
      choices: [
        { value: 'prohibited', text: 'The school’s rules do not allow it here' },
        { value: 'harm', text: 'It may be used to do harm' },
        { value: 'injury', text: 'It may be used to injure somebody' },
        { value: 'offence', text: 'It may be used to commit an offence' },
        { value: 'damage', text: 'It may be used to damage property' },
        { value: 'disrupt', text: 'It may be used to disrupt teaching' },
        { value: 'rules', text: 'It may be used to break the school’s rules' },
      ],
      source,
    },
    { id: 'who', ask: 'Who searched, and with whose authority?', kind: 'text', witness: true, source },
    { id: 'where', ask: 'Where and when, and who else was there?', kind: 'text', source },
    {
      id: 'consent',
      ask: 'Did the pupil agree to it?',
      help: 'With a good reason a device may be searched without their consent and without asking parents.',
      kind: 'yes-no',
      source,
    },
    {
      id: 'taken',
      ask: 'Was the device taken away?',
      kind: 'yes-no',
      source,
    },
    {
      id: 'kept',
      ask: 'Which device (make, number), where is it locked away, and when does it go back, to whom?',
      kind: 'text',
      witness: true,
      when: isTaken,
      source: SOURCES.bcProtocol,
    },
    {
      id: 'examined',
      ask: 'Did anybody look at what is on it?',
      help: 'Not when it may hold an image of a child: leave it as it is, lock it away, ring the police. Nobody opens it to check.',
      kind: 'yes-no',
      witness: true,
      source: SOURCES.nudes,
    },
    {
      id: 'found',
      ask: 'What was found, or is believed to be on it?',
      kind: 'choice',
      choices: [
        { value: 'nothing', text: 'Nothing' },
        { value: 'illegal', text: 'Something that may be illegal' },
        { value: 'child image', text: 'It may be a sexual image of a child' },
        { value: 'rules', text: 'Something against the rules, not illegal' },
      ],
      source,
    },
    {
      id: 'untouched',
      ask: 'Nothing was deleted, copied or sent. It goes to the police as it is.',
      kind: 'do',
      witness: true,
      when: (facts) => found(facts) === 'illegal' || found(facts) === 'child image',
      source,
    },
    {
      id: 'rules-kept',
      ask: 'Was it kept as evidence, or deleted by the DSL’s decision?',
      kind: 'choice',
      choices: [
        { value: 'kept', text: 'Kept as evidence' },
        { value: 'deleted', text: 'Deleted, by the DSL’s decision' },
        { value: 'neither', text: 'Neither' },
      ],
      witness: true,
      when: (facts) => found(facts) === 'rules' && hasLooked(facts),
      source,
    },
    { id: 'parents', ask: 'Were the parents told about the search?', kind: 'yes-no', source: SOURCES.rkResponse },
    {
      id: 'returned',
      ask: 'The device was given back: to whom, and when?',
      kind: 'text',
      optional: true,
      when: isTaken,
      source: SOURCES.bcProtocol,
    },
  ],
};
