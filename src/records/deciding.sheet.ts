import { canonical, type Json } from './canonical.ts';
import { NotKept, RecordsError } from './errors.ts';
import { answerRow, checkWhole, checkWritable, headCells, headIn, rowOfAnswer } from './head.ts';
import { append, type ChainHead, eventsIn, type RecordedEvent } from './journal.ts';
import { JOURNAL_SHEET, journalCells } from './journal-rows.ts';
import { LoadedTable } from './loaded-table.ts';
import { alone } from './lock.script.ts';
import { outboxTable, wanted } from './outbox.ts';
import { isPassing, messageOf, patiently } from './patience.script.ts';
import { changesBy, type Projection } from './projection.ts';
import { type DecideRequest, type Decision, IDEMPOTENCY_KEY, type RecordsView } from './records.ts';
import { appendRows, moveMark, type SheetRequest, writeRows } from './sheet-requests.ts';
import { change, column, readRanges, rows, whole } from './spreadsheet.sheet.ts';
import { newSalt, now } from './surroundings.script.ts';
import { ANSWERS_SHEET, type Head, headTable } from './system-tables.ts';
import { encode, type Table } from './table.ts';
import { viewOf } from './view.ts';

/** The records spreadsheet as one script has it open. */
export interface OpenFile {
  id: string;
  projections: readonly Projection[];
  build: string;
}

/** Long enough for any reference a page needs back; more belongs into the journal. */
const LONGEST_ANSWER = 40_000;

/** See `Records.decide`. */
export function decideAlone<Answer extends Json>(file: OpenFile, request: DecideRequest, decide: (view: RecordsView) => Decision<Answer>): Answer {
  if (!IDEMPOTENCY_KEY.test(request.key)) throw new RangeError('An idempotency key has 8 to 120 printable ASCII characters without spaces');
  return alone(() => {
    try {
      // Each try begins by reading, so it sees what a try that seemed to fail has done after all.
      return patiently(() => decideOnce(file, request, decide));
    } catch (error) {
      throw isPassing(error) && !(error instanceof RecordsError) ? new NotKept(messageOf(error)) : error;
    }
  });
}

function decideOnce<Answer extends Json>(file: OpenFile, request: DecideRequest, decide: (view: RecordsView) => Decision<Answer>): Answer {
  const state = readState(file.id, request);
  if (state.answerIn !== null) return storedAnswer<Answer>(file.id, request, state.answerIn);

  const { events, mails = [], answer } = decide(viewOf(state.tables, state.head));
  if (events.length === 0) {
    if (mails.length > 0) throw new RangeError('A mail follows from an event: this decision has none');
    return answer;
  }

  const at = now();
  const { entries, head } = append(state.head, events, { at, actor: request.actor, salts: events.map(newSalt) });
  const recorded = eventsIn(entries);
  change(file.id, [
    ...moveMark(state.head.sequence, head.sequence),
    ...headAndAnswer(state.head, head, [request.key, request.actor, at, shortEnough(canonical(answer))], file.build),
    ...appendRows(JOURNAL_SHEET, entries.map(journalCells)),
    ...appendRows(
      outboxTable.name,
      wanted(mails, head.sequence).map((entry) => encode(outboxTable, entry, state.outboxHeadings)),
    ),
    ...viewChanges(file, state.tables, recorded),
  ]);
  return answer;
}

interface State {
  head: Head;
  outboxHeadings: string[];
  /** The row that holds the answer to this key, if it was answered before. */
  answerIn: number | null;
  tables: LoadedTable[];
}

/** One call, whatever is in the sheets. */
function readState(fileId: string, { key, reads = [], writes = [] }: DecideRequest): State {
  const onlyKeys = writes.filter((table) => !reads.includes(table));
  const [head = [], journal = [], outbox = [], answers = [], ...rest] = readRanges(fileId, [
    whole(headTable.name),
    rows(JOURNAL_SHEET, 1),
    rows(outboxTable.name, 1),
    column(ANSWERS_SHEET, 'A'),
    ...reads.map(({ name }) => whole(name)),
    ...onlyKeys.flatMap(({ name }) => [rows(name, 1), column(name, 'A')]),
  ]);
  const found = headIn(head);
  checkWritable(found, journal[0] ?? []);
  checkWhole(found, [...reads, ...onlyKeys]);
  const wholeTables = reads.map((table, index) => LoadedTable.whole(table, rest[index] ?? []));
  const keyTables = onlyKeys.map((table, index) => {
    const [headings = [], keys = []] = rest.slice(reads.length + 2 * index);
    return LoadedTable.keys(
      table,
      headings[0] ?? [],
      keys.map((cells) => cells[0]),
    );
  });
  return {
    head: found,
    outboxHeadings: LoadedTable.keys(outboxTable as Table, outbox[0] ?? [], []).headings,
    answerIn: rowOfAnswer(answers, key),
    tables: [...wholeTables, ...keyTables],
  };
}

function storedAnswer<Answer>(fileId: string, { key, actor }: DecideRequest, number: number): Answer {
  const [cells = []] = readRanges(fileId, [rows(ANSWERS_SHEET, number)]);
  const [foundKey, foundActor, , answer] = (cells[0] ?? []).map(String);
  if (foundKey !== key || foundActor !== actor) {
    throw new RecordsError('key reused', 'This page was already sent by somebody else. Please reload the page and send what you have to say yourself.');
  }
  return JSON.parse(answer ?? 'null') as Answer;
}

function headAndAnswer(before: Head, link: ChainHead, answer: readonly string[], build: string): SheetRequest[] {
  const head: Head = { ...before, ...link, answers: before.answers + 1, build };
  return [writeRows(headTable.name, 2, [headCells(head)]), writeRows(ANSWERS_SHEET, answerRow(before), [answer])];
}

/** What the events change in the views; rows that are only known by their keys are read first, all in one call. */
function viewChanges(file: OpenFile, tables: readonly LoadedTable[], events: readonly RecordedEvent[]): SheetRequest[] {
  const touched = file.projections.flatMap((projection) => {
    const keys = events.flatMap((event) => projection.keysOf(event));
    if (keys.length === 0) return [];
    const loaded = tables.find(({ table }) => table === projection.table);
    if (!loaded) throw new RangeError(`These events change "${projection.table.name}": name it among what the decision reads or writes`);
    return [{ projection, loaded, unread: loaded.unread(keys) }];
  });
  const missing = touched.flatMap(({ loaded, unread }) => unread.map((number) => ({ loaded, number })));
  if (missing.length > 0) {
    const found = readRanges(
      file.id,
      missing.map(({ loaded, number }) => rows(loaded.table.name, number)),
    );
    missing.forEach(({ loaded }, index) => {
      loaded.learn(found[index] ?? []);
    });
  }
  return touched.flatMap(({ projection, loaded }) => loaded.requestsFor(changesBy(projection, events, (key) => loaded.find(key))));
}

function shortEnough(answer: string): string {
  if (answer.length > LONGEST_ANSWER) throw new RangeError(`An answer may have ${LONGEST_ANSWER} characters`);
  return answer;
}
