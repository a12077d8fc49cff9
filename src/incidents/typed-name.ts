import { fullName, type RollEntry, wordsOf } from '../school/roll.ts';
import type { School } from '../school/school.ts';

const TITLES = ['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'madam', 'prof', 'professor', 'rev'];
/** Words that mean somebody without naming them, when nothing else is typed. */
const BY_POST: [keyof Pick<School, 'head' | 'dsl' | 'chair'>, RegExp][] = [
  ['head', /^(the |our )?(head|head ?teacher|headmaster|headmistress|principal)$/i],
  ['dsl', /^(the |our )?(dsl|(designated )?safeguarding lead)$/i],
  ['chair', /^(the |our )?chair( of (the )?governors)?$/i],
];

/**
 * Adults on the roll whom a typed name may mean. A pupil cannot look names up, and a concern about the headteacher must not reach the
 * headteacher because somebody typed "Mrs Adeyemi" (B5). A given name alone means nobody: children have the same ones.
 */
export function adultsMeant(typed: string, roll: readonly RollEntry[], posts: Pick<School, 'head' | 'dsl' | 'chair'>): string[] {
  const post = BY_POST.find(([, words]) => words.test(typed.trim()));
  if (post) return [posts[post[0]]];
  const all = wordsOf(typed.replace(/\./g, ' '));
  const words = all.filter((word) => !TITLES.includes(word));
  const hasTitle = words.length < all.length;
  if (words.length === 0) return [];
  return roll
    .filter((entry) => entry.kind === 'staff' || entry.kind === 'governor')
    .filter((entry) => {
      const name = wordsOf(fullName(entry));
      return words.every((word) => name.includes(word)) && (hasTitle || wordsOf(entry.familyName).every((word) => words.includes(word)));
    })
    .map((entry) => entry.email);
}
