import { type AgreementText, type Section, sectionsFrom } from './agreement.ts';
import type { FoundAgreement } from './import.ts';

/** A line of the document that an agreement was read from. */
export interface SourceLine {
  /** As an editor shows it, from 1. */
  number: number;
  text: string;
  /** Nothing of it stands in what was recognised: a heading, a page's header, or something that was overlooked. */
  unused: boolean;
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
      .map((text, index) => ({ number: from + index, text, unused: text.trim() !== '' && !holds(used, text) }))
      .filter(({ text }) => text.trim() !== '');
  const firstField = lines.signatureFields.find((line) => line > (lines.clauses[lines.clauses.length - 1] ?? 0)) ?? lines.to + 1;
  const all = clauses.map((text, index): DraftClause => {
    const from = lines.clauses[index] ?? lines.from;
    const next = lines.clauses.slice(index + 1).find((line) => line > from) ?? Math.max(firstField, from + 1);
    return { text, source: cut(from, next, text) };
  });
  const asked = new Set(permissions);
  const [firstClause = firstField] = lines.clauses;
  return {
    ...{ title, audience, alsoFor, introduction, signatureFields },
    sections: sectionsOf(all, asked),
    permissions: all.filter(({ text }) => asked.has(text)),
    above: cut(lines.from, firstClause, `${title} ${introduction}`),
    below: cut(firstField, lines.to + 1, signatureFields.join(' ')),
  };
}

function sectionsOf(all: readonly DraftClause[], asked: ReadonlySet<string>): DraftSection[] {
  const sections: DraftSection[] = [];
  let heading = '';
  for (const clause of all) {
    if (!asked.has(clause.text)) {
      const [last] = sections.slice(-1);
      if (last && heading === '') last.clauses.push(clause);
      else sections.push({ heading, asks: 'agree', clauses: [clause] });
      heading = '';
    }
    heading = headingAfter(clause) || heading;
  }
  if (sections.length > 1)
    return sections.map((section, index) => ({ ...section, heading: section.heading || (index === 0 ? 'What I agree to' : `Part ${index + 1}`) }));
  // The document has no headings of its own: parts of a size that people read.
  const clauses = sections.flatMap((section) => section.clauses);
  let taken = 0;
  return sectionsFrom(clauses.map(({ text }) => text)).map(({ heading: name, asks, clauses: { length } }) => {
    taken += length;
    return { heading: name, asks, clauses: clauses.slice(taken - length, taken) };
  });
}

/** The last line below a statement that is not of it and reads like a heading. */
function headingAfter({ source }: DraftClause): string {
  const [last] = source.slice(-1);
  const text = (last?.unused ? last.text : '').replace(/^[\s#>*]+|[\s#*:]+$/g, '');
  return text.length > 2 && text.length <= LONGEST_HEADING && !/[.;,?!]$|_{3}|^\d+$|\bsign(ed|ature)\b/i.test(text) ? text : '';
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
