/** What a typed token means: leetspeak, censored letters, repeated letters and text speak undone. */
import { once } from '../../records/once.ts';
import { meanings } from './normal-text-speak.ts';

const LEET: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i', '|': 'i', '+': 't' };
/** `4th`, `3pm`, `5min`: a number with its unit is no disguise. */
const UNIT = /^\d+(?:st|nd|rd|th|[ap]m|mins?|hrs?|hours?|days?|weeks?|years?|yrs?|ish|[kmc]?[gm]s?|ml|cl|km|mph|px|[kmg]b|kgs?|x|d|p|k|s|v\d+|ft|in)$/;
/** Words whose letters people hide behind asterisks. */
const CENSORED =
  'arse ass asshole bastard bitch bitches bloody bollocks bullshit crap cunt cunts damn dead death dick dickhead die died fuck fucked fucker fuckers fucking fucks hell kill killed killing motherfucker naked nude nudes piss pissed porn pussy rape raped sex shit shite shitty shut slag slut sluts suicide twat wanker whore'.split(
    ' ',
  );
/** Doubled for good: `killll` is kill, `sooo` is so. */
const doubled = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      'all ass ball bally been beef bitten boob boobs book boss bully bullying butt call calling class cool cross cuddle deep door feel feeling feels fell food foot free freed full funny girlfriend good grass green guess hall happy hate hell hello hill horrible happen hooker jeez jelly keep kill killed killer killing kiss kisses knee less letter little look looking loose mass meet meeting mess middle miss missed moon mood need needed nobody off pass pill pills piss pissed poor pretty problem pull pussy queen really root room rubbish runner school see seen sleep sleeping small smell smelly soon sorry speed spell stall steel still street stuff sunny sweet teen tell telling three tomorrow too tools tree village wall wedding weed week weeks well will yell'
        .split(' ')
        .map((word) => [word.replace(/([a-z])\1/g, '$1'), word] as const),
    ),
);

/**
 * The words a token means: lower case, usually one.
 * @param token as it stands in the folded text, with marks between its letters (`k1ll`, `f**k`, `don't`)
 * @returns no word for a token without a letter or digit
 */
export function wordsOf(token: string): readonly string[] {
  const bare = token.replace(/'/g, '');
  const money = /^[£€$]([\d,.]+)[km]?$/.exec(bare)?.[1];
  if (money !== undefined) return [money, 'pounds'];
  const known = meanings().get(bare) ?? contraction(token);
  if (known !== undefined) return known;
  if (/^[a-z]+$/.test(bare) && !/(.)\1\1/.test(bare)) return [token.endsWith("'s") ? bare.slice(0, -1) : bare];
  const word = squeezed(uncensored(unleeted(bare))).slice(0, 40);
  return word === '' ? [] : (meanings().get(word) ?? [word]);
}

/** `i'll`, `we're`, `who'd` written with their apostrophe. */
function contraction(token: string): readonly string[] | undefined {
  const parts = /^([a-z]+)'(ll|re|ve|m)$/.exec(token);
  if (parts?.[1] === undefined) return /^(?:i|you|he|she|we|they)'d$/.test(token) ? [token.slice(0, -2), 'would'] : undefined;
  const meant = { ll: 'will', re: 'are', ve: 'have', m: 'am' }[parts[2] ?? ''];
  return meant === undefined ? undefined : [parts[1], meant];
}

/** `k1ll` → kill, `b!tch` → bitch; `year10`, `4th`, `8b`, `£20` stay. */
function unleeted(token: string): string {
  if (/^[a-z]*$/.test(token) || UNIT.test(token)) return token;
  const letters = token.replace(/[^\p{L}]/gu, '').length;
  if (letters === 0) return token.replace(/\D/g, '');
  const within = token.replace(/[013457@$!|+]+(?=[a-z*])/g, (marks, at: number) => (at > 0 || (letters >= 3 && marks.length === 1) ? read(marks) : marks));
  return within.replace(/[@$]+$/, read).replace(/[@$!|+#£€]/g, '');
}

function read(marks: string): string {
  return [...marks].map((mark) => LEET[mark] ?? mark).join('');
}

/** `f**k` → fuck, `s***` → shit; a hidden word that nobody usually hides loses its asterisks only. */
function uncensored(token: string): string {
  if (!token.includes('*')) return token;
  if (token.length <= 14 && /^[a-z][a-z*#]*$/.test(token) && /[a-z].*\*|\*.*[a-z]/.test(token)) {
    const meant = CENSORED.find((word) => word.length === token.length && [...token].every((letter, at) => letter === '*' || letter === word[at]));
    const shorter = meant ?? CENSORED.find((word) => new RegExp(`^${token.replace(/\*+/g, '[a-z]{1,4}')}$`).test(word));
    if (shorter !== undefined) return shorter;
  }
  return token.replace(/\*/g, '');
}

/** `kyyyys` → kys, `killll` → kill. Digits keep their length. */
function squeezed(token: string): string {
  if (!/([a-z])\1\1/.test(token)) return token;
  return doubled().get(token.replace(/([a-z])\1+/g, '$1').slice(0, 40)) ?? token.replace(/([a-z])\1{2,}/g, '$1');
}
