import { YES_NO, YES_NO_UNKNOWN } from './answers.ts';
import { accusesStaff, concernsImages, isPupil } from './asks.ts';
import type { Protocol, ProtocolFacts } from './protocol.ts';
import { SOURCES } from './sources.ts';

const maybeIllegal = ({ answers }: ProtocolFacts) => answers['illegal.kind'] !== undefined && answers['illegal.kind'] !== 'none';

/** What the police should hear of, from the policies' lists. `children`: images of children; nobody looks. */
const ILLEGAL_KINDS = [
  { value: 'children', text: 'Sexual images of children, whoever or whatever made them' },
  { value: 'grooming', text: 'Grooming, or a sexual approach to a child' },
  { value: 'obscene-to-child', text: 'Obscene material sent to a child' },
  { value: 'obscene', text: 'Adult material that may break the law on obscenity' },
  { value: 'hate', text: 'Criminally racist or other hateful material' },
  { value: 'terrorism', text: 'Terrorism or extremism promoted' },
  { value: 'violence', text: 'Violence, threats or harassment: done, planned or called for' },
  { value: 'false', text: 'Messages known to be false, sent to frighten or harm' },
  { value: 'theft', text: 'Theft, damage, breaking into computers, or a service put out of action' },
  { value: 'fraud', text: 'Serious fraud, identity theft or breach of copyright' },
  { value: 'distress', text: 'Self-harm or great distress, caused by acts that were repeated' },
  { value: 'other', text: 'Another crime, or not sure' },
  { value: 'none', text: 'Nothing points to a crime' },
] as const;

/**
 * B9: the path for something that may be illegal. The flowchart in one policy was a picture, so the path follows another policy's
 * procedure, the lists of when to call the police, and rules 8, 10, 17 and 19 (rulings).
 */
export const ILLEGAL: Protocol = {
  id: 'illegal',
  title: 'Path: something illegal?',
  row: 'B9',
  about: 'For the DSL or a senior leader. When in doubt, ask the police: they decide what is a crime.',
  source: SOURCES.bfFlowcharts,
  fits: ({ row }) => (concernsImages(row) || isFirmlyIllegal(row.types) ? 'applies' : 'offered'),
  steps: [
    {
      id: 'kind',
      ask: 'What points to a crime?',
      help: 'Most bullying is dealt with in school. The police are for harm, threats, and what is on this list.',
      kind: 'choice',
      choices: ILLEGAL_KINDS,
      source: SOURCES.bcProtocol,
    },
    {
      id: 'stop',
      ask: 'Nobody looks any further. The device or page is left as it is, covered, and out of reach.',
      kind: 'do',
      witness: true,
      when: maybeIllegal,
      source: SOURCES.ruling,
    },
    {
      id: 'child-at-risk',
      ask: 'Is a child at risk?',
      help: 'Now in danger: 999. Otherwise children’s social care (MASH), or 101.',
      kind: 'choice',
      choices: YES_NO_UNKNOWN,
      when: maybeIllegal,
      source: SOURCES.danger,
    },
    {
      id: 'police',
      ask: 'What did the police say, and what is their reference?',
      help: 'Ask them what may be said to the people concerned and to parents, and what to do with the device. Record the referral under “decisions” too.',
      kind: 'text',
      when: maybeIllegal,
      source: SOURCES.illegalOnline,
    },
    {
      id: 'iwf',
      ask: 'Is it on the internet? Offer the address to the Internet Watch Foundation.',
      help: 'The address only, as somebody else wrote it down. Nobody opens it to check.',
      kind: 'yes-no',
      when: ({ answers }) => answers['illegal.kind'] === 'children',
      source: SOURCES.illegalOnline,
    },
    {
      id: 'ceop',
      ask: 'Has it been reported to CEOP?',
      kind: 'yes-no',
      when: ({ answers }) => answers['illegal.kind'] === 'grooming',
      source: SOURCES.illegalOnline,
    },
    {
      id: 'lado',
      ask: 'An adult who works with children is alleged to have done it: the questions of the harm threshold are answered.',
      kind: 'do',
      when: (facts) => maybeIllegal(facts) && accusesStaff(facts.row),
      source: SOURCES.lado,
    },
    {
      id: 'pupil',
      ask: 'A pupil is alleged to have done it: they have somebody with them, and their parents are told as the police advise.',
      kind: 'do',
      when: (facts) => maybeIllegal(facts) && facts.row.facts.people.some((person) => person.role === 'alleged' && isPupil(person)),
      source: SOURCES.rkResponse,
    },
    {
      id: 'go-on',
      ask: 'Have the police said that the school may go on with its own procedure?',
      kind: 'choice',
      choices: [...YES_NO, { value: 'waiting', text: 'We wait for their word' }],
      when: maybeIllegal,
      source: SOURCES.glProcedure,
    },
  ],
};

const FIRMLY_ILLEGAL = ['illegal-material', 'grooming', 'exploitation', 'threats', 'hacking', 'identity-theft'];

function isFirmlyIllegal(types: readonly string[]): boolean {
  return types.some((type) => FIRMLY_ILLEGAL.includes(type));
}
