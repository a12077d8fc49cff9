import { beforeAll, expect, test } from '@jest/globals';
import { append, ERASED, eventsIn, type JournalEntry, START } from '../../src/records/journal.ts';
import { changesBy, type Projection } from '../../src/records/projection.ts';
import { decode, encode, type Fields, headingsOf, type Row } from '../../src/records/table.ts';
import { everyEvent } from '../support/every-event.ts';

let projections: readonly Projection[] = [];
beforeAll(async () => {
  // The build puts its fingerprint there; here nothing is built.
  Object.assign(globalThis, { __BUILD__: 'test' });
  projections = (await import('../../src/office-records.ts')).PROJECTIONS as unknown as readonly Projection[];
});

function aJournal(): JournalEntry[] {
  const events = everyEvent();
  return append(START, events, { at: '2026-09-07T08:00:00.000Z', actor: 'dsl@q.example', salts: events.map((_, index) => `s-${index}`) }).entries;
}

const erased = (entry: JournalEntry): JournalEntry => ({ ...entry, payload: ERASED, salt: '' });

/** Every list as it is made from a journal, through the cells of its sheet. */
function listsFrom(entries: readonly JournalEntry[]): Record<string, unknown[]> {
  return Object.fromEntries(
    projections.map((projection) => {
      const rows = [...changesBy(projection, eventsIn(entries), () => undefined).values()].filter((row): row is Row<Fields> => row !== null);
      const cells = [headingsOf(projection.table), ...rows.map((row) => encode(projection.table, row))];
      return [projection.table.name, [...decode(projection.table, cells).rows.values()].map(({ row }) => row)];
    }),
  );
}

test('every list has a line that every event made', () => {
  const empty = Object.entries(listsFrom(aJournal())).filter(([, rows]) => rows.length === 0);
  expect(empty.map(([name]) => name)).toEqual([]);
});

test('no two parts of Handrail call what happens in them by the same name', () => {
  const actions = everyEvent().map(({ action }) => action);
  expect(actions.filter((action, index) => actions.indexOf(action) !== index)).toEqual([]);
});

test.each(aJournal().map(({ action, sequence }) => [action, sequence] as const))(
  'B21: when "%s" is erased (event %d), every list can still be made from what is left',
  (_, sequence) => {
    const without = aJournal().map((entry) => (entry.sequence === sequence ? erased(entry) : entry));
    expect(() => listsFrom(without)).not.toThrow();
    // Alone as well: everything that it goes on from is gone.
    const alone = aJournal().map((entry) => (entry.sequence === sequence ? entry : erased(entry)));
    expect(() => listsFrom(alone)).not.toThrow();
  },
);

test('B21: a case that is erased whole is in no list; what is left says only that something was erased', () => {
  const left = aJournal().map((entry) => (entry.subject === 'C-AAAAAA' ? erased(entry) : entry));
  const { Cases, Erasures } = listsFrom(left);
  expect(Cases).toEqual([]);
  expect(Erasures).toMatchObject([{ subject: 'C-BBBBBB', state: 'done' }]);
});
