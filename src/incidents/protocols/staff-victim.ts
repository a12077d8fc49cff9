import { hasType, isAffected, worksWithChildren } from './asks.ts';
import type { Protocol, ProtocolFacts } from './protocol.ts';
import { SOURCES } from './sources.ts';

const by =
  (who: string) =>
  ({ answers }: ProtocolFacts) =>
    answers['staff-victim.instigator'] === who;
const byPupil = by('pupil');
const byParent = by('parent');
const byStaff = by('staff');
const isSerious = ({ answers }: ProtocolFacts) => answers['staff-victim.serious'] === 'yes';
const source = SOURCES.bfFlowcharts;

/** B9: a member of staff is the victim, by the one who did it. */
export const STAFF_VICTIM: Protocol = {
  id: 'staff-victim',
  title: 'Path: a member of staff is the victim',
  row: 'B9',
  about: 'For the headteacher or the chair of governors, who is the one contact for everybody in it. Told on the same day; the victim does not see this case.',
  source,
  fits: ({ row }) => (hasType(row, 'staff-targeted') || isAffected(row, worksWithChildren) ? 'applies' : 'no'),
  steps: [
    {
      id: 'contact',
      ask: 'Who is the one person that everybody speaks to?',
      kind: 'choice',
      choices: [
        { value: 'headteacher', text: 'Headteacher' },
        { value: 'chair', text: 'Chair of governors' },
        { value: 'senior leader', text: 'Another senior leader' },
      ],
      source,
    },
    { id: 'evidence', ask: 'What was kept: print-outs, screenshots, addresses?', kind: 'text', source },
    { id: 'reported', ask: 'Was it reported to the service where it stands, if that fits?', kind: 'yes-no', optional: true, source },
    { id: 'governors', ask: 'Should the chair of governors or the governing body know?', kind: 'yes-no', source },
    {
      id: 'serious',
      ask: 'Is it serious: a threat, a crime, hatred, somebody’s safety?',
      help: 'Then ask the police or human resources first, before anybody speaks to whoever did it.',
      kind: 'yes-no',
      source,
    },
    {
      id: 'instigator',
      ask: 'Who did it?',
      kind: 'choice',
      choices: [
        { value: 'parent', text: 'A parent or carer' },
        { value: 'staff', text: 'A member of staff' },
        { value: 'pupil', text: 'A pupil' },
        { value: 'not known', text: 'Somebody else, or not known' },
      ],
      source,
    },
    {
      id: 'parent-invited',
      ask: 'The parent was invited in and spoken with: what was seen, the agreement they signed, and that the door is open when they are unhappy.',
      kind: 'do',
      when: byParent,
      source,
    },
    { id: 'parent-removal', ask: 'The parent was asked to take it down.', kind: 'do', when: byParent, source },
    {
      id: 'parent-next',
      ask: 'If that did not help: the chair of governors, or a letter?',
      kind: 'choice',
      choices: [
        { value: 'not needed', text: 'It helped' },
        { value: 'chair', text: 'The chair of governors is brought in' },
        { value: 'letter', text: 'A letter is sent' },
        { value: 'both', text: 'Both' },
      ],
      when: byParent,
      source,
    },
    {
      id: 'hr-first',
      ask: 'Human resources were asked first; in a serious case before the person knows anything.',
      kind: 'do',
      when: byStaff,
      source,
    },
    {
      id: 'staff-removal',
      ask: 'The member of staff was asked to take it down at once, if human resources agreed.',
      kind: 'do',
      when: byStaff,
      source,
    },
    {
      id: 'staff-agreement',
      ask: 'The agreement they signed, their code of conduct and their contract were looked at.',
      kind: 'do',
      when: byStaff,
      source,
    },
    {
      id: 'pupil-removal',
      ask: 'The pupil was asked to take it down, with the agreement they signed in front of both of you.',
      kind: 'do',
      when: byPupil,
      source,
    },
    {
      id: 'pupil-under-13',
      ask: 'They refuse, and are too young for the service (under 13 for most): the service was asked to close the account.',
      kind: 'do',
      optional: true,
      when: byPupil,
      source,
    },
    { id: 'pupil-rules', ask: 'The behaviour policy was followed.', kind: 'do', when: byPupil, source },
    {
      id: 'pupil-parents',
      ask: 'The pupil’s parents were told: always when it is serious or happened before.',
      kind: 'do',
      when: byPupil,
      source,
    },
    { id: 'pupil-at-risk', ask: 'Is the pupil at risk?', help: 'Then the DSL is told today.', kind: 'yes-no', when: byPupil, source },
    {
      id: 'police',
      ask: 'What did the police say?',
      kind: 'text',
      when: isSerious,
      source,
    },
    {
      id: 'support',
      ask: 'What support was offered to the victim? (welfare lead, union, helpline)',
      kind: 'text',
      source: SOURCES.bcProtocol,
    },
    {
      id: 'told-victim',
      ask: 'The victim knows what was done, as far as they may.',
      kind: 'do',
      source,
    },
  ],
};
