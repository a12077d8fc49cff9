import type { Mark } from './import-lines.ts';
import type { Part } from './import-roles.ts';
import { grants, isStem, undertakes } from './import-words.ts';

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
const MOST_WORDS_TO_QUOTE = 60;

/** What is agreed to, each clause whole, and what a person should look at. */
export function clausesIn(parts: readonly Part[]): { clauses: Clause[]; warnings: Warning[] } {
  const clauses: Clause[] = [];
  const warnings: Warning[] = [];
  const last = lastIndex(parts, ({ role }) => role === 'statement');
  let stem: Part | null = null;
  let isGranted = false;
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] as Part;
    const { block, role } = part;
    const note = (message: string) => warnings.push({ line: block.from, message });
    if (role === 'stem') {
      stem = part;
      isGranted = grants(block.text);
    } else if (role === 'statement') {
      if (block.kind !== 'item') {
        stem = null;
        isGranted = grants(block.text) && isStem(block.text);
      }
      const children = childrenOf(parts, at);
      const { text, isChoice } = withoutChoice([block.text, childrenText(children)].filter((words) => words !== '').join(' '));
      const prefix = stem && !undertakes(text) && completes(stem, block.text) ? `${stem.block.text} ` : '';
      const grantsItself = block.kind !== 'item' || !isGranted ? grants(block.text) && !isStem(block.text) : true;
      if (text !== '') clauses.push({ text: prefix + text, line: block.from, isPermission: block.isChoice || isChoice || grantsItself });
      if (block.doubt !== '') note(block.doubt);
      at += children.length;
    } else if (isOnlyChoice(block.text) && clauses.length > 0) (clauses[clauses.length - 1] as Clause).isPermission = true;
    else if (role === 'other' && at < last && block.text !== '') {
      clauses.push({ text: block.text, line: block.from, isPermission: false });
      note(`No bullet stands before “${quoted(block.text)}”: it is taken for a clause.`);
    } else if (role === 'subheading' && at < last) {
      const isEmpty = ['subheading', 'fields', undefined].includes(parts[at + 1]?.role);
      note(isEmpty ? `Nothing stands below the heading “${quoted(block.text)}”.` : `The heading “${quoted(block.text)}” is left out.`);
      stem = null;
      isGranted = false;
    } else if (role === 'table') note(`A table of ${block.text} rows is no list of statements and is left out.`);
  }
  return { clauses, warnings };
}

/** Stems that lead to the first statement and complete nothing are part of the introduction. */
export function isLeadOnly(stem: Part, next: Part | undefined): boolean {
  return stem.role === 'stem' && !(next && next.role === 'statement' && !undertakes(next.block.text) && completes(stem, next.block.text));
}

/** `I will not:` is completed by `share my password`; `we advise that you:` by no sentence of its own. */
function completes(stem: Part, item: string): boolean {
  return !/\byou\b/i.test(stem.block.text) && !/^(\S+ ){0,4}(I|we|I['’](m|ll))\b|^(my|our)\b/i.test(item);
}

/** The nested items that complete an item: `- I keep data safe:` and what stands below it, deeper. */
function childrenOf(parts: readonly Part[], at: number): Part[] {
  const parent = (parts[at] as Part).block;
  if (parent.kind !== 'item' || !isStem(parent.text)) return [];
  const children: Part[] = [];
  for (const part of parts.slice(at + 1, at + 60)) {
    const { kind, indent, mark, text } = part.block;
    const isDeeper = indent > parent.indent || (indent === parent.indent && depthOf(mark) > depthOf(parent.mark));
    const isRest = indent >= parent.indent && /^\p{Ll}/u.test(text);
    if (kind !== 'item' || part.role !== 'statement' || !(isDeeper || isRest)) break;
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
  return text.length > MOST_WORDS_TO_QUOTE ? `${text.slice(0, MOST_WORDS_TO_QUOTE)} …` : text;
}
