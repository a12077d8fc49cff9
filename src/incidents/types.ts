import type { Severity } from './concern.ts';
import type { Source } from './protocols/protocol.ts';
import type { AgencyId } from './tasks/agencies.ts';
import { COMMERCE_TYPES, DATA_TYPES, FILTERING_TYPES } from './type-list-commerce.ts';
import { CONDUCT_TYPES } from './type-list-conduct.ts';
import { CONTACT_TYPES } from './type-list-contact.ts';
import { CONTENT_TYPES } from './type-list-content.ts';

/** The four Cs (rule 6), and what schools' lists have besides them (B3). */
export const CATEGORIES = {
  content: 'Content',
  contact: 'Contact',
  conduct: 'Conduct',
  commerce: 'Commerce',
  data: 'Loss of data or a device',
  filtering: 'Filtering failure',
} as const;
export type Category = keyof typeof CATEGORIES;

/** Records that the school keeps besides this log, and that some types are counted for as well (B3). */
export const OTHER_RECORDS = { bullying: 'Bullying record', prejudice: 'Prejudice and racist incident record' } as const;
export type OtherRecord = keyof typeof OTHER_RECORDS;

export interface CaseType {
  /** Kept in cases for good: never renamed. */
  id: string;
  title: string;
  category: Category;
  /** Found under these as well (rulings: bullying is contact in one policy and conduct in another). */
  alsoUnder?: readonly Category[];
  countsFor?: readonly OtherRecord[];
  /** May concern images of children: nobody views, copies or keeps them, and pictures are refused (rule 8). */
  images?: true;
  /** Must be opened within the set time (rule 3). */
  urgent?: true;
  /** How serious it usually is, before anything else is known (rulings: proposed by rule, set by a person). */
  usually: Severity;
  /** Whom the sources name for it (B6): each becomes a task, settled by a decision with its reason. */
  refer?: readonly AgencyId[];
  /** Words by which a reporter or the DSL finds it. */
  words: readonly string[];
  source: Source;
}

/** Every type of incident, in the order of the four Cs. */
export const TYPES: readonly CaseType[] = [...CONTENT_TYPES, ...CONTACT_TYPES, ...CONDUCT_TYPES, ...COMMERCE_TYPES, ...DATA_TYPES, ...FILTERING_TYPES];

const BY_ID = new Map(TYPES.map((type) => [type.id, type]));

/** The type of that id; undefined for one that this version does not know. */
export function typeOf(id: string): CaseType | undefined {
  return BY_ID.get(id);
}

/** The types a case has, as far as this version knows them. */
export function typesIn(ids: readonly string[]): CaseType[] {
  return ids.flatMap((id) => typeOf(id) ?? []);
}

/** Types found under a category: those of its own first (rulings: one main category, findable under others). */
export function typesUnder(category: Category): CaseType[] {
  const own = TYPES.filter((type) => type.category === category);
  return [...own, ...TYPES.filter((type) => type.alsoUnder?.includes(category))];
}

/** Other records a case with these types is counted for, each once however many of its types say so (rulings). */
export function countsFor(ids: readonly string[]): OtherRecord[] {
  return [...new Set(typesIn(ids).flatMap((type) => type.countsFor ?? []))];
}

/**
 * Types that fit what somebody types into a search box, best first: every word must begin a word of the title or of its search words.
 * @example findTypes('fake nude').map(({ id }) => id) // ['ai-images', …]
 */
export function findTypes(text: string): CaseType[] {
  const asked = wordsIn(text);
  if (asked.length === 0) return [];
  const found = TYPES.flatMap((type) => {
    const title = wordsIn(type.title);
    const all = [...title, ...type.words.flatMap(wordsIn), ...wordsIn(CATEGORIES[type.category])];
    const fits = asked.every((word) => all.some((each) => each.startsWith(word)));
    return fits ? [{ type, inTitle: asked.filter((word) => title.some((each) => each.startsWith(word))).length }] : [];
  });
  return found.sort((a, b) => b.inTitle - a.inTitle).map(({ type }) => type);
}

function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}
