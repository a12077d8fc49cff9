import type { Block } from './import-block.ts';
import { hasBlanks, isApprover, isSignature } from './import-fields.ts';
import { instructs, isStem, namesAnAgreement, stemOf, undertakes, voiceOf } from './import-words.ts';

/** What a block is within its section. */
export type Role =
  | 'title'
  | 'introduction'
  /** Something agreed to. */
  | 'statement'
  /** `I will not:`, completed by the items below it. */
  | 'stem'
  /** A heading among the statements. */
  | 'subheading'
  /** Lines to fill in. */
  | 'fields'
  /** Words of the block that an approver fills in. */
  | 'approval'
  /** A table that is no list of statements. */
  | 'table'
  | 'other';

export interface Part {
  block: Block;
  role: Role;
}

/** `I agree to the following rules:` leads to the statements and is none. */
const LEADS = /\b(following|below)\b[^.]{0,30}[.:]$/i;
const LONGEST_FORM_SENTENCE = 250;
const LONGEST_TOPIC = 6;
const LONGEST_BARE_TOPIC = 2;

/** What each block of a section is: what is stated, what only leads to it, what is filled in. */
export function partsOf(blocks: readonly Block[]): Part[] {
  const parts: Part[] = [];
  let hasStatement = false;
  let speaksToReader = false;
  const isPlain = !blocks.some(({ kind, text }) => kind === 'item' || (kind === 'text' && undertakes(text)));
  blocks.forEach((block, index) => {
    const role = isNumberedTopic(block, blocks[index + 1]) ? 'subheading' : roleOf(block, { isFirst: index === 0, hasStatement, speaksToReader, isPlain });
    if (role === 'statement') hasStatement = true;
    if (role === 'stem' && /\byou\b/i.test(block.text)) speaksToReader = true;
    parts.push({ block, role });
  });
  return topicsApart(parts);
}

interface Above {
  isFirst: boolean;
  hasStatement: boolean;
  /** `… we advise that you:` stands above. */
  speaksToReader: boolean;
  /** Nothing in the section has a bullet or is said by the reader: then sentences of what people must do are its statements. */
  isPlain: boolean;
}

function roleOf(block: Block, { isFirst, hasStatement, speaksToReader, isPlain }: Above): Role {
  const { kind, text } = block;
  if (kind === 'fields' || kind === 'table') return kind;
  if (kind === 'item') return text === '' ? 'other' : 'statement';
  if (kind === 'heading' && (isFirst || (!hasStatement && namesAnAgreement(text)))) return 'title';
  if (hasStatement && isApproval(block)) return 'approval';
  if (asksToFillIn(text)) return 'fields';
  if (!hasStatement && LEADS.test(text)) return 'introduction';
  if (isStem(text) && (stemOf(text) !== '' || !undertakes(text))) return 'stem';
  if (kind === 'text' && (undertakes(text) || ((hasStatement || speaksToReader) && instructs(text)))) return 'statement';
  if (isPlain && !block.isMarked && voiceOf(text) === 'they must') return 'statement';
  if (!hasStatement) return 'introduction';
  return kind === 'heading' ? 'subheading' : 'other';
}

function isApproval({ kind, text }: Block): boolean {
  if (/^(I|we) (approve|authori[sz]e)\b/i.test(text)) return true;
  return isApprover(text) && !undertakes(text) && (kind === 'heading' || text.length < 80);
}

/** `My name is ____`; `I, ____, agree` is a statement too. */
function asksToFillIn(text: string): boolean {
  return hasBlanks(text) && text.length <= LONGEST_FORM_SENTENCE && (/^(my|our)\b/i.test(text) || !undertakes(text));
}

/** Short headings above the first statement that are about what stands below them, not about the agreement: `Email:`, `Purpose`. */
function topicsApart(parts: Part[]): Part[] {
  const isTopic = ({ role, block }: Part) =>
    role === 'introduction' && block.kind === 'heading' && block.text.split(' ').length <= (block.text.endsWith(':') ? LONGEST_TOPIC : LONGEST_BARE_TOPIC);
  return parts.map((part) => (isTopic(part) ? { ...part, role: 'subheading' } : part));
}

/** `1. Passwords` above `1.1 I keep my password secret` is a heading with a number. */
function isNumberedTopic(block: Block, next: Block | undefined): boolean {
  const { kind, mark, text } = block;
  if (kind !== 'item' || next === undefined || next.kind === 'heading' || next.kind === 'table') return false;
  const isShort = text.length <= 50 && /^\p{Lu}/u.test(text) && !/[.:;,]$/.test(text) && voiceOf(text) === null;
  const isAbove = next.kind !== 'item' || next.mark?.kind !== mark?.kind || next.indent > block.indent;
  return isShort && mark?.ordinal != null && isAbove && (next.kind === 'fields' || undertakes(next.text) || voiceOf(next.text) !== null);
}

/** Whether somebody signs in a line. */
export function isSignatureLine({ role, block }: Part): boolean {
  return role === 'fields' && block.fields.some(isSignature);
}
