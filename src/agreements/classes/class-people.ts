import { isAddress } from '../../records/mime.ts';
import { ukDay } from '../../school/calendar.ts';
import { keepsRegister } from '../../school/person.ts';
import { Refusal } from '../../school/refusal.ts';
import { hasLeft, type RollEntry, wordsOf } from '../../school/roll.ts';
import type { Visit } from '../../school/visit.ts';
import { classesOf, classKey } from '../asking/members.ts';

/** A class as the list of people has it today. */
export interface SchoolClass {
  name: string;
  /** In the order of the register: by family name. */
  pupils: RollEntry[];
  /** Addresses of the pupils' parents, each once. */
  parents: string[];
}

/**
 * The class whose page somebody opens: its own staff may, and those who keep the register.
 * @throws Refusal `not-yours` in the same words whether there is such a class or not; `no-such-class` for those who may open every one
 */
export function classFor(className: string, { me, roll, now }: Pick<Visit, 'me' | 'roll' | 'now'>): SchoolClass {
  const here = roll.filter((entry) => !hasLeft(entry, ukDay(now)));
  const isOwn = here.some((entry) => entry.email === me.email && classesTaughtBy(entry).some((each) => classKey(each) === classKey(className)));
  if (!isOwn && !keepsRegister(me))
    throw new Refusal('not-yours', `This page is for the staff of the class and for those who keep the register. You are signed in as ${me.email}.`);
  const pupils = here.filter((entry) => entry.kind === 'pupil' && classKey(entry.className) === classKey(className)).sort(inRegisterOrder);
  const [first] = pupils;
  if (className.trim() === '' || (!first && !isOwn))
    throw new Refusal('no-such-class', 'There is no class of that name on the list of people. Open it from the page of agreements.');
  return { name: first?.className ?? className.trim(), pupils, parents: parentsOf(pupils, here) };
}

/** The classes somebody teaches or helps in. */
export function classesTaughtBy(entry: Pick<RollEntry, 'kind' | 'className'>): string[] {
  return entry.kind === 'staff' || entry.kind === 'supply' ? classesOf(entry) : [];
}

/** Where a class signs, and where it is seen who has. */
export function classAddress(className: string, school: { address: string }): string {
  return `${school.address}?page=class&class=${encodeURIComponent(className)}`;
}

function parentsOf(pupils: readonly RollEntry[], here: readonly RollEntry[]): string[] {
  const children = new Set(pupils.map(({ email }) => email));
  return here.filter((entry) => isAddress(entry.email) && entry.children.some((child) => children.has(child))).map(({ email }) => email);
}

function inRegisterOrder(a: RollEntry, b: RollEntry): number {
  const first = sortingName(a);
  const second = sortingName(b);
  return first < second ? -1 : Number(first > second);
}

/** Two spaces sort a shorter family name before a longer one that begins with it. */
function sortingName({ familyName, givenName }: RollEntry): string {
  return [wordsOf(familyName).join(' '), wordsOf(givenName).join(' ')].join('  ');
}
