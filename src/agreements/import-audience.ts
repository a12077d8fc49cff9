import type { Audience } from './audience.ts';

export interface AudienceFound {
  audience: Audience;
  /** The others of a joint agreement, in the order they are named. */
  alsoFor: Audience[];
  /** What a person should look at; '' when the document says it clearly. */
  doubt: string;
}

/** Pupils of no key stage that is named. */
type Named = Audience | 'pupil';

/** Words of titles by audience. Where two fit the same words, the first is meant: `student teachers` are no pupils. */
const NAMES: readonly [Named, string][] = [
  ['photographer', '(?:professional )?photographers?|ffotograffwyr'],
  ['supply', 'supply(?: staff| teachers?)?|agency(?: staff)?|trainees?(?: teachers?)?|student teachers?'],
  ['technician', 'technicians?|technical(?: support)? staff|network managers?|(?:it|ict|system|network) administrators?|technegw[yr]+'],
  ['external', 'external|contractors?|community|hirers?|lettings?|third[- ]part(?:y|ies)|outside (?:organisations?|agencies)'],
  ['class', 'class (?:agreement|form|rules|charter|contract|promise)'],
  ['ks1', 'ks ?1|key stage (?:1|one)|infants?|reception|early years|eyfs|foundation(?: stage| phase)?|nursery|years? (?:r|1|2)(?!\\d)|cyfnod sylfaen'],
  ['ks2', 'ks ?2|key stage (?:2|two)|juniors?|years? [3-6](?!\\d)'],
  ['secondary', 'ks ?[345]|key stage (?:[345]|three|four|five)|secondary|sixth form|years? (?:[789]|1[0-3])|post[- ]16'],
  ['governor', 'governors?|trustees?|llywodraethw?yr'],
  ['volunteer', 'volunteers?|gwirfoddolwyr'],
  ['visitor', 'visitors?|guests?|ymwelwyr'],
  ['parent', 'parents?|parental|carers?|guardians?|famil(?:y|ies)|home[- –]+school|rhieni|rieni|gofalwyr'],
  ['staff', 'staff|employees?|teachers?|teaching assistants?|workforce|professional (?:responsibilities|conduct|standards|boundaries)|adults|athrawon'],
  ['pupil', 'pupils?|students?|child(?:ren)?|learners?|disgybl(?:ion)?|ddisgyblion|plant'],
];
const ANY_NAME = new RegExp(NAMES.map(([, words]) => `\\b(${words})\\b`).join('|'), 'gi');

/** Everybody a text names, in order, each once. */
function namedIn(text: string): Named[] {
  const found = Array.from(text.matchAll(ANY_NAME), (match) => NAMES[match.slice(1).findIndex((words) => words !== undefined)]?.[0] as Named);
  const once = found.filter((name, index) => found.indexOf(name) === index);
  // "KS1 pupils" are one audience.
  return once.some((name) => STAGES.includes(name)) ? once.filter((name) => name !== 'pupil') : once;
}

const STAGES: readonly Named[] = ['ks1', 'ks2', 'secondary', 'class'];

/** The audiences a heading names; none when it names nobody. */
export function audiencesOf(heading: string): Audience[] {
  return namedIn(heading).map((name) => (name === 'pupil' ? 'ks2' : name));
}

/** `For all staff, governors and volunteers`. */
const ADDRESSES = /^(?:\()?(?:for|to be (?:signed|completed) by|applies to|ar gyfer)\b/i;
const SIGNED_AS_A_CLASS = /\bclass (agreement|form|rules|charter|contract)\b|\bas a class\b|\bour class\b/i;

/**
 * Whom an agreement is for: its title decides, then the lines below it, then how its clauses speak.
 * @param around lines between title and clauses
 */
export function audienceOf(title: string, around: readonly string[], clauses: readonly string[]): AudienceFound {
  const inTitle = namedIn(title);
  const addressed = around.filter((line) => ADDRESSES.test(line)).flatMap(namedIn);
  const named = [...inTitle, ...addressed];
  const isOneOf = named.filter((name, index) => named.indexOf(name) === index);
  const pupilsSignTogether = (isOneOf.length === 0 || isOneOf[0] === 'pupil') && around.some((line) => SIGNED_AS_A_CLASS.test(line));
  if (pupilsSignTogether) return { audience: 'class', alsoFor: isOneOf.slice(1).filter((name): name is Audience => name !== 'pupil'), doubt: '' };
  if (isOneOf.length > 0) return settled(isOneOf, '');
  const guessed = guess(clauses.join('\n')) ?? namedIn(around.join('\n'))[0] ?? 'staff';
  return settled([guessed], 'The title does not say whom this agreement is for: this is a guess.');
}

function settled(named: readonly Named[], doubt: string): AudienceFound {
  const [audience = 'staff', ...alsoFor] = named.map((name): Audience => (name === 'pupil' ? 'ks2' : name));
  const noStage = named.includes('pupil') ? 'It is for pupils but names no key stage: Key Stage 2 is assumed.' : '';
  return { audience, alsoFor: alsoFor.filter((name) => name !== audience), doubt: [doubt, noStage].filter((words) => words !== '').join(' ') };
}

function guess(clauses: string): Named | null {
  if (/\bmy (child|children|son|daughter)\b|\bfy mhlentyn\b/i.test(clauses)) return 'parent';
  if (/\bmy (teacher|class|parents?|trusted adults?)\b|\btrusted adults?\b|\bgrown[- ]?ups?\b|\bfy athr[ao]\b/i.test(clauses)) return 'pupil';
  if (/\b(pupils?|students?|colleagues?|my professional|line manager)\b/i.test(clauses)) return 'staff';
  return null;
}
