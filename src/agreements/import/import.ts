import type { Audience } from '../audience.ts';
import { audienceOf } from './import-audience.ts';
import { blocksOf } from './import-blocks.ts';
import { type Clause, leadsIn, type Warning } from './import-clauses.ts';
import { languageOf, languagesOf } from './import-language.ts';
import { type Line, linesOf } from './import-lines.ts';
import { withoutPageHeaders } from './import-pages.ts';
import { agreementsAmong, type Reading, titleOf } from './import-reading.ts';
import type { Part } from './import-roles.ts';

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

/** Longer than anybody reads in one go, in characters. */
const LONG_CLAUSE = 1_000;

/**
 * The agreements in a policy's text: a heading that names one, statements that bind the reader, lines to sign. Those that are only acknowledged
 * are found too, with a warning. A document without any gives an empty list; nothing in a document makes it fail, and nothing in it is markup.
 * @param document plain text, Markdown, text taken from a PDF, or what `documentText` makes of HTML
 */
export function findAgreements(document: string): FoundAgreement[] {
  const { lines, dropped } = withoutPageHeaders(linesOf(document));
  return agreementsAmong(blocksOf(lines)).flatMap((reading) => inEachLanguage(reading, dropped));
}

/** One agreement, or one for each language it is written in. */
function inEachLanguage(reading: Reading, dropped: readonly Line[]): FoundAgreement[] {
  const { each, languages } = languagesOf(reading.clauses.map(({ text }) => text));
  if (languages.length < 2) return [agreementFrom(reading, reading.clauses, introductionOf(reading.parts), warningsOf(reading, dropped))];
  return languages.map((language) => {
    const clauses = reading.clauses.filter((_, index) => each[index] === language);
    const introduction = introductionOf(reading.parts).filter((text) => (languageOf(text) ?? language) === language);
    const message = `The document gives it in more than one language: these are the clauses in ${language === 'other' ? 'the other language' : language}.`;
    return agreementFrom(reading, clauses, introduction, [{ line: firstLine(reading), message }, ...warningsOf({ ...reading, clauses }, dropped)]);
  });
}

function agreementFrom(reading: Reading, clauses: readonly Clause[], introduction: readonly string[], warnings: readonly Warning[]): FoundAgreement {
  const { parts, fields } = reading;
  const title = titleOf(parts);
  const { audience, alsoFor, doubt } = audienceOf({
    title,
    around: [...parts.filter(({ role }) => role === 'title').map(({ block }) => block.text), ...introduction],
    signers: fields.filter(({ isApprovers }) => !isApprovers).map(({ name }) => name),
    clauses: reading.clauses.map(({ text }) => text),
  });
  const isForParents = audience === 'parent' || alsoFor.includes('parent');
  return {
    title,
    audience,
    alsoFor,
    introduction: introduction.join('\n'),
    clauses: clauses.map(({ text }) => text),
    signatureFields: fields.map(({ name }) => name),
    permissions: isForParents ? clauses.filter(({ isPermission }) => isPermission).map(({ text }) => text) : [],
    lines: {
      from: firstLine(reading),
      to: lastLine(reading),
      clauses: clauses.map(({ line }) => line),
      signatureFields: fields.map(({ line }) => line),
    },
    warnings: doubt === '' ? [...warnings] : [{ line: firstLine(reading), message: doubt }, ...warnings],
  };
}

/** The lines between title and clauses; the school's name alone is none. */
function introductionOf(parts: readonly Part[]): string[] {
  const first = parts.findIndex(({ role }) => role === 'statement');
  return parts
    .slice(0, first)
    .filter((part, index) => part.role === 'introduction' || leadsIn(part, parts[index + 1]))
    .map(({ block }) => block.text)
    .filter((text) => !/^.{0,50}\b(school|academy|college|federation|trust)$/i.test(text));
}

function warningsOf(reading: Reading, dropped: readonly Line[]): Warning[] {
  const unsigned = { line: firstLine(reading), message: 'It has no signature line: nobody signs it in the document.' };
  const long = reading.clauses.filter(({ text }) => text.length > LONG_CLAUSE);
  return [
    ...(reading.isSigned ? [] : [unsigned]),
    ...long.map(({ text, line }) => ({ line, message: `This clause is ${text.length} characters long.` })),
    ...headersWithin(reading, dropped),
    ...reading.warnings,
  ].sort((one, other) => one.line - other.line);
}

/** Each header once, however many pages it stands on. */
function headersWithin(reading: Reading, dropped: readonly Line[]): Warning[] {
  const within = dropped.filter(({ number }) => number > firstLine(reading) && number < lastLine(reading));
  const first = new Map([...within].reverse().map((line) => [line.text.replace(/\d+/g, ''), line]));
  return [...first.values()].map(({ number, text }) => ({ line: number, message: `“${text}” looks like the header or footer of a page and is left out.` }));
}

function firstLine({ parts }: Reading): number {
  return parts[0]?.block.from ?? 1;
}

function lastLine({ parts }: Reading): number {
  return parts[parts.length - 1]?.block.to ?? 1;
}
