import type { Source } from './protocols/protocol.ts';

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
  /** Words by which a reporter or the DSL finds it. */
  words: readonly string[];
  source: Source;
}
