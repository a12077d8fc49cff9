import { adultsMeant } from '../../incidents/typed-name.ts';
import { belongsToStaff, type RollEntry, wordsOf } from '../../school/roll.ts';
import type { School } from '../../school/school.ts';
import { partsOf } from '../scoring/quotes.ts';

/** An adult whom a message names. */
export interface NamedAdult {
  /** As it stands in the message. */
  typed: string;
  /** Adults on the roll whom it may mean. */
  mayBe: string[];
  /** It says of them that they did something to somebody. */
  isSaidToHaveDone: boolean;
}

/** A message that names more adults says nothing new by the rest. */
const MOST_NAMED = 10;
const MOST_MENTIONS = 300;
/** Characters that are looked through: of the beginning, as the scorer does. */
const LONGEST = 60_000;
const WORD = "[\\p{L}\\p{M}][\\p{L}\\p{M}'’-]*";
const TITLED = new RegExp(`\\b(?:mr|mrs|ms|miss|mx|dr|prof|professor|rev|sir|madam)\\b\\.?[ \\t]+(?:[a-z]\\.?[ \\t]+)?${WORD}(?:[ \\t]+${WORD})?`, 'giu');
const BY_POST =
  /\b(?:deputy (?:dsl|(?:designated )?safeguarding lead)|dsl|safeguarding (?:lead|officer)|chair of (?:the )?governors|head ?teacher|head ?master|head ?mistress)\b/gi;
/** Whoever is only to be told is not who it is about: everybody is advised to tell the safeguarding lead. */
const TO_BE_TOLD =
  /\b(?:tell|told|telling|ask|asked|contact|inform|informed|see|speak (?:to|with)|spoke (?:to|with)|talk to|talked to|go to|went to|email)(?: the| our| your)?\s*$/i;
const GREETING = /(?:^|\n)[ \t]*(?:dear|hi|hiya|hello|hey|good (?:morning|afternoon|evening)|morning|afternoon)[ ,]*$/i;
/** What an adult may be said to have done to somebody. */
const DID =
  /^[^.!?\n]{0,25}\b(?:touch|hit|hurt|grabb?|kiss|hugg?|slapp?|push|pull|punch|kick|follow|star|message|messag|text|dm|snap|call|film|shout|threaten|bull(?:y|i)|groom|sen[dt]|ask)(?:e?d|e?s|ing|ied|ies)?\b[^.!?\n]{0,12}\b(?:me|us|her|him|them|my|our)\b/i;

/**
 * Adults whom a message names, in its subject or its text: with a title, by their whole name, by family name where it is written like one, by their post, by their address
 * (B5). What was quoted counts by addresses alone. A greeting names nobody to whom the message goes anyway.
 * @param greeted addresses of those it was written to, when they are not whom it is about
 */
export function adultsNamedIn(subject: string, text: string, roll: readonly RollEntry[], school: School, greeted: readonly string[]): NamedAdult[] {
  const all = `${subject}\n${text}`.slice(0, LONGEST);
  const written = `${subject}\n${partsOf(text.slice(0, LONGEST)).written}`;
  const found: NamedAdult[] = [];
  const add = (typed: string, mayBe: readonly string[], isSaidToHaveDone: boolean) => {
    const others = mayBe.filter((email) => !found.some((each) => each.mayBe.includes(email) && (each.isSaidToHaveDone || !isSaidToHaveDone)));
    if (others.length > 0 && found.length < MOST_NAMED) found.push({ typed: typed.replace(/\s+/g, ' ').trim(), mayBe: others, isSaidToHaveDone });
  };
  for (const mention of mentionsIn(written, roll, school).slice(0, MOST_MENTIONS)) {
    const { typed, meant } = meantIn(mention, roll, school);
    const mayBe = GREETING.test(written.slice(Math.max(0, mention.at - 40), mention.at)) ? meant.filter((email) => !greeted.includes(email)) : meant;
    const after = mention.at + typed.length;
    add(typed, mayBe, DID.test(written.slice(after, after + 80)));
  }
  const lower = all.toLowerCase();
  for (const email of holdersOf(school)) if (!greeted.includes(email) && lower.includes(email)) add(email, [email], false);
  return withoutTwice(found);
}

/** Whom a mention means: by its first words, where they mean somebody, else by all of them. */
function meantIn({ typed }: Mention, roll: readonly RollEntry[], school: School): { typed: string; meant: string[] } {
  const [first = typed] = /^\S+[ \t]+(?:[a-z]\.?[ \t]+)?\S+/i.exec(typed) ?? [];
  const meant = adultsMeant(first, roll, school);
  return meant.length > 0 ? { typed: first, meant } : { typed, meant: adultsMeant(typed, roll, school) };
}

/** Those whose posts bring concerns to them. */
export function holdersOf({ head, dsl, deputies, chair, coordinator, dataLead }: School): string[] {
  return [...new Set([head, dsl, ...deputies, chair, coordinator, dataLead])].filter((email) => email !== '');
}

interface Mention {
  typed: string;
  at: number;
}

function mentionsIn(written: string, roll: readonly RollEntry[], school: School): Mention[] {
  const titled = [...written.matchAll(TITLED)].map((match) => ({ typed: match[0], at: match.index }));
  const posts = [...written.matchAll(BY_POST)]
    .map((match) => ({ typed: match[0], at: match.index }))
    .filter(({ at }) => !TO_BE_TOLD.test(written.slice(Math.max(0, at - 30), at)));
  return [...titled, ...posts, ...byName(written, roll, school)].sort((one, other) => one.at - other.at);
}

/**
 * Adults by their whole name, in any spelling; those who could get the case by their family name as well, where it begins with a capital and
 * no other name stands before it: "Amir Khan" is not Mrs Khan.
 */
function byName(written: string, roll: readonly RollEntry[], school: School): Mention[] {
  const words = [...written.matchAll(new RegExp(WORD, 'gu'))].map((match) => ({ typed: match[0], plain: wordsOf(match[0]).join(''), at: match.index }));
  const holders = new Set(holdersOf(school));
  const adults = new Map<string, { given: string; isHolder: boolean }[]>();
  for (const { email, givenName, familyName, kind } of roll) {
    if (!belongsToStaff(kind) && kind !== 'volunteer' && !holders.has(email)) continue;
    const family = wordsOf(familyName).join('');
    if (family !== '') adults.set(family, [...(adults.get(family) ?? []), { given: wordsOf(givenName).join(''), isHolder: holders.has(email) }]);
  }
  return words.flatMap(({ typed, plain, at }, index) => {
    const before = words[index - 1];
    const isBeside = before !== undefined && /^[ \t]+$/.test(written.slice(before.at + before.typed.length, at));
    return (adults.get(plain.replace(/s$/, '')) ?? adults.get(plain) ?? []).flatMap(({ given, isHolder }) => {
      if (isBeside && before.plain === given) return [{ typed: `${before.typed} ${typed}`, at: before.at }];
      const isAlone = !isBeside || !isCapital(before.typed) || !isCapital(typed);
      return isHolder && isCapital(typed) && isAlone ? [{ typed: typed.replace(/['’]s$/, ''), at }] : [];
    });
  });
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** Whoever is said to have done something is named for that, not once more for being mentioned. */
function withoutTwice(found: readonly NamedAdult[]): NamedAdult[] {
  const done = new Set(found.filter(({ isSaidToHaveDone }) => isSaidToHaveDone).flatMap(({ mayBe }) => mayBe));
  return found
    .map((each) => (each.isSaidToHaveDone ? each : { ...each, mayBe: each.mayBe.filter((email) => !done.has(email)) }))
    .filter(({ mayBe }) => mayBe.length > 0);
}
