import type { Disposition, FlagRoute } from './flag.ts';
import type { Category, MessageSeverity } from './message.ts';

/** How flagged messages are spoken of: the same words on pages, in mails and in the guides. */

export const CATEGORY_WORDS: Record<Category, string> = {
  bullying: 'Bullying',
  hate: 'Hate',
  threat: 'Threat',
  sexual: 'Sexual contact',
  nudes: 'Nudes',
  'self-harm': 'Self-harm or despair',
  radicalisation: 'Radicalisation',
  drugs: 'Drugs or weapons',
  scam: 'Scam',
  disclosure: 'Somebody tells of harm',
};

export const SEVERITY_WORDS: Record<Exclude<MessageSeverity, 0>, string> = { 3: 'high', 2: 'medium', 1: 'low' };

export const ROUTE_WORDS: Record<FlagRoute, string> = {
  rule: 'Found by Handrail',
  person: 'Sent on by a person',
  'written to us': 'Written to the safeguarding mailbox',
};

export const DISPOSITION_WORDS: Record<Exclude<Disposition, ''>, string> = {
  real: 'Real',
  known: 'Real but known',
  'not a concern': 'Not a concern',
  test: 'Test',
};
