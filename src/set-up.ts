import { officeAddress } from './address.ts';
import { BUILD } from './build.ts';
import { officeRecords } from './office-records.ts';
import { aloneAmongBeats } from './records/lock.script.ts';
import { now } from './records/surroundings.script.ts';
import { askForEveryRight, checkRunsAs, runsAs, visitor } from './school/account.script.ts';
import type { Nation } from './school/bank-holidays.ts';
import type { Closure } from './school/calendar.ts';
import { closuresIn } from './school/closures.ts';
import { rowsOfCsv } from './school/csv.script.ts';
import { ensureFile } from './school/files.drive.ts';
import { listAgain, refreshPeople } from './school/refresh-people.ts';
import { Refusal } from './school/refusal.ts';
import { readListSheet, readRollSheet, writeListSheet } from './school/roll.sheet.ts';
import { type Listed, type RollFault, readRoll } from './school/roll.ts';
import { addressesIn, type Gap, gapsIn, type SchoolDraft, schoolFrom } from './school/school.ts';
import { linesOf, type StepLine, type StepState } from './school/set-up.ts';
import { type Memory, readMemory, saveSchool } from './school/settings.script.ts';
import { saveSources as keepSources, rememberSourcesRead, sourcesIn, sourcesRead } from './school/sources.script.ts';
import { faultIn, type PeopleSource, withFile } from './school/sources.ts';
import { FOLDER, PEOPLE, shareAgain, stepsFor } from './set-up-steps.ts';

/** A page waits for no more than this, milliseconds. */
const READING_MS = 60_000;
/** A stretch of making lists anew, milliseconds: the page shows that it goes on. */
const REMAKING_MS = 20_000;
/** A heartbeat that is under way comes to its end meanwhile, milliseconds. */
const PATIENCE_MS = 30_000;

/**
 * Run once in the script editor by the role account: Google asks for the rights there, and nowhere else. In the web app anybody could
 * call it, and it would run as whoever deployed that: so it must be that account itself that asks.
 */
export function start(): string {
  const roleAccount = runsAs();
  if (visitor() !== roleAccount) throw new Refusal('not-yours', 'Only the role account itself may start Handrail, in the script editor.');
  askForEveryRight();
  const { school } = readMemory();
  if (school.roleAccount !== undefined) checkRunsAs(school);
  saveSchool({ ...school, roleAccount, domain: roleAccount.split('@')[1] ?? '' });
  const words = `Handrail belongs to ${roleAccount} now. Open the web app signed in as this account: the set-up page goes on from here.`;
  console.log(words);
  return words;
}

export interface SetUpState {
  school: SchoolDraft;
  gaps: Gap[];
  people: number;
  /** What is wrong with the list of people, or ''. */
  rollProblem: string;
  sources: SourceLine[];
  /** Empty until nothing is missing in the settings. */
  steps: StepLine[];
  build: string;
}

/** What is set, what is missing, and what has been made. */
export function readSetUp(_: Record<string, never>, memory: Memory): SetUpState {
  const gaps = gapsIn(memory.school);
  const school = { ...memory.school, address: memory.school.address || officeAddress() };
  return { school, gaps, ...rollStanding(memory), sources: sourceLines(memory), steps: gaps.length === 0 ? linesOf(stepsFor(memory)) : [], build: BUILD };
}

/** This page is where a damaged list is put right, so it must open all the same. */
function rollStanding(memory: Memory): Pick<SetUpState, 'people' | 'rollProblem'> {
  try {
    return { people: readRollSheet(memory.files[PEOPLE.key]).length, rollProblem: '' };
  } catch (error) {
    if (error instanceof Refusal) return { people: 0, rollProblem: error.message };
    throw error;
  }
}

/** The settings as typed: lists of addresses in one box each. */
export interface SaveSettings {
  name: string;
  address: string;
  dslTelephone: string;
  head: string;
  dsl: string;
  deputies: string;
  chair: string;
  approvers: string;
  technicians: string;
  office: string;
  clerk: string;
  coordinator: string;
  dataLead: string;
  slt: string;
  witness: string;
  nation: Nation;
  /** One closure a line. */
  closures: string;
}

/**
 * Keeps the settings as far as they go, and says what is missing. Once a school is at work, settings with a gap are not put in force:
 * they would shut the door on everybody. Whoever may no longer open a Sheet loses it at once.
 */
export function saveSettings(typed: SaveSettings, memory: Memory): { gaps: Gap[] } {
  const one = (text: string) => text.trim().toLowerCase();
  const school: SchoolDraft = {
    ...memory.school,
    name: typed.name.trim(),
    address: typed.address.trim(),
    dslTelephone: typed.dslTelephone.trim(),
    head: one(typed.head),
    dsl: one(typed.dsl),
    chair: one(typed.chair),
    deputies: addressesIn(typed.deputies),
    approvers: addressesIn(typed.approvers),
    technicians: addressesIn(typed.technicians),
    office: addressesIn(typed.office),
    clerk: one(typed.clerk),
    coordinator: one(typed.coordinator),
    dataLead: one(typed.dataLead),
    slt: addressesIn(typed.slt),
    witness: one(typed.witness),
    nation: typed.nation,
    closures: readClosures(typed.closures),
  };
  const gaps = gapsIn(school);
  if (gaps.length === 0 || gapsIn(memory.school).length > 0) saveSchool(school);
  if (gaps.length === 0) shareAgain(schoolFrom(school), memory);
  return { gaps };
}

/** @throws Refusal naming the line that cannot be read */
function readClosures(text: string): Closure[] {
  const { closures, faults } = closuresIn(text);
  const [fault] = faults;
  if (fault) throw new Refusal('closures-unreadable', `Line ${fault.line} of the days when the school is closed: ${fault.message}`, 'closures');
  return closures;
}

/** Takes the roll from a CSV file's text. Rows that cannot be read are named; the others are taken. */
export function importRoll({ csv }: { csv: string }): { people: number; faults: RollFault[] } {
  if (csv.trim() === '') throw new Refusal('roll-empty', 'Choose the file with the list of people first', 'csv');
  const { entries, faults } = readRoll(rowsOfCsv(csv));
  if (entries.length === 0)
    throw new Refusal('roll-unreadable', `Nobody could be read from the file. ${faults[0] ? `Row ${faults[0].row}: ${faults[0].message}.` : ''}`, 'csv');
  oneAfterTheOther(({ files }) => {
    const id = ensurePeople(files);
    writeListSheet(id, withFile(listedIn(id), entries));
  });
  return { people: entries.length, faults };
}

/** A list that is damaged is replaced whole: what groups and units gave comes again with their next reading. */
function listedIn(id: string): Listed[] {
  try {
    return readListSheet(id);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

function ensurePeople(files: Memory['files']): string {
  const folder = ensureFile(FOLDER, files[FOLDER.key]);
  return ensureFile({ ...PEOPLE, folder }, files[PEOPLE.key]);
}

/** A place that people are taken from, with what it gave when it was last read: how many, or why nobody; null before it was. */
export interface SourceLine extends PeopleSource {
  result: number | string | null;
}

function sourceLines(memory: Memory): SourceLine[] {
  const { results } = sourcesRead(memory);
  return sourcesIn(memory).map((source, index) => ({ ...source, result: results[index] ?? null }));
}

/**
 * Keeps where people are taken from besides the file, and takes them from there at once as far as the time goes; the heartbeat goes on.
 * @throws Refusal naming the line that cannot be used
 */
export function saveSources({ sources }: { sources: PeopleSource[] }): { sources: SourceLine[]; people: number } {
  const typed = sources.map(({ name, className, ...source }) => ({
    ...{ ...source, name: source.from === 'group' ? name.trim().toLowerCase() : name.trim(), className: className.trim() },
  }));
  const fault = faultIn(typed);
  if (fault !== null) throw new Refusal('sources-wrong', fault, 'sources');
  const mustEnd = Date.parse(now()) + READING_MS;
  oneAfterTheOther(({ files }) => {
    if (files[PEOPLE.key] === undefined) writeListSheet(ensurePeople(files), []);
    keepSources(typed);
    rememberSourcesRead({ day: '', next: 0, results: [] });
    // Whoever came from a place that is no longer in the settings goes.
    listAgain(readMemory(), new Map());
    refreshPeople(readMemory(), now(), () => Date.parse(now()) < mustEnd);
  });
  const memory = readMemory();
  return { sources: sourceLines(memory), people: readRollSheet(memory.files[PEOPLE.key]).length };
}

/**
 * Makes every list anew from the history: whatever somebody changed in them by hand is gone. Nobody can record anything meanwhile, so
 * the page calls on without a pause; the heartbeat goes on when it is closed.
 */
export function makeListsAnew({ begin }: { begin: boolean }, memory: Memory): { isDone: boolean } {
  const records = officeRecords(memory);
  const mustEnd = Date.parse(now()) + REMAKING_MS;
  if (begin) records.remakeAll();
  while (!records.remakeNext()) if (Date.parse(now()) > mustEnd) return { isDone: false };
  return { isDone: true };
}

/** Makes or mends one step. Pages call it step after step, so that each is well within a run's time. */
export function makeStep({ id }: { id: string }): { state: StepState } {
  oneAfterTheOther((memory) => {
    const step = stepsFor(memory).find((each) => each.id === id);
    if (!step) throw new Refusal('no-such-step', 'Reload the page: its steps have changed');
    step.make();
  });
  return { state: 'there' };
}

/** Two set-up pages at once would each look for a file, find none and make one. What is remembered is read again: the other may have made it. */
function oneAfterTheOther(work: (memory: Memory) => void): void {
  const done = aloneAmongBeats(() => {
    work(readMemory());
    return true;
  }, PATIENCE_MS);
  if (done === null) throw new Refusal('busy', 'Handrail is at work on the same things just now. Wait a minute, then press the button again.');
}
