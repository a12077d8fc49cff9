import type { Mark } from './import-marks.ts';
import type { Part } from './import-roles.ts';
import { grants, isStem, stemOf, undertakes } from './import-words.ts';

export interface Clause {
  text: string;
  line: number;
  /** Something granted or refused. */
  isPermission: boolean;
}

export interface Warning {
  /** 1-based line of the document. */
  line: number;
  message: string;
}

const YES_OR_NO = /[\s([☐☑□]*\byes\b[\s)\]/|,☐□]*(?:or\s+)?[\s([☐☑□]*\bno\b[\s)\]☐□.]*$/i;
/** How the form is filled in, among what is agreed to. */
const INSTRUCTS = /\bplease\b|\b(this|the) (form|slip)\b|\bdelete as\b/i;
const LONGEST_QUOTE = 60;
/** It keeps the work in proportion to the document. */
const MOST_CHILDREN = 60;
/** `I agree that:` is no statement of its own. */
const FEWEST_WORDS_OF_A_STATEMENT = 6;

/** What is agreed to, each clause whole, and what a person should look at. */
export function clausesIn(parts: readonly Part[]): { clauses: Clause[]; warnings: Warning[] } {
  const { clauses, warnings } = new ClauseReader(parts);
  return { clauses, warnings };
}

/** Whether a stem is read by itself, before the statements: it completes nothing, or not with all its words. */
export function leadsIn({ role, block }: Part, next: Part | undefined): boolean {
  return role === 'stem' && (stemOf(block.text) !== block.text || !completes(next));
}

class ClauseReader {
  readonly clauses: Clause[] = [];
  readonly warnings: Warning[] = [];
  /** What stands before each item until something else than an item comes. */
  private stem = '';
  /** The items are what is granted or refused. */
  private isGranted = false;

  constructor(parts: readonly Part[]) {
    const last = lastIndex(parts, ({ role }) => role === 'statement');
    for (let at = 0; at < parts.length; at += 1) {
      const part = parts[at] as Part;
      const next = parts[at + 1];
      if (part.role === 'statement') at += this.statement(part, childrenOf(parts, at));
      else if (part.role === 'stem') this.lead(part, next);
      else if (part.role === 'table') this.note(part, `A table of ${part.block.text} rows is no list of statements and is left out.`);
      else if (isOnlyChoice(part.block.text)) this.choice();
      else if (part.role === 'other') this.unmarked(part, at < last);
      else if (part.role === 'subheading' && at < last) this.heading(part, next);
    }
  }

  /** @returns how many nested items it has taken in */
  private statement({ block }: Part, children: readonly Part[]): number {
    if (block.kind !== 'item') this.lists('', grants(block.text) && isStem(block.text));
    const { text, isChoice } = withoutChoice([block.text, childrenText(children)].filter((words) => words !== '').join(' '));
    const prefix = this.stem !== '' && !undertakes(text) && isCompletion(block.text) ? `${this.stem} ` : '';
    const isGrant = (block.kind === 'item' && this.isGranted) || (grants(block.text) && !isStem(block.text));
    if (text !== '') this.clauses.push({ text: prefix + text, line: block.from, isPermission: block.isChoice || isChoice || isGrant });
    if (block.doubt !== '') this.warnings.push({ line: block.from, message: block.doubt });
    return children.length;
  }

  private lead(part: Part, next: Part | undefined): void {
    const { text, from } = part.block;
    this.lists(completes(next) ? stemOf(text) : '', grants(text));
    if (!leadsIn(part, next) || this.clauses.length === 0) return;
    if (undertakes(text) && text.split(' ').length >= FEWEST_WORDS_OF_A_STATEMENT) this.clauses.push({ text, line: from, isPermission: false });
    else this.note(part, `“${quoted(text)}” is left out.`);
  }

  private choice(): void {
    const last = this.clauses[this.clauses.length - 1];
    if (last) last.isPermission = true;
  }

  private unmarked(part: Part, isAmongClauses: boolean): void {
    const { text, from } = part.block;
    if (text === '') return;
    const isClause = isAmongClauses && !INSTRUCTS.test(text);
    if (isClause) this.clauses.push({ text, line: from, isPermission: false });
    this.note(part, isClause ? `No bullet stands before “${quoted(text)}”: it is taken for a clause.` : `“${quoted(text)}” is left out.`);
  }

  private heading(part: Part, next: Part | undefined): void {
    const isEmpty = next?.role === 'subheading' || next?.role === 'fields';
    this.note(part, isEmpty ? `Nothing stands below the heading “${quoted(part.block.text)}”.` : `The heading “${quoted(part.block.text)}” is left out.`);
    this.lists('', false);
  }

  private lists(stem: string, isGranted: boolean): void {
    this.stem = stem;
    this.isGranted = isGranted;
  }

  private note(part: Part, message: string): void {
    this.warnings.push({ line: part.block.from, message });
  }
}

/** `I will not:` is completed by `share my password`, not by what is a sentence of its own. */
function completes(next: Part | undefined): boolean {
  return next?.role === 'statement' && next.block.kind === 'item' && !undertakes(next.block.text) && isCompletion(next.block.text);
}

function isCompletion(item: string): boolean {
  return !/^(\S+ ){0,4}(I|we|I['’](m|ll))\b|^(my|our)\b/i.test(item);
}

/** The nested items that complete an item: `- I keep data safe:` and what stands below it, deeper or, after a colon, in small letters. */
function childrenOf(parts: readonly Part[], at: number): Part[] {
  const parent = (parts[at] as Part).block;
  if (parent.kind !== 'item' || /[.!?;]$/.test(parent.text)) return [];
  const children: Part[] = [];
  for (const part of parts.slice(at + 1, at + MOST_CHILDREN)) {
    const { kind, indent, mark, text } = part.block;
    const isDeeper = indent > parent.indent || (indent === parent.indent && depthOf(mark) > depthOf(parent.mark));
    const isSmall = /^\p{Ll}/u.test(text);
    const isChild = isDeeper ? isSmall || isStem(parent.text) : isSmall && indent >= parent.indent && parent.text.endsWith(':');
    if (kind !== 'item' || part.role !== 'statement' || !isChild) break;
    children.push(part);
  }
  return children;
}

/** By custom `•` stands above `o` and `-`, `1` above `1.1`, `a` and `i`. */
function depthOf(mark: Mark | null): number {
  return ['1', '1.1', 'a', 'i'].indexOf(mark?.kind ?? '') + 1 || (/[o◦▪□–-]/.test(mark?.kind ?? '') ? 2 : 1);
}

function childrenText(children: readonly Part[]): string {
  const texts = children.map(({ block }) => block.text);
  return texts.map((text, index) => (index < texts.length - 1 ? text.replace(/[.;,]$/, '') : text)).join('; ');
}

/** `… on the website ☐ Yes ☐ No` → what is asked, without the boxes. */
function withoutChoice(text: string): { text: string; isChoice: boolean } {
  const end = text.slice(-40);
  const found = YES_OR_NO.exec(end);
  return found ? { text: text.slice(0, text.length - end.length + found.index).trim(), isChoice: true } : { text, isChoice: false };
}

function isOnlyChoice(text: string): boolean {
  return text.length <= 40 && YES_OR_NO.exec(text)?.index === 0;
}

function lastIndex(parts: readonly Part[], fits: (part: Part) => boolean): number {
  for (let at = parts.length - 1; at >= 0; at -= 1) if (fits(parts[at] as Part)) return at;
  return -1;
}

function quoted(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)} …` : text;
}
