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
  lifted: readonly string[];
  /** Words and phrases that are blacked out wherever they stand. */
  added: readonly string[];
  /** Ids of passages, and references of cases, that are left out as a whole. */
  leftOut: readonly string[];
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
