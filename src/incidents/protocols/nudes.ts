import { YES_NO_UNKNOWN } from './answers.ts';
import { concernsImages, hasType } from './asks.ts';
import type { Protocol, ProtocolFacts, Step } from './protocol.ts';
import { SOURCES } from './sources.ts';

/** Rule 9: any one of these, and police, social care or both are told now. Each is the answer `nudes.ID`. */
export const NUDES_TRIGGERS = [
  { id: 'adult', ask: 'Is an adult involved in any way?', because: 'an adult is involved' },
  {
    id: 'coerced',
    ask: 'Was a child made, blackmailed or groomed to do it, or may they be unable to consent (special educational needs, for example)?',
    because: 'a child may have been coerced, blackmailed or groomed, or may be unable to consent',
  },
  {
    id: 'unusual',
    ask: 'From what you were told, does it show something sexual that is unusual for the child’s age, or violent?',
    because: 'it may show something unusual for the age, or violent',
  },
  { id: 'under-13', ask: 'Does it show a sexual act, and is any child in it under 13?', because: 'it may show a sexual act and a child under 13' },
  {
    id: 'immediate-harm',
    ask: 'Is a child at immediate risk because of it: suicidal, harming themselves, threatened?',
    because: 'a child is at immediate risk of harm',
  },
] as const;

/** Which of the five are answered yes. */
export function triggersMet({ answers }: Pick<ProtocolFacts, 'answers'>): (typeof NUDES_TRIGGERS)[number][] {
  return NUDES_TRIGGERS.filter(({ id }) => answers[`nudes.${id}`] === 'yes');
}

const TRIGGER_STEPS: readonly Step[] = NUDES_TRIGGERS.map(({ id, ask }) => ({
  ...{ id, ask, kind: 'choice', choices: YES_NO_UNKNOWN, source: SOURCES.nudesTriggers },
  help: 'Answer from what people have said. Nobody looks at the image to answer this.',
}));

/** B7. The DSL's first review, before anything is decided. */
export const NUDES: Protocol = {
  id: 'nudes',
  title: 'Nudes and semi-nudes: the first review',
  row: 'B7',
  about: 'The DSL leads it, on the same day, with whoever knows the children. It decides from what people say: the image is not looked at.',
  source: SOURCES.bcNudes,
  fits: ({ row }) => (concernsImages(row) && !hasType(row, 'abuse-images') ? 'applies' : concernsImages(row) ? 'offered' : 'no'),
  steps: [
    { id: 'who', ask: 'Who is at the review? Give names and positions.', kind: 'text', source: SOURCES.bcNudes },
    ...TRIGGER_STEPS,
    {
      id: 'why',
      ask: 'Why was it made and shared, as far as is known? Was there pressure?',
      help: 'For a laugh, in a relationship, for attention, under pressure, as a threat, not known.',
      kind: 'text',
      source: SOURCES.bcNudes,
    },
    { id: 'who-shared', ask: 'Who shared it, and did the child in it know?', kind: 'text', source: SOURCES.bcNudes },
    {
      id: 'where-shared',
      ask: 'Where has it been shared, and how far has it gone? Name the services.',
      help: '“Not known” is an answer.',
      kind: 'text',
      source: SOURCES.bcNudes,
    },
    { id: 'impact', ask: 'How are the children in it now?', kind: 'text', source: SOURCES.bcNudes },
    { id: 'vulnerable', ask: 'Is any of them vulnerable in another way?', kind: 'choice', choices: YES_NO_UNKNOWN, source: SOURCES.bcNudes },
    { id: 'consent', ask: 'Do they understand what consent means?', kind: 'choice', choices: YES_NO_UNKNOWN, source: SOURCES.bcNudes },
    { id: 'before', ask: 'Has any of them been part of something like this before?', kind: 'choice', choices: YES_NO_UNKNOWN, source: SOURCES.bcNudes },
    {
      id: 'facts',
      ask: 'What else about the children changes the risk? What else must be known before deciding?',
      kind: 'text',
      optional: true,
      source: SOURCES.bcNudes,
    },
    {
      id: 'viewing',
      ask: 'Is there any reason why the image would have to be seen to keep a child safe?',
      help: 'Almost never, and never by anybody but the DSL. Ask the police first. The answer here records a reason; it does not allow anything.',
      kind: 'choice',
      choices: [
        { value: 'no', text: 'No: nobody looks' },
        { value: 'police asked', text: 'The police are asked first' },
      ],
      witness: true,
      source: SOURCES.ruling,
    },
    {
      id: 'take-down',
      ask: 'Can it be taken down from where it was shared?',
      help: 'A decision for the DSL, after the police have been asked when they are involved. Nobody tells a child or a colleague to delete it.',
      kind: 'choice',
      choices: YES_NO_UNKNOWN,
      source: SOURCES.ruling,
    },
    { id: 'other-school', ask: 'Must another school or setting be told?', kind: 'choice', choices: YES_NO_UNKNOWN, source: SOURCES.bcNudes },
    {
      id: 'parents',
      ask: 'Are the parents told?',
      help: 'In most cases yes. Not when that would put a child in danger: write down why.',
      kind: 'choice',
      choices: [
        { value: 'yes', text: 'Yes' },
        { value: 'later', text: 'Yes, after advice from the police or social care' },
        { value: 'no', text: 'No: the reason is in the note' },
      ],
      source: SOURCES.bcNudes,
    },
    {
      id: 'decision',
      ask: 'What does the review decide?',
      help: 'When none of the five applies and the school knows enough, it may be dealt with in school. It can go to the police or social care at any time later.',
      kind: 'choice',
      choices: [
        { value: 'refer', text: 'Police and/or children’s social care' },
        { value: 'in school', text: 'Dealt with in school' },
        { value: 'more', text: 'More must be known first' },
      ],
      source: SOURCES.nudesTriggers,
    },
  ],
};
