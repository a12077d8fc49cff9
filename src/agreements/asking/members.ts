import { fullName, hasLeft, type RollEntry, yearGroupsOf } from '../../school/roll.ts';
import type { School } from '../../school/school.ts';
import { AUDIENCES, type Audience, SIGNING } from '../audience.ts';
import type { AskedPerson } from '../events.ts';
import type { AgreementRow } from '../published.ts';
import { type AgreementSettings, USUAL_SETTINGS } from './settings.ts';

/** Somebody an agreement is for. */
export interface Member extends AskedPerson {
  /** Addresses of those who are told that there is something to sign: themselves, the class's teachers, the parents. None: nobody can be. */
  told: string[];
}

/** Which pupils' agreement a pupil signs. */
export type Phase = 'ks1' | 'ks2' | 'secondary';

/** Group of a pupil whose class the list does not say. */
export const NO_CLASS = 'No class';

/**
 * Everybody an agreement is for on a day, in the order of the list (A3 to A8). For parents' and young pupils' agreements the child.
 * Guests who are not on the list are not here: they are known once they have signed (A4).
 * @param today ISO day in the UK: whoever has left before it is no member
 */
export function membersOf(
  agreement: Pick<AgreementRow, 'audience' | 'alsoFor' | 'className'>,
  roll: readonly RollEntry[],
  school: Pick<School, 'technicians' | 'roleAccount'>,
  today: string,
  { pupilsToldBy }: Pick<AgreementSettings, 'pupilsToldBy'> = USUAL_SETTINGS,
): Member[] {
  const here = roll.filter((entry) => !hasLeft(entry, today) && entry.email !== school.roleAccount);
  const audiences = audiencesOf(agreement);
  const tellers = tellersAmong(here);
  const onRoll = here.flatMap((entry): Member[] => {
    const audience = audiences.find((each) => isIn(each, entry, agreement.className, school));
    return audience === undefined ? [] : [memberFor(entry, audience, tellers, pupilsToldBy)];
  });
  return audiences.includes('technician') ? [...onRoll, ...techniciansNotOn(roll, school)] : onRoll;
}

/** Whom an agreement is for, in the order in which the first that fits counts. */
export function audiencesOf({ audience, alsoFor }: Pick<AgreementRow, 'audience' | 'alsoFor'>): Audience[] {
  return AUDIENCES.filter((each) => each === audience || alsoFor.includes(each));
}

/** Whether an agreement for an audience is for somebody. `className`: of the class whose own agreement it is. */
function isIn(audience: Audience, entry: RollEntry, className: string, { technicians }: Pick<School, 'technicians'>): boolean {
  switch (audience) {
    case 'technician':
      return technicians.includes(entry.email);
    case 'ks1':
    case 'ks2':
    case 'secondary':
      return entry.kind === 'pupil' && phaseOf(entry) === audience;
    case 'class':
      return entry.kind === 'pupil' && entry.className !== '' && classKey(entry.className) === classKey(className);
    case 'parent':
      return entry.kind === 'pupil';
    default:
      return entry.kind === audience;
  }
}

/**
 * Which pupils' agreement a pupil signs, by year.
 * @returns null when the year is not known, or a mixed class's name leaves it open: it is never guessed
 * @example phaseOf({ year: '', className: '3/4 Elm' }) // 'ks2'
 */
export function phaseOf(entry: Pick<RollEntry, 'year' | 'className'>): Phase | null {
  const [phase, ...others] = new Set(yearGroupsOf(entry).map((year): Phase => (year <= 2 ? 'ks1' : year <= 6 ? 'ks2' : 'secondary')));
  return phase === undefined || others.length > 0 ? null : phase;
}

/** The classes somebody teaches or learns in; a teacher may have several, with commas or semicolons between. */
export function classesOf({ className }: Pick<RollEntry, 'className'>): string[] {
  return className
    .split(/[,;]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** Class names are typed by people: `3a` is `3A`. */
export function classKey(className: string): string {
  return className.trim().toLowerCase();
}

function memberFor(entry: RollEntry, audience: Audience, tellers: Tellers, pupilsToldBy: AgreementSettings['pupilsToldBy']): Member {
  const { told } = SIGNING[audience];
  const whom = {
    themselves: () => [entry.email],
    'class teacher': () => (pupilsToldBy === 'mail' ? [entry.email] : (tellers.teachers.get(classKey(entry.className)) ?? [])),
    parents: () => tellers.parents.get(entry.email) ?? [],
    nobody: () => [],
  }[told];
  const group = entry.kind === 'pupil' ? entry.className || NO_CLASS : SIGNING[audience].name;
  return { person: entry.email, name: fullName(entry), group, told: whom() };
}

/** Whoever has administrator access signs, on the list of people or not (A3). */
function techniciansNotOn(roll: readonly RollEntry[], { technicians }: Pick<School, 'technicians'>): Member[] {
  return technicians
    .filter((email) => !roll.some((entry) => entry.email === email))
    .map((email) => ({ person: email, name: email, group: SIGNING.technician.name, told: [email] }));
}

interface Tellers {
  /** By class. */
  teachers: ReadonlyMap<string, string[]>;
  /** By child. */
  parents: ReadonlyMap<string, string[]>;
}

/** Who is told for others. Where a class has a teacher its assistants are not told as well. */
function tellersAmong(here: readonly RollEntry[]): Tellers {
  const adults = new Map<string, RollEntry[]>();
  const parents = new Map<string, string[]>();
  for (const entry of here) {
    if (entry.kind === 'staff' || entry.kind === 'supply') for (const name of classesOf(entry)) add(adults, classKey(name), entry);
    for (const child of new Set(entry.children)) add(parents, child, entry.email);
  }
  const teachers = new Map<string, string[]>();
  for (const [name, all] of adults) {
    const chosen = all.filter(({ jobTitle }) => /\bteacher\b/i.test(jobTitle));
    teachers.set(
      name,
      (chosen.length > 0 ? chosen : all).map(({ email }) => email),
    );
  }
  return { teachers, parents };
}

function add<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
