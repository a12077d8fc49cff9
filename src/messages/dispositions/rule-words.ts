import type { OwnRule } from '../monitoring.ts';
import { RULES } from '../rules/all.ts';
import { MODEL } from '../scoring/score.ts';

/** Ids of rules of the school's own begin so. */
const OWN = 'own:';
/** What the second voice is called where people read of it. */
const MODEL_WORDS = 'How the message reads as a whole (second voice)';

/** What a rule looks for, in words to keep with what it found: of the school's own rules the words that were found say more. */
export function lookedFor(id: string): string {
  return id.startsWith(OWN) ? 'Words that the school looks for' : ruleWords(id, []);
}

/** What a rule looks for, in words for the DSL. */
export function ruleWords(id: string, own: readonly OwnRule[]): string {
  if (id === MODEL) return MODEL_WORDS;
  if (id.startsWith(OWN)) {
    const theirs = own.find((rule) => `${OWN}${rule.id}` === id);
    return theirs ? `Your own: ${theirs.phrases.join(', ')}` : 'A rule of your own that was taken away';
  }
  return RULES.find((rule) => rule.id === id)?.about ?? id;
}

/** Whether a school may silence a rule for a while: none that looks for direct threats or somebody telling of harm. For these the second voice goes on. */
export function mayBeMuted(id: string): boolean {
  return id === MODEL || RULES.some((rule) => rule.id === id && rule.isNeverMuted !== true);
}
