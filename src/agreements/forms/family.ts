import { canonical } from '../../records/canonical.ts';
import { hashOf } from '../../records/hash.ts';
import { type RollEntry, wordsOf } from '../../school/roll.ts';
import type { FormRow } from '../published.ts';
import type { ChildSaid } from './answers.ts';
import { CODE_HERE } from './form-words.ts';

/** Letters and digits that cannot be mistaken for one another. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 12;

/**
 * The code in a parent's personal link: it says who answers, and nobody can make one up for somebody else (A8).
 * @param secret the script's own
 * @example codeFor(secret, 'nadia.khan@example.org') // 'K7QD-2MPX-9HTB'
 */
export function codeFor(secret: string, email: string): string {
  const hash = hashOf(canonical([secret, email.toLowerCase()]));
  const letters = Array.from({ length: CODE_LENGTH }, (_, place) =>
    ALPHABET.charAt(Number.parseInt(hash.slice(place * 4, place * 4 + 4), 16) % ALPHABET.length),
  );
  return [0, 4, 8].map((start) => letters.slice(start, start + 4).join('')).join('-');
}

/** The address at which a parent answers without having to say who they are; '' for a form that asks for no code. */
export function personalLink({ prefill }: Pick<FormRow, 'prefill'>, code: string): string {
  return prefill.replace(CODE_HERE, encodeURIComponent(code));
}

/** A parent on the roll, and how we know that it is they. */
export interface KnownParent {
  entry: RollEntry;
  by: 'by the code we mailed' | 'typed';
}

/**
 * Tells which parent has answered. Codes are worked out once, when the first one is looked for.
 * @returns null for somebody who is no parent on the roll, and for a code that is none
 */
export function parentFinder(roll: readonly RollEntry[], secret: string): (said: { code: string; typedEmail: string }) => KnownParent | null {
  const parents = roll.filter(({ children }) => children.length > 0);
  let byCode: Map<string, RollEntry> | null = null;
  return ({ code, typedEmail }) => {
    const sent = lettersOf(code);
    if (sent !== '') {
      byCode ??= new Map(parents.map((entry) => [lettersOf(codeFor(secret, entry.email)), entry]));
      const entry = byCode.get(sent);
      if (entry) return { entry, by: 'by the code we mailed' };
    }
    const entry = typedEmail === '' ? undefined : parents.find(({ email }) => email === typedEmail);
    return entry ? { entry, by: 'typed' } : null;
  };
}

/** A code as it may be copied from paper: without hyphens, in small letters. */
function lettersOf(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/**
 * Whom of a parent's own children each name means. Only one whom the name fits, and the class where it was given, and nobody else of
 * them: everything else is for the office to settle, never guessed. So is a child who is named twice.
 * @returns one entry for each name
 */
export function childrenMeant(
  said: readonly Pick<ChildSaid, 'name' | 'className'>[],
  parent: RollEntry | null,
  roll: readonly RollEntry[],
): (RollEntry | null)[] {
  const own = parent ? roll.filter(({ kind, email }) => kind === 'pupil' && parent.children.includes(email)) : [];
  const meant = said.map(({ name, className }) => {
    const [child, ...others] = own.filter((entry) => isNamed(entry, name) && isOfClass(entry, className));
    return child && others.length === 0 ? child : null;
  });
  return meant.map((child) => (child && meant.filter((other) => other === child).length === 1 ? child : null));
}

/**
 * Whether a typed name is a child's: the given name whole, with or without the family name or one of several, in any order, whatever
 * accents, capitals and hyphens. A nickname, or a name more, is somebody else's: brothers and sisters may be new.
 */
export function isNamed(entry: Pick<RollEntry, 'givenName' | 'familyName'>, typed: string): boolean {
  const words = nameWords(typed);
  const given = nameWords(entry.givenName);
  const family = nameWords(entry.familyName);
  if (words.length === 0) return false;
  const joined = words.join('');
  const whole = [
    [...given, ...family],
    [...family, ...given],
  ].some((name) => name.join('') === joined);
  if (whole) return true;
  const afterGiven = without(words, given);
  return given.length > 0 && afterGiven !== null && without(family, afterGiven) !== null;
}

/** `3A`, `3a`, `Class 3A` and `Year 3` all are 3A's; no class says nothing against anybody. */
function isOfClass({ className, year }: Pick<RollEntry, 'className' | 'year'>, typed: string): boolean {
  const wanted = classWord(typed);
  if (wanted === '') return true;
  return [classWord(className), classWord(year), classWord(/^\s*(?:\d+|R)/i.exec(className)?.[0] ?? '')].includes(wanted);
}

function classWord(text: string): string {
  return text
    .toLowerCase()
    .replace(/\b(class|year|yr|y|form)(?=\s|\d|$)/g, '')
    .replace(/\breception\b/, 'r')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function nameWords(name: string): string[] {
  return wordsOf(name.replace(/[^\p{L}\p{M}\p{N}'’-]+/gu, ' '));
}

/** What is left of some words when others are taken away, each once; null when one of those is not there. */
function without(words: readonly string[], taken: readonly string[]): string[] | null {
  const left = [...words];
  for (const word of taken) {
    const at = left.indexOf(word);
    if (at < 0) return null;
    left.splice(at, 1);
  }
  return left;
}
