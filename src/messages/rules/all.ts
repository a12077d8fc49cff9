/** Every rule there is. */
import { BULLYING } from './bullying.ts';
import { DISCLOSURE } from './disclosure.ts';
import { DRUGS } from './drugs.ts';
import { HATE } from './hate.ts';
import { NUDES } from './nudes.ts';
import { OUTRIGHT } from './outright.ts';
import { OUTRIGHT_HARM } from './outright-harm.ts';
import { RADICALISATION } from './radicalisation.ts';
import type { FlagRule } from './rule.ts';
import { SCAM } from './scam.ts';
import { SELF_HARM } from './self-harm.ts';
import { SEXUAL } from './sexual.ts';
import { THREAT } from './threat.ts';

export const RULES: readonly FlagRule[] = [
  ...THREAT,
  ...SELF_HARM,
  ...DISCLOSURE,
  ...SEXUAL,
  ...NUDES,
  ...BULLYING,
  ...HATE,
  ...RADICALISATION,
  ...DRUGS,
  ...SCAM,
  ...OUTRIGHT,
  ...OUTRIGHT_HARM,
];
