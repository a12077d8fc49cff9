import { isUrgent } from '../clock/urgent.ts';
import { isForSupport } from '../mail/evidence.ts';
import { harmsPupil, isPupil } from '../protocols/asks.ts';
import { SOURCES } from '../protocols/sources.ts';
import { atOnce, sameDay, sameSchoolDay } from './due.ts';
import { because, type TaskRule, when } from './task-rule.ts';
import { lead } from './who.ts';

/** What is done first in a case that began with a message (C2, C4). */
export const MAIL_RULES: readonly TaskRule[] = [
  {
    id: 'keep-message',
    what: 'See to it that the mail stays where it is. Tell whoever got it: do not reply, do not delete it, do not pass it on. Nobody opens what was attached.',
    who: lead,
    due: ({ row, school, now }) => (isUrgent(row) ? atOnce(now) : sameDay(now, school)),
    why: ({ row: { facts } }) => when(facts.mail !== undefined && facts.mail.severity >= 2 && !isForSupport(facts), 'The mail itself shows what happened'),
    source: SOURCES.bcProtocol,
  },
  {
    id: 'see-writer',
    what: 'See the pupil who wrote it today: they may be telling about themselves or about a friend. Listen, ask nothing that leads them, and promise no secrecy.',
    who: lead,
    due: ({ school, now }) => sameSchoolDay(now, school),
    why: ({ row }) =>
      because(
        when(
          isForSupport(row.facts) && !row.facts.byPupil && !harmsPupil(row) && row.facts.people.some((person) => person.role === 'other' && isPupil(person)),
          'A pupil tells of harm in a message',
        ),
        when(row.facts.mail?.pupilTellsFurther === true, 'A pupil tells of something in a further message'),
      ),
    source: SOURCES.noPromise,
  },
  {
    id: 'ask-writer',
    what: 'Ask whoever it is in the name of, in person and not by answering the mail, whether they sent it. If a child did, they may be telling about themselves: listen, and promise no secrecy.',
    who: lead,
    due: ({ school, now }) => sameSchoolDay(now, school),
    why: ({ row: { facts } }) =>
      because(
        when(facts.mail?.isUnproven === true && facts.mail.route !== 'rule', 'Nothing proves that the mail is from whom it says'),
        when(facts.mail?.isFurtherUnproven === true, 'Nothing proves that a further mail is from whom it says'),
      ),
    source: SOURCES.ruling,
  },
];
