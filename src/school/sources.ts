import { isAddress } from '../records/mime.ts';
import type { Kind, Listed, RollEntry } from './roll.ts';

/** Where people can be taken from besides the imported file: a group, an organisational unit of the directory, a Classroom course. */
export const SOURCE_KINDS = ['group', 'unit', 'course'] as const;

/** One such place, and what its people are. */
export interface PeopleSource {
  from: (typeof SOURCE_KINDS)[number];
  /** A group's address, a unit's path `/Pupils/Year 3`, a course's name or id. */
  name: string;
  kind: Kind;
  /** Their class; '' for none. */
  className: string;
}

/** Somebody as a source gives them: names may be unknown. A course gives its pupils' guardians as well. */
export interface FoundPerson {
  email: string;
  givenName: string;
  familyName: string;
  /** Children of a guardian, by address. */
  guardianOf: string[];
}

/**
 * What is wrong with sources as they were typed.
 * @returns null when they can be kept
 */
export function faultIn(sources: readonly PeopleSource[]): string | null {
  for (const [index, source] of sources.entries()) {
    const line = `Line ${index + 1} of the groups and units`;
    if (source.from === 'group' && !isAddress(source.name)) return `${line}: enter the group’s address`;
    if (source.from === 'unit' && !source.name.startsWith('/')) return `${line}: enter the unit’s path as the Admin console shows it, /Pupils/Year 3`;
    if (source.name === '') return `${line}: enter the course’s name`;
    if (sources.findIndex((each) => sourceKey(each) === sourceKey(source)) < index) return `${line} is there already: each counts once`;
  }
  return null;
}

/** How the list names a source: `group staff@quillhaven.example`. */
export function sourceKey({ from, name }: Pick<PeopleSource, 'from' | 'name'>): string {
  return `${from} ${name.replace(/;/g, ',')}`;
}

/** Several sources may know the same person. */
const BETWEEN = '; ';

/**
 * Puts the list together: the imported file first, then the sources in the order of the settings. Whoever is in the file is as the file
 * says. A source that was not read keeps whom it had; one that is no longer in the settings gives nobody.
 * @param readings by source key
 * @param roleAccount runs Handrail and is nobody
 */
export function mergePeople(
  standing: readonly Listed[],
  sources: readonly PeopleSource[],
  readings: ReadonlyMap<string, readonly FoundPerson[]>,
  roleAccount: string,
): Listed[] {
  const fromFile = standing.filter(({ source }) => source === '');
  const found = sources.flatMap((source): Listed[] => {
    const key = sourceKey(source);
    const people = readings.get(key);
    const known =
      people?.map((person) => entryOf(person, source)) ?? standing.filter((each) => each.source.split(BETWEEN).includes(key)).map(({ entry }) => entry);
    return known.map((entry) => ({ entry, source: key }));
  });
  const inFile = new Set(fromFile.map(({ entry }) => entry.email));
  const others = new Map<string, Listed>();
  for (const each of found) {
    const { email } = each.entry;
    if (email === roleAccount || inFile.has(email)) continue;
    const earlier = others.get(email);
    others.set(email, earlier ? both(earlier, each) : each);
  }
  return [...fromFile, ...[...others.values()].map((each) => ({ ...each, entry: named(each.entry) }))];
}

/** The list with another file in the place of the one before. What the file says goes before what a source says. */
export function withFile(standing: readonly Listed[], entries: readonly RollEntry[]): Listed[] {
  const inFile = new Set(entries.map(({ email }) => email));
  const others = standing.filter(({ source, entry }) => source !== '' && !inFile.has(entry.email));
  return [...entries.map((entry) => ({ entry, source: '' })), ...others];
}

function entryOf({ email, givenName, familyName, guardianOf }: FoundPerson, { kind, className }: PeopleSource): RollEntry {
  const isGuardian = guardianOf.length > 0;
  return {
    ...{ email: email.toLowerCase(), givenName, familyName, kind: isGuardian ? 'parent' : kind, className: isGuardian ? '' : className },
    ...{ jobTitle: '', children: [...guardianOf], year: '', lineManager: '', leaves: '' },
  };
}

function both(earlier: Listed, later: Listed): Listed {
  const sources = new Set([...earlier.source.split(BETWEEN), later.source]);
  return { entry: completed(earlier.entry, later.entry), source: [...sources].join(BETWEEN) };
}

/** What an earlier source left open, from a later one. Whoever works at the school is that, though they be somebody's guardian as well. */
function completed(entry: RollEntry, later: RollEntry): RollEntry {
  const { givenName, familyName } = isNamed(entry) ? entry : later;
  const kind = entry.kind === 'parent' ? later.kind : entry.kind;
  const className = entry.className === '' && kind === later.kind ? later.className : entry.className;
  return { ...entry, givenName, familyName, kind, className, children: [...new Set([...entry.children, ...later.children])] };
}

function isNamed({ givenName, familyName }: RollEntry): boolean {
  return givenName !== '' || familyName !== '';
}

/** Groups give addresses alone: `sam.okafor2@…` reads Sam Okafor. */
function named(entry: RollEntry): RollEntry {
  if (isNamed(entry)) return entry;
  const [givenName = '', ...others] = (entry.email.split('@')[0] ?? '')
    .split(/[._]+/)
    .map((part) => part.replace(/\d+$/, ''))
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1));
  return { ...entry, givenName: givenName || entry.email, familyName: others.join(' ') };
}
