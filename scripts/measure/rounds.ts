/** What is held out together: nothing is measured by a model that saw its author, its source, its kind of case or whom it is about. */
import type { Example } from '../train/examples.ts';

export interface Round {
  name: string;
  isHeldOut(example: Example): boolean;
}

const ROUNDS = 3;
const HATECHECK = 'hatecheck-dev';
/** Sets in which harmless words could be learnt by heart: measured in full, and never trained on. */
export const ONLY_MEASURED: readonly string[] = ['school-dev', 'counselchat-dev'];
/** Kinds of cases of HateCheck held out in the second round, all but open contempt in the third. */
const KINDS =
  /^(?:threat_dir|derog_impl|counter_ref|negate_neg|spell_char_swap|spell_space_add|phrase_question|ident_pos|slur_reclaimed|target_indiv|profanity_nh)/;
const OPEN_CONTEMPT = /^(?:derog|slur_h|profanity_h)/;
/** Whom the cases held out in the first round are about. */
const GROUPS = /\b(?:wom[ae]n|womn|muslims?|musl1ms?|islam|bitch(?:es)?|cunts?)\b/i;

/** @param authors of our own messages; @param sets the openly licensed ones there are */
export function roundsOf(authors: readonly string[], sets: readonly string[]): Round[] {
  const others = sets.filter((name) => name !== HATECHECK && !ONLY_MEASURED.includes(name));
  return Array.from({ length: ROUNDS }, (_, round) => {
    const sources = new Set([...authors, ...others].filter((_, at) => at % ROUNDS === round));
    return {
      name: `without ${[...sources].join(', ')}`,
      isHeldOut: ({ source, kind, message }) => sources.has(source) || (source === HATECHECK && isHeldOutCase(round, kind, message.text)),
    };
  });
}

function isHeldOutCase(round: number, kind: string, text: string): boolean {
  if (round === 0) return GROUPS.test(text);
  return round === 1 ? KINDS.test(kind) : !KINDS.test(kind) && !OPEN_CONTEMPT.test(kind);
}
