import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonical, type Json } from '../../src/records/canonical.ts';
import { hashOf } from '../../src/records/hash.ts';
import { append, ERASED, eventsIn, type JournalEntry, LONGEST_PAYLOAD, START } from '../../src/records/journal.ts';
import { JOURNAL_HEADINGS, journalCells, journalReader } from '../../src/records/journal-rows.ts';
import { verify } from '../../src/records/verify.ts';

const AT = '2026-09-07T08:00:00.000Z';

function aJournal(payloads: readonly Json[]): JournalEntry[] {
  const events = payloads.map((payload, index) => ({ action: 'concern.raised', subject: `C-${index + 1}`, payload }));
  return append(START, events, { at: AT, actor: 'sam.okafor@quillhaven.example', salts: events.map((_, index) => `salt-${index}`) }).entries;
}

const tenEvents = () => aJournal(Array.from({ length: 10 }, (_, index) => ({ story: `what happened on day ${index}` })));
const throughASheet = (entries: readonly JournalEntry[]) => entries.map((entry) => journalReader(JOURNAL_HEADINGS)(journalCells(entry)));

test('the hash is SHA-256 (FIPS 180-2, appendix B)', () => {
  expect(hashOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('what is hashed is ASCII or refused', () => {
  expect(() => hashOf('é')).toThrow(RangeError);
});

test('the same value is written the same way, whatever the order of its keys', () => {
  expect(canonical({ b: [1, 'é', '\u0000', '😀'], a: null })).toBe('{"a":null,"b":[1,"\\u00e9","\\u0000","\\ud83d\\ude00"]}');
  expect(canonical({ b: 1, a: 2 })).toBe(canonical({ a: 2, b: 1 }));
});

test('a journal that nobody touched verifies, with its count and its head', () => {
  const entries = tenEvents();
  expect(verify(entries)).toEqual({ ok: true, count: 10, head: { sequence: 10, hash: entries[9]?.hash }, erased: [] });
});

test('an empty journal verifies', () => {
  expect(verify([])).toEqual({ ok: true, count: 0, head: START, erased: [] });
});

const FIELDS = ['sequence', 'at', 'actor', 'action', 'subject', 'payloadHash', 'previous', 'hash', 'salt', 'payload'] as const;

test('any change of any field is found at the event that was changed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), fc.constantFrom(...FIELDS), fc.string(), (at, field, value) => {
      const entries = tenEvents();
      const entry = entries[at] as JournalEntry;
      const changed = field === 'sequence' ? { ...entry, sequence: value.length } : { ...entry, [field]: value };
      fc.pre(changed[field] !== entry[field]);
      entries[at] = changed;
      expect(verify(entries)).toMatchObject({ ok: false, sequence: at + 1, row: at + 1 });
    }),
  );
});

test('a changed event with a new hash of its own is found too: the next one does not follow it', () => {
  const entries = tenEvents();
  const forged = append({ sequence: 3, hash: entries[2]?.hash ?? '' }, [{ action: 'concern.raised', subject: 'C-4', payload: 'nothing happened' }], {
    at: AT,
    actor: 'x',
    salts: ['s'],
  });
  entries.splice(3, 1, ...forged.entries);
  expect(verify(entries)).toMatchObject({ ok: false, sequence: 5, row: 5 });
});

test('any deletion in the middle is found at the event that is missing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (from, count) => {
      fc.pre(from + count < 10);
      const entries = tenEvents();
      entries.splice(from, count);
      expect(verify(entries)).toMatchObject({ ok: false, sequence: from + 1, row: from + 1, why: expect.stringContaining('missing') });
    }),
  );
});

test('any two events that changed places are found at the first of them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), (one, other) => {
      fc.pre(one < other);
      const entries = tenEvents();
      [entries[one], entries[other]] = [entries[other] as JournalEntry, entries[one] as JournalEntry];
      expect(verify(entries)).toMatchObject({ ok: false, sequence: one + 1 });
    }),
  );
});

test('an event put in twice is found', () => {
  const entries = tenEvents();
  entries.splice(4, 0, entries[3] as JournalEntry);
  expect(verify(entries)).toMatchObject({ ok: false, sequence: 5, row: 5 });
});

test('events cut off at the end are found with the head that was written down elsewhere', () => {
  const entries = tenEvents();
  const expected = { sequence: 10, hash: entries[9]?.hash ?? '' };
  expect(verify(entries.slice(0, 7))).toMatchObject({ ok: true, count: 7 });
  expect(verify(entries.slice(0, 7), { expected })).toMatchObject({ ok: false, sequence: 8, row: 8 });
  expect(verify(entries, { expected })).toMatchObject({ ok: true });
});

test('a history written anew is found with the head that was written down elsewhere', () => {
  const expected = { sequence: 10, hash: tenEvents()[9]?.hash ?? '' };
  expect(verify(aJournal(Array.from({ length: 12 }, () => 'nothing happened')), { expected })).toMatchObject({ ok: false, sequence: 10 });
});

test('a later volume verifies from the last link of the one before', () => {
  const entries = tenEvents();
  expect(verify(entries.slice(6), { after: { sequence: 6, hash: entries[5]?.hash ?? '' } })).toMatchObject({ ok: true, count: 4 });
  expect(verify(entries.slice(6))).toMatchObject({ ok: false, sequence: 1 });
});

test('an erased payload leaves the chain whole, and the rest of that event still cannot be changed', () => {
  const entries = tenEvents();
  const erased = { ...(entries[3] as JournalEntry), payload: ERASED, salt: '' };
  entries[3] = erased;
  expect(verify(entries)).toMatchObject({ ok: true, erased: [4] });
  expect(eventsIn([erased])).toEqual([]);
  entries[3] = { ...erased, actor: 'someone.else@quillhaven.example' };
  expect(verify(entries)).toMatchObject({ ok: false, sequence: 4 });
});

test('any JSON payload comes back from the sheet as it went in', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue({ stringUnit: 'binary' }), { maxLength: 5 }), (payloads) => {
      const read = throughASheet(aJournal(payloads as Json[]));
      expect(verify(read)).toMatchObject({ ok: true });
      expect(eventsIn(read).map(({ payload }) => canonical(payload))).toEqual((payloads as Json[]).map(canonical));
    }),
  );
});

test.each([
  ['a formula', '=IMPORTRANGE("x";"y")'],
  ['other formula-like beginnings', ['+44 20 7946 0000', '-1', '@all', '\tx', "'x"]],
  ['emoji of several parts', '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['right-to-left', 'שלום مرحبا \u202e'],
  ['null bytes and control characters', 'a\u0000b\u0001\u001b\r\n'],
  ['half a surrogate pair', ['\ud83d', 'x\udc00y']],
  ['the word that marks an erasure', 'erased'],
  ['60,000 letters', 'é'.repeat(60_000)],
  ['60,000 emoji', '😀'.repeat(60_000)],
])('%s comes back as typed, in cells that Excel takes too', (_, payload) => {
  const [entry] = aJournal([payload]);
  const cells = journalCells(entry as JournalEntry);
  expect(Math.max(...cells.map((cell) => cell.length))).toBeLessThanOrEqual(32_767);
  expect(cells.join('')).toMatch(/^[\x20-\x7e]*$/);
  const [read] = throughASheet([entry as JournalEntry]);
  expect(eventsIn([read as JournalEntry])).toMatchObject([{ payload }]);
  expect(verify([read as JournalEntry])).toMatchObject({ ok: true });
});

test('a payload beyond what a row can hold is refused before anything is kept', () => {
  expect(() => aJournal(['x'.repeat(LONGEST_PAYLOAD)])).toThrow('too long');
});

test('an action, subject or actor that is not plain ASCII is refused', () => {
  expect(() => append(START, [{ action: 'concern.raised', subject: 'C-1\n', payload: null }], { at: AT, actor: 'x', salts: ['s'] })).toThrow('subject');
});

test('columns are found by their headings; a missing one is named', () => {
  const entry = tenEvents()[0] as JournalEntry;
  const turned = (cells: readonly string[]) => [...cells].reverse();
  expect(journalReader(turned(JOURNAL_HEADINGS))(turned([...journalCells(entry), ...JOURNAL_HEADINGS.slice(10).map(() => '')]))).toEqual(entry);
  expect(() => journalReader(JOURNAL_HEADINGS.filter((heading) => heading !== 'Salt'))).toThrow('the column "Salt" is missing');
});
