/**
 * The words by which agreements are recognised, in English and Welsh: what names one, who speaks in it, what a sentence undertakes.
 */

/** Names an agreement in a heading. */
const KINDS =
  /\b(agreements?|acceptable use|user polic(y|ies)|a\.?u\.?[pa]\.?s?|codes? of (conduct|practice)|terms (of use|and conditions)|conditions of use|undertakings?|contracts?|charters?|pledges?|promises?|rules|professional (responsibilities|conduct|standards|boundaries)|cytundeb(au)?|gytundeb|defnydd derbyniol|cod ymddygiad|rheolau)\b/i;
/** Names a form that somebody signs; without a signature it is something else. */
const FORMS = /\b(declarations?|consent|permissions?|(reply|return) slip|caniatâd|datganiad)\b/i;
/** Headings that speak about agreements or refer to one. */
const ABOUT =
  /^(see|refer|please|to|this|these|dear|if|when|where|as|have|note|also|breach(es)?|sanctions?|breaking|review(ing)?|introduc\w+|monitoring|communicat\w+)\b|[?]$|\.(pdf|docx?|odt|html?)$/i;
const PART = /^(appendix|appendices|annexe?|schedule|atodiad)\s*(\d{1,2}|[a-z]|[ivx]{1,5})\b/i;

/** Whether a heading names something that a person agrees to. */
export function namesAnAgreement(heading: string): boolean {
  return namesRules(heading) || (FORMS.test(heading) && !ABOUT.test(withoutPart(heading)));
}

/** Whether a heading names something that may be agreed to though nobody signs below it. */
export function namesRules(heading: string): boolean {
  return KINDS.test(heading) && !ABOUT.test(withoutPart(heading));
}

/** `Appendix 3`, `ATODIAD B – …`: what stands above it belongs to something else. */
export function beginsAPart(heading: string): boolean {
  return PART.test(heading);
}

/** `Appendix 1: Staff agreement 29` → `Staff agreement`. */
export function withoutPart(heading: string): string {
  return heading
    .replace(/^(appendix|annexe?|schedule|section|atodiad)\s*(\d{1,2}|[a-z]|[ivx]{1,5})?\b\s*[:.)–—-]*\s*/i, '')
    .replace(/[\s|–-]*\bpage \d{1,3}( of \d{1,3})?$/i, '')
    .replace(/\s*[:–—-]+$/, '')
    .trim();
}

/** A heading that only closes what stands above it: `Declaration`, `User agreement`. */
export function closesAnAgreement(heading: string): boolean {
  return /\b(declaration|undertaking|signature|slip|form|acknowledge?ment|consent|agreement|datganiad)\b/i.test(heading);
}

const FIRST_PERSON = /\bI\b|\b(my|myself)\b|^(we|our)\b|\b(byddaf|fyddaf|rwyf|rwy|dwi|fydda|wnaf|cytunaf|deallaf|cadwaf|addawaf|rydym|byddwn|fyddwn|fy|ein)\b/i;
const SECOND_PERSON = /\b(you|your|yourself|eich)\b/i;
const IMPERATIVE =
  /^(do not|don['’]t|never|always|only|ensure|make sure|keep|take|report|respect|be|think|check|ask|tell|treat|follow|remember|lock|log|protect|avoid|choose|use(?! of\b)|make|stay|look after|speak|share|show|send|store|turn|switch|leave|hand|peidiwch|cofiwch|gofynnwch|dywedwch)\b/i;
const FORBIDS =
  /\b((must|may|should|will|shall|can) not|cannot|do not|(is|are) not (permitted|allowed)|not be|never|no (staff|member|employee|person|one|visitor|pupil)\b)/i;
const OBLIGES =
  /^(all |any |every |each |the )?[\w /&,-]{0,60}?\b(staff|employees?|teachers?|governors?|volunteers?|visitors?|guests?|users?|pupils?|students?|children|parents?|carers?|photographers?|contractors?|technicians?|hirers?|members?)\b[\w /&,-]{0,30} (must|will|shall|should|agrees?|undertakes?|are expected|is expected)\b/i;

/** Who speaks, or is spoken to, in a statement. Nobody: it only tells how things are. */
export type Voice = 'I' | 'you' | 'they must' | null;

/** Finds out whether a statement binds whoever signs below it. */
export function voiceOf(statement: string): Voice {
  if (FIRST_PERSON.test(statement)) return 'I';
  if (IMPERATIVE.test(statement) || SECOND_PERSON.test(statement)) return 'you';
  return FORBIDS.test(statement) || OBLIGES.test(statement) ? 'they must' : null;
}

const UNDERTAKING =
  /^((and |that )?(I|we)(['’](ll|m|ve))?|byddaf|ni fyddaf|rwyf|rwy|dwi|wnaf|cytunaf|deallaf|rydym|byddwn)\b|^(my|our)\b.* (is|are|will|must|may|can)\b|^it is (my|our)\b|\b(I|we),? (hereby |fully |also |both |do |will )?(agree|understand|accept|consent|promise|undertake|confirm|declare|give|grant|refuse|acknowledge|have read)\b/i;
/** The school, or a letter, speaking about itself; or how the rules came about. */
const LETTER =
  /^(I|we) (am|are) (writing|pleased|committed|aware|proud|asking|very)|^(I|we) (would|hope|enclose|look|attach|attempt|expect|aim|believe|recogni[sz]e|encourage|endeavour|regard|know that all)\b|^we (ask|want|need|like) (that|you|all|parents|families|pupils|children|every)\b|^we (agreed|made|wrote|chose|decided|created|met)\b|^we\b.*\b(you|your|our (pupils|students|school|staff))\b/i;

/** A sentence by which somebody undertakes something though no bullet stands before it; not the school speaking about itself. */
export function undertakes(sentence: string): boolean {
  return UNDERTAKING.test(sentence) && !LETTER.test(sentence);
}

/** Speaks to the reader outright: `Do not …`, `You have a duty …`. */
export function instructs(sentence: string): boolean {
  return IMPERATIVE.test(sentence) || /^you\b/i.test(sentence);
}

const STRONG =
  /^((I|we)( (will|shall|agree|promise|understand|accept|consent|undertake|confirm|declare|acknowledge|give|grant|have read|must|am|know|never|always|only|do not|don['’]t|won['’]t|can)\b|['’](ll|m)\b)|byddaf|ni fyddaf|rwyf|rwy|rydym|byddwn|cytunaf|deallaf)/i;

/** So clearly an undertaking that a heading need not say so. */
export function undertakesClearly(sentence: string): boolean {
  return STRONG.test(sentence) && !LETTER.test(sentence);
}

const MODAL = '(?:will|must|should|shall|may|cannot|can|agree|promise|undertake|understand|know)(?: (?:not|never|always|only|that|to|not to))*';
const ENDS_OPEN = new RegExp(`\\b(?:${MODAL}|not|never|that|to)(?: \\w+)?\\s*[:…]?$`, 'i');
const BINDS = new RegExp(`(?:\\b(?:I|we)|^\\S+(?: \\S+){0,3}) ${MODAL}\\s*[:…]$`, 'i');
const LONGEST_STEM = 14;

/** `I will not:` and what else the items below it complete; a heading with a colon is none. */
export function isStem(text: string): boolean {
  return /[:…]$|\b(that|to|not)$/i.test(text) && (/^(I|we)\b/i.test(text) || ENDS_OPEN.test(text));
}

/**
 * What of a stem stands before each item, so that nobody reads `share my password` without the `I will not:` above it.
 * @returns the stem, of a long one what binds at its end; '' when it is a sentence of its own
 */
export function stemOf(text: string): string {
  if (/\byou\b/i.test(text)) return '';
  if (text.split(' ').length <= LONGEST_STEM) return text;
  const end = text.split(/[,;.–]\s/).pop() ?? '';
  const short = end.split(' ').length <= LONGEST_STEM / 2 ? end : (/\b(?:I|we) [\w ]{1,30}[:…]$/i.exec(end)?.[0] ?? '');
  return BINDS.test(short) ? short : '';
}

const GRANTS =
  /\b(I|we)\b[^.]{0,60}\b(give|grant|refuse|withhold)\b[^.]{0,30}\b(permission|consent)|\b(I|we) (do not )?(consent|agree) to (my|our|the use|photograph|image)|\bmay (have access|be (photographed|filmed|recorded))\b|\brhoi caniatâd\b/i;

/** A sentence that allows something, or opens a list of what is allowed. */
export function grants(sentence: string): boolean {
  return GRANTS.test(sentence) || (sentence.endsWith(':') && /\b(permission|consent) (for|to)\b/i.test(sentence));
}

/** Words that leave a sentence open when a line ends with them. */
export const DANGLES =
  /([,(&]|\b(and|or|the|a|an|of|to|in|for|with|by|on|at|from|as|that|which|who|is|are|not|will|be|my|our|your|their|any|all|its|if|this|a['’]r|a|i|y|yr|o|ar))$/i;
