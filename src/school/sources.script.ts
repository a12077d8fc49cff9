import type { IsoDate } from './calendar.ts';
import { Refusal } from './refusal.ts';
import { type Memory, remember } from './settings.script.ts';
import type { PeopleSource } from './sources.ts';

const SOURCES = 'people-sources';
const READ = 'people-sources-read';
/** Google keeps 9 KB a value (docs/apps-script/guides/services/quotas). */
const LONGEST_VALUE = 8_000;
/** Characters of a reason why a source cannot be read, where there are too many reasons to keep them whole. */
const LONGEST_REASON = 80;

/** Where people are taken from besides the imported file, in the order in which they count. */
export function sourcesIn({ rest }: Pick<Memory, 'rest'>): PeopleSource[] {
  return JSON.parse(rest[SOURCES] ?? '[]') as PeopleSource[];
}

/** @throws Refusal when there are more than one value can hold: about a hundred */
export function saveSources(sources: readonly PeopleSource[]): void {
  const text = JSON.stringify(sources);
  if (text.length > LONGEST_VALUE)
    throw new Refusal('sources-too-many', 'These are too many groups and units to keep. Take people from larger ones, or import a file.', 'sources');
  remember(SOURCES, text);
}

/** How far the sources have been read. */
export interface SourcesRead {
  /** The UK day of this round through them. */
  day: IsoDate;
  /** How many were read or tried. */
  next: number;
  /** What each gave, in the order of the settings: how many people, or why it could not be read. */
  results: (number | string)[];
}

export function sourcesRead({ rest }: Pick<Memory, 'rest'>): SourcesRead {
  return JSON.parse(rest[READ] ?? '{"day":"","next":0,"results":[]}') as SourcesRead;
}

/** Why sources could not be read is cut as short as it takes: when all of many fail at once, people are still followed. */
export function rememberSourcesRead(read: SourcesRead): void {
  let text = JSON.stringify(read);
  for (let most = LONGEST_REASON; text.length > LONGEST_VALUE && most > 0; most = Math.floor(most / 2)) {
    text = JSON.stringify({ ...read, results: read.results.map((result) => (typeof result === 'string' ? cut(result, most) : result)) });
  }
  remember(READ, text);
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)}…`;
}
