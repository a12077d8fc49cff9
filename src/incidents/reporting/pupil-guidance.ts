import { type Guidance, guidanceFor, type Telling } from '../guidance.ts';

/** What the staff's guidance of that id says to a child who is in it, at about nine years of age (D6, B4). What is for adults alone is not here. */
const TO_PUPILS: Readonly<Record<string, Pick<Guidance, 'title' | 'lines'>>> = {
  'self-harm': {
    title: 'Somebody may hurt themselves',
    lines: [
      'Tell a grown-up near you now. Do not wait for an answer from here.',
      'Is somebody hurt, or may they do it now? Call 999.',
      'You can talk to Childline at any time, and it costs nothing: 0800 1111.',
    ],
  },
  images: {
    title: 'Pictures without clothes',
    lines: [
      'Do not add the picture here, and do not send it or show it to anybody.',
      'Leave it where it is, and tell a grown-up you trust where that is.',
      'It is right to tell, even if you sent it yourself.',
    ],
  },
  grooming: {
    title: 'Somebody who wants things from you, or wants to meet you',
    lines: [
      'Do not go to meet them. Do not pay, and do not send them anything more.',
      'Do not answer, and keep the messages.',
      'It is not your fault. Tell a grown-up near you now.',
    ],
  },
  fgm: { title: 'If it may happen soon', lines: ['Call 999, or tell a grown-up near you, now. You can do this for a friend too.'] },
  threats: {
    title: 'Somebody threatens',
    lines: ['May somebody get hurt? Call 999, or tell a grown-up near you, now.', 'Keep the messages. Do not answer them.'],
  },
  adult: {
    title: 'A worry about a grown-up',
    lines: ['You are right to tell, even if it is something small.', 'You can tell any other grown-up you trust as well.'],
  },
  bullying: { title: 'Somebody is nasty online', lines: ['Keep the messages. Do not answer them.', 'It is not your fault. Tell a grown-up you trust.'] },
};

/** What to show to a pupil who types, most urgent first. */
export function pupilGuidanceFor(telling: Telling): Pick<Guidance, 'id' | 'title' | 'lines'>[] {
  return guidanceFor(telling).flatMap(({ id }) => {
    const words = TO_PUPILS[id];
    return words ? [{ id, ...words }] : [];
  });
}

/** The kinds that a child can tell apart, by the id of the type; whoever gets it classifies. */
export const PUPIL_KINDS: readonly { value: string; text: string }[] = [
  { value: '', text: 'I am not sure' },
  { value: 'bullying', text: 'Somebody is nasty or leaves people out' },
  { value: 'threats', text: 'Somebody threatens or frightens' },
  { value: 'stranger-contact', text: 'Somebody we do not know writes or calls' },
  { value: 'accidental-content', text: 'I saw something that upset me' },
  { value: 'photo-without-consent', text: 'Somebody took or showed a picture and did not ask' },
  { value: 'nudes', text: 'Pictures without clothes' },
  { value: 'self-harm-risk', text: 'Somebody may hurt themselves' },
  { value: 'abuse-disclosed', text: 'Somebody hurts a child, or touches them in a wrong way' },
];
