import type { CasePerson } from '../working/case-file.ts';

/** What tells a person of a case from the others: their address, or the name as it was typed. */
export function personKey({ email, name }: Pick<CasePerson, 'email' | 'name'>): string {
  return email === '' ? name : email;
}

/** People who need not be named to an agency, each with what stands for them: `Pupil A`. */
export function standIns(people: readonly CasePerson[], hidden: readonly string[]): Map<CasePerson, string> {
  const found = new Map<CasePerson, string>();
  for (const person of people) {
    if (!hidden.includes(personKey(person))) continue;
    found.set(person, `${person.kind === 'pupil' ? 'Pupil' : 'Person'} ${letterOf(found.size)}`);
  }
  return found;
}

/** A, B … Z, AA: as many as there are. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`;
}

/**
 * Puts stand-ins for people's addresses and names into a text: whole names, and each part of them by itself, in whatever capitals. Rather
 * too much than too little: where part of a name is also a word, or somebody else's, it goes as well; only the whole names of those who are
 * named stay. Nicknames and descriptions stay.
 */
export function blackingOut(people: readonly CasePerson[], standIn: ReadonlyMap<CasePerson, string>): (text: string) => string {
  const insteadOf = new Map<string, string>();
  for (const [{ email, name }, instead] of standIn) {
    const parts = name.split(/[^\p{L}\p{N}'’]+/u).filter((part) => part.length > 1);
    for (const word of new Set([email, name, ...parts].map(plain))) insteadOf.set(word, insteadOf.has(word) ? SOMEBODY : `[${instead}]`);
  }
  if (insteadOf.size === 0) return (text) => text;
  const kept = people.filter((person) => !standIn.has(person)).map(({ name }) => plain(name));
  // The longest first: a whole name is one stand-in and not two.
  const words = [...new Set([...insteadOf.keys(), ...kept])].filter((word) => word !== '').sort((one, other) => other.length - one.length);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) => text.replace(pattern, (found) => insteadOf.get(plain(found)) ?? found);
}

/** Where the name is that of several who are not named. */
const SOMEBODY = '[Somebody]';

function plain(word: string): string {
  return word.trim().replace(/\s+/g, ' ').replace(/’/g, "'").toLowerCase();
}

/** Names may hold what means something in a pattern, and either kind of apostrophe. */
function escaped(word: string): string {
  return word
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/ /g, '\\s+')
    .replace(/'/g, "['’]");
}
