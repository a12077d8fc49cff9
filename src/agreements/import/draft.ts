import { type AgreementText, type Section, sectionsFrom } from '../agreement.ts';
import type { FoundAgreement } from './import.ts';

/** A line of the document that an agreement was read from. */
export interface SourceLine {
  /** As an editor shows it, from 1. */
  number: number;
  text: string;
  /** What became of it. Nothing: a page's header, or something that was overlooked. */
  use: 'text' | 'heading' | 'nothing';
}

/** A statement that somebody looks at before it is used, beside the lines it came from; none where it was typed here. */
export interface DraftClause {
  text: string;
  source: SourceLine[];
}

export interface DraftSection {
  heading: string;
  asks: Section['asks'];
  clauses: DraftClause[];
}

/** An agreement while it is being corrected: what `AgreementText` holds, with the document beside it. */
export interface Draft extends Omit<AgreementText, 'sections' | 'permissions'> {
  sections: DraftSection[];
  /** Questions that parents answer with yes or no. */
  permissions: DraftClause[];
  /** Lines above the first statement, and those from the first signature line on. */
  above: SourceLine[];
  below: SourceLine[];
}

/** A heading is short, and no sentence. */
const LONGEST_HEADING = 80;

/**
 * What was recognised, as a person corrects it. Headings that stand between the statements become headings of sections; what parents
 * allow or refuse becomes questions, so that nobody agrees to it with the rest (A8).
 * @param source the document's lines from `found.lines.from` on
 */
export function draftFrom(found: FoundAgreement, source: readonly string[]): Draft {
  const { title, audience, alsoFor, introduction, clauses, signatureFields, permissions, lines } = found;
  const cut = (from: number, to: number, used: string): SourceLine[] =>
    source
      .slice(from - lines.from, to - lines.from)
      .map((text, index) => ({ number: from + index, text, use: holds(used, text) ? ('text' as const) : ('nothing' as const) }))
      .filter(({ text }) => text.trim() !== '');
  const firstField = lines.signatureFields.find((line) => line > (lines.clauses[lines.clauses.length - 1] ?? 0)) ?? lines.to + 1;
  const all = clauses.map((text, index): DraftClause => {
    const from = lines.clauses[index] ?? lines.from;
    const next = lines.clauses.slice(index + 1).find((line) => line > from) ?? Math.max(firstField, from + 1);
    return { text, source: cut(from, next, text) };
  });
  const [firstClause = firstField] = lines.clauses;
  const above = cut(lines.from, firstClause, `${title} ${introduction}`).map((line) => (holds(line.text, title) ? { ...line, use: 'text' as const } : line));
  const { sections, headings } = sectionsOf(all, above, new Set(permissions));
  const marked = (part: SourceLine[]) => part.map((line): SourceLine => (headings.has(line.number) ? { ...line, use: 'heading' } : line));
  const withMarks = (clause: DraftClause): DraftClause => ({ ...clause, source: marked(clause.source) });
  return {
    ...{ title, audience, alsoFor, introduction, signatureFields },
    sections: sections.map((section) => ({ ...section, clauses: section.clauses.map(withMarks) })),
    permissions: all.filter(({ text }) => permissions.includes(text)).map(withMarks),
    above: marked(above),
    below: cut(firstField, lines.to + 1, signatureFields.join(' ')),
  };
}

/** Statements under the document's own headings; where it has none, in parts of a size that people read. */
function sectionsOf(
  all: readonly DraftClause[],
  above: readonly SourceLine[],
  asked: ReadonlySet<string>,
): { sections: DraftSection[]; headings: ReadonlySet<number> } {
  const sections: DraftSection[] = [];
  const headings = new Set<number>();
  let waiting = headingIn(above);
  for (const clause of all) {
    if (!asked.has(clause.text)) {
      const [last] = sections.slice(-1);
      if (last && !waiting) last.clauses.push(clause);
      else sections.push({ heading: waiting?.text ?? 'What I agree to', asks: 'agree', clauses: [clause] });
      if (waiting) headings.add(waiting.number);
      waiting = null;
    }
    waiting = headingIn(clause.source) ?? waiting;
  }
  if (sections.length > 1) return { sections, headings };
  const clauses = sections.flatMap((section) => section.clauses);
  let taken = 0;
  const parts = sectionsFrom(clauses.map(({ text }) => text)).map(({ heading, asks, clauses: { length } }) => {
    taken += length;
    return { heading, asks, clauses: clauses.slice(taken - length, taken) };
  });
  return { sections: parts, headings: new Set() };
}

/** The last of some lines, where nothing else was made of it and it reads like a heading. */
function headingIn(lines: readonly SourceLine[]): { number: number; text: string } | null {
  const [last] = lines.slice(-1);
  if (last?.use !== 'nothing') return null;
  const text = last.text.replace(/^[\s#>*]+|[\s#*:]+$/g, '');
  const isHeading = text.length > 2 && text.length <= LONGEST_HEADING && !/[.;,?!]$|_{3}|^\d+$|\bsign(ed|ature)\b/i.test(text);
  return isHeading ? { number: last.number, text } : null;
}

/** Whether all words of a line stand in a text, whatever marks are around them. */
function holds(text: string, line: string): boolean {
  const words = bare(line);
  return words !== '' && bare(text).includes(words);
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/^\s*(?:[a-z0-9]{1,3}[.)]|o)\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A text that is in use, to be changed. */
export function draftOf(text: AgreementText): Draft {
  return {
    ...text,
    sections: text.sections.map((section) => ({ ...section, clauses: section.clauses.map(typed) })),
    permissions: text.permissions.map(({ question }) => typed(question)),
    above: [],
    below: [],
  };
}

/** A statement that stands in no document. */
export function typed(text: string): DraftClause {
  return { text, source: [] };
}

/**
 * The text as it will be used. A question that stood in the text before keeps its name, so that what parents have answered stays with it.
 * @param before the text that is being changed, if one is
 */
export function textFrom(draft: Draft, before?: AgreementText): AgreementText {
  const known = new Map(before?.permissions.map(({ id, question }) => [question, id]));
  const taken = new Set(known.values());
  const { title, audience, introduction } = draft;
  return {
    ...{ title, audience, introduction, alsoFor: draft.alsoFor.filter((each) => each !== audience) },
    sections: draft.sections.map(({ heading, asks, clauses }) => ({ heading, asks, clauses: clauses.flatMap(({ text }) => partsOf(text)) })),
    permissions: draft.permissions
      .map(({ text }) => text.trim())
      .filter((question) => question !== '')
      .map((question) => ({ id: known.get(question) ?? newId(question, taken), question })),
    signatureFields: draft.signatureFields.map((field) => field.trim()).filter((field) => field !== ''),
  };
}

/** Short and stable: `photographs-on-the-website`. */
function newId(question: string, taken: Set<string>): string {
  const words = question
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const base = words.slice(0, 40).replace(/-+$/, '') || 'permission';
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  taken.add(id);
  return id;
}

/** An empty line parts one statement from the next. */
export function partsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Whether parents are among those who sign it: then it may ask questions for each child. */
export function isForParents({ audience, alsoFor }: Pick<Draft, 'audience' | 'alsoFor'>): boolean {
  return [audience, ...alsoFor].includes('parent');
}
