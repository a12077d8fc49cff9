import type { Audience } from './audience.ts';

/** An agreement found in a document. */
export type FoundAgreement = {
  title: string;
  audience: Audience;
  /** Shown above the clauses. */
  introduction: string;
  clauses: string[];
  /** What is filled in at the end, in the document's words; those of an approver's block begin with the block's name. */
  signatureFields: string[];
};

/** A line of the document, without the marks that only lay it out. */
interface Line {
  text: string;
  isBullet: boolean;
  isHeading: boolean;
  isBlank: boolean;
}

/** `-`, `•`, `- ➤`, `o `, `1.`, `2.1`, `(a)`, `iv)`: what stands before a clause in a list. Word's own bullets are letters of a private alphabet. */
const BULLET =
  /^\s*(?:(?:[-–—*+>•●▪■◆◦‣·□☐✓✔➢➤▶►❖\ue000-\uf8ff]\s+)+|o\s+|\(?\d{1,2}[.)]\s+|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?\s+|\(?[a-z][.)]\s+|\(?[ivx]{1,5}[.)]\s+)/;
const MARKDOWN = /^\s{0,3}#{1,6}\s+/;
const FIELD =
  /^(full name|name|print(ed)? name|job title|role|position|designation|sign(ed|ature)?|date|class|year|child|pupil|parent|carer|organisation|company|user)\b[^.]{0,60}$/i;
const APPROVAL = /\b(authori[sz]ed|approv|countersign|office use|line manager)/i;
const NAMES_AN_AGREEMENT = /\b(agreement|acceptable use|user policy|code of conduct|undertaking|contract)\b/i;
const NEW_PART = /^(appendix|annex|schedule|section)\b/i;
/** A sentence that somebody undertakes something by, with or without a bullet. */
const UNDERTAKES = /^(I|We)\b/;
/** A heading is short; a longer line is prose. */
const LONGEST_HEADING = 110;
const FEWEST_CLAUSES = 3;
/** No agreement is longer than this; it keeps the work in proportion to the document, whatever stands in it. */
const MOST_LINES = 500;

/** Whom an agreement is for, by the words of its title and introduction; the first that fits. */
const AUDIENCES: [Audience, RegExp][] = [
  ['class', /\bclass (agreement|form|rules)\b/i],
  ['parent', /\b(parents?|carers?|guardians?)\b/i],
  ['technician', /\b(technicians?|administrators?|network manager)\b/i],
  ['staff', /\bstaff\b/i],
  ['pupil', /\b(pupils?|students?|children|learners?|ks[1-4]|key stage|eyfs)\b/i],
  ['governor', /\bgovernors?\b/i],
  ['volunteer', /\bvolunteers?\b/i],
  ['visitor', /\b(visitors?|guests?|community|supply|contractors?)\b/i],
];

/**
 * The agreements in a policy's text: a heading that names one, statements below it, and lines to sign at the end.
 * A document without any gives an empty list; nothing in a document makes it fail.
 * @param document plain text or Markdown, as copied from a document
 */
export function findAgreements(document: string): FoundAgreement[] {
  const lines = document
    .replace(/^\ufeff/, '')
    .split('\u0000')
    .join('')
    .split(/\r\n|[\r\n\u2028\f]/)
    .map(lineFrom);
  const found: FoundAgreement[] = [];
  let from = 0;
  for (let at = 0; at < lines.length; at += 1) {
    if (!isField(lines[at])) continue;
    const start = headingAbove(lines, at, from);
    const end = endOfSignatures(lines, at);
    const agreement = start === null ? null : agreementIn(lines, start, at, end);
    if (agreement) {
      found.push(agreement);
      from = end;
    }
    at = end - 1;
  }
  return found;
}

function lineFrom(raw: string): Line {
  const isHeadingMark = MARKDOWN.test(raw);
  const plain = raw.replace(MARKDOWN, '').replace(/\*\*|__(?=\S)|(?<=\S)__|\u00a0/g, (mark) => (mark === '\u00a0' ? ' ' : ''));
  const isBullet = BULLET.test(plain) && !isHeadingMark;
  const text = (isBullet ? plain.replace(BULLET, '') : plain).replace(/\s+/g, ' ').trim();
  return {
    text,
    isBullet,
    isBlank: text === '',
    isHeading: isHeadingMark || (!isBullet && text !== '' && text.length <= LONGEST_HEADING && !/[.;,]$/.test(text)),
  };
}

/** A line to fill in: `Full Name: _____ (printed)`, `Signature Date:`. */
function isField(line: Line | undefined): boolean {
  if (!line || line.isBullet || line.isBlank) return false;
  const words = line.text
    .replace(/_+|\.{4,}|…+|\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return FIELD.test(words) && (/[:_…]|\.{4}/.test(line.text) || words.split(' ').length <= 2) && !NAMES_AN_AGREEMENT.test(words);
}

/** The nearest heading above that names an agreement and has statements between it and here. */
function headingAbove(lines: readonly Line[], at: number, from: number): number | null {
  let clauses = 0;
  let heading: number | null = null;
  for (let index = at - 1; index >= Math.max(from, at - MOST_LINES); index -= 1) {
    const line = lines[index] as Line;
    if (line.isBullet) {
      if (heading !== null) break;
      clauses += 1;
    } else if (line.isHeading && clauses >= FEWEST_CLAUSES && (NAMES_AN_AGREEMENT.test(line.text) || NEW_PART.test(line.text))) {
      // A title often takes several lines: the topmost of them, up to the part's own number.
      heading = index;
      if (NEW_PART.test(line.text)) break;
    } else if (heading !== null && !line.isBlank && !line.isHeading) break;
  }
  return heading;
}

/** Where the lines to sign end: the first heading, list or long paragraph that is not one of them, after the last field. */
function endOfSignatures(lines: readonly Line[], start: number): number {
  let end = start + 1;
  for (let index = start + 1, idle = 0; index < lines.length && idle < 12; index += 1) {
    const line = lines[index] as Line;
    if (line.isBullet || NEW_PART.test(line.text)) break;
    if (isField(line)) {
      end = index + 1;
      idle = 0;
    } else if (!line.isBlank) {
      if (NAMES_AN_AGREEMENT.test(line.text) && line.isHeading && !APPROVAL.test(line.text)) break;
      idle += 1;
    }
  }
  return end;
}

function agreementIn(lines: readonly Line[], start: number, signatures: number, end: number): FoundAgreement | null {
  const clauses: string[] = [];
  const introduction: string[] = [];
  const headings: string[] = [];
  let mayContinue = false;
  for (const line of lines.slice(start, signatures)) {
    if (line.isBullet || (!mayContinue && clauses.length > 0 && UNDERTAKES.test(line.text))) clauses.push(line.text);
    else if (mayContinue && !line.isBlank && clauses.length > 0) clauses[clauses.length - 1] += ` ${line.text}`;
    else if (clauses.length === 0 && line.isHeading) headings.push(line.text);
    else if (clauses.length === 0 && !line.isBlank) introduction.push(line.text);
    mayContinue = line.isBullet || (mayContinue && !line.isBlank);
  }
  if (clauses.length < FEWEST_CLAUSES) return null;

  const { statements, fields } = signaturesIn(lines.slice(signatures, end));
  const title = titleFrom(headings);
  // A table of names and dates is not an agreement: nobody signs it.
  if (!NAMES_AN_AGREEMENT.test(title) || !fields.some((field) => /sign/i.test(field))) return null;
  return {
    title,
    audience: audienceOf(title, [...headings, ...introduction]),
    introduction: introduction.join('\n'),
    clauses: [...clauses, ...statements],
    signatureFields: fields,
  };
}

/** What is filled in, and what is agreed to beside it; the approver's block is told apart by its name. */
function signaturesIn(lines: readonly Line[]): { statements: string[]; fields: string[] } {
  const statements: string[] = [];
  const fields: string[] = [];
  let block = '';
  for (const line of lines) {
    if (line.isBlank) continue;
    if (isField(line)) fields.push(...fieldsIn(line.text).map((field) => (block ? `${block}: ${field}` : field)));
    else if (APPROVAL.test(line.text) && !UNDERTAKES.test(line.text)) block = line.text.replace(/:$/, '');
    else if (UNDERTAKES.test(line.text) && block === '') statements.push(line.text);
  }
  // "User signature" above its own lines is a heading, not a line to fill in.
  return { statements, fields: fields.filter((field, index) => !(/^user signature$/i.test(field) && fields.indexOf('Signature') > index)) };
}

/** `Signature Date:` is two fields on one line. */
function fieldsIn(text: string): string[] {
  const words = text
    .replace(/[_/]*_[_/]*|\.{4,}|…+/g, ':')
    .split(':')
    .flatMap((part) => part.trim().split(/\s+(?=date\b)/i));
  const names = words.map((word) => word.replace(/\s+/g, ' ').trim()).filter((word) => word !== '');
  const fields: string[] = [];
  for (const name of names) {
    const last = fields.length - 1;
    // What stands in brackets belongs to the field before it: `Full name: (printed)`.
    if (name.startsWith('(') && last >= 0) fields[last] += ` ${name}`;
    else fields.push(name);
  }
  return fields;
}

/** `Appendix 1: Staff Acceptable Use Policy` → `Staff Acceptable Use Policy`; of several lines, the first that names an agreement. */
function titleFrom(headings: readonly string[]): string {
  const titles = headings
    .map((heading) =>
      heading
        .replace(/^(appendix|annex|schedule|section)\s*[\w.]{0,4}\s*[:.–—-]?\s*/i, '')
        .replace(/\s+\d+$/, '')
        .trim(),
    )
    .filter((heading) => heading !== '');
  return titles.find((title) => NAMES_AN_AGREEMENT.test(title)) ?? titles[0] ?? 'Agreement';
}

/** The title decides; only when it names nobody do the lines around it. */
function audienceOf(title: string, around: readonly string[]): Audience {
  for (const text of [title, around.join(' ')]) {
    const found = AUDIENCES.find(([, words]) => words.test(text));
    if (found) return found[0];
  }
  return 'staff';
}
