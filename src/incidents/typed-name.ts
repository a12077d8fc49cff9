import { belongsToStaff, type RollEntry, wordsOf } from '../school/roll.ts';
import type { School } from '../school/school.ts';

const TITLES = ['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'madam', 'prof', 'professor', 'rev'];
/** Words that mean somebody without naming them. "Head" alone is the headteacher, "head of year 4" is not. */
const BY_POST: [keyof Posts, RegExp][] = [
  ['head', /^(the |our )?(head|principal)$|(?<!(deputy|assistant) )\b(head ?teacher|head ?master|head ?mistress)\b/],
  ['dsl', /(?<!deputy )(?<!deputy designated )\b(dsl|safeguarding lead)\b/],
  ['deputies', /\bdeputy (dsl|(designated )?safeguarding lead)\b/],
  ['chair', /^(the |our )?chair$|\bchair of (the )?governors\b/],
];
type Posts = Pick<School, 'head' | 'dsl' | 'deputies' | 'chair'>;

/**
 * Adults on the roll whom a typed name may mean. A pupil cannot look names up, and a concern about the headteacher must not reach the
 * headteacher because somebody typed "Mrs R. Adeyemi, the head" (B5). So it is enough that the family name stands there, alone or with
 * a title, the given name or its initial. A given name alone means nobody: children have the same ones.
 */
export function adultsMeant(typed: string, roll: readonly RollEntry[], posts: Posts): string[] {
  const plain = typed.toLowerCase().trim().replace(/\s+/g, ' ');
  const byPost = BY_POST.flatMap(([post, words]) => (words.test(plain) ? posts[post] : []));
  const all = wordsOf(typed.replace(/[^\p{L}\p{M}\p{N}'’-]+/gu, ' '));
  const words = all.filter((word) => !TITLES.includes(word));
  const hasTitle = words.length < all.length;
  const byName = roll.filter((entry) => belongsToStaff(entry.kind) && isMeant(entry, words, hasTitle)).map((entry) => entry.email);
  const addresses = [posts.head, posts.dsl, posts.chair, ...posts.deputies, ...roll.map((entry) => entry.email)];
  const byAddress = addresses.filter((address) => plain.includes(address));
  return [...new Set([...byPost, ...byName, ...byAddress])];
}

function isMeant(entry: RollEntry, words: readonly string[], hasTitle: boolean): boolean {
  const family = wordsOf(entry.familyName);
  const given = wordsOf(entry.givenName);
  const others = words.filter((word) => !family.includes(word));
  const hasFamilyName = family.length > 0 && family.every((word) => words.includes(word));
  const fits = others.some((word) => given.includes(word) || given.some((name) => name.charAt(0) === word));
  if (hasFamilyName) return fits || others.length === 0 || hasTitle;
  // "Miss Ruth" is how small children speak of a teacher.
  return hasTitle && words.length > 0 && words.every((word) => family.includes(word) || given.includes(word));
}
