import { audiencesOf, isForOthers } from './import-audience.ts';
import type { Block } from './import-block.ts';
import { type Clause, clausesIn, type Warning } from './import-clauses.ts';
import { endOf, speaksToReader } from './import-extent.ts';
import { isSignature } from './import-fields.ts';
import { type Part, partsOf } from './import-roles.ts';
import { type Section, sectionsOf } from './import-sections.ts';
import { type SignatureField, signatureFieldsIn } from './import-signatures.ts';
import { closesAnAgreement, namesAnAgreement, namesRules, undertakesClearly, voiceOf, withoutPart } from './import-words.ts';

/** A section read as an agreement, before anybody has decided whether it is one. */
export interface Reading {
  section: Section;
  /** Those of the agreement; what follows in the section is not of it. */
  parts: Part[];
  clauses: Clause[];
  fields: SignatureField[];
  warnings: Warning[];
  /** By somebody else than an approver. */
  isSigned: boolean;
}

/** Fewer statements than these are no agreement where nobody signs, or where no heading names one. */
const FEWEST_STATEMENTS = 3;
/** Of statements that bind the reader, where somebody signs: a home-school agreement says what the school does, too. */
const SIGNED_SHARE = 1 / 3;
/** In blocks. It keeps the work in proportion to the document, whatever stands in it. */
const LONGEST_UNNAMED = 400;
/** A closing declaration has no more; with more it is an agreement of its own. */
const MOST_IN_DECLARATION = 6;
/** In blocks. */
const LONGEST_PREAMBLE = 40;

/** Every section that is an agreement, in order. */
export function agreementsAmong(blocks: readonly Block[]): Reading[] {
  return readingsOf(blocks).flatMap((reading) => {
    if (!isAgreement(reading)) return unnamedIn(reading.section.blocks);
    return [reading, ...unnamedIn(reading.section.blocks.slice(reading.parts.length))];
  });
}

/** Every section of the document, read; also those that are no agreements. */
export function readingsOf(blocks: readonly Block[]): Reading[] {
  return together(sectionsOf(blocks).map(read));
}

function read(section: Section): Reading {
  const all = partsOf(section.blocks);
  const parts = all.slice(0, endOf(all));
  const fields = signatureFieldsIn(parts);
  const isSigned = fields.some(({ name, isApprovers }) => isSignature(name) && !isApprovers);
  return { section, parts, ...clausesIn(parts), fields, isSigned };
}

/**
 * Two sections that are one agreement: rules, and a declaration below them that is signed; or a preamble that says for whom, and the agreement
 * below it that does not.
 */
function together(readings: readonly Reading[]): Reading[] {
  const result: Reading[] = [];
  let below: Reading | null = null;
  for (const reading of [...readings].reverse()) {
    const kind: 'declaration' | 'preamble' | null = below && belowIs(reading, below);
    if (below && kind) {
      result.pop();
      const above = reading.section.blocks.map((block): Block => (kind === 'preamble' && block.kind === 'item' ? { ...block, kind: 'text' } : block));
      below = read({ ...reading.section, blocks: [...above, ...below.section.blocks] });
    } else below = reading;
    result.push(below);
  }
  return result.reverse();
}

function belowIs(reading: Reading, below: Reading): 'declaration' | 'preamble' | null {
  const heading = below.section.blocks[0]?.text ?? '';
  if (!reading.section.isNamed || reading.isSigned || !below.isSigned || below.section.isPart || !closesAnAgreement(heading)) return null;
  const title = titleOf(reading.parts);
  if (isForOthers(heading, title)) return null;
  if (isAgreement(reading) && reading.clauses.some(({ text }) => voiceOf(text) === 'I'))
    return below.clauses.length <= MOST_IN_DECLARATION ? 'declaration' : null;
  const isNear = reading.section.blocks.length <= LONGEST_PREAMBLE;
  if (audiencesOf(heading).length === 0 && audiencesOf(title).length > 0 && isNear && isAgreement(below) && below.clauses.length > MOST_IN_DECLARATION)
    return 'preamble';
  return isAgreement(reading) && below.clauses.length <= MOST_IN_DECLARATION ? 'declaration' : null;
}

function isAgreement({ section, parts, clauses, isSigned }: Reading): boolean {
  const texts = clauses.map(({ text }) => text);
  if (!section.isNamed) return isSigned && texts.filter(undertakesClearly).length >= FEWEST_STATEMENTS;
  if (isSigned) return texts.some((text) => voiceOf(text) === 'I') || (texts.length >= FEWEST_STATEMENTS && speaksToReader(texts, SIGNED_SHARE));
  if (texts.length < FEWEST_STATEMENTS || !speaksToReader(texts) || !namesRules(titleOf(parts))) return false;
  // In many policies a heading says "acceptable use" and its list what people must do: only what is addressed to somebody is meant to be agreed to.
  const isPersonal = texts.filter((text) => voiceOf(text) === 'I' || voiceOf(text) === 'you').length >= texts.length / 2;
  return isPersonal || audiencesOf(titleOf(parts)).length > 0;
}

/** Forms whose heading names no agreement, or that have none: so many undertakings, signed below, cannot be anything else. */
function unnamedIn(blocks: readonly Block[]): Reading[] {
  const found: Reading[] = [];
  const signatures = blocks.flatMap(({ fields }, index) => (fields.some(isSignature) ? [index] : []));
  let next = 0;
  for (let at = 0; at < blocks.length; at += 1) {
    while ((signatures[next] ?? blocks.length) < at) next += 1;
    const signature = signatures[next];
    if (signature === undefined) break;
    const mayBegin = (at === 0 || blocks[at]?.kind === 'heading') && signature - at < LONGEST_UNNAMED && opensUndertakings(blocks, at);
    if (!mayBegin) continue;
    const reading = read({ blocks: blocks.slice(at, at + LONGEST_UNNAMED), isNamed: false, isPart: false });
    if (isAgreement(reading)) {
      found.push(reading);
      at += reading.parts.length - 1;
      // An approver's signature is one for every heading above it.
    } else at = signature;
  }
  return found;
}

/** Whether enough undertakings stand between this block and the next heading. */
function opensUndertakings(blocks: readonly Block[], at: number): boolean {
  let count = 0;
  for (let next = at; next < blocks.length && count < FEWEST_STATEMENTS; next += 1) {
    const { kind, text } = blocks[next] as Block;
    if (kind === 'heading' && next > at) return false;
    if (kind !== 'heading' && undertakesClearly(text)) count += 1;
  }
  return count === FEWEST_STATEMENTS;
}

/**
 * `Appendix 1: Staff acceptable use policy` → `Staff acceptable use policy`. Of several lines it is the first that names an agreement, with the
 * line above or below it where only that one says whom it is for.
 */
export function titleOf(parts: readonly Part[]): string {
  const headings = parts.filter(({ role, block }) => (role === 'title' || role === 'introduction') && block.kind === 'heading').map(({ block }) => block);
  const main = headings.findIndex(({ text }) => namesAnAgreement(text));
  const words = (block: Block | undefined) => withoutPart(block?.text ?? '');
  if (main < 0) return headings.map(words).find((text) => text !== '') ?? 'Agreement';
  const [above, heading, below] = [headings[main - 1], headings[main] as Block, headings[main + 1]];
  const saysForWhom = (other: Block | undefined): other is Block =>
    other !== undefined && Math.abs(other.from - heading.from) <= 2 && audiencesOf(other.text).length > 0;
  if (audiencesOf(heading.text).length > 0) return words(heading);
  if (saysForWhom(above) && words(above) !== '') return `${words(above)} ${words(heading)}`;
  return saysForWhom(below) ? `${words(heading)} ${words(below)}` : words(heading);
}
