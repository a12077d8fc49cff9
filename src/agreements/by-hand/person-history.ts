import type { RecordedEvent } from '../../records/journal.ts';
import { ukDate } from '../../school/calendar.ts';
import { ukTime } from '../../school/uk-time.ts';
import { is } from '../events.ts';
import type { SignatureRow } from '../signatures.ts';
import type { StandingRow } from '../standings.ts';

/** One thing that happened with a person's agreements or consents. */
export interface HistoryLine {
  /** dd/MM/yyyy HH:mm */
  at: string;
  what: string;
  /** Who did it; '' for Handrail itself. */
  who: string;
  /** What was written about it. */
  said: string;
}

type Moment = Omit<HistoryLine, 'at'> & { iso: string };

/**
 * What is known of a person's past, latest first: what was done by hand, as the journal has it; what was signed; and of what was done for
 * many at once the last time each.
 */
export function historyOf(
  known: { events: readonly RecordedEvent[]; answers: readonly { row: SignatureRow; title: string }[]; standings: readonly StandingRow[] },
  words: Words,
): HistoryLine[] {
  const moments = [
    ...known.events.flatMap((event) => byHand(event, words)),
    ...known.answers.flatMap(({ row, title }) => aboutAnswer(row, title, words)),
    ...known.standings.flatMap((row) => lastTimes(row, words.titleOf(row.agreementId))),
  ];
  return moments.sort((a, b) => (a.iso < b.iso ? 1 : -1)).map(({ iso, ...line }) => ({ at: ukTime(iso), ...line }));
}

/** What things are called by people. */
interface Words {
  nameOf(email: string): string;
  titleOf(agreementId: string): string;
  questionOf(permission: string): string;
}

function byHand(event: RecordedEvent, { nameOf, titleOf, questionOf }: Words): Moment[] {
  const moment = { iso: event.at, who: nameOf(event.actor) };
  const titles = (standings: readonly string[]) => standings.map((key) => titleOf(key.slice(0, key.indexOf('|')))).join('; ');
  if (is(event, 'people asked')) return [{ ...moment, what: `Asked again: ${titleOf(event.payload.agreementId)}`, said: event.payload.why ?? '' }];
  if (is(event, 'standings withdrawn')) {
    const { since, standings, how } = event.payload;
    return [{ ...moment, what: `Withdrawn from ${ukDate(since)}: ${titles(standings)}`, said: how }];
  }
  if (is(event, 'standings closed')) return [{ ...moment, what: `Closed: ${titles(event.payload.standings)}`, said: event.payload.why }];
  if (is(event, 'access extended')) {
    const { until, standings } = event.payload;
    return [{ ...moment, what: `Last day of access set to ${ukDate(until)}: ${titles(standings)}`, said: '' }];
  }
  if (!is(event, 'consent recorded')) return [];
  const { consents, since, how } = event.payload;
  return consents.map(({ permission, value }) => ({
    ...moment,
    what: `Consent recorded, ${value ? 'yes' : 'no'} since ${ukDate(since)}: ${questionOf(permission)}`,
    said: how,
  }));
}

function aboutAnswer(row: SignatureRow, title: string, { nameOf }: Words): Moment[] {
  const sent = {
    iso: row.signedAt,
    who: row.fullName,
    what: `${row.state === 'declined' ? 'Declined' : 'Signed'}: ${title}, version ${row.version}`,
    said: '',
  };
  const decided =
    row.state === 'declined' || row.approvedAt === null ? [] : [{ iso: row.approvedAt, who: nameOf(row.approver), what: `Approved: ${title}`, said: '' }];
  return [{ ...sent, said: row.reason }, ...decided];
}

function lastTimes(row: StandingRow, title: string): Moment[] {
  const asked = row.askedAt === null ? [] : [{ iso: row.askedAt, who: '', what: `Asked last: ${title}, version ${row.version}`, said: '' }];
  const times = row.told === 1 ? 'once' : `${row.told} times`;
  const told = row.toldAt === null ? [] : [{ iso: row.toldAt, who: '', what: `Mailed last (${times} since asked): ${title}`, said: '' }];
  return [...asked, ...told];
}
