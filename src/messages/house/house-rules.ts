import type { Party } from '../message.ts';
import type { Monitoring } from '../monitoring.ts';

/** What the house rules look at. Addresses in lower case. */
export interface Posted {
  from: string;
  fromParty: Party;
  to: readonly string[];
  /** How many addresses everybody can see in it. */
  visible: number;
  subject: string;
  text: string;
  /** Whether an address that is not the school's looks like one of its staff; nobody can say without the school's list. */
  looksLikeStaff?(address: string): boolean;
  /** Whether an address is a pupil's. */
  isPupil?(address: string): boolean;
}

/** Rules of the house (C5, C6): noticed, listed once a week, and never a concern by themselves. */
export const HOUSE_RULES = {
  'visible-recipients': 'Many addresses that everybody can see, where blind copies (Bcc) are expected',
  'chain-letter': 'A chain letter: it asks to be passed on to many',
  'personal-data': 'Personal data in a mail to an address outside',
  'private-account': 'A private account used between staff and a pupil',
  'not-permitted': 'Mail between a pupil and an address that is not among those permitted',
} as const;
export type HouseRule = keyof typeof HOUSE_RULES;

export interface HouseFinding {
  rule: HouseRule;
  /** What it stands on, in a few words; personal data is never repeated. */
  what: string;
}

/** @param domain the school's; '' when nobody has said, and then nothing is outside */
export function houseRules(posted: Posted, house: Monitoring['house'], domain: string): HouseFinding[] {
  const isOutside = (address: string) => domain !== '' && address.includes('@') && !address.endsWith(`@${domain}`) && !address.endsWith(`.${domain}`);
  const findings: (HouseFinding | null)[] = [
    visibleRecipients(posted, house, isOutside),
    chainLetter(posted),
    personalData(posted, isOutside),
    privateAccount(posted, isOutside),
    notPermitted(posted, house, isOutside),
  ];
  return findings.filter((finding) => finding !== null);
}

type IsOutside = (address: string) => boolean;

/** A member of staff writes to a class under its group's address; what reveals addresses is a row of people outside. */
function visibleRecipients({ from, to, visible }: Posted, house: Monitoring['house'], isOutside: IsOutside): HouseFinding | null {
  if (isOutside(from) || visible < house.visibleRecipients || !to.some(isOutside)) return null;
  return { rule: 'visible-recipients', what: `${visible} addresses that everybody can see` };
}

const PASS_ON =
  /\b(?:send|forward|pass|share|repost|copy(?: and paste)?)\b[^.!?\n]{0,40}\b(?:to|with|on to)\b[^.!?\n]{0,25}\b(?:\d{1,3}|ten|five|seven|fifteen|twenty|every(?:one|body)|all (?:of )?your)\b[^.!?\n]{0,25}\b(?:people|friends|contacts|person|mates|chats?)?/i;
const OR_ELSE =
  /\b(?:bad luck|good luck|luck (?:will|for)|years? of|break (?:the|this) chain|chain|or (?:else|you|your)|will (?:happen|come true|die|never)|within \d+ (?:hours?|days?|minutes?)|don['’]?t (?:break|ignore)|cursed?|wish (?:will|comes?))\b/i;

function chainLetter({ subject, text }: Posted): HouseFinding | null {
  const said = `${subject}\n${text}`.slice(0, LONGEST);
  const asks = PASS_ON.exec(said);
  return asks && OR_ELSE.test(said) ? { rule: 'chain-letter', what: asks[0].trim().slice(0, 100) } : null;
}

/** Characters looked at. */
const LONGEST = 50_000;
const OF_DATA: readonly [string, RegExp, number][] = [
  ['a pupil number (UPN)', /\b[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]\b/, 1],
  ['a National Insurance number', /\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b/, 1],
  ['an NHS number', /\bNHS\b[^\n]{0,20}\b\d{3} ?\d{3} ?\d{4}\b/i, 1],
  ['bank details', /\b\d\d-\d\d-\d\d\b[^\n]{0,40}\b\d{8}\b/, 1],
  // One date of birth belongs to a parent's own child; a row of them is a list.
  ['dates of birth', /\b(?:d\.?o\.?b\.?|date of birth|born)\b[^\n]{0,15}\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d\b/gi, 3],
];

function personalData({ from, fromParty, to, subject, text }: Posted, isOutside: IsOutside): HouseFinding | null {
  if (isOutside(from) || fromParty === 'parent' || fromParty === 'outside' || !to.some(isOutside)) return null;
  const said = `${subject}\n${text}`.slice(0, LONGEST);
  const found = OF_DATA.filter(([, pattern, times]) => (said.match(pattern)?.length ?? 0) >= times).map(([name]) => name);
  return found.length > 0 ? { rule: 'personal-data', what: found.join(', ') } : null;
}

function privateAccount({ from, fromParty, to, looksLikeStaff, isPupil }: Posted, isOutside: IsOutside): HouseFinding | null {
  const toPupil = isPupil !== undefined && to.some(isPupil);
  const byPupil = fromParty === 'pupil';
  const account = [...(toPupil ? [from] : []), ...(byPupil ? to : [])].find((address) => isOutside(address) && looksLikeStaff?.(address));
  return account === undefined ? null : { rule: 'private-account', what: account };
}

function notPermitted({ from, fromParty, to, isPupil }: Posted, { permittedDomains }: Monitoring['house'], isOutside: IsOutside): HouseFinding | null {
  if (permittedDomains.length === 0) return null;
  const isPermitted = (address: string) => permittedDomains.some((domain) => address.endsWith(`@${domain}`) || address.endsWith(`.${domain}`));
  const others = [...(fromParty === 'pupil' ? to : []), ...(isPupil !== undefined && to.some(isPupil) ? [from] : [])];
  const stranger = others.find((address) => isOutside(address) && !isPermitted(address));
  return stranger === undefined ? null : { rule: 'not-permitted', what: stranger };
}
