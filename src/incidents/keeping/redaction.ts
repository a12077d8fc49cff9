import { type Finder, finder, type Mark } from './black-out.ts';
import type { DossierCase } from './dossier.ts';

/** A text with what is blacked out in it. */
export interface MarkedText {
  text: string;
  marks: Mark[];
}

/** A passage as the page shows it for checking. Its id stays while what is recorded stays. */
export interface MarkedPassage {
  id: string;
  at: string;
  what: MarkedText;
  said: MarkedText;
}

export interface MarkedCase extends Pick<DossierCase, 'reference' | 'facts'> {
  passages: MarkedPassage[];
}

/** What a person changed about the marks by hand. */
export interface ByHand {
  /** Marks that were lifted, as `markId` names them. */
  lifted: string[];
  /** Words and phrases that are blacked out wherever they stand. */
  added: string[];
  /** Ids of passages, and references of cases, that are left out as a whole. */
  leftOut: string[];
  /** Of what was checked: something else is not given out on the strength of it. */
  stamp: string;
}

/** Every text with its marks. */
export function marked(cases: readonly DossierCase[], find: Finder): MarkedCase[] {
  const text = (said: string): MarkedText => ({ text: said, marks: find(said) });
  return cases.map(({ reference, facts, passages }) => ({
    reference,
    facts,
    passages: passages.map(({ at, what, said }, index) => ({ id: `${reference}.${index}`, at, what: text(what), said: text(said) })),
  }));
}

/** How a mark is named between page and server. */
export function markId(passage: string, part: 'what' | 'said', { start, end }: Mark): string {
  return `${passage}.${part}.${start}-${end}`;
}

/** The marks of a text that stand once a person has lifted some and added others. */
export function standing({ text, marks }: MarkedText, idOf: (mark: Mark) => string, lifted: ReadonlySet<string>, added: Finder): Mark[] {
  return [...marks.filter((mark) => !lifted.has(idOf(mark))), ...added(text)];
}

/** Finds what was added by hand. */
export function addedFinder(added: readonly string[]): Finder {
  return finder({ own: [], others: [], added });
}

/** A stretch of a text on the page for checking. */
export interface Stretch {
  said: string;
  /** The mark it lies in, which can be lifted; null for none. */
  mark: Mark | null;
  /** Blacked out by hand. */
  isAdded: boolean;
}

/** A text cut where marks begin and end. */
export function stretchesOf({ text, marks }: MarkedText, added: readonly Mark[]): Stretch[] {
  const edges = [0, text.length, ...[...marks, ...added].flatMap(({ start, end }) => [start, end])];
  const places = [...new Set(edges)].sort((a, b) => a - b);
  const around = (all: readonly Mark[], start: number, end: number) => all.find((mark) => mark.start <= start && end <= mark.end);
  return places.slice(1).map((end, index) => {
    const start = places[index] ?? 0;
    return { said: text.slice(start, end), mark: around(marks, start, end) ?? null, isAdded: around(added, start, end) !== undefined };
  });
}
