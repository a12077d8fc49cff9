import { expect, test } from '@jest/globals';
import { MOST_ANSWERS } from '../../src/records/system-tables.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { DSL, RecordsOffice } from './office/world.ts';

const SAM = 'sam.okafor@quillhaven.example';
const KEY = 'press-0001';
const BATCH_UPDATE = 'Sheets.Spreadsheets.batchUpdate';

const names = (calls: { name: string }[]) => calls.map(({ name }) => name);
const count = (office: RecordsOffice) => office.call<{ ok: boolean; count: number }>('check');

test('a decision is one read and one write under the lock', () => {
  const office = RecordsOffice.ready();
  expect(names(office.run('raise', [KEY, SAM, 'It happened at lunch']).calls)).toEqual([
    'Lock.tryLock',
    'Properties.getProperty',
    'Sheets.Spreadsheets.Values.batchGet',
    BATCH_UPDATE,
    'Lock.releaseLock',
  ]);
});

test('what was decided is in the journal, the views and the outbox together', () => {
  const office = RecordsOffice.ready();
  expect(office.call('raise', KEY, SAM, 'It happened at lunch')).toEqual({ reference: 'C-1' });
  expect(office.call('look')).toMatchObject({
    cases: [{ reference: 'C-1', state: 'new', story: 'It happened at lunch' }],
    days: [{ day: '2026-09-07', raised: 1 }],
  });
  expect(office.call('history', 'C-1')).toMatchObject([{ sequence: 1, actor: SAM, action: 'concern raised', payload: { story: 'It happened at lunch' } }]);
  expect(office.call('waitingMail')).toMatchObject([{ id: '1-1', state: 'wanted', to: [DSL], event: 1 }]);
});

test('the same key again is answered with the first answer, and nothing is written', () => {
  const office = RecordsOffice.ready();
  office.call('raise', KEY, SAM, 'first');
  const again = office.run('raise', [KEY, SAM, 'second']);
  expect(again.value).toEqual({ reference: 'C-1' });
  expect(names(again.calls)).not.toContain(BATCH_UPDATE);
  expect(count(office)).toMatchObject({ ok: true, count: 1 });
});

test('the same key from somebody else is refused', () => {
  const office = RecordsOffice.ready();
  office.call('raise', KEY, SAM, 'first');
  expect(() => office.call('raise', KEY, 'someone.else@quillhaven.example', 'second')).toThrow('already sent by somebody else');
});

test('answers are remembered in a ring: the oldest gives way, and the sheet does not grow', () => {
  const office = RecordsOffice.ready();
  office.call('raise', KEY, SAM, 'first');
  const head = office.cells('Head')[1]?.[5];
  if (!head) throw new Error('no count of answers');
  head.v = String(MOST_ANSWERS - 1);
  office.call('raise', 'press-0002', SAM, 'last place');
  office.call('raise', 'press-0003', SAM, 'first place again');
  expect(
    office
      .cells('Answers')
      .slice(1)
      .flatMap((row) => row[0]?.v ?? []),
  ).toEqual(['press-0003', 'press-0002']);
  expect(office.sheet('Answers').rowCount).toBe(MOST_ANSWERS + 1);
  expect(office.call('raise', 'press-0002', SAM, 'last place')).toEqual({ reference: 'C-2' });
});

test('events that change a row change that row, and take it away', () => {
  const office = RecordsOffice.ready();
  for (const number of [1, 2, 3]) office.call('raise', `press-000${number}`, SAM, `story ${number}`);
  const closing = office.run('close', ['press-0004', DSL, 'C-2']);
  expect(names(closing.calls).filter((name) => name.startsWith('Sheets'))).toEqual([
    'Sheets.Spreadsheets.Values.batchGet',
    'Sheets.Spreadsheets.Values.batchGet',
    BATCH_UPDATE,
  ]);
  office.call('forget', 'press-0005', 'C-1');
  expect(office.call('look')).toMatchObject({
    cases: [
      { reference: 'C-2', state: 'closed', closedBy: DSL },
      { reference: 'C-3', state: 'new', closedBy: null },
    ],
  });
  office.call('close', 'press-0006', DSL, 'C-3');
  expect(office.call('look')).toMatchObject({ cases: [{ reference: 'C-2' }, { reference: 'C-3', state: 'closed' }] });
});

test('the last row of a view can go: nothing is frozen above it', () => {
  const office = RecordsOffice.ready();
  office.call('raise', KEY, SAM, 'only one');
  office.call('forget', 'press-0002', 'C-1');
  expect(office.call('look')).toMatchObject({ cases: [] });
});

test('a decision that changes a view it did not name is a mistake of ours, and nothing is kept', () => {
  const office = RecordsOffice.ready();
  expect(() => office.call('changeSomethingUnread', KEY)).toThrow('name it among what the decision reads or writes');
  expect(count(office)).toMatchObject({ count: 0 });
});

// docs/workspace/sheets/api/reference/rest/v4/spreadsheets/other.md: a stringValue is a literal.
test.each([
  ['a formula', '=1+1'],
  ['plus', '+1'],
  ['minus', '-1'],
  ['at', '@x'],
  ['tab', '\tx'],
  ['apostrophe', "'x"],
  ['emoji and right-to-left', '👩‍👧 שלום'],
  ['null bytes and half a surrogate pair', 'a\u0000b\ud83d'],
  ['60,000 characters', 'x'.repeat(60_000)],
])('%s: kept and shown as typed, never as a formula', (_, story) => {
  const office = RecordsOffice.ready();
  office.call('raise', KEY, SAM, story);
  expect(office.call('history', 'C-1')).toMatchObject([{ payload: { story } }]);
  expect(office.call('look')).toMatchObject({ cases: [{ story: story.slice(0, 1_000) }] });
  expect(office.spreadsheet.sheets.flatMap((sheet) => sheet.rows.flat()).filter((cell) => cell?.f !== undefined)).toEqual([]);
});

test('somebody who comes while another is writing is asked to try again, and loses nothing', () => {
  const office = RecordsOffice.ready();
  const second = { ok: true, error: undefined as { message: string } | undefined };
  office.run(
    'raise',
    [KEY, SAM, 'first'],
    [{ at: 4, kind: 'meanwhile', run: () => Object.assign(second, office.run('raise', ['press-0002', DSL, 'second'])) }],
  );
  expect(second.error?.message).toBe('Somebody else is writing to the records at this moment. What you typed is kept: please try again in a moment.');
  expect(office.call('raise', 'press-0002', DSL, 'second')).toEqual({ reference: 'C-2' });
});

test('two runs that both believe they are alone cannot both go on from the same event', () => {
  const office = RecordsOffice.ready();
  // Another project with the same records has a lock of its own: it writes between the first one's reading and writing.
  const other = office.twin();
  const first = office.run('raise', [KEY, SAM, 'first'], [{ at: 4, kind: 'meanwhile', run: () => other.call('raise', 'press-0002', DSL, 'second') }]);
  expect(first.value).toEqual({ reference: 'C-2' });
  expect(names(first.calls).filter((name) => name === BATCH_UPDATE)).toHaveLength(2);
  expect(count(office)).toMatchObject({ ok: true, count: 2 });
});

test('a failure that passes is waited for, and what seemed to fail but did not is found', () => {
  for (const kind of ['fails before', 'fails after'] as const) {
    const office = RecordsOffice.ready();
    expect(office.run('raise', [KEY, SAM, 'story'], [{ at: 4, kind }]).value).toEqual({ reference: 'C-1' });
    expect(count(office)).toMatchObject({ ok: true, count: 1 });
  }
});

test('when Google does not recover, the person hears that it is not certain, and that sending again is safe', () => {
  const office = RecordsOffice.ready();
  const faults = [4, 6, 8, 10, 12].map((at) => ({ at, kind: 'fails before' as const }));
  expect(office.run('raise', [KEY, SAM, 'story'], faults).error?.message).toContain('please send it again; it is not recorded twice');
});

test('whichever call fails: one concern, one mail, one unbroken history', () => {
  faultSweep<RecordsOffice>({
    arrange: RecordsOffice.ready,
    clone: (office) => office.another(),
    operation: (office, faults) => office.run('raise', [KEY, SAM, 'story'], faults),
    meanwhile: (office) => office.run('sendMail'),
    recover: (office) => {
      office.call('raise', KEY, SAM, 'story');
      office.call('sendMail');
    },
    invariant: (office, where) => expect({ where, ...standing(office) }).toEqual({ where, events: 1, whole: true, cases: 1, today: 1, mails: 1, waiting: 0 }),
  });
});

test('a second person at every call: two concerns, two mails, one unbroken history', () => {
  faultSweep<RecordsOffice>({
    arrange: RecordsOffice.ready,
    clone: (office) => office.another(),
    operation: (office, faults) => office.run('raise', [KEY, SAM, 'story'], faults),
    meanwhile: (office) => office.run('raise', ['press-0002', DSL, 'another']),
    recover: (office) => {
      office.call('raise', KEY, SAM, 'story');
      office.call('raise', 'press-0002', DSL, 'another');
      office.call('sendMail');
    },
    invariant: (office, where) => expect({ where, ...standing(office) }).toEqual({ where, events: 2, whole: true, cases: 2, today: 2, mails: 2, waiting: 0 }),
  });
});

/** What a school would see. */
function standing(office: RecordsOffice) {
  const { ok, count: events } = count(office);
  const { cases, days } = office.call<{ cases: unknown[]; days: { raised: number }[] }>('look');
  return {
    events,
    whole: ok,
    cases: cases.length,
    today: days[0]?.raised,
    mails: office.mailTo(DSL).length,
    waiting: office.call<unknown[]>('waitingMail').length,
  };
}

test('the histories of several subjects are each what asking for one gives, also of one there is not', () => {
  const office = RecordsOffice.ready();
  const press = (number: number) => `press-000${number}`;
  office.call('raise', press(1), SAM, 'It happened at lunch');
  office.call('raise', press(2), SAM, 'It happened at break');
  office.call('close', press(3), SAM, 'C-1');
  const subjects = ['C-2', 'C-1', 'C-none'];
  const found = office.call<[string, unknown[]][]>('histories', subjects);
  expect(found).toEqual(subjects.map((subject) => [subject, office.call('history', subject)]));
  expect(found.map(([, events]) => events.length)).toEqual([1, 2, 0]);
});

test('the number of service calls is the same with 20,000 events as with none', () => {
  const empty = RecordsOffice.ready();
  const full = RecordsOffice.ready();
  full.fill(20_000);
  for (const [fn, ...args] of [['raise', KEY, SAM, 'story'], ['raiseBlindly', 'press-0002', 'C-x'], ['look'], ['sendMail']] as const) {
    const [few, many] = [empty.run(fn, args), full.run(fn, args)];
    expect([many.ok, names(many.calls)]).toEqual([true, names(few.calls)]);
  }
  const ofOne = (office: RecordsOffice) => names(office.run('history', ['C-x']).calls);
  expect(ofOne(full)).toEqual(ofOne(empty));
  const ofMany = (office: RecordsOffice) => names(office.run('histories', [['C-x', 'C-1', 'C-2']]).calls);
  expect([ofMany(full), ofMany(empty)]).toEqual([ofOne(full), ofOne(full)]);
  expect(count(full)).toMatchObject({ ok: true, count: 20_002 });
});
