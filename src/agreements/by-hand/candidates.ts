import { fullName, hasLeft, type RollEntry, wordsOf } from '../../school/roll.ts';
import type { NamedChild } from '../events.ts';

/** Why a pupil may be the one a parent meant, likeliest first. */
export const WHYS = [
  'their own child, with this name',
  'their own child',
  'brother or sister of their child',
  'child of a parent who has this name',
  'the same name',
  'a similar name',
] as const;
export type Why = (typeof WHYS)[number];

/** A pupil who may be meant. A person chooses: nothing is guessed (A8). */
export interface Candidate {
  person: string;
  name: string;
  className: string;
  why: Why;
}

const MOST = 8;
/** Letters that may be wrong in a name that is still similar. */
const SLIPS = 2;

/** Finds the pupils a parent may have meant, among those who are at the school on a day. */
export class Candidates {
  private readonly pupils: { entry: RollEntry; words: string[] }[];

  constructor(
    private readonly roll: readonly RollEntry[],
    today: string,
  ) {
    this.pupils = roll.filter((entry) => entry.kind === 'pupil' && !hasLeft(entry, today)).map((entry) => ({ entry, words: wordsOf(fullName(entry)) }));
  }

  /**
   * Likeliest first: the parent's own children, their brothers and sisters, then pupils with the same or a similar name.
   * @param parent as they signed: by their address, or by their name when the address is not on the list
   */
  for(child: Pick<NamedChild, 'name' | 'className'>, parent: { email: string; fullName: string }): Candidate[] {
    const family = familyOf(parent, this.roll);
    const wanted = wordsOf(child.name);
    const found = this.pupils.flatMap(({ entry, words }) => {
      const likeness = likenessOf(wanted, words);
      const why = whyOf(entry.email, likeness, family);
      return why === null ? [] : [{ entry, likeness, why }];
    });
    const inClass = ({ entry }: (typeof found)[number]) => Number(wordsOf(entry.className).join('') === wordsOf(child.className).join(''));
    found.sort((a, b) => WHYS.indexOf(a.why) - WHYS.indexOf(b.why) || b.likeness - a.likeness || inClass(b) - inClass(a));
    return found.slice(0, MOST).map(({ entry, why }) => ({ person: entry.email, name: fullName(entry), className: entry.className, why }));
  }
}

interface Family {
  own: readonly string[];
  siblings: readonly string[];
  /** Children of parents who have the name that was signed: they may be somebody else. */
  namesakes: readonly string[];
}

function familyOf(parent: { email: string; fullName: string }, roll: readonly RollEntry[]): Family {
  const entry = roll.find(({ email }) => email === parent.email);
  const own = entry?.children ?? [];
  const siblings = roll.filter(({ children }) => children.some((child) => own.includes(child))).flatMap(({ children }) => children);
  const signed = [...wordsOf(parent.fullName)].sort().join(' ');
  const hasName = (each: RollEntry) => [...wordsOf(fullName(each))].sort().join(' ') === signed;
  const namesakes = entry ? [] : roll.filter((each) => each.children.length > 0 && hasName(each)).flatMap(({ children }) => children);
  return { own, siblings, namesakes };
}

function whyOf(email: string, likeness: number, { own, siblings, namesakes }: Family): Why | null {
  if (own.includes(email)) return likeness === SAME ? 'their own child, with this name' : 'their own child';
  if (siblings.includes(email)) return 'brother or sister of their child';
  if (namesakes.includes(email)) return 'child of a parent who has this name';
  if (likeness === SAME) return 'the same name';
  return likeness > 0 ? 'a similar name' : null;
}

const SAME = 3;

/** 3 for the same words in any order, 2 for a slip or two in the whole, 1 for a part of the name or its beginning, else 0. */
function likenessOf(wanted: readonly string[], words: readonly string[]): number {
  if (wanted.length === 0 || words.length === 0) return 0;
  if ([...wanted].sort().join(' ') === [...words].sort().join(' ')) return SAME;
  if (slipsBetween(wanted.join(''), words.join('')) <= SLIPS) return 2;
  // "Alex Novak" is Alexander Novak; "Amira" alone may be any of them.
  const fits = (word: string) => words.some((each) => each === word || (word.length >= 3 && each.startsWith(word)));
  return wanted.every(fits) ? 1 : 0;
}

/** Letters to put in, leave out or change (Levenshtein); more than two are counted as three. */
function slipsBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > SLIPS) return SLIPS + 1;
  let above = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let place = 1; place <= b.length; place += 1) {
      const changed = (above[place - 1] ?? 0) + Number(a[row - 1] !== b[place - 1]);
      line.push(Math.min(changed, (above[place] ?? 0) + 1, (line[place - 1] ?? 0) + 1));
    }
    if (Math.min(...line) > SLIPS) return SLIPS + 1;
    above = line;
  }
  return above[b.length] ?? 0;
}
