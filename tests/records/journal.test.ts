import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonical, type Json } from '../../src/records/canonical.ts';
import { hashOf } from '../../src/records/hash.ts';
import { headFrom } from '../../src/records/head-text.ts';
import { append, ERASED, eventsIn, type JournalEntry, LONGEST_PAYLOAD, START } from '../../src/records/journal.ts';
import { JOURNAL_HEADINGS, journalCells, journalReader } from '../../src/records/journal-rows.ts';
import { NOT_WALKED, verify } from '../../src/records/verify.ts';

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
  expect(verify(entries)).toEqual({ ok: true, count: 10, head: { sequence: 10, hash: entries[9]?.hash }, erased: [], approved: [] });
});

test('an empty journal verifies', () => {
  expect(verify([])).toEqual({ ok: true, count: 0, head: START, erased: [], approved: [] });
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
      expect(verify(entries)).toMatchObject({ ok: false, sequence: at + 1 });
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
  expect(verify(entries)).toMatchObject({ ok: false, sequence: 5 });
});

test('any deletion in the middle is found at the event that is missing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (from, count) => {
      fc.pre(from + count < 10);
      const entries = tenEvents();
      entries.splice(from, count);
      expect(verify(entries)).toMatchObject({ ok: false, sequence: from + 1, why: expect.stringContaining('missing') });
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
  expect(verify(entries)).toMatchObject({ ok: false, sequence: 5 });
});

test('events cut off at the end are found with the head that was written down elsewhere', () => {
  const entries = tenEvents();
  const witness = { sequence: 10, hash: entries[9]?.hash ?? '' };
  expect(verify(entries.slice(0, 7))).toMatchObject({ ok: true, count: 7 });
  expect(verify(entries.slice(0, 7), { witness })).toMatchObject({ ok: false, sequence: 8 });
  expect(verify(entries, { witness })).toMatchObject({ ok: true });
});

test('a history written anew is found with the head that was written down elsewhere', () => {
  const witness = { sequence: 10, hash: tenEvents()[9]?.hash ?? '' };
  expect(verify(aJournal(Array.from({ length: 12 }, () => 'nothing happened')), { witness })).toMatchObject({ ok: false, sequence: 10 });
});

test('a walk goes on from where an earlier one stopped', () => {
  const entries = tenEvents();
  expect(verify(entries.slice(6), { from: { ...NOT_WALKED, head: { sequence: 6, hash: entries[5]?.hash ?? '' } } })).toMatchObject({ ok: true, count: 10 });
  expect(verify(entries.slice(6))).toMatchObject({ ok: false, sequence: 1 });
});

/** Ten events, and one that says that two people decided to erase some of them. */
function tenAndAnApproval(...events: number[]): JournalEntry[] {
  const entries = tenEvents();
  const before = entries[9] as JournalEntry;
  const approval = { action: 'erasure approved', subject: 'C-4', payload: { events } };
  return [...entries, ...append({ sequence: 10, hash: before.hash }, [approval], { at: AT, actor: 'head@quillhaven.example', salts: ['s'] }).entries];
}

function erase(entries: JournalEntry[], sequence: number): void {
  entries[sequence - 1] = { ...(entries[sequence - 1] as JournalEntry), payload: ERASED, salt: '' };
}

test('B21: an erased payload leaves the chain whole, says nothing any more, and the rest of that event still cannot be changed', () => {
  const entries = tenAndAnApproval(4, 6);
  erase(entries, 4);
  erase(entries, 6);
  expect(verify(entries)).toMatchObject({ ok: true, erased: [4, 6], approved: [4, 6] });
  expect(eventsIn(entries).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 5, 7, 8, 9, 10, 11]);
  entries[3] = { ...(entries[3] as JournalEntry), actor: 'someone.else@quillhaven.example' };
  expect(verify(entries)).toMatchObject({ ok: false, flaw: 'changed', sequence: 4 });
});

test('B21: a payload that was erased without a decision of two people is found, also when the walk went on in parts', () => {
  const entries = tenAndAnApproval(4);
  erase(entries, 4);
  erase(entries, 6);
  const broken = { ok: false, flaw: 'erased', sequence: 6, why: 'its payload was erased, and no event says that two people decided so' };
  expect(verify(entries)).toEqual(broken);
  const part = verify(entries.slice(0, 8), { isPart: true });
  if (!part.ok) throw new Error(part.why);
  expect(verify(entries.slice(8), { from: part })).toEqual(broken);
  // Nor does it help to erase the decision.
  erase(entries, 11);
  expect(verify(entries)).toMatchObject({ ok: false, sequence: 4 });
});

test('the end that the records have noted must be the end of the entries', () => {
  const entries = tenEvents();
  const end = { sequence: 9, hash: entries[8]?.hash ?? '' };
  expect(verify(entries.slice(0, 9), { end })).toMatchObject({ ok: true });
  expect(verify(entries.slice(0, 8), { end })).toMatchObject({ ok: false, flaw: 'cut off', sequence: 9 });
  expect(verify(entries, { end })).toMatchObject({ ok: false, flaw: 'changed', sequence: 10 });
  expect(verify(entries.slice(0, 9), { end: { ...end, hash: 'another' } })).toMatchObject({ ok: false, flaw: 'written anew', sequence: 9 });
});

const HASH = 'a1'.repeat(32);
test.each([
  [`12:${HASH}`, { sequence: 12, hash: HASH }],
  [`Dear Sir, the history ends at 12:${HASH}.`, { sequence: 12, hash: HASH }],
  [`12 : ${HASH.toUpperCase()}`, { sequence: 12, hash: HASH }],
  [`12:${HASH}0`, null],
  [`x12:${HASH}`, null],
  ['12', null],
  ['', null],
])('a head is read from %j', (text, head) => {
  expect(headFrom(text)).toEqual(head);
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
