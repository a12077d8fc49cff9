import { outboxTable } from '../../records/outbox.ts';
import { dayCount } from '../../records/outbox-day.script.ts';
import { recipientsOf } from '../../records/outbox-steps.ts';
import type { RecordsView } from '../../records/records.ts';
import { isSchoolDay, ukDay, ukHour } from '../../school/calendar.ts';
import { type Memory, remember } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { codeFor, personalLink } from '../forms/family.ts';
import { familySecret } from '../forms/family-secret.script.ts';
import { policyTable } from '../policies/policies.ts';
import { agreementTable, type FormRow, formTable } from '../published.ts';
import { standingsByAgreement, standingTable } from '../standings.ts';
import { settingsIn } from './agreement-settings.script.ts';
import { TELLING_HOURS } from './mail-days.ts';
import { membersOf } from './members.ts';
import type { AgreementSettings } from './settings.ts';
import { type AllToTell, whatToTell } from './what-to-tell.ts';

/** Recipients and standings in one decision: mails and what is noted about them are kept together or not at all. */
const MOST_AT_ONCE = { mails: 60, standings: 600 };
/** Mails that may stand and wait when more are added: so many go within two or three beats, so that none is stale when it goes. */
const MOST_STANDING = 100;
/** The property that holds the moment at which no more was to be told in that hour. */
const DONE_AT = 'telling-done-at';
const TABLES = [agreementTable, formTable, standingTable, policyTable, outboxTable];

/** What one step of telling came to. `later`: the day's share of mails is used up. `soon`: enough mails wait to be sent. */
type Outcome = 'more' | 'all told' | 'soon' | 'later';

/**
 * The heartbeat's task `telling`, on school days in school hours: tells people what they are to sign, reminds them, passes on what was in
 * vain (A15), and reminds of guests' ends (A4), of people who should have no access (A12) and of policies (A14). Once an hour, and beat by
 * beat while there is more. Only so many mails are wanted as can go at once, so that nobody gets one who has signed meanwhile.
 */
export function tellPeople(visit: Visit, memory: Memory, mayGoOn: () => boolean): void {
  if (!isTellingTime(visit) || hourOf(memory.rest[DONE_AT] ?? '') === hourOf(visit.now)) return;
  const settings = settingsIn(memory);
  const secret = familySecret(memory);
  const share = settings.mailsADay - dayCount(visit.now).sent;
  let outcome: Outcome = 'more';
  for (let part = 1; outcome === 'more' && mayGoOn(); part += 1) outcome = tellNextPart(part, share, visit, settings, secret);
  // What went in an hour counts for a day: within the hour nothing more can go.
  if (outcome === 'all told' || outcome === 'later') remember(DONE_AT, visit.now);
}

/** Whether it is a time at which people are told: a day the school is open, in its hours. */
function isTellingTime({ school, now }: Pick<Visit, 'school' | 'now'>): boolean {
  const hour = ukHour(now);
  return isSchoolDay(ukDay(now), school) && hour >= TELLING_HOURS.from && hour < TELLING_HOURS.to;
}

function hourOf(moment: string): string {
  return moment.slice(0, 13);
}

/**
 * One decision: mails and the events that say they went are kept together, so nobody is told twice or forgotten.
 * @param part tells the parts of one beat apart
 * @param share people who may still be told today, those among them whose mails wait
 */
function tellNextPart(part: number, share: number, visit: Visit, settings: AgreementSettings, secret: string): Outcome {
  const { me, records, now } = visit;
  return records.decide<Outcome>({ key: `telling-${Date.parse(now)}-${part}`, actor: me.email, reads: TABLES }, (view) => {
    const waiting = view.rows(outboxTable).filter(({ state, mayWait }) => mayWait && state !== 'refused');
    const people = share - recipientsOf(waiting);
    if (people <= 0) return { events: [], answer: 'later' };
    const room = MOST_STANDING - waiting.length;
    if (room <= 0) return { events: [], answer: 'soon' };
    const most = { ...MOST_AT_ONCE, mails: Math.min(MOST_AT_ONCE.mails, people, room) };
    const { events, mails } = whatToTell(allIn(view, visit, settings, secret), visit, most);
    return { events, mails, answer: events.length === 0 ? 'all told' : 'more' };
  });
}

function allIn(view: RecordsView, { roll, school, now }: Visit, settings: AgreementSettings, secret: string): AllToTell {
  const today = ukDay(now);
  const rows = standingsByAgreement(view.rows(standingTable));
  const asked = view
    .rows(agreementTable)
    .filter(({ asks, retired }) => asks && !retired)
    .map((agreement) => ({
      agreement,
      members: new Map(membersOf(agreement, roll, school, today, settings).map((member) => [member.person, member])),
      standings: [...(rows.get(agreement.id)?.values() ?? [])],
    }));
  const place = { school, today, forms: view.rows(formTable), personalLink: (form: FormRow, parent: string) => personalLink(form, codeFor(secret, parent)) };
  return { asked, policies: view.rows(policyTable), place, settings };
}
