import { isUrgent } from '../clock/urgent.ts';
import { concernsImages, harmsPupil, hasType, isAnswered } from '../protocols/asks.ts';
import { SOURCES } from '../protocols/sources.ts';
import { atOnce, sameDay, sameSchoolDay, workingDays } from './due.ts';
import { because, type RuleFacts, type TaskRule, when } from './task-rule.ts';
import { head, lead } from './who.ts';

/** Types that may be child sexual abuse (rule 14). */
const SEXUAL_ABUSE = ['abuse-images', 'ai-images', 'grooming', 'sextortion', 'exploitation', 'sexual-harassment', 'abuse-disclosed'];

const now = (facts: RuleFacts) => atOnce(facts.now);
const today = ({ school, now }: RuleFacts) => sameDay(now, school);

/** What is done on the first day (B4, B7, rules 3, 4, 8, 13, 14). */
export const FIRST_RULES: readonly TaskRule[] = [
  {
    id: 'leave-images',
    what: 'See to it that nobody looks at the image, copies it, sends it on or deletes it. The device stays as it is: covered, locked away, and the police are asked.',
    who: lead,
    due: now,
    why: ({ row }) => when(concernsImages(row), 'It may concern images of a child'),
    source: SOURCES.nudes,
  },
  {
    id: 'speak-to-reporter',
    what: 'Speak with whoever reported it.',
    who: lead,
    due: now,
    why: ({ row }) => when(isUrgent(row) && !row.facts.toldDslInPerson && row.reporter !== '', 'It is urgent, and nobody has been told in person'),
    source: SOURCES.actAtOnce,
  },
  {
    id: 'see-child',
    what: 'See the child who is affected today. Listen, ask nothing that leads them, promise no secrecy, and say what happens next.',
    who: lead,
    due: ({ school, now }) => sameSchoolDay(now, school),
    why: ({ row }) => when(harmsPupil(row), 'A pupil is affected'),
    source: SOURCES.noPromise,
  },
  {
    id: 'see-reporter',
    what: 'See the pupil who reported it today: they may be telling about themselves. Listen, ask nothing that leads them, and promise no secrecy.',
    who: lead,
    due: ({ school, now }) => sameSchoolDay(now, school),
    why: ({ row }) =>
      when(
        row.facts.byPupil && row.facts.about !== 'misuse' && row.facts.about !== 'data' && !harmsPupil(row),
        'A pupil reported it and named nobody of the school who was hurt',
      ),
    source: SOURCES.noPromise,
  },
  {
    id: 'nudes-review',
    what: 'Hold the first review of the nudes today, led by the DSL, and answer its questions on this page.',
    who: lead,
    due: today,
    why: (facts) =>
      when(
        concernsImages(facts.row) && !hasType(facts.row, 'abuse-images') && !isAnswered(facts, 'nudes.decision'),
        'It may concern images of a child, and the review has not decided yet',
      ),
    source: SOURCES.bcNudes,
  },
  {
    id: 'tell-dsl',
    what: 'Hand this over to the DSL at once: it is a safeguarding matter, not only a complaint.',
    who: lead,
    due: now,
    why: ({ row }) => when(row.lane === 'misuse' && isUrgent(row), 'It came as a complaint about misuse, and cannot wait'),
    source: SOURCES.smComplaints,
  },
  {
    id: 'fgm-own-duty',
    what: 'Make sure that the teacher who found out tells the police themselves (101). Nobody can do it for them.',
    who: lead,
    due: ({ row, school }) => workingDays(row.received, 1, school),
    why: ({ row }) => when(hasType(row, 'fgm'), 'It is about female genital mutilation'),
    source: SOURCES.fgm,
  },
  {
    id: 'duty-to-report',
    what: 'Tell the police or the local authority: the duty to report child sexual abuse.',
    who: lead,
    due: now,
    why: ({ row, settings }) =>
      when(settings.dutyToReport && hasType(row, ...SEXUAL_ABUSE), 'It may be child sexual abuse, and the school has switched this duty on'),
    source: SOURCES.dutyToReport,
  },
  {
    id: 'remind-staff',
    what: 'Remind all staff to write nothing about it on social networks unless senior leaders agree.',
    who: head,
    due: today,
    why: ({ answers }) => when(answers['critical.is'] === 'yes', 'It is a critical incident'),
    source: SOURCES.rkCritical,
  },
  {
    id: 'block-address',
    what: 'Give the address to technical support so that it is blocked now.',
    who: lead,
    due: now,
    why: ({ answers }) =>
      when(
        answers['safety-button.judgement'] === 'unsuitable' || answers['safety-button.judgement'] === 'illegal',
        'A child pressed the safety button because of a page that is not suitable',
      ),
    source: SOURCES.smButton,
  },
  {
    id: 'tell-filtering-lead',
    what: 'Tell the senior leader who is responsible for filtering and monitoring, and look at whether it needs a review.',
    who: lead,
    due: ({ school, now }) => workingDays(now, 1, school),
    why: ({ row }) =>
      because(
        when(hasType(row, 'filter-let-through'), 'The filter let something through'),
        when(hasType(row, 'monitoring-failure'), 'Filtering or monitoring does not work'),
        when(hasType(row, 'filter-bypass'), 'Somebody went round the filter'),
      ),
    source: SOURCES.filteringDuty,
  },
];
