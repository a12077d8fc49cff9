import { classKey } from '../../agreements/asking/members.ts';
import { classesTaughtBy } from '../../agreements/classes/class-people.ts';
import { addDays, ukDate } from '../../school/calendar.ts';
import { fullName, type RollEntry } from '../../school/roll.ts';
import type { Finding } from '../finding.ts';
import type { LessonSettings } from '../lesson-settings.ts';
import type { MeetProfile } from '../meet/space.ts';
import type { OneToOneRow } from '../one-to-one.ts';
import { findingsBy } from './checks.ts';
import { type Invited, knowsItsPupils } from './who-is-invited.ts';

const { fine, notFine, never, confirm, unknown } = findingsBy('office');

/** An audit of Meet's settings is good for a year. */
const AUDIT_DAYS = 365;
const MOST_NAMES = 12;

/** What only the office knows of a lesson. */
export interface OfficeKnowledge {
  /** UK day of the lesson, and today. */
  day: string;
  today: string;
  /** Null when there are no facts from the sidebar. */
  invited: Invited | null;
  /** The class that was chosen; '' for none. */
  className: string;
  /** Pupils of that class on the list. */
  classPupils: readonly RollEntry[];
  /** Names of those who have an agreement to sign that is not in force, of the teacher and of pupils; null when there is none to sign at all. */
  unsigned: (people: readonly RollEntry[]) => string[] | null;
  /** The teacher on the list; undefined for an account that is not on it. */
  teacher: RollEntry | undefined;
  /** The approval for the teacher with a pupil on the lesson's day. */
  approvalFor: (pupil: string) => OneToOneRow | undefined;
  /** Without the sidebar: the one pupil who was to come when this lesson was recorded with it. */
  wasAlone?: RollEntry | undefined;
  settings: Pick<LessonSettings, 'plans' | 'mostAWeek' | 'auditedOn' | 'profile'>;
  /** Other lessons on the log for this class in the same week. */
  lessonsThisWeek: number;
}

/** The checks that need the office: who people are, what they signed, what was approved, what stands on the log. */
export function findInOffice(office: OfficeKnowledge): Finding[] {
  return [
    ...groupsKnown(office),
    secondAdult(office),
    oneToOne(office),
    ...agreements(office),
    plans(office),
    howOften(office),
    audited(office),
    ...nobodyAsked(office),
  ];
}

/** Everybody who is known to come: guests, and the class that was chosen. */
function pupilsOf({ invited, classPupils }: OfficeKnowledge): RollEntry[] {
  const known = new Set<string>();
  return [...(invited?.pupils ?? []), ...classPupils].filter(({ email }) => !known.has(email) && known.add(email));
}

function groupsKnown({ invited }: OfficeKnowledge): Finding[] {
  if (invited === null) return [];
  const check = 'groups-known';
  if (invited.unknown.length > 0) {
    const words = `Not a person on the list of people: ${listed(invited.unknown)}. A group may have anybody in it.`;
    return [unknown(check, words, 'Look who is in it.')];
  }
  const isPupilInvited = invited.pupils.length > 0 || !invited.isComplete;
  return isPupilInvited
    ? []
    : [unknown(check, 'No guest who comes is a pupil, so pupils have the link from elsewhere.', 'Think of everybody you gave the link to.')];
}

/** Without the sidebar nobody asked Google how the call is set: an audit of the school's settings says nothing about this one. */
function nobodyAsked({ invited, settings: { profile } }: OfficeKnowledge): Finding[] {
  if (invited !== null) return [];
  const words = 'Without the sidebar Handrail has not asked Google.';
  return [
    unknown('host-controls', words, `Look in the event’s video call options: ${wantedWords(profile)}.`),
    unknown('recording', words, `Look in the event’s video call options.${recordingWords(profile)}`),
  ];
}

/** Whoever checks by hand must know what the school wants. */
function wantedWords({ accessType, chat }: MeetProfile): string {
  const comesIn = accessType === 'RESTRICTED' ? 'only invited people come in without asking' : 'nobody from outside the school comes in without asking';
  return `${comesIn}, ${chat === 'HOSTS_ONLY' ? 'only hosts write in the chat' : 'everybody may write in the chat'}, only hosts share their screen`;
}

function recordingWords({ recording }: MeetProfile): string {
  return recording === null ? '' : ` The school wants that it ${recording === 'ON' ? 'is recorded by itself' : 'is not recorded by itself'}.`;
}

/** Invited and accepted counts; presence is confirmed by a person (D3). Calendar has whoever makes an event accept it: that is no answer. */
function secondAdult(office: OfficeKnowledge): Finding {
  const { invited } = office;
  const check = 'second-adult';
  const byHand = 'Ask another member of staff to come.';
  if (invited === null) return unknown(check, 'Without the sidebar the office does not know who is invited.', byHand);
  const coming = invited.adults.filter(({ answer, mayBeOrganizer }) => answer === 'accepted' && !mayBeOrganizer);
  if (coming.length > 0) return fine(check, `${listed(coming.map(({ entry }) => fullName(entry)))} said yes.`);
  const [organizer] = invited.adults.filter(({ answer }) => answer === 'accepted');
  if (organizer) return confirm(check, `Calendar counts ${fullName(organizer.entry)} as coming because they made this event.`, 'Ask them whether they come.');
  const waiting = invited.adults.filter(({ answer }) => answer !== 'declined').map(({ entry }) => fullName(entry));
  if (waiting.length > 0)
    return notFine(check, `${listed(waiting)} ${waiting.length === 1 ? 'has' : 'have'} not said yes.`, 'Ask them to accept the invitation.');
  const approval = approvalOfOnly(office);
  if (approval) return confirm(check, `${approval.inEarshot} is to be within earshot, as it was approved.`, 'See that they are before you start.');
  const declined = listed(invited.adults.map(({ entry }) => fullName(entry)));
  if (!invited.isComplete) return unknown(check, `${declined ? `${declined} said no.` : 'No second adult is invited by name.'} One may be in a group.`, byHand);
  return notFine(check, declined ? `${declined} said no.` : 'No second adult is coming.', 'Invite another member of staff and wait for their yes.');
}

/** The approval for the one pupil who comes, when that is known. */
function approvalOfOnly({ invited, approvalFor }: OfficeKnowledge): OneToOneRow | undefined {
  const [pupil, ...others] = knowsItsPupils(invited) ? (invited?.pupils ?? []) : [];
  return pupil && others.length === 0 ? approvalFor(pupil.email) : undefined;
}

/** A one-to-one needs a senior leader's approval beforehand (D3). */
function oneToOne(office: OfficeKnowledge): Finding {
  const check = 'one-to-one';
  const { invited, approvalFor, classPupils, className, wasAlone } = office;
  if (wasAlone) return stillAlone(wasAlone, approvalFor(wasAlone.email));
  const pupils = invited?.pupils ?? [];
  if (pupils.length > 1) return fine(check, 'More than one pupil is invited.');
  if (classPupils.length > 1) return confirm(check, `${className} has ${classPupils.length} pupils.`, 'See that more than one of them comes.');
  const byHand = 'Look who is invited: one pupil alone needs a senior leader’s approval first.';
  if (invited === null || !invited.isComplete) return unknown(check, 'Handrail cannot see whether more than one pupil comes.', byHand);
  const [pupil] = pupils;
  if (!pupil) return unknown(check, 'No pupil is invited by name.', byHand);
  const approval = approvalFor(pupil.email);
  const name = fullName(pupil);
  if (!approval)
    return never(check, `${name} is the only pupil, and no senior leader has approved that.`, 'Do not start. Ask for approval, or invite more pupils.');
  return fine(check, `Approved with ${name} until ${ukDate(approval.until)}. Within earshot: ${approval.inEarshot}.`);
}

/** Less is known than before: what was not to start is not to start yet. */
function stillAlone(pupil: RollEntry, approval: OneToOneRow | undefined): Finding {
  const words = `${fullName(pupil)} was the only pupil when this was recorded`;
  return approval
    ? confirm('one-to-one', `${words}. That is approved until ${ukDate(approval.until)}.`, 'Look whether it is so.')
    : never(
        'one-to-one',
        `${words}, and no senior leader has approved that.`,
        'Do not start. Ask for approval, or invite more pupils and open the event in Calendar.',
      );
}

/** Who has not signed (D4). */
function agreements(office: OfficeKnowledge): Finding[] {
  const { teacher, unsigned, invited } = office;
  return [teacherSigned(teacher, unsigned), pupilsSigned(pupilsOf(office), unsigned, knowsItsPupils(invited))];
}

function teacherSigned(teacher: RollEntry | undefined, unsigned: OfficeKnowledge['unsigned']): Finding {
  const check = 'teacher-signed';
  if (!teacher) return unknown(check, 'You are not on the list of people.', 'Ask the school office whether you have signed.');
  const open = unsigned([teacher]);
  if (open === null) return unknown(check, 'There is no agreement for you to sign yet.', 'Ask the school office.');
  return open.length === 0 ? fine(check, 'You have signed.') : notFine(check, 'You have not signed yet.', 'Sign it: the link is on your first page.');
}

function pupilsSigned(pupils: RollEntry[], unsigned: OfficeKnowledge['unsigned'], areAll: boolean): Finding {
  const check = 'pupils-signed';
  if (pupils.length === 0)
    return unknown(check, 'The office does not know which pupils come.', 'Choose the class above, or ask the school office who has signed.');
  const open = unsigned(pupils);
  if (open === null) return unknown(check, 'There is no agreement for these pupils to sign yet.', 'Ask the school office.');
  if (open.length > 0) return notFine(check, `Not signed: ${listed(open)}.`, 'Have them sign before the lesson.');
  if (!areAll) return unknown(check, 'Those the office knows of have signed; others may come.', 'Look who else is invited.');
  return fine(check, pupils.length === 1 ? 'The pupil has signed.' : `All ${pupils.length} pupils have signed.`);
}

/**
 * Says that there is a plan; never whose, which or why. Whoever invites a single pupil learns whose: so it is said to the staff of a pupil's class
 * alone, and to everybody else the same whether there is one or not.
 */
function plans(office: OfficeKnowledge): Finding {
  const check = 'plans';
  const { settings, invited, teacher } = office;
  const pupils = pupilsOf(office);
  const taught = teacher ? classesTaughtBy(teacher).map(classKey) : [];
  const isTaught = ({ className }: RollEntry) => taught.includes(classKey(className));
  if (pupils.some((pupil) => isTaught(pupil) && settings.plans.includes(pupil.email)))
    return confirm(check, 'There is a plan for a pupil in this lesson.', 'Look at the plan before the lesson.');
  if (settings.plans.length === 0) return unknown(check, 'The office keeps no list of pupils with a plan.', 'Think of the pupils you teach.');
  if (!knowsItsPupils(invited)) return unknown(check, 'Not everybody who comes is known.', 'Think of the pupils you teach.');
  if (!pupils.every(isTaught))
    return unknown(check, 'Whether there is a plan is said to the staff of a pupil’s class alone.', 'Ask the class teacher before the lesson.');
  return fine(check, 'The office knows of no plan for a pupil in this lesson.');
}

function howOften({ settings, className, lessonsThisWeek, invited }: OfficeKnowledge): Finding {
  const check = 'how-often';
  if (settings.mostAWeek === 0) return fine(check, 'The school has set no number a week.');
  if (className === '') return unknown(check, 'No class is chosen, so the office cannot count.', 'Choose the class above.');
  // Each class has its own count.
  const known = invited?.pupils ?? [];
  const own = known.filter((pupil) => classKey(pupil.className) === classKey(className));
  if (known.length > 0 && own.length === 0) return unknown(check, `No pupil of ${className} is invited by name.`, 'Choose the class of the pupils who come.');
  const times = settings.mostAWeek === 1 ? 'once' : `${settings.mostAWeek} times`;
  if (lessonsThisWeek >= settings.mostAWeek)
    return notFine(
      check,
      `${className} has ${lessonsThisWeek} on the log this week already; the school wants at most ${times}.`,
      'Move it to another week, or ask a senior leader.',
    );
  if (own.length < known.length) return unknown(check, `Pupils of other classes than ${className} are invited too.`, 'Look at the log for theirs.');
  const already = lessonsThisWeek === 0 ? 'no other live lesson' : `${lessonsThisWeek} other`;
  return fine(check, `${className} has ${already} on the log this week; the school wants at most ${times}.`);
}

function audited({ settings: { auditedOn }, today }: OfficeKnowledge): Finding {
  const check = 'settings-audited';
  if (auditedOn !== '' && auditedOn <= today && addDays(auditedOn, AUDIT_DAYS) >= today)
    return fine(check, `The school’s Meet settings were gone through on ${ukDate(auditedOn)}.`);
  const words =
    auditedOn === ''
      ? 'Nobody has recorded that the school’s Meet settings were gone through.'
      : `The school’s Meet settings were last gone through on ${ukDate(auditedOn)}.`;
  return confirm(check, words, 'Look at the host controls yourself.');
}

function listed(names: readonly string[]): string {
  return names.length > MOST_NAMES ? `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more` : names.join(', ');
}
