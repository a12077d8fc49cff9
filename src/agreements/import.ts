import type { Audience } from './audience.ts';
import { audienceOf, audiencesOf } from './import-audience.ts';
import type { Block } from './import-block.ts';
import { blocksOf } from './import-blocks.ts';
import { type Clause, clausesIn, isLeadOnly, type Warning } from './import-clauses.ts';
import { endOf, speaksToReader } from './import-extent.ts';
import { isSignature } from './import-fields.ts';
import { type Language, languageOf, languagesOf } from './import-language.ts';
import { type Line, linesOf } from './import-lines.ts';
import { withoutPageHeaders } from './import-pages.ts';
import { type Part, partsOf } from './import-roles.ts';
import { type Section, sectionsOf } from './import-sections.ts';
import { type SignatureField, signatureFieldsIn } from './import-signatures.ts';
import { closesAnAgreement, namesAnAgreement, undertakesClearly, voiceOf, withoutPart } from './import-words.ts';

/** An agreement found in a document (A10): what a person looks at and corrects before it becomes a form. */
export type FoundAgreement = {
  title: string;
  audience: Audience;
  /** The others of a joint agreement, in the order its title names them. */
  alsoFor: Audience[];
  /** Shown above the clauses. */
  introduction: string;
  /** Whole and in order, without their bullets. */
  clauses: string[];
  /** What is filled in, in the document's words; those of an approver's block begin with the block's name. */
  signatureFields: string[];
  /** For parents: what is granted or refused, where the document lists it. They stand among the clauses too. */
  permissions: string[];
  /** Where it stands: lines of the document, counted from 1; for each clause and field the line on which it begins. */
  lines: { from: number; to: number; clauses: number[]; signatureFields: number[] };
  /** What a person should look at, in the order of the lines. */
  warnings: Warning[];
};

/** A section read as an agreement, before anybody has decided whether it is one. */
interface Reading {
  section: Section;
  /** Those of the agreement; what follows in the section is not of it. */
  parts: Part[];
  clauses: Clause[];
  fields: SignatureField[];
  warnings: Warning[];
  isSigned: boolean;
}

/** Fewer statements than these are no agreement where nobody signs, or where no heading names one. */
const FEWEST_STATEMENTS = 3;
/** A closing declaration has no more; with more it is an agreement of its own. */
const MOST_IN_DECLARATION = 3;
const LONG_CLAUSE = 1_000;

/**
 * The agreements in a policy's text: a heading that names one, statements that bind the reader, lines to sign. Those that are only acknowledged
 * are found too, with a warning. A document without any gives an empty list; nothing in a document makes it fail, and nothing in it is markup.
 * @param document plain text, Markdown, text taken from a PDF, or what `documentText` makes of HTML
 */
export function findAgreements(document: string): FoundAgreement[] {
  const { lines, dropped } = withoutPageHeaders(linesOf(document));
  return readingsOf(blocksOf(lines)).flatMap((reading) => agreementsFrom(reading, dropped));
}

function readingsOf(blocks: readonly Block[]): Reading[] {
  const readings = withDeclarations(sectionsOf(blocks).map(read));
  return readings.flatMap((reading) => {
    const isFound = isAgreement(reading);
    const rest = reading.section.blocks.slice(isFound ? reading.parts.length : 1);
    return [...(isFound ? [reading] : []), ...unnamedIn(isFound ? rest : reading.section.blocks)];
  });
}

function read(section: Section): Reading {
  const all = partsOf(section.blocks);
  const parts = all.slice(0, endOf(all));
  const fields = signatureFieldsIn(parts);
  const isSigned = fields.some(({ name, isApprovers }) => isSignature(name) && !isApprovers);
  return { section, parts, ...clausesIn(parts), fields, isSigned };
}

/** Rules on one page and "Declaration: I have read … Signed" below them are one agreement, unless the declaration is somebody else's. */
function withDeclarations(readings: readonly Reading[]): Reading[] {
  const result: Reading[] = [];
  for (let at = readings.length - 1; at >= 0; at -= 1) {
    const reading = readings[at] as Reading;
    const below = result[0];
    if (below && isDeclarationOf(reading, below)) result[0] = read({ ...reading.section, blocks: [...reading.section.blocks, ...below.section.blocks] });
    else result.unshift(reading);
  }
  return result;
}

function isDeclarationOf(rules: Reading, declaration: Reading): boolean {
  if (!rules.section.isNamed || rules.isSigned || !declaration.isSigned || declaration.section.isPart || !isAgreement(rules)) return false;
  const heading = declaration.section.blocks[0]?.text ?? '';
  const own = audiencesOf(heading);
  const isSame = own.length === 0 || own.join() === audiencesOf(titleOf(rules.parts)).join();
  return isSame && closesAnAgreement(heading) && declaration.clauses.length <= MOST_IN_DECLARATION;
}

function isAgreement({ section, parts, clauses, isSigned }: Reading): boolean {
  const texts = clauses.map(({ text }) => text);
  if (!section.isNamed) return isSigned && texts.filter(undertakesClearly).length >= FEWEST_STATEMENTS;
  if (isSigned) return texts.some((text) => voiceOf(text) === 'I') || (texts.length >= FEWEST_STATEMENTS && speaksToReader(texts));
  if (texts.length < FEWEST_STATEMENTS || !speaksToReader(texts)) return false;
  // Of many policies a heading says "acceptable use" and its list what staff must do: only what is addressed to somebody is meant to be agreed to.
  const isPersonal = texts.filter((text) => voiceOf(text) === 'I' || voiceOf(text) === 'you').length >= texts.length / 2;
  return isPersonal || audiencesOf(titleOf(parts)).length > 0;
}

/** Forms whose heading names no agreement, or that have none: so many undertakings, signed below, cannot be anything else. */
function unnamedIn(blocks: readonly Block[]): Reading[] {
  const found: Reading[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    if (at > 0 && blocks[at]?.kind !== 'heading') continue;
    if (!opensUndertakings(blocks, at)) continue;
    const reading = read({ blocks: blocks.slice(at), isNamed: false, isPart: false });
    if (!isAgreement(reading)) continue;
    found.push(reading);
    at += reading.parts.length - 1;
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

/** One agreement, or one for each language it is written in. */
function agreementsFrom(reading: Reading, dropped: readonly Line[]): FoundAgreement[] {
  const { each, languages } = languagesOf(reading.clauses.map(({ text }) => text));
  return languages.map((language) => {
    const clauses = reading.clauses.filter((_, index) => each[index] === language);
    return agreementFrom({ ...reading, clauses }, dropped, languages.length > 1 ? language : null);
  });
}

function agreementFrom({ parts, clauses, fields, warnings, isSigned }: Reading, dropped: readonly Line[], language: Language | null): FoundAgreement {
  const introduction = introductionOf(parts).filter((text) => language === null || (languageOf(text) ?? language) === language);
  const title = titleOf(parts);
  const around = [...parts.filter(({ role }) => role === 'title').map(({ block }) => block.text), ...introduction];
  const { doubt, ...audiences } = audienceOf(
    title,
    around,
    clauses.map(({ text }) => text),
  );
  const from = parts[0]?.block.from ?? 1;
  const to = parts[parts.length - 1]?.block.to ?? from;
  const isForParents = [audiences.audience, ...audiences.alsoFor].includes('parent');
  const message = (words: string): Warning[] => (words === '' ? [] : [{ line: from, message: words }]);
  return {
    title,
    ...audiences,
    introduction: introduction.join('\n'),
    clauses: clauses.map(({ text }) => text),
    signatureFields: fields.map(({ name }) => name),
    permissions: isForParents ? clauses.filter(({ isPermission }) => isPermission).map(({ text }) => text) : [],
    lines: { from, to, clauses: clauses.map(({ line }) => line), signatureFields: fields.map(({ line }) => line) },
    warnings: [
      ...message(doubt),
      ...message(isSigned ? '' : 'It has no signature line: nobody signs it in the document.'),
      ...message(language ? `The document gives it in more than one language: these are the clauses in ${language === 'other' ? 'the other' : language}.` : ''),
      ...clauses.filter(({ text }) => text.length > LONG_CLAUSE).map(({ text, line }) => ({ line, message: `This clause is ${text.length} characters long.` })),
      ...headersWithin(dropped, from, to),
      ...warnings,
    ].sort((one, other) => one.line - other.line),
  };
}

function introductionOf(parts: readonly Part[]): string[] {
  const first = parts.findIndex(({ role }) => role === 'statement');
  return parts
    .slice(0, first)
    .filter((part, index) => part.role === 'introduction' || isLeadOnly(part, parts[index + 1]))
    .map(({ block }) => block.text)
    .filter((text) => !/^.{0,50}\b(school|academy|college|federation|trust)$/i.test(text));
}

/**
 * `Appendix 1: Staff acceptable use policy` → `Staff acceptable use policy`. Of several lines it is the first that names an agreement, with the
 * line beside it where only that one says whom it is for.
 */
function titleOf(parts: readonly Part[]): string {
  const titles = parts.filter(({ role }) => role === 'title' || role === 'introduction').filter(({ block }) => block.kind === 'heading');
  const texts = titles.map(({ block }) => withoutPart(block.text)).filter((text) => text !== '');
  const main = texts.findIndex(namesAnAgreement);
  if (main < 0) return texts[0] ?? 'Agreement';
  return texts[main] as string;
}

/** Each header once, however many pages it stands on. */
function headersWithin(dropped: readonly Line[], from: number, to: number): Warning[] {
  const within = dropped.filter(({ number }) => number >= from && number <= to);
  const once = within.filter((line, index) => within.findIndex(({ text }) => text.replace(/\d+/g, '') === line.text.replace(/\d+/g, '')) === index);
  return once.map(({ number, text }) => ({ line: number, message: `“${text}” looks like the header or footer of a page and is left out.` }));
}
