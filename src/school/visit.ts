import type { Records } from '../records/records.ts';
import type { Person } from './person.ts';
import type { RollEntry } from './roll.ts';
import type { School } from './school.ts';
import type { Memory } from './settings.script.ts';

/** What a use case is given: who is there, what the school is, and the way to its records. It touches Google only through these. */
export interface Visit {
  me: Person;
  school: School;
  /** ISO 8601, UTC. */
  now: string;
  records: Records;
  roll: readonly RollEntry[];
  /** What the school has set besides, by name: each capability knows its own. */
  rest: Memory['rest'];
  /** A short reference that says nothing: not how many there are, nor in which lane. */
  newReference: () => string;
}

/** A key from the page that makes a repeated press the same request (see `records`). */
export type IdempotencyKey = string;
