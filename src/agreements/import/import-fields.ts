/** Lines to fill in: `Full name: ____`, `Signature   Date`, `My trusted adults are ____ at school`. */

export interface FieldLine {
  /** What is filled in, in the document's words. */
  names: string[];
  /** Words alone, without a colon or a place to write: it may be a heading of what stands below it. */
  isBare: boolean;
}

/** Where somebody writes: underscores, rows of dots or dashes, slashes of a date among them. */
const BLANK = /_[_/\s]*_|\.{4,}|……+|(?<=[:\s])…+\s*$|-{4,}|–{3,}|\[\s{2,}\]/g;
const HAS_BLANK = /__|_[\s/]+_|\.{4,}|……|[:\s]…+\s*$|-{4,}|–{3,}|\[\s{2,}\]/;
const ONLY_BLANK = /^[\s_.…/–-]*$/;
/** Between two blanks or names. */
const SEPARATOR = '\u0001';
const LONGEST_LINE = 300;
const LONGEST_NAME = 70;

/** The word a field's name ends with, or begins with before `of …`. */
const HEAD =
  '(?:names?|name\\(s\\)|(?:counter)?signatures?|signed|sign|dated?|class|form|year(?: group)?|tutor(?: group)?|role|position|post|job title|title|department|designation|initials|occupation|relationship|enw(?:au)?|llofnod(?:wyd)?|dyddiad|dosbarth|swydd)';
/** Further ones, where a colon or a place to write stands behind them. */
const ASKED =
  '(?:job|organi[sz]ation|company|school|tel(?:ephone)?(?: (?:no|number))?|phone|mobile|e-?mail(?: address)?|address|pupil|child|parent|carer|guardian|staff member|print(?:ed)?|capitals|rhiant|disgybl)';
const FIELD_NAME = new RegExp(
  `^(?:[\\w'’()&-]+(?: ?/ ?| )){0,6}(?:${HEAD}|${ASKED})$|^(?:${HEAD}|${ASKED})(?:/s|s)? (?:of|by|to|as|in|and|for|on|y|yr)\\b[^.!?]{0,50}$`,
  'i',
);
/** Those that may stand without anything to write on. */
const BARE_NAME = new RegExp(`^(?:[\\w'’()&-]+(?: ?/ ?| )){0,3}${HEAD}$|^(?:names?|signatures?|signed)(?:\\(s\\))? (?:of|by) [\\w'’ /]{1,40}$`, 'i');
const SENTENCE = /^(I|We)\b|\b(I|we|will|must|shall|should|has|have|been|is|are|agree|please|return|if|that)\b/;

/**
 * What a line asks for.
 * @param raw with its tabs and spaces: they part the names of fields that stand side by side
 * @returns null when the line is no line to fill in
 */
export function fieldLine(raw: string): FieldLine | null {
  if (raw.length > LONGEST_LINE || ONLY_BLANK.test(raw)) return null;
  const hasBlank = HAS_BLANK.test(raw);
  const marked = raw
    .replace(BLANK, SEPARATOR)
    .replace(/\t+|\s{3,}/g, SEPARATOR)
    .replace(/(signatures?|signed|class|name|title|printed|form|\))\s+(?=dated?\b|dyddiad\b)/gi, `$1${SEPARATOR}`);
  const isMarked = marked.includes(':') || hasBlank;
  const names = namesIn(marked);
  if (names.length === 0 || names.some((name) => !isName(name, hasBlank, isMarked))) return null;
  return { names, isBare: !isMarked && names.length === 1 };
}

/** Whether a line leaves places to write on, inside a sentence or not. */
export function hasBlanks(text: string): boolean {
  return HAS_BLANK.test(text) && !ONLY_BLANK.test(text);
}

/** Whether nothing stands in a line but a place to write. */
export function isBlankToFill(text: string): boolean {
  return HAS_BLANK.test(text) && ONLY_BLANK.test(text);
}

/** `My trusted adults are ____ in school and ____ at home` → the sentence twice, with what belongs to each place. */
export function fieldsOfSentence(sentence: string): string[] {
  const parts = sentence
    .replace(BLANK, SEPARATOR)
    .split(SEPARATOR)
    .map((part) => part.replace(/\s+/g, ' ').replace(/^[\s,.;]+|[\s,;.]+$/g, ''));
  const [first = '', ...rest] = parts;
  const places = rest.map((part) => part.replace(/\s+(and|or|a|ac)$/i, ''));
  if (places.length === 1) return [first === '' ? (places[0] ?? '') : first].filter((name) => name !== '');
  return places.map((part) => `${first}${part === '' ? '' : ' … '}${part}`.trim()).filter((name) => name !== '');
}

/** `We have discussed this with (child's name)`: what brackets in a sentence ask for. */
export function fieldsInBrackets(sentence: string): string[] {
  return Array.from(
    sentence.matchAll(/\((?:please )?(?:insert |print |enter |write )?((?:[\w'’/]+ ){0,3}names?(?:\(s\))?(?: of [\w'’/ ]{1,30})?)\)/gi),
    (match) => match[1] as string,
  );
}

function namesIn(marked: string): string[] {
  const names: string[] = [];
  for (const part of marked.split(SEPARATOR)) {
    const words = part.replace(/\s+/g, ' ').trim();
    // What stands in brackets belongs to the field before it: `Full name: (printed)`.
    const [, label = '', after = ''] = /^([^:]*):?(.*)$/.exec(words) ?? [];
    const hint = /^\(.*\)\.?$/.test(label.trim()) ? label.trim() : /^\s*\(.*\)\.?$/.test(after) ? after.trim() : '';
    const name = label.trim() === hint ? '' : label.trim();
    if (name !== '') names.push(name);
    if (hint !== '') {
      const last = names.length - 1;
      if (last >= 0 && !names[last]?.endsWith(')')) names[last] += ` ${hint}`;
      else if (last < 0) names.push(hint.slice(1, -1));
    } else if (after.trim() !== '') names.push(...valueOrNames(name, after.trim()));
  }
  return names;
}

/** After `Class:` may stand what is filled in already, or the next field: `Signature: Date:`. */
function valueOrNames(name: string, after: string): string[] {
  if (after.includes(':') || BARE_NAME.test(after)) return namesIn(after);
  return BARE_NAME.test(name) && after.length <= 30 && !/[.!?]$/.test(after) ? [] : [after];
}

function isName(name: string, hasBlank: boolean, isMarked: boolean): boolean {
  const words = name.replace(/\s*\([^()]*\)/g, '').trim();
  if (name.length > LONGEST_NAME || SENTENCE.test(words) || /[.!?]$/.test(words)) return false;
  if (hasBlank) return words.split(' ').length <= 8 && /[\p{L}]/u.test(words);
  return words === '' || (isMarked ? FIELD_NAME : BARE_NAME).test(words);
}

/** Where a person signs. */
export function isSignature(field: string): boolean {
  return /\bsign|llofnod/i.test(field);
}

const APPROVER =
  /\b(authori[sz]ed|approv|countersign|office use|school use|line manager|head ?teacher|principal|chair|governing (body|board)|completed by (the )?(school|office)|(for|on behalf of) the school|witness|received by|network manager|safeguarding lead|dsl|awdurdodwyd|pennaeth)/i;

/** Words of a block that somebody else fills in who approves. */
export function isApprover(text: string): boolean {
  return APPROVER.test(text);
}
