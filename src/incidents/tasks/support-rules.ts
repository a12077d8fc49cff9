import { accusesStaff, concernsImages, harmsPupil, hasType, isAffected, isAlleged, isPupil } from '../protocols/asks.ts';
import { SOURCES } from '../protocols/sources.ts';
import { countsFor } from '../types.ts';
import { sameDay, schoolDays } from './due.ts';
import { type TaskRule, when } from './task-rule.ts';
import { lead } from './who.ts';

/** School days for what is done afterwards. No source names a number: it is a usual value. */
const SUPPORT_DAYS = 5;

/** Types after which something about a person usually stands online. */
const POSTED = [
  'bullying',
  'prejudice-bullying',
  'offensive-message',
  'impersonation',
  'privacy-breached',
  'staff-targeted',
  'photo-without-consent',
  'social-media-breach',
  'disrepute',
];

/** B3's other records, and B13: after the first day. */
export const SUPPORT_RULES: readonly TaskRule[] = [
  {
    id: 'tell-parents',
    what: ({ row }) => {
      if (isAlleged(row, ({ kind }) => kind === 'parent'))
        return 'Decide what is said at home, and to whom. A parent is alleged to have done it: ask children’s social care first.';
      if (accusesStaff(row))
        return 'Tell the parents of the pupils in it, or record why not. When the harm threshold is met, ask the LADO first what they are told.';
      return 'Tell the parents of the pupils in it, or record why not: not when that would put a child in danger, and as the police advise.';
    },
    who: lead,
    due: ({ school, now }) => sameDay(now, school),
    why: ({ row }) => when(harmsPupil(row) || isAlleged(row, isPupil), 'Pupils are in it'),
    source: SOURCES.rkResponse,
  },
  {
    id: 'support-pupil',
    what: 'Agree with the child who was harmed, and their family, what helps, and who they can go to.',
    who: lead,
    due: ({ school, now }) => schoolDays(now, SUPPORT_DAYS, school),
    why: ({ row }) => when(harmsPupil(row), 'A pupil is affected'),
    source: SOURCES.bcProtocol,
  },
  {
    id: 'restorative',
    what: 'Consider a restorative meeting, if both sides want it.',
    who: lead,
    due: () => '',
    why: ({ row }) => when(isAffected(row, isPupil) && isAlleged(row, isPupil) && !concernsImages(row), 'Pupils are on both sides'),
    source: SOURCES.bcProtocol,
    optional: true,
  },
  {
    id: 'teach-impact',
    what: ({ row }) =>
      isAffected(row, () => true)
        ? 'When it is clear who did it: see to it that they understand what it did to others.'
        : 'When it is clear who did it: see to it that they understand what was wrong with it.',
    who: lead,
    due: () => '',
    why: ({ row }) => when(isAlleged(row, isPupil), 'A pupil is alleged to have done it'),
    source: SOURCES.bcProtocol,
  },
  {
    id: 'take-down',
    what: 'Decide about having it taken down: by whoever posted it, or by the service.',
    who: lead,
    due: ({ school, now }) => sameDay(now, school),
    why: ({ row }) => when(hasType(row, ...POSTED), 'Something about a person may still be online'),
    source: SOURCES.bcProtocol,
    optional: true,
  },
  {
    id: 'take-down-image',
    what: 'Help the child to have the image taken down with Report Remove, when the police agree. Nobody opens, keeps or deletes it for them.',
    who: lead,
    due: ({ school, now }) => sameDay(now, school),
    why: ({ row }) => when(hasType(row, 'nudes', 'ai-images', 'sextortion'), 'An image of a child may have been shared'),
    source: SOURCES.reportRemove,
    optional: true,
  },
  {
    id: 'tell-other-school',
    what: 'Tell the other school or setting what it needs to know to keep its children safe.',
    who: lead,
    due: ({ school, now }) => sameDay(now, school),
    why: ({ answers }) => when(answers['nudes.other-school'] === 'yes', 'The first review found that another school must know'),
    source: SOURCES.bcNudes,
  },
  {
    id: 'record-bullying',
    what: 'Enter it in the school’s bullying record.',
    who: lead,
    due: ({ school, now }) => schoolDays(now, SUPPORT_DAYS, school),
    why: ({ row }) => when(countsFor(row.types).includes('bullying'), 'Its type counts as bullying'),
    source: SOURCES.bfLog,
  },
  {
    id: 'record-prejudice',
    what: 'Enter it in the school’s record of prejudice and racist incidents.',
    who: lead,
    due: ({ school, now }) => schoolDays(now, SUPPORT_DAYS, school),
    why: ({ row, answers }) =>
      when(countsFor(row.types).includes('prejudice') || answers['bullying-record.seen-as'] === 'yes', 'It was about who somebody is, or was felt to be'),
    source: SOURCES.bfLog,
  },
];
