import { ukDay } from '../../school/calendar.ts';
import { ukTimeOfDay } from '../../school/uk-time.ts';
import type { Finding } from '../finding.ts';
import type { LessonFacts } from '../lesson-facts.ts';
import type { LessonSettings } from '../lesson-settings.ts';
import { findingsBy } from './checks.ts';

const { fine, notFine, unknown } = findingsBy('sidebar');

/** As Calendar names Google's own calls. */
export const GOOGLE_MEET = 'Google Meet';

/** What Calendar says about the event (D1), against what the school wants. */
export function findInEvent(facts: LessonFacts, school: { domain: string } & Pick<LessonSettings, 'approvedSystems' | 'hours'>): Finding[] {
  return [
    guestsInSchool(facts, school.domain),
    approvedSystem(facts, school),
    ...linksInDescription(facts, school),
    ...eventOn(facts),
    ...hoursKept(facts, school),
  ];
}

function guestsInSchool({ guests, guestsLeftOut, organizer }: LessonFacts, domain: string): Finding {
  const check = 'guests-in-school';
  if (domain === '') return unknown(check, 'This sidebar has not been told the school’s domain.', 'Look through the guests yourself.');
  if (guests === null) return unknown(check, 'The guests of this event are hidden from you.', 'Ask its organiser who is invited.');
  const outside = [{ email: organizer, isResource: false }, ...guests]
    // A class calendar may be the organiser.
    .filter(({ email, isResource }) => !isResource && !email.endsWith('@group.calendar.google.com'))
    .map(({ email }) => email)
    .filter((email, at, all) => !email.endsWith(`@${domain}`) && all.indexOf(email) === at);
  if (outside.length > 0) {
    const named = outside.slice(0, 3).join(', ');
    const words = outside.length > 3 ? `${named} and ${outside.length - 3} more are not accounts of the school.` : `Not an account of the school: ${named}.`;
    return notFine(check, words, 'Take them off the guests, or invite their school account.');
  }
  if (guestsLeftOut > 0) return unknown(check, `There are ${guestsLeftOut} more guests than could be handed over.`, 'Look through the guests yourself.');
  if (guests.every(({ isResource }) => isResource)) return unknown(check, 'Calendar shows no guests.', 'Think of everybody you gave the link to.');
  return fine(check, 'Every address invited is of the school.');
}

function approvedSystem({ conference }: LessonFacts, { approvedSystems }: Pick<LessonSettings, 'approvedSystems'>): Finding {
  const check = 'approved-system';
  if (conference.kind === 'hidden') return unknown(check, 'Calendar does not show you the call of this event.', 'Ask its organiser what it is held in.');
  if (conference.kind === 'none')
    return unknown(check, 'Calendar shows no call for this event.', 'Look where the lesson is held, and tick it if the school approved that.');
  const name = conference.kind === 'meet' ? GOOGLE_MEET : conference.name || 'a call that is not Google’s';
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
    return conference.kind === 'none' ? [] : [unknown('link-copied', words, 'Look whether a link to a call stands in it.')];
  }
  const others = callLinks.filter((name) => !isApproved(name, approvedSystems) && name !== GOOGLE_MEET);
  const copied = callLinks.includes(GOOGLE_MEET);
  return [
    ...others.map((name) => notFine('other-call-links', `The description leads to ${name}, which the school has not approved.`, 'Take that link out.')),
    copied
      ? notFine('link-copied', 'The description repeats the link, and is copied along with the event.', 'Take it out: guests have the Join button.')
      : fine('link-copied', 'The description does not repeat the link.'),
  ];
}

function eventOn({ event }: LessonFacts): Finding[] {
  if (event === null) return [unknown('event-on', 'Handrail has not been allowed to see what the event is called and when it is.', 'Look at the event.')];
  return event.isCancelled ? [notFine('event-on', 'This event was cancelled.', 'Make a new one if the lesson takes place.')] : [];
}

/** Times are compared as they stand on a UK wall clock: the school's hours do not move when the clocks change. */
export function hoursKept({ event }: Pick<LessonFacts, 'event'>, { hours }: Pick<LessonSettings, 'hours'>): Finding[] {
  if (hours === null || event === null) return [];
  if (event.isAllDay) return [notFine('hours', 'The event is for the whole day.', 'Give it a time.')];
  const [from, until] = [ukTimeOfDay(event.start), ukTimeOfDay(event.end)];
  const isInside = ukDay(event.start) === ukDay(event.end) && from >= hours.from && until <= hours.to;
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
