import { YES_NO_UNKNOWN } from './answers.ts';
import { accusesStaff } from './asks.ts';
import type { Protocol, ProtocolFacts } from './protocol.ts';
import { SOURCES } from './sources.ts';

/** Rule 10: any one of these meets the harm threshold. Each is the answer `threshold.ID`. */
const LIMBS = [
  { id: 'harmed', ask: 'Was a child harmed by what the adult did, or could one have been?' },
  { id: 'offence', ask: 'May it have been a crime against a child, or one that has to do with a child?' },
  { id: 'risk', ask: 'Does how they act towards children show that they could be a danger to them?' },
  {
    id: 'unsuitable',
    ask: 'Does anything they did, in school or out of it, show that they may be the wrong person to work with children?',
    help: 'Also: looks at or takes pictures of children in a way that makes you uneasy.',
  },
] as const;

/** `met` by a single yes; `not met` only by four times no: what is not known leaves it open. */
export function harmThreshold({ answers }: Pick<ProtocolFacts, 'answers'>): 'met' | 'not met' | 'open' {
  const given = LIMBS.map(({ id }) => answers[`threshold.${id}`]);
  if (given.includes('yes')) return 'met';
  return given.every((answer) => answer === 'no') ? 'not met' : 'open';
}

export const HARM_THRESHOLD: Protocol = {
  id: 'threshold',
  title: 'Allegation against an adult: is the harm threshold met?',
  row: 'B6',
  about: 'The headteacher answers it, or the chair of governors when it is about the headteacher. One yes, and the LADO is told within one working day.',
  source: SOURCES.lado,
  fits: ({ row }) => (accusesStaff(row) ? 'applies' : 'no'),
  steps: [
    ...LIMBS.map((limb) => ({ ...limb, kind: 'choice' as const, choices: YES_NO_UNKNOWN, source: SOURCES.lado })),
    {
      id: 'not-asked',
      ask: 'Nobody has questioned the adult or the child about it, beyond what was needed to keep people safe.',
      help: 'The LADO says what may be asked, and by whom. In serious cases you may be told not to speak to the adult at all.',
      kind: 'do',
      source: SOURCES.bfFlowcharts,
    },
    {
      id: 'reasons',
      ask: 'Your reasons, whichever way you decided.',
      kind: 'text',
      source: SOURCES.recordReasons,
    },
  ],
};
