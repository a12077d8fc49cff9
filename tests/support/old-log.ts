import { caseProjection } from '../../src/incidents/case.ts';
import { flagProjection } from '../../src/messages/flag.ts';
import type { Json } from '../../src/records/canonical.ts';
import { append, eventsIn, type JournalEntry, type NewEvent, START } from '../../src/records/journal.ts';
import { journalCells, journalReader } from '../../src/records/journal-rows.ts';
import { changesBy, type Projection } from '../../src/records/projection.ts';
import { markId } from '../../src/records/sheet-requests.ts';
import { SCHEMA } from '../../src/records/system-tables.ts';
import { encode, type Fields } from '../../src/records/table.ts';
import { raised as raisedConcern } from './concerns.ts';
import type { SchoolUnderTest } from './school.ts';

const AT = '2026-09-01T08:00:00.000Z';
/** Events about a case: an old log holds far more notes than cases. */
const EVENTS_A_CASE = 40;

/** Lets the school's log look as after `count` more events, about pupils: concerns that were opened and have an owner, and notes to them. */
export function ageLog(school: SchoolUnderTest, count: number): void {
  const events = Array.from({ length: count }, (_, index): NewEvent => {
    const subject = `C-OLD${Math.floor(index / EVENTS_A_CASE)}`;
    const place = index % EVENTS_A_CASE;
    if (place === 0) return raised(school, subject);
    if (place === 1) return { action: 'case opened', subject, payload: {} };
    if (place === 2) return { action: 'case owner changed', subject, payload: { from: '', to: school.people.dsl, where: 'page' } };
    return { action: 'case note added', subject, payload: { text: `Note ${index}`, where: 'page' } };
  });
  addToLog(school, [{ at: AT, events }]);
}

/** Lets these stand in the log as if they had been recorded, each lot at its time and by the DSL. The log held no more than a few cases. */
export function addToLog(school: SchoolUnderTest, lots: readonly { at: string; events: readonly NewEvent[] }[]): void {
  const all = entriesOf(school);
  for (const { at, events } of lots) {
    const salts = events.map((_, index) => `salt-${all.length + index}`);
    all.push(...append(all[all.length - 1] ?? START, events, { at, actor: school.people.dsl, salts }).entries);
  }
  const head = all[all.length - 1] ?? START;
  put(school, 'Journal', all.map(journalCells));
  put(school, 'Cases', rowsBy(caseProjection, all));
  put(school, 'Flags', rowsBy(flagProjection, all));
  put(school, 'Head', [[String(head.sequence), head.hash, '1', String(SCHEMA), 'test', '0', '']]);
  for (const mark of records(school).namedRanges) Object.assign(mark, { id: markId(head.sequence), name: `Head_${head.sequence}` });
}

function rowsBy<F extends Fields>(projection: Projection<F>, entries: readonly JournalEntry[]): string[][] {
  const rows = changesBy(projection, eventsIn(entries), () => undefined);
  return [...rows.values()].flatMap((row) => (row ? [encode(projection.table, row)] : []));
}

function raised({ people }: SchoolUnderTest, subject: string): NewEvent {
  const payload = raisedConcern({ story: 'It happened at break.', reporter: { email: people.teacher, name: 'Sam Okafor', isPupil: false } });
  return { action: 'concern raised', subject, payload: payload as Json };
}

function entriesOf(school: SchoolUnderTest) {
  const [headings = [], ...rows] = school.sheet('records', 'Journal');
  const read = journalReader(headings);
  return rows.filter((row) => (row[0] ?? '') !== '').map(read);
}

function put(school: SchoolUnderTest, name: string, rows: readonly (readonly string[])[]): void {
  const sheet = records(school).sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`the records have no sheet ${name}`);
  sheet.rows = [sheet.rows[0] ?? [], ...rows.map((cells) => cells.map((v) => (v === '' ? null : { v })))];
  sheet.rowCount = Math.max(sheet.rowCount, sheet.rows.length);
}

function records(school: SchoolUnderTest) {
  const file = school.workspace.data.spreadsheets[school.fileId('records')];
  if (!file) throw new Error('the school has no records');
  return file;
}
