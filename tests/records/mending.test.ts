import { expect, test } from '@jest/globals';
import { faultSweep } from '../support/fault-sweep.ts';
import { OFFICE } from '../support/script.ts';
import { DSL, RecordsOffice } from './office/world.ts';

const SHEETS = ['Head', 'Journal', 'Answers', 'Outbox', 'Sent', 'Cases', 'Days', 'Erasures'];

function withConcerns(): RecordsOffice {
  const office = RecordsOffice.ready();
  for (const number of [1, 2, 3]) office.call('raise', `press-000${number}`, DSL, `story ${number}`);
  office.call('close', 'press-0004', DSL, 'C-2');
  return office;
}

const ensure = (office: RecordsOffice) => office.call<{ done: string[] }>('ensure').done;
const sheetsOf = (office: RecordsOffice) => office.spreadsheet.sheets.map(({ name }) => name);

/** Everything a school sees, and whether one can go on working. */
function works(office: RecordsOffice): void {
  expect(office.call('look')).toMatchObject({
    cases: [
      { reference: 'C-1', state: 'new' },
      { reference: 'C-2', state: 'closed', closedBy: DSL },
      { reference: 'C-3', state: 'new' },
    ],
    days: [{ day: '2026-09-07', raised: 3 }],
  });
  expect(office.call('check')).toMatchObject({ ok: true, count: 4 });
  expect(office.call('raise', 'press-0009', DSL, 'one more')).toEqual({ reference: 'C-4' });
}

test('the records are made once: with every sheet, shared with nobody', () => {
  const office = RecordsOffice.unset();
  expect(ensure(office)).toEqual(['The records were made.']);
  expect(ensure(office)).toEqual([]);
  expect(sheetsOf(office)).toEqual(SHEETS);
  expect(office.workspace.data.files[office.spreadsheet.id]?.permissions.map(({ emailAddress, role }) => [emailAddress, role])).toEqual([[OFFICE, 'owner']]);
});

test('whichever call of the first set-up fails, there is one spreadsheet, whole', () => {
  faultSweep<RecordsOffice>({
    arrange: RecordsOffice.unset,
    clone: (office) => office.another(),
    operation: (office, faults) => office.run('ensure', [], faults),
    meanwhile: (office) => office.run('ensure'),
    recover: (office) => ensure(office),
    invariant: (office, where) => {
      expect({ where, files: office.spreadsheets.length, sheets: sheetsOf(office) }).toEqual({ where, files: 1, sheets: SHEETS });
      expect(office.call('raise', 'press-0001', DSL, 'story')).toEqual({ reference: 'C-1' });
    },
  });
});

test('before the set-up, the message says what to do', () => {
  expect(() => RecordsOffice.unset().call('look')).toThrow(
    'Handrail has not been set up yet: the person who looks after it has to open its set-up page first.',
  );
});

test('a script that has forgotten its file finds it by its key', () => {
  const office = withConcerns();
  delete office.properties['file:records'];
  ensure(office);
  expect(office.spreadsheets).toHaveLength(1);
  works(office);
});

test('records in the bin are not written to, and no second ones are made', () => {
  const office = withConcerns();
  const file = office.workspace.data.files[office.spreadsheet.id];
  if (!file) throw new Error('no file');
  file.trashed = true;
  expect(() => ensure(office)).toThrow('is in the bin. Please restore it');
  delete office.properties['file:records'];
  expect(() => ensure(office)).toThrow('is in the bin. Please restore it');
  expect(office.spreadsheets).toHaveLength(1);
});

test('records that are gone for good are not silently begun anew', () => {
  const office = withConcerns();
  delete office.workspace.data.files[office.spreadsheet.id];
  expect(() => office.call('look')).toThrow('The file "Handrail records" is gone. Please look for it in the bin');
  expect(() => ensure(office)).toThrow('The file "Handrail records" is gone. Please look for it in the bin');
});

test.each(['Cases', 'Days', 'Head', 'Answers', 'Outbox'])('the sheet %s was deleted: a clear message, and one press mends it', (name) => {
  const office = withConcerns();
  office.deleteSheet(name);
  expect(() => office.call('raise', 'press-0008', DSL, 'x')).toThrow(
    `In the sheet "${name}" nothing can be found: it was deleted or renamed. Ask the person who looks after Handrail`,
  );
  expect(ensure(office)).toContain(`The sheet "${name}" was made.`);
  office.call('remake');
  works(office);
});

test('the list of sent mails was deleted: mail goes once all the same, as soon as it is mended', () => {
  const office = withConcerns();
  office.deleteSheet('Sent');
  expect(office.run('sendMail').ok).toBe(false);
  expect(ensure(office)).toEqual(['The sheet "Sent" was made.']);
  office.call('sendMail');
  expect(office.mailTo(DSL)).toHaveLength(3);
  works(office);
});

test('the journal was deleted: it is to be restored, and nothing else is touched', () => {
  const office = withConcerns();
  office.deleteSheet('Journal');
  const before = JSON.stringify(office.spreadsheet);
  expect(() => ensure(office)).toThrow('In the sheet "Journal" nothing can be found: it was deleted. Please change nothing more there.');
  expect(JSON.stringify(office.spreadsheet)).toBe(before);
});

test('a sheet that was renamed gets its name back', () => {
  const office = withConcerns();
  office.sheet('Cases').name = 'Old cases';
  expect(() => office.call('look')).toThrow('In the sheet "Cases" nothing can be found');
  expect(ensure(office)).toEqual(['The sheet "Old cases" is called "Cases" again.']);
  works(office);
});

test('somebody’s own sheet under a name of ours keeps its contents under another', () => {
  const office = withConcerns();
  const mine = structuredClone(office.sheet('Cases'));
  office.sheet('Cases').name = 'Old cases';
  office.spreadsheet.sheets.push({ ...mine, id: 77, rows: [[{ v: 'mine' }]] });
  expect(ensure(office)).toHaveLength(2);
  expect(office.spreadsheet.sheets.find(({ id }) => id === 77)).toMatchObject({ name: 'Cases (not made by Handrail, 77)', rows: [[{ v: 'mine' }]] });
  works(office);
});

test('a renamed column of a view: a clear message, and the view is made anew', () => {
  const office = withConcerns();
  office.type('Cases', 1, 3, 'When');
  expect(() => office.call('raise', 'press-0008', DSL, 'x')).toThrow('In the sheet "Cases" the column "Raised" is missing or was renamed. Ask the person');
  expect(ensure(office)).toEqual(['The list "Cases" is being made anew from the journal.']);
  expect(() => office.call('raise', 'press-0008', DSL, 'x')).toThrow('The list "Cases" is being made anew from the journal. What you typed is kept');
  office.call('remake');
  works(office);
});

test('a heading of last year is read, written beside, and put right when mended', () => {
  const office = withConcerns();
  office.type('Cases', 1, 2, 'Status');
  office.call('close', 'press-0005', DSL, 'C-2');
  expect(ensure(office)).toEqual([]);
  expect(office.cells('Cases')[0]?.map((cell) => cell?.v)).toEqual(['Reference', 'State', 'Raised', 'Story', 'Closed by']);
});

test('a view from before a column was added is made anew with it', () => {
  const office = withConcerns();
  for (const row of office.cells('Cases')) row.splice(4, 1);
  ensure(office);
  office.call('remake');
  works(office);
});

test('headings of the journal that were typed over are put right, because the events still verify', () => {
  const office = withConcerns();
  office.type('Journal', 1, 3, 'Who');
  expect(() => office.call('raise', 'press-0008', DSL, 'x')).toThrow('In the sheet "Journal" the column "Actor" is missing');
  expect(ensure(office)).toEqual(['The headings of the journal were put right.']);
  works(office);
});

test('an event that was taken out of the journal’s end is noticed, and nothing goes on before it is restored', () => {
  const office = withConcerns();
  office.cells('Journal').pop();
  expect(() => ensure(office)).toThrow('the last event is 3, but 4 were recorded. Please change nothing more there.');
});

test('an event that was changed is found by checking, with its number', () => {
  const office = withConcerns();
  office.type('Journal', 3, 10, '{"story":"nothing happened"}');
  expect(office.call('check')).toMatchObject({ ok: false, sequence: 2, why: 'its payload was changed' });
});

test('records of a newer Handrail are left alone', () => {
  const office = withConcerns();
  office.type('Head', 2, 4, '99');
  expect(() => office.call('raise', 'press-0008', DSL, 'x')).toThrow('written by a newer version of Handrail');
  expect(() => ensure(office)).toThrow('written by a newer version of Handrail');
});

test('records of an older layout are not written to before they are mended', () => {
  const office = withConcerns();
  office.type('Head', 2, 4, '0');
  expect(() => office.call('raise', 'press-0008', DSL, 'x')).toThrow('the layout is of version 0, and this Handrail needs 3');
  ensure(office);
  works(office);
});

/** Takes columns out of a sheet and its grid, as a Handrail that did not know them had made it. */
function narrow(office: RecordsOffice, name: string, headings: readonly string[]): void {
  for (const heading of headings) {
    const place = office.cells(name)[0]?.findIndex((cell) => cell?.v === heading) ?? -1;
    if (place < 0) throw new Error(`There is no column ${heading}`);
    for (const row of office.cells(name)) row.splice(place, 1);
  }
  office.sheet(name).columnCount = office.cells(name)[0]?.length ?? 0;
}

function ofTheFirstLayout(): RecordsOffice {
  const office = withConcerns();
  narrow(office, 'Outbox', ['May wait', 'Attachment']);
  narrow(office, 'Cases', ['Closed by']);
  office.type('Head', 2, 4, '1');
  return office;
}

test('A15: records from before mails could wait or carry something are mended with one press: what was waiting goes, and new mails may wait', () => {
  const office = ofTheFirstLayout();
  expect(() => office.call('raise', 'press-0008', DSL, 'x')).toThrow('the layout is of version 1, and this Handrail needs 3');
  expect(office.run('sendMail').ok).toBe(false);
  ensure(office);
  office.call('remake');
  expect(ensure(office)).toEqual([]);
  expect(office.call('sendMail')).toMatchObject({ sent: 3, problem: null });
  office.call('queue', 'round-0001', [{ to: [DSL], subject: 'Your copy', body: '', mayWait: true, attachment: 'copy:1' }]);
  expect(office.call('waitingMail')).toMatchObject([{ mayWait: true, attachment: 'copy:1' }]);
  expect(office.call('sendAll')).toMatchObject({ sent: 1, waiting: 0 });
});

test('B21: records from before they could be written anew are mended with one press, and go on counting the answers they keep', () => {
  const office = withConcerns();
  narrow(office, 'Head', ['Successor']);
  office.type('Head', 2, 4, '2');
  expect(() => office.call('raise', 'press-0008', DSL, 'x')).toThrow('In the sheet "Head" the column "Successor" is missing');
  ensure(office);
  expect(office.cells('Head').map((cells) => cells.slice(0, 6).map((cell) => cell?.v))[1]).toEqual(['4', expect.any(String), '1', '3', 'test', '4']);
  works(office);
  expect(ensure(office)).toEqual([]);
});

test('A15: records of the first layout are whole after any failure while they are mended', () => {
  faultSweep<RecordsOffice>({
    arrange: ofTheFirstLayout,
    clone: (office) => office.another(),
    operation: (office, faults) => office.run('ensure', [], faults),
    meanwhile: (office) => office.run('ensure'),
    recover: (office) => {
      ensure(office);
      office.call('remake');
    },
    invariant: (office, where) => {
      const headings = office.cells('Outbox')[0]?.map((cell) => cell?.v);
      expect({ where, headings: headings?.slice(-3), columns: office.sheet('Outbox').columnCount }).toEqual({
        where,
        headings: ['Why', 'May wait', 'Attachment'],
        columns: 10,
      });
      expect(office.call('sendMail')).toMatchObject({ sent: 3, problem: null });
      expect(office.call('look')).toMatchObject({ cases: [{ closedBy: null }, { closedBy: DSL }, { closedBy: null }] });
    },
  });
});

test('whichever call of making views anew fails, they are the same as before', () => {
  const office = withConcerns();
  office.call('remakeAll');
  faultSweep<RecordsOffice>({
    arrange: () => office,
    clone: (each) => each.another(),
    operation: (each, faults) => each.run('remakeOnce', [], faults),
    meanwhile: (each) => each.run('remakeOnce'),
    recover: (each) => each.call('remake'),
    invariant: works,
  });
});

test('thousands of events are made into views slice by slice, and each counts once', () => {
  const office = RecordsOffice.ready();
  office.fill(2_500);
  office.call('remakeAll');
  expect(office.call('remakeOnce')).toBe(false);
  expect(office.run('raise', ['press-0001', DSL, 'x']).error?.message).toContain('is being made anew from the journal');
  expect(office.call('remake')).toBe(2);
  const { cases, days } = office.call<{ cases: unknown[]; days: unknown[] }>('look');
  expect([cases.length, days]).toEqual([2_500, [{ day: '2026-09-07', raised: 2_500 }]]);
});
