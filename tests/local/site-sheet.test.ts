import { beforeEach, expect, test } from '@jest/globals';
import { people } from '../../local/school/quillhaven.ts';
import type { RowsChanged, SheetView } from '../../local/site/sheet/view.ts';
import type { CellData, SheetData } from '../../local/workspace/data.ts';
import { aSite } from '../support/site.ts';

let site: ReturnType<typeof aSite>;
let path: string;
let sheet: SheetData;

/** A desk shared with the DSL, to read with the head, and with nobody else; only its second column may be edited. */
beforeEach(() => {
  site = aSite();
  const { sheets, drive } = site.workspace;
  const spreadsheet = sheets.create(people.office, { name: 'Desk', rows: 50, columns: 5 });
  const share = (emailAddress: string, role: 'reader' | 'writer') =>
    drive.sharing.share(people.office, spreadsheet.id, { type: 'user', role, emailAddress }, { notify: false });
  share(people.dsl, 'writer');
  share(people.head, 'reader');
  sheet = spreadsheet.sheets[0] as SheetData;
  const states = { criteria: 'VALUE_IN_LIST', values: ['new', 'open'], allowInvalid: false, helpText: null };
  sheet.rows = [
    [{ v: 'Reference', fontWeight: 'bold' }, { v: 'State' }],
    [
      { v: 'Q-1', link: 'https://script.google.com/macros/s/D/exec?case=1', note: 'Ask first' },
      { v: 'new', validation: states },
      { v: null, f: '=LEN(B2)' },
    ],
    [{ v: '=1+1' }, { v: 46272, numberFormat: 'dd/MM/yyyy' }, { v: 'javascript', link: 'javascript:alert(1)' }] satisfies CellData[],
  ];
  sheet.frozenRows = 1;
  spreadsheet.protections.push({
    id: 1,
    type: 'SHEET',
    range: { sheetId: sheet.id },
    unprotected: [{ sheetId: sheet.id, startColumn: 1, endColumn: 2 }],
    description: '',
    editors: [people.office],
    domainEdit: false,
    warningOnly: false,
  });
  path = `/spreadsheets/d/${spreadsheet.id}`;
});

async function view(as: string): Promise<SheetView> {
  return ((await (await site.get(`${path}/sheet/${sheet.id}`, as)).json()) as { view: SheetView }).view;
}

test('a Sheet opens for those it is shared with; everybody else is told that they need access', async () => {
  expect((await site.get(`${path}/edit`, people.dsl)).status).toBe(200);
  expect(await (await site.get(`${path}/edit`, people.head)).text()).toContain('View only');
  for (const as of [people.teacher, people.parent, undefined]) {
    const response = await site.get(`${path}/edit`, as);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('You need access');
    expect((await site.get(`${path}/sheet/${sheet.id}`, as)).status).toBe(403);
    expect((await site.get(`${path}/stamp`, as)).status).toBe(403);
  }
});

test('the grid gets what is seen: display values, colours, dropdowns, notes, and links to local pages', async () => {
  const { rows, styles, choices, frozenRows } = await view(people.dsl);
  expect(frozenRows).toBe(1);
  expect(styles[rows[0]?.[0]?.style ?? -1]).toBe('font-weight:700');
  expect(rows[1]?.[0]).toMatchObject({ text: 'Q-1', link: '/macros/s/D/exec?case=1', note: 'Ask first' });
  expect(choices[rows[1]?.[1]?.choices ?? -1]).toEqual(['new', 'open']);
  expect(rows[1]?.[2]).toMatchObject({ text: '3', input: '=LEN(B2)' });
  expect(rows[2]?.[1]).toMatchObject({ text: '07/09/2026', number: 46272 });
});

test('text that looks like a formula is edited with its apostrophe, so that leaving it changes nothing', async () => {
  const { rows } = await view(people.dsl);
  expect(rows[2]?.[0]).toMatchObject({ text: '=1+1', input: "'=1+1" });
});

test('a link that is no web address leads nowhere', async () => {
  expect((await view(people.dsl)).rows[2]?.[2]?.link).toBeUndefined();
});

test('typing changes the cell and answers with the rows that changed, formulas too', async () => {
  const response = await site.post(`${path}/type`, { sheet: sheet.id, row: 1, column: 1, text: 'open' }, people.dsl);
  const { rows } = (await response.json()) as RowsChanged;
  expect(Object.keys(rows)).toEqual(['1']);
  expect(rows[1]?.map((cell) => cell?.text)).toEqual(['Q-1', 'open', '4']);
});

test('a protected cell is refused with Google’s message and stays as it was (docs/apps-script/reference/spreadsheet/protection.md)', async () => {
  const response = await site.post(`${path}/type`, { sheet: sheet.id, row: 1, column: 0, text: 'changed' }, people.dsl);
  expect(response.status).toBe(403);
  expect(((await response.json()) as { message: string }).message).toContain('You are trying to edit a protected cell or object');
  expect(sheet.rows[1]?.[0]?.v).toBe('Q-1');
});

test('what a dropdown does not offer is refused, and so is anything from those who may only look', async () => {
  const typing = { sheet: sheet.id, row: 1, column: 1 };
  expect((await site.post(`${path}/type`, { ...typing, text: 'sideways' }, people.dsl)).status).toBe(403);
  expect((await site.post(`${path}/type`, { ...typing, text: 'open' }, people.head)).status).toBe(403);
  expect((await site.post(`${path}/type`, { ...typing, text: 'open' }, people.teacher)).status).toBe(403);
  expect(sheet.rows[1]?.[1]?.v).toBe('new');
});

test('the stamp tells the grid that somebody else has changed something', async () => {
  const before = await (await site.get(`${path}/stamp`, people.head)).text();
  site.workspace.clock.pass(1);
  await site.post(`${path}/type`, { sheet: sheet.id, row: 1, column: 1, text: 'open' }, people.dsl);
  expect(await (await site.get(`${path}/stamp`, people.head)).text()).not.toBe(before);
});

test('a hidden row among the frozen ones takes no other row with it', async () => {
  sheet.frozenRows = 2;
  sheet.hiddenRows = [1];
  expect(await view(people.dsl)).toMatchObject({ frozenRows: 1, hiddenRows: [1] });
});
