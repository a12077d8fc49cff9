import { isWeekend } from '../../school/bank-holidays.ts';
import { ukDay } from '../../school/calendar.ts';
import { ukTimeOfDay } from '../../school/uk-time.ts';
import type { Finding } from '../finding.ts';
import type { LessonFacts } from '../lesson-facts.ts';
import type { LessonSettings } from '../lesson-settings.ts';
import { findingsBy } from './checks.ts';

const { fine, notFine, unknown } = findingsBy('sidebar');

/** As Calendar names Google's own calls. */
const GOOGLE_MEET = 'Google Meet';

/** What Calendar says about the event (D1), against what the school wants. */
export function findInEvent(facts: LessonFacts, school: { domain: string } & Pick<LessonSettings, 'approvedSystems' | 'hours'>): Finding[] {
  return [
    guestsInSchool(facts, school.domain),
    approvedSystem(facts, school),
    ...linksInDescription(facts, school),
    ...eventOn(facts),
    // Without that right somebody may say on the page when it is.
    ...(facts.event === null ? [] : hoursKept(facts, school)),
  ];
}

function guestsInSchool(facts: LessonFacts, domain: string): Finding {
  const check = 'guests-in-school';
  const { guests, guestsLeftOut, organizer, event } = facts;
  if (domain === '') return unknown(check, 'This sidebar has not been told the school’s domain.', 'Look through the guests yourself.');
  const outside = outsiders(facts, domain);
  if (outside.length > 0) {
    const named = outside.slice(0, 3).join(', ');
    const words = outside.length > 3 ? `${named} and ${outside.length - 3} more are not accounts of the school.` : `Not an account of the school: ${named}.`;
    return notFine(check, words, 'Take them off the guests, or invite their school account.');
  }
  if (event?.anyoneCanAddSelf) return notFine(check, 'Anybody may put themselves on this event.', 'Make a new event with the same guests.');
  if (guests === null) return unknown(check, 'The guests of this event are hidden from you.', 'Ask its organiser who is invited.');
  if (organizer === '') return unknown(check, 'Calendar does not say whose event this is.', 'Look who made it.');
  if (guestsLeftOut > 0)
    return unknown(
      check,
      `Handrail could not see ${guestsLeftOut === 1 ? '1 more guest' : `${guestsLeftOut} more guests`}.`,
      'Look through the guests yourself.',
    );
  const brought = guests.reduce((sum, { brings = 0 }) => sum + brings, 0);
  if (brought > 0) return unknown(check, `Guests say that they bring ${brought} more.`, 'Ask them who that is.');
  if (guests.every(({ email, isResource }) => isResource || email === organizer))
    return unknown(check, 'Calendar shows no guests.', 'Think of everybody you gave the link to.');
  const later = event?.guestsCanInvite ? ' Guests may invite others later.' : '';
  return fine(check, `Every address invited is of the school.${later}`);
}

/** Whoever declined may still come in: they stay invited. */
function outsiders({ guests, organizer }: LessonFacts, domain: string): string[] {
  const ending = `@${domain.toLowerCase()}`;
  // A class calendar may be the organiser, and stands among the guests too.
  const isCalendar = (email: string) => email === organizer && email.endsWith('@group.calendar.google.com');
  const people = [organizer, ...(guests ?? []).filter(({ isResource }) => !isResource).map(({ email }) => email)];
  return [...new Set(people)].filter((email) => email !== '' && !email.toLowerCase().endsWith(ending) && !isCalendar(email)).sort();
}

function approvedSystem({ conference }: LessonFacts, { approvedSystems }: Pick<LessonSettings, 'approvedSystems'>): Finding {
  const check = 'approved-system';
  if (conference.kind === 'hidden') return unknown(check, 'Calendar does not show you the call of this event.', 'Ask its organiser what it is held in.');
  if (conference.kind === 'none') return unknown(check, 'Calendar shows no call for this event.', 'Look whether the school approved where it is held.');
  // Another maker's call is called what its maker likes.
  if (conference.kind === 'other' && isApproved(conference.name, [GOOGLE_MEET]))
    return unknown(check, 'Calendar names Google Meet, but its link leads elsewhere.', 'Look where the link leads before anybody joins.');
  const name = conference.kind === 'meet' ? GOOGLE_MEET : conference.name || 'a call without a name';
  return isApproved(name, approvedSystems)
    ? fine(check, `The lesson is in ${name}, which the school approved.`)
    : notFine(
        check,
        `The lesson is in ${name}, which the school has not approved.`,
        `Use ${approvedSystems[0] ?? 'what the school approves'} instead, or ask a senior leader.`,
      );
}

function linksInDescription({ callLinks, conference }: LessonFacts, { approvedSystems }: Pick<LessonSettings, 'approvedSystems'>): Finding[] {
  if (callLinks === null) {
    const words = 'Handrail has not been allowed to read the description.';
    return (['link-copied', 'other-call-links'] as const).map((check) => unknown(check, words, 'Look whether a link to a call stands in it.'));
  }
  const others = callLinks.filter((name) => !isApproved(name, approvedSystems) && name !== GOOGLE_MEET);
  return [
    ...others.map((name) =>
      notFine('other-call-links', `The description or location leads to ${name}, which the school has not approved.`, 'Take that link out.'),
    ),
    callLinks.includes(GOOGLE_MEET)
      ? notFine('link-copied', 'The link is written in the description or location too.', TAKE_OUT[conference.kind])
      : fine('link-copied', 'The description does not repeat the link.'),
  ];
}

const TAKE_OUT: Record<LessonFacts['conference']['kind'], string> = {
  meet: 'Take it out: guests have the Join button.',
  none: 'Take it out, and add Google Meet with Calendar’s own button.',
  other: 'Take it out.',
  hidden: 'Ask its organiser to take it out.',
};

function eventOn({ event }: LessonFacts): Finding[] {
  if (event === null) return [unknown('event-on', 'Handrail has not been allowed to see what the event is called and when it is.', 'Look at the event.')];
  return event.isCancelled ? [notFine('event-on', 'This event was cancelled.', 'Make a new one if the lesson takes place.')] : [];
}

/** Times are compared as they stand on a UK wall clock: the school's hours do not move when the clocks change. */
export function hoursKept({ event }: Pick<LessonFacts, 'event'>, { hours }: Pick<LessonSettings, 'hours'>): Finding[] {
  if (hours === null) return [];
  if (event === null || event.start === '' || event.end === '') return [unknown('hours', 'Nobody has said when it is.', 'Say when it begins and ends.')];
  if (event.isAllDay) return [notFine('hours', 'The event is for the whole day.', 'Give it a time.')];
  const day = ukDay(event.start);
  if (isWeekend(day)) return [notFine('hours', 'It is at a weekend.', 'Move it, or ask a senior leader.')];
  const [from, until] = [ukTimeOfDay(event.start), ukTimeOfDay(event.end)];
  if (day !== ukDay(event.end)) return [notFine('hours', 'It does not end on the day on which it begins.', 'Look at its times.')];
  const isInside = from >= hours.from && until <= hours.to;
  return isInside
    ? [fine('hours', `It is between ${hours.from} and ${hours.to}.`)]
    : [
        notFine(
          'hours',
          `It is from ${from} to ${until}; the school has live lessons between ${hours.from} and ${hours.to}.`,
          'Move it, or ask a senior leader.',
        ),
      ];
}

function isApproved(name: string, approved: readonly string[]): boolean {
  return approved.some((each) => each.trim().toLowerCase() === name.trim().toLowerCase());
}
