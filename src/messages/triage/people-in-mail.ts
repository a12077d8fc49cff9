import type { Involvement, Role } from '../../incidents/concern.ts';
import { involve } from '../../incidents/involve.ts';
import { adultsMeant } from '../../incidents/typed-name.ts';
import { belongsToStaff, type Kind, type RollEntry } from '../../school/roll.ts';
import type { School } from '../../school/school.ts';
import { MOST_ADDRESSED } from '../flag.ts';
import type { Category } from '../message.ts';
import type { Arrived } from './arrived.ts';
import { adultsNamedIn, holdersOf } from './named-in-text.ts';

const LONGEST_NAME = 120;

/** Which part people have in a message of a category; '' for none. A recipient of a threat is concerned in it, one who is told of harm is not. */
const ROLES: Record<Category, { from: Role; pupils: Role | ''; staff: Role | '' }> = {
  bullying: { from: 'alleged', pupils: 'affected', staff: 'affected' },
  hate: { from: 'alleged', pupils: 'affected', staff: 'affected' },
  threat: { from: 'alleged', pupils: 'affected', staff: 'affected' },
  sexual: { from: 'alleged', pupils: 'affected', staff: 'affected' },
  nudes: { from: 'alleged', pupils: 'affected', staff: '' },
  scam: { from: 'alleged', pupils: 'affected', staff: '' },
  drugs: { from: 'alleged', pupils: 'other', staff: '' },
  radicalisation: { from: 'alleged', pupils: 'affected', staff: '' },
  'self-harm': { from: 'affected', pupils: '', staff: '' },
  disclosure: { from: 'other', pupils: '', staff: '' },
};

/** What is known of the school's people, looked up once for many messages. */
export interface Register {
  roll: readonly RollEntry[];
  school: School;
  byEmail: ReadonlyMap<string, RollEntry>;
}

export function registerOf(roll: readonly RollEntry[], school: School): Register {
  return { roll, school, byEmail: new Map(roll.map((entry) => [entry.email, entry])) };
}

/** People of a message, the surest first: whoever wrote it, whoever it went to, whoever its headers or its words name. */
export interface MailPeople {
  sender: Involvement[];
  recipients: Involvement[];
  named: Involvement[];
}

/**
 * Who is in a message, and in which role (B5). A person who wrote to us or sent a message on is its reporter and not among them, unless
 * a pupil writes of their own despair.
 * @param category '' when nobody can say what it is about: then nobody is said to have done anything
 */
export function peopleInMail(arrived: Arrived, category: Category | '', register: Register): MailPeople {
  const { route, from, evidence } = arrived;
  const isReported = route === 'written to us';
  const kindOf = (address: string) => register.byEmail.get(accountOf(address, register))?.kind;
  const targets = targetsOf(arrived);
  const toPupils = targets.filter((address) => kindOf(address) === 'pupil');
  const toStaff = targets.filter((address) => isOfStaff(address, register));
  const roles = category === '' || isReported ? null : ROLES[category];
  const fromRole = senderRole(category, kindOf(from), { isReported, isToStaffOnly: toPupils.length === 0 && toStaff.length > 0 });

  const sender = fromRole === '' || from === '' ? [] : [personFor(from, displayNameIn(evidence.from), fromRole, register)];
  const recipients = [
    ...(roles?.pupils ? withRole(toPupils, roles.pupils, register) : []),
    ...(roles?.staff && toPupils.length === 0 ? withRole(toStaff, roles.staff, register) : []),
  ];
  const isTold = roles === null || roles.staff === '';
  const greeted = isTold || isReported ? arrived.to.map((address) => accountOf(address, register)) : [];
  // Of somebody who wrote to us, whom their words greet is one of those who read it.
  const readers = isReported ? holdersOf(register.school) : [];
  const inText = adultsNamedIn(`${evidence.subject}\n${arrived.remark}`, arrived.text, register.roll, register.school, [...greeted, ...readers]).map(
    ({ typed, mayBe, isSaidToHaveDone }): Involvement => ({ ...asTyped(typed, isSaidToHaveDone ? 'alleged' : 'other', register), mayBe }),
  );
  const inHeaders = otherSenders(arrived, register).map((address) => personFor(address, '', 'other', register));
  return { sender, recipients: without(recipients, sender), named: without([...inHeaders, ...inText], [...sender, ...recipients]) };
}

/** The address on the roll, or of a post, that mail to this one goes to: what stands behind a plus is the owner's own. */
export function accountOf(address: string, { byEmail, school }: Register): string {
  const plain = address.replace(/\+[^@]*(?=@)/, '');
  return byEmail.has(address) || holdersOf(school).includes(address) ? address : byEmail.has(plain) || holdersOf(school).includes(plain) ? plain : '';
}

/** Everybody of the school's adults whose address this is or may be, an alias or a private account of theirs among them; lower case. */
export function ownersOf(address: string, register: Register): string[] {
  const account = accountOf(address, register);
  return account === '' ? meantBy(address, register) : [account];
}

function senderRole(
  category: Category | '',
  kind: Kind | undefined,
  { isReported, isToStaffOnly }: { isReported: boolean; isToStaffOnly: boolean },
): Role | '' {
  if (isReported) return category === 'self-harm' && kind === 'pupil' ? 'affected' : '';
  if (category === '') return 'other';
  // Only somebody of the school's children can be said to be in need by what they wrote: a teacher writes of one of them.
  if (category === 'self-harm') return kind === 'pupil' ? 'affected' : 'other';
  // A pupil who writes to a teacher about such a thing is more likely telling than doing it.
  if (kind === 'pupil' && (category === 'radicalisation' || (isToStaffOnly && ROLES[category].staff === ''))) return 'other';
  return ROLES[category].from;
}

/** Whom a message is addressed to: those of a copy line only read it. */
function targetsOf({ to, evidence }: Arrived): string[] {
  if (to.length > MOST_ADDRESSED) return [];
  const direct = to.filter((address) => !evidence.cc.includes(address));
  return direct.length > 0 ? direct : to;
}

/** Who else claims to have sent it: a second sender, whoever answers are to go to. */
function otherSenders({ addresses, to, from, by, evidence }: Arrived, register: Register): string[] {
  const known = new Set([...to, from, by, ...evidence.to, ...evidence.cc, register.school.roleAccount]);
  const others = addresses.length > MOST_ADDRESSED + known.size ? [] : addresses.filter((address) => !known.has(address));
  return others.filter((address) => isOfStaff(address, register));
}

/** By the list of people, by a post, or by an alias or a private account of theirs. */
function isOfStaff(address: string, register: Register): boolean {
  const account = accountOf(address, register);
  if (account === '') return meantBy(address, register).length > 0;
  const kind = register.byEmail.get(account)?.kind;
  return belongsToStaff(kind) || kind === 'volunteer' || holdersOf(register.school).includes(account);
}

function withRole(addresses: readonly string[], role: Role, register: Register): Involvement[] {
  return addresses.map((address) => personFor(address, '', role, register));
}

/** Somebody by their address: as on the roll, or as the mail calls them, with every adult whom name or address may mean. */
function personFor(address: string, display: string, role: Role, register: Register): Involvement {
  const account = accountOf(address, register);
  const [known] = register.byEmail.has(account) ? involve([{ email: account, name: '', role }], register.roll, register.school) : [];
  if (known) return known;
  const name = display === '' ? address : `${display.slice(0, LONGEST_NAME)} <${address}>`;
  const typed = asTyped(name, role, register);
  return { ...typed, mayBe: [...new Set([...(typed.mayBe ?? []), ...(account === '' ? [] : [account]), ...meantBy(address, register)])] };
}

/** Adults whom an address that is not on the roll may belong to: an alias of the school's, a private account. */
function meantBy(address: string, { roll, school }: Register): string[] {
  const [local = '', domain = ''] = address.split('@');
  const words = local
    .replace(/\+.*$/, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  // "head@" is a post in this school and in every other.
  return words === '' || (domain !== school.domain && !words.includes(' ')) ? [] : adultsMeant(words, roll, school);
}

function asTyped(name: string, role: Role, { roll, school }: Register): Involvement {
  const [typed] = involve([{ email: '', name: name.trim() || 'Somebody', role }], roll, school);
  if (!typed) throw new RangeError('One person who was typed is one person');
  return typed;
}

function displayNameIn(from: string): string {
  return from.includes('<') ? from.slice(0, from.indexOf('<')).trim() : '';
}

/** One role each, the first one they have. */
function without(people: readonly Involvement[], already: readonly Involvement[]): Involvement[] {
  const keyOf = ({ email, name }: Involvement) => email || name;
  const seen = new Set(already.map(keyOf));
  return people.filter((person) => {
    const isNew = !seen.has(keyOf(person));
    seen.add(keyOf(person));
    return isNew;
  });
}
