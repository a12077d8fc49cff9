import { belongsToStaff, type RollEntry, wordsOf } from '../school/roll.ts';
import type { School } from '../school/school.ts';

const TITLES = ['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'madam', 'prof', 'professor', 'rev'];
/** Words that mean somebody without naming them. "Head" alone is the headteacher, "head of year 4" is not. */
const BY_POST: [keyof Posts, RegExp][] = [
  ['head', /^(the |our )?((acting|interim|executive) )?(head|principal)( of school)?$|(?<!(deputy|assistant) )\b(head ?teacher|head ?master|head ?mistress)\b/],
  ['dsl', /(?<!deputy )(?<!deputy designated )\b(dsl|safeguarding (lead|officer))\b/],
  ['deputies', /\bdeputy (dsl|(designated )?safeguarding lead)\b/],
  ['chair', /^(the |our )?chair$|\bchair of (the )?governors\b/],
  ['coordinator', /\b(computing|ict|it|(online|e|internet)[- ]?safety) (co-?ordinator|lead|leader)\b/],
  ['dataLead', /\bdata (protection )?(lead|officer)\b|\bdpo\b/],
];
type Posts = Pick<School, 'head' | 'dsl' | 'deputies' | 'chair' | 'coordinator' | 'dataLead'>;

/**
 * Adults on the roll whom a typed name may mean. A pupil cannot look names up, and a concern about the headteacher must not reach the
 * headteacher because somebody typed "Mrs R. Adeyemi, the head" (B5). So it is enough that the family name stands there, alone or with
 * a title, the given name or its initial. A given name alone means nobody: children have the same ones.
 */
export function adultsMeant(typed: string, roll: readonly RollEntry[], posts: Posts): string[] {
  const plain = typed
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}]+|[^\p{L}\p{N}]+$/gu, '');
  const byPost = BY_POST.flatMap(([post, words]) => (words.test(plain) ? posts[post] : []));
  const all = wordsOf(typed.replace(/[^\p{L}\p{M}\p{N}'’-]+/gu, ' '));
  const words = all.filter((word) => !TITLES.includes(word));
  const hasTitle = words.length < all.length;
  // A chair of governors may stand on the roll as a parent, an outside coordinator as a visitor.
  const holders = [posts.head, posts.dsl, posts.chair, ...posts.deputies, posts.coordinator, posts.dataLead];
  const isAdult = ({ kind, email }: RollEntry) => belongsToStaff(kind) || holders.includes(email);
  const byName = roll.filter((entry) => isAdult(entry) && isMeant(entry, words, hasTitle)).map((entry) => entry.email);
  const byAddress = [...holders, ...roll.map((entry) => entry.email)].filter((address) => address !== '' && plain.includes(address));
  return [...new Set([...byPost, ...byName, ...byAddress])].filter((address) => address !== '');
}

function isMeant(entry: RollEntry, words: readonly string[], hasTitle: boolean): boolean {
  const family = wordsOf(entry.familyName);
  const given = wordsOf(entry.givenName);
  // "ONeill" is how children write O'Neill.
  const asOneWord = family.join('');
  const others = words.filter((word) => !family.includes(word) && word !== asOneWord);
  const hasFamilyName = family.length > 0 && (words.includes(asOneWord) || family.every((word) => words.includes(word)));
  const fits = others.some((word) => given.includes(word) || given.some((name) => name.charAt(0) === word));
  if (hasFamilyName) return fits || others.length === 0 || hasTitle;
  // "Miss Ruth" is how small children speak of a teacher.
  return hasTitle && words.length > 0 && words.every((word) => family.includes(word) || given.includes(word));
}
