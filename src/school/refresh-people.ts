import { messageOf } from '../records/patience.script.ts';
import { isMissingRight } from './account.script.ts';
import { ukDay } from './calendar.ts';
import { readCourse } from './classroom.group.ts';
import { readUnit } from './directory.group.ts';
import { readGroup } from './groups.group.ts';
import { Refusal } from './refusal.ts';
import { readListSheet, writeListSheet } from './roll.sheet.ts';
import { type RollEntry, writeList } from './roll.ts';
import type { Memory } from './settings.script.ts';
import { rememberSourcesRead, sourcesIn, sourcesRead } from './sources.script.ts';
import { type FoundPerson, mergePeople, type PeopleSource, sourceKey } from './sources.ts';

/** A Google service that says no may say a lot. */
const LONGEST_PROBLEM = 160;

export interface Refreshed {
  /** Whether every source has been read or tried today. */
  isDone: boolean;
  /** The list as it is now; null when it did not change. */
  roll: RollEntry[] | null;
}

/**
 * Brings the list of people up to date from the groups, units and courses in the settings, once a day. As many sources are read as there
 * is time for; the next call goes on from there. One that cannot be read keeps whom it had and stops no other.
 * @param now ISO 8601, UTC
 */
export function refreshPeople(memory: Memory, now: string, mayGoOn: () => boolean): Refreshed {
  const sources = sourcesIn(memory);
  const before = sourcesRead(memory);
  const day = ukDay(now);
  const start = before.day === day ? before.next : 0;
  const results = before.results.slice(0, sources.length);
  const readings = new Map<string, FoundPerson[]>();
  let next = start;
  for (const source of sources.slice(start)) {
    if (next > start && !mayGoOn()) break;
    const found = read(source);
    if (typeof found !== 'string') readings.set(sourceKey(source), found);
    results[next] = typeof found === 'string' ? found : found.filter(({ email }) => email !== memory.school.roleAccount).length;
    next += 1;
  }
  if (next === start) return { isDone: true, roll: null };
  const roll = listAgain(memory, readings);
  rememberSourcesRead({ day, next, results });
  return { isDone: next === sources.length, roll };
}

/**
 * Puts the list together anew.
 * @param readings what was read just now, by source; the other sources keep whom they have
 * @returns null when nothing changed, or there is no list yet
 */
export function listAgain(memory: Memory, readings: ReadonlyMap<string, readonly FoundPerson[]>): RollEntry[] | null {
  const spreadsheetId = memory.files['people'];
  if (spreadsheetId === undefined) return null;
  const standing = readListSheet(spreadsheetId);
  const listed = mergePeople(standing, sourcesIn(memory), readings, memory.school.roleAccount ?? '');
  if (JSON.stringify(writeList(listed)) === JSON.stringify(writeList(standing))) return null;
  writeListSheet(spreadsheetId, listed);
  return listed.map(({ entry }) => entry);
}

/** The people of a source, or in words why it cannot be read. */
function read({ from, name, kind }: PeopleSource): FoundPerson[] | string {
  try {
    if (from === 'group') return readGroup(name, kind === 'pupil');
    return from === 'unit' ? readUnit(name) : readCourse(name);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    console.warn(`people from a ${from}: ${messageOf(error)}`);
    if (isMissingRight(error)) return 'Handrail has not been allowed to look there: run "start" in the script editor again';
    return `The role account cannot look there. Google says: ${messageOf(error).slice(0, LONGEST_PROBLEM)}`;
  }
}
