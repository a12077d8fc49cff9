import type { Audience } from '../audience.ts';
import { isSignature } from './import-fields.ts';

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
  [
    'ks1',
    'ks ?1|key stage (?:1|one)|infants?|reception|early years|eyfs|foundation(?: stage| phase)?|nursery|years? (?:r|1|2)(?!\\d)|cyfnod sylfaen|cyfnod allweddol 1',
  ],
  ['ks2', 'ks ?2|key stage (?:2|two)|juniors?|years? [3-6](?!\\d)|cyfnod allweddol 2'],
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
  // "KS1 pupils" are one audience.
  return once(found.some((name) => STAGES.includes(name)) ? found.filter((name) => name !== 'pupil') : found);
}

const STAGES: readonly Named[] = ['ks1', 'ks2', 'secondary', 'class'];

/** The audiences a heading names; none when it names nobody. */
export function audiencesOf(heading: string): Audience[] {
  return namedIn(heading).map((name) => (name === 'pupil' ? 'ks2' : name));
}

/** Whether a heading is for somebody whom the heading above it does not name. A pupil is of any key stage. */
export function isForOthers(heading: string, above: string): boolean {
  const known = namedIn(above);
  const isPupil = (name: Named) => name === 'pupil' || STAGES.includes(name);
  return namedIn(heading).some(
    (name) => !known.includes(name) && !(isPupil(name) && known.some((other) => isPupil(other) && (name === 'pupil' || other === 'pupil'))),
  );
}

/** `For all staff, governors and volunteers`. */
const ADDRESSES = /^(?:\()?(?:for|to be (?:signed|completed) by|applies to|ar gyfer)\b/i;
const SIGNED_AS_A_CLASS = /\bclass\b[^.]{0,20}\b(agreement|form|rules|charter|contract|promises?)\b|\bas a class\b|\bour class\b/i;

export interface Addressed {
  title: string;
  /** Lines between title and clauses. */
  around: readonly string[];
  /** The lines to sign: `Parent or carer's signature`. */
  signers: readonly string[];
  clauses: readonly string[];
}

/** Whom an agreement is for: its title decides, then the lines below it, then who signs, then how its clauses speak. */
export function audienceOf({ title, around, signers, clauses }: Addressed): AudienceFound {
  const addressed = around.filter((line) => ADDRESSES.test(line)).flatMap(namedIn);
  const named = once([...namedIn(title), ...addressed]);
  const isForPupils = named.length === 0 || named[0] === 'pupil';
  if (isForPupils && [title, ...around].some((line) => SIGNED_AS_A_CLASS.test(line))) return settled(['class', ...named.slice(1)], '');
  if (named.length > 0) return settled(named, '');
  const signing = signers.filter((field) => isSignature(field)).flatMap(namedIn);
  if (signing.length > 0) return settled(once(signing), '');
  const guessed = guess(clauses.join('\n')) ?? namedIn(around.join('\n'))[0] ?? 'staff';
  return settled([guessed], 'The title does not say whom this agreement is for: this is a guess.');
}

function once<T>(names: readonly T[]): T[] {
  return names.filter((name, index) => names.indexOf(name) === index);
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
