import { hasType, isAnswered, losesData } from '../protocols/asks.ts';
import { SOURCES } from '../protocols/sources.ts';
import { hoursLater, minutesLater, sameDay, workingDays } from './due.ts';
import { because, type RuleFacts, type TaskRule, when } from './task-rule.ts';
import { lead } from './who.ts';

/** The law's clock, from the loss (rulings: before the risk is judged). */
const BREACH_HOURS = 72;
const SECURE_MINUTES = 60;

/** These are taken as personal until the question "was personal data open to somebody?" is answered. */
const TAKEN_AS_PERSONAL = ['device-lost', 'data-breach', 'data-careless'];

/** Personal data may have been lost, as far as is known. */
function isBreach(facts: RuleFacts): boolean {
  const personal = facts.answers['data-loss.personal'];
  if (personal === 'yes') return true;
  if (personal === 'no') return false;
  const { row } = facts;
  if (hasType(row, ...TAKEN_AS_PERSONAL)) return true;
  // With a password or a virus the question decides (rulings); of a loss that nobody has named yet the worst is assumed.
  return row.facts.about === 'data' && row.types.length === 0;
}

const risk = ({ answers }: RuleFacts) => answers['data-loss.risk'] ?? '';

/** The end of the 72 hours: from when it happened, as far as that is known. A loss that came to light later than that is due as it came. */
function breachClock({ row }: RuleFacts): string {
  const end = hoursLater(row.happened ?? row.received, BREACH_HOURS);
  return Date.parse(end) < Date.parse(row.received) ? row.received : end;
}

/** B18 and rule 16. */
export const DATA_RULES: readonly TaskRule[] = [
  {
    id: 'secure-data',
    what: ({ row }) =>
      [
        ...(hasType(row, 'device-lost') ? ['Lock the device or wipe it from afar, and have the passwords changed that were used on it.'] : []),
        ...(hasType(row, 'data-breach') ? ['Get the data back or have it deleted: call the message back, ask whoever has it, end the sharing.'] : []),
        ...(hasType(row, 'password-lost', 'virus', 'security-attempt')
          ? ['Change the passwords, end the sessions, take what is infected off the network.']
          : []),
      ].join(' '),
    who: lead,
    due: ({ now }) => minutesLater(now, SECURE_MINUTES),
    why: ({ row }) =>
      because(
        when(hasType(row, 'device-lost'), 'A device is lost'),
        when(hasType(row, 'data-breach'), 'Data went to somebody who should not have it'),
        when(hasType(row, 'password-lost', 'virus', 'security-attempt'), 'Somebody may get into the school’s systems'),
      ),
    source: SOURCES.bfReporting,
  },
  {
    id: 'judge-data-risk',
    what: 'Find out whether personal data was open to somebody, and judge the risk to the people it is about. Answer the questions on this page.',
    who: lead,
    due: ({ school, now }) => sameDay(now, school),
    why: (facts) => when(losesData(facts.row) && !isJudged(facts), 'Data or a device is lost, and the risk has not been judged'),
    source: SOURCES.dataLoss,
  },
  {
    id: 'refer-ico',
    what: 'Tell the Information Commissioner (ICO) within 72 hours of the loss, unless a risk to people is unlikely. Record the decision and its reason.',
    who: lead,
    due: breachClock,
    why: (facts) => when(isBreach(facts) && risk(facts) !== 'unlikely', 'Personal data may have been lost; the 72 hours run from the loss'),
    source: SOURCES.dataLoss,
    agency: 'ico',
  },
  {
    id: 'ico-not-told',
    what: 'Record the decision not to tell the Information Commissioner (ICO), with its reason.',
    who: lead,
    due: breachClock,
    why: (facts) => when(isBreach(facts) && risk(facts) === 'unlikely', 'A risk to people was judged unlikely'),
    source: SOURCES.dataLoss,
    agency: 'ico',
  },
  {
    id: 'tell-people-of-loss',
    what: 'Tell the people whose data it is what happened, what it may mean for them and what they can do.',
    who: lead,
    due: ({ school, now }) => workingDays(now, 1, school),
    why: (facts) => when(isBreach(facts) && risk(facts) === 'high', 'The risk to them was judged high'),
    source: SOURCES.dataLoss,
  },
  {
    id: 'tell-head-and-data-lead',
    what: 'Tell the headteacher and the data protection lead, both.',
    who: lead,
    due: ({ school, now }) => sameDay(now, school),
    why: (facts) => when(losesData(facts.row) && facts.row.lane !== 'data', 'Data or a device is lost, and the case is not on their desk'),
    source: SOURCES.ruling,
  },
];

function isJudged(facts: RuleFacts): boolean {
  return facts.answers['data-loss.personal'] === 'no' || (isAnswered(facts, 'data-loss.risk') && risk(facts) !== 'not known');
}
