import type { RunResult } from '../../local/apps-script/engine.ts';
import type { Fault } from '../../local/apps-script/faults.ts';
import type { AgreementSettings } from '../../src/agreements/asking/settings.ts';
import { addDays, daysBetween } from '../../src/school/days.ts';
import { ukClock } from '../../src/school/uk-time.ts';
import { aPress } from './agreement-forms.ts';
import { aSchool, type SchoolUnderTest } from './school.ts';

/** Somebody on the list of people: names follow from the address. */
export interface Line {
  email: string;
  role: string;
  className?: string;
  job?: string;
  children?: string[];
  manager?: string;
  leaves?: string;
}

/** The list of people as the office would export it. */
function listOf(lines: readonly Line[]): string {
  const rows = lines.map(({ email, role, className = '', job = '', children = [], manager = '', leaves = '' }) => {
    const { givenName, familyName } = nameOf(email);
    return [email, givenName, familyName, role, className, job, children.join(' '), manager, leaves].join(',');
  });
  return ['email,given name,family name,role,class,job title,parent of,line manager,leaves', ...rows].join('\r\n');
}

function nameOf(email: string): { givenName: string; familyName: string } {
  const [givenName = '', familyName = ''] = (email.split('@')[0] ?? '').split('.').map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}`);
  return { givenName, familyName };
}

/** Quillhaven Primary with a list of these people alone. */
export function aSchoolOf(lines: readonly Line[]): SchoolUnderTest {
  const school = aSchool();
  importList(school, lines);
  return school;
}

/** The list of people is another one now; whoever is new in the school gets an account. */
export function importList(school: SchoolUnderTest, lines: readonly Line[]): void {
  for (const { email } of lines) if (!school.workspace.people.find(email)) school.workspace.people.add({ email, ...nameOf(email) });
  school.as(school.people.office).get('importRoll', { csv: listOf(lines) });
}

export function startRound(school: SchoolUnderTest, agreements: readonly string[], due: string): void {
  school.as(school.people.officeManager).get('startRound', { key: aPress(), why: 'first', agreements, due });
}

/** Changes how the school asks and reminds; the usual stays for everything else. */
export function changeSettings(school: SchoolUnderTest, change: Partial<AgreementSettings>): void {
  const keeper = school.as(school.people.officeManager);
  keeper.get('saveAgreementSettings', { ...keeper.get<AgreementSettings>('readAgreementSettings'), ...change });
}

/** The clock in London, never backwards: `2026-09-14`, `08:02`. */
export function moveTo(school: SchoolUnderTest, day: string, time: string): void {
  const utc = Date.parse(`${day}T${time}:00.000Z`);
  school.workspace.clock.moveTo(2 * utc - ukClock(utc).getTime());
}

/** Every day from one to another, weekends and holidays too. */
export function daysFrom(first: string, last: string): string[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));
}

/** One beat at a time in London. */
export function beatAt(school: SchoolUnderTest, day: string, time = '08:02', faults: Fault[] = []): RunResult {
  moveTo(school, day, time);
  return school.beat(faults);
}

/**
 * Goes through some days, with a beat at each of the times, and notes who got what.
 * @returns `2026-09-14 please read and sign` for each mail, by person, without the school's name
 */
export function diary(
  school: SchoolUnderTest,
  people: readonly string[],
  days: readonly string[],
  times: readonly string[] = ['08:02'],
): Record<string, string[]> {
  const notes = Object.fromEntries(people.map((email) => [email, [] as string[]]));
  for (const day of days) {
    const before = new Map(people.map((email) => [email, school.mailTo(email).length]));
    for (const time of times) {
      const run = beatAt(school, day, time);
      if (!run.ok) throw new Error(`the beat of ${day} ${time}: ${run.error?.message}`);
    }
    for (const email of people) {
      const fresh = school.mailTo(email).slice(before.get(email));
      notes[email]?.push(...fresh.map(({ subject }) => `${day} ${subject.replace('Quillhaven Primary: ', '')}`));
    }
  }
  return notes;
}
