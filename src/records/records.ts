import type { Json } from './canonical.ts';
import type { ChainHead, JournalEntry, NewEvent, RecordedEvent } from './journal.ts';
import type { OutgoingMail } from './outbox.ts';
import type { Fields, Row, Table } from './table.ts';

/** What an idempotency key looks like: printable ASCII without spaces. */
export const IDEMPOTENCY_KEY = /^[\x21-\x7e]{8,120}$/;

/** What a decision leads to: it is kept as a whole or not at all. */
export interface Decision<Answer extends Json> {
  /** In order. None: nothing is written, and asking again decides again. */
  events: readonly NewEvent[];
  mails?: readonly OutgoingMail[];
  /** Given again, unchanged, whenever the same key comes again. */
  answer: Answer;
}

export interface DecideRequest {
  /** Made by the page for one press of a button, and sent again with every repeat of it: 8 to 120 ASCII characters, no spaces. */
  key: string;
  /** Who does it: an e-mail address. */
  actor: string;
  /** Tables whose rows the decision looks at. */
  reads?: readonly Table[];
  /** Further tables that its events may change: only the rows concerned are read. */
  writes?: readonly Table[];
}

/** Rows as they stood at one moment. */
export interface RecordsView {
  /** How many events there were: while it stays, so does everything. */
  sequence: number;
  /** Of the last event: stands for the whole history up to then. */
  hash: string;
  rows<F extends Fields>(table: Table<F>): Row<F>[];
  find<F extends Fields>(table: Table<F>, key: string): Row<F> | undefined;
}

/** A stretch of the journal, and what the records had noted about its end at that moment. */
export interface JournalSlice {
  entries: JournalEntry[];
  end: ChainHead;
  /** Nothing follows. */
  isLast: boolean;
}

/** What capabilities know of how records are kept. */
export interface Records {
  /**
   * Decides and keeps what was decided, alone: nobody else writes meanwhile.
   * @param decide looks only at the view, and may be asked more than once
   * @throws RecordsBusy, RecordsDamaged, RecordsMissing or NotKept, each a sentence for the person who asked
   */
  decide<Answer extends Json>(request: DecideRequest, decide: (view: RecordsView) => Decision<Answer>): Answer;
  /** Rows for a page: one call, no waiting. */
  view(tables: readonly Table[]): RecordsView;
  /** The same to find out whether there is anything to do: a run that asks often may be shown rows as they stood at an earlier moment of it. */
  glance(tables: readonly Table[]): RecordsView;
  /** Everything recorded about one subject, oldest first: two calls, however long the journal. */
  history(subject: string): RecordedEvent[];
  /** The same for several subjects, in two calls as well. Each of them is in the answer. */
  histories(subjects: readonly string[]): Map<string, RecordedEvent[]>;
  /** At most so many entries of the journal as they are kept, erased ones too: those after event number `after`. */
  slice(after: number, most: number): JournalSlice;
}
