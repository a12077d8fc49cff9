import { Refusal } from './refusal.ts';
import type { SchoolDraft } from './school.ts';

const SCHOOL = 'school';
const FILE_PREFIX = 'file:';
/** Google keeps 9 KB a value (docs/apps-script/guides/services/quotas). */
const LONGEST_VALUE = 8_000;

/** Everything the script remembers, read in one call. Values are 9 KB at most (docs/apps-script/guides/services/quotas). */
export interface Memory {
  school: SchoolDraft;
  /** Ids of the files Handrail keeps, by their keys. */
  files: Record<string, string>;
  /** Everything else, by the name it was kept under. */
  rest: Record<string, string>;
}

export function readMemory(): Memory {
  const all = PropertiesService.getScriptProperties().getProperties();
  const memory: Memory = { school: {}, files: {}, rest: {} };
  for (const [name, value] of Object.entries(all)) {
    if (name === SCHOOL) memory.school = JSON.parse(value) as SchoolDraft;
    else if (name.startsWith(FILE_PREFIX)) memory.files[name.slice(FILE_PREFIX.length)] = value;
    else memory.rest[name] = value;
  }
  return memory;
}

/** @throws Refusal when there is more than one value can hold: many hundred addresses */
export function saveSchool(school: SchoolDraft): void {
  const text = JSON.stringify(school);
  if (text.length > LONGEST_VALUE)
    throw new Refusal('settings-too-long', 'These are too many addresses to keep. Enter only the people who really do this work.', 'approvers');
  PropertiesService.getScriptProperties().setProperty(SCHOOL, text);
}

export function rememberFile(key: string, id: string): void {
  PropertiesService.getScriptProperties().setProperty(`${FILE_PREFIX}${key}`, id);
}

/** Keeps a short text under a name of its own. */
export function remember(name: string, value: string): void {
  PropertiesService.getScriptProperties().setProperty(name, value);
}

/** Six letters and digits that cannot be mistaken for one another: `C-7K2M9Q`. */
export function newReference(): string {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  const hex = Utilities.getUuid().replace(/-/g, '');
  const letters = Array.from({ length: 6 }, (_, place) => alphabet[Number.parseInt(hex.slice(place * 4, place * 4 + 4), 16) % alphabet.length]);
  return `C-${letters.join('')}`;
}
