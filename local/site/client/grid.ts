import { type CellComponent, type ColumnDefinition, TabulatorFull as Tabulator } from 'tabulator-tables';
import type { RowsChanged, SheetView } from '../sheet/view.ts';
import { type Cell, cellsOf, columnName, compare, draw, type GridRow, inputOf } from './grid/cells.ts';
import { editorFor } from './grid/editor.ts';

const CHECK_EVERY = 8_000;
const DEFAULT_WIDTH = 100;
const ROW_HEADER_WIDTH = 50;

const element = need<HTMLElement>('#grid');
const base = `/spreadsheets/d/${element.dataset['spreadsheet']}`;
const mayEdit = element.dataset['editable'] === 'true';
const tabs = [...document.querySelectorAll<HTMLAnchorElement>('[data-sheet]')];

let grid: Tabulator | undefined;
let view: SheetView;
let stamp = '';

function need<T extends HTMLElement>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`the page lacks ${selector}`);
  return found;
}

async function fetchView(sheet: string): Promise<SheetView> {
  const chosen = wanted('fvid');
  const response = await fetch(`${base}/sheet/${sheet}${chosen === null ? '' : `?fvid=${encodeURIComponent(chosen)}`}`);
  const answer = (await response.json()) as { view: SheetView; stamp: string; message?: string };
  if (!response.ok) throw new Error(answer.message);
  stamp = answer.stamp;
  return answer.view;
}

function rowsOf(sheet: SheetView): GridRow[] {
  const hidden = new Set(sheet.hiddenRows);
  const rows: GridRow[] = [];
  for (const index of sheet.order ?? Array.from({ length: sheet.rowCount }, (_, row) => row)) {
    if (!hidden.has(index)) rows.push({ number: index + 1, cells: cellsOf(sheet.rows[index], sheet) });
  }
  return rows;
}

function columnsOf(sheet: SheetView): ColumnDefinition[] {
  const hidden = new Set(sheet.hiddenColumns);
  const filtering = need<HTMLInputElement>('#filter').checked;
  return Array.from({ length: sheet.columnCount }, (_, index): ColumnDefinition => {
    const cellIn = (cell: CellComponent) => (cell.getData() as GridRow).cells[index];
    return {
      title: columnName(index),
      field: `cells.${index}`,
      visible: !hidden.has(index),
      frozen: index < sheet.frozenColumns,
      width: sheet.widths[index] ?? DEFAULT_WIDTH,
      headerSortTristate: true,
      sorter: (a: Cell | null, b: Cell | null, _first, _second, _column, direction) => compare(a, b, direction),
      headerFilter: filtering ? 'input' : undefined,
      headerFilterFunc: (wanted: string, cell: Cell | null) => (cell?.text ?? '').toLowerCase().includes(wanted.toLowerCase()),
      headerFilterParams: { elementAttributes: { 'aria-label': `Filter column ${columnName(index)}` } },
      formatter: (cell) => draw(cell.getElement(), cellIn(cell)) as HTMLElement,
      editable: () => mayEdit,
      editor: (cell, onRendered, success, cancel) => editorFor(cellIn(cell), nameOf(cell, index), onRendered, success, cancel),
      // Until the server has answered, the bare text stands in the cell.
      mutatorEdit: (text: string): Cell => ({ text }),
      cellEdited: (cell) => typeInto(cell, index),
      cellClick: (_, cell) => tick(cell, index),
    };
  });
}

function nameOf(cell: CellComponent, column: number): string {
  return `${columnName(column)}${(cell.getData() as GridRow).number}`;
}

/** A click on a tick box ticks it. */
function tick(cell: CellComponent, column: number): void {
  const row = cell.getData() as GridRow;
  const content = row.cells[column];
  if (content?.checkbox && mayEdit) void send(row.number - 1, column, content.text === 'TRUE' ? 'FALSE' : 'TRUE');
}

async function typeInto(cell: CellComponent, column: number): Promise<void> {
  const { text } = cell.getValue() as Cell;
  const isNew = text !== inputOf(cell.getOldValue() as Cell | null | undefined);
  const kept = isNew && (await send((cell.getData() as GridRow).number - 1, column, text));
  if (!kept) cell.restoreOldValue();
}

/** Asks the server to type; false when it was refused, which the person has then been told. */
async function send(row: number, column: number, text: string): Promise<boolean> {
  say('Saving …');
  const response = await fetch(`${base}/type`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sheet: view.id, row, column, text }),
  });
  if (!response.ok) {
    say('');
    refuse(((await response.json()) as { message: string }).message);
    return false;
  }
  const changed = (await response.json()) as RowsChanged;
  stamp = changed.stamp;
  update(Object.entries(changed.rows).map(([index, cells]) => ({ number: Number(index) + 1, cells: cellsOf(cells, changed) })));
  say('Saved');
  return true;
}

/** Rows that have changed, drawn anew in their places. A row that got shorter has its other cells emptied. */
function update(rows: readonly GridRow[]): void {
  const whole = rows.map((row) => ({ ...row, cells: Array.from({ length: view.columnCount }, (_, index) => row.cells[index] ?? null) }));
  void grid?.updateData(whole);
}

function refuse(message: string): void {
  const dialog = need<HTMLDialogElement>('#refusal');
  const words = dialog.querySelector('p');
  if (words) words.textContent = message;
  dialog.showModal();
}

function say(words: string): void {
  need('#busy').textContent = words;
}

async function show(sheet: string): Promise<void> {
  say('Loading …');
  view = await fetchView(sheet);
  for (const tab of tabs) {
    if (tab.dataset['sheet'] === sheet) tab.setAttribute('aria-current', 'true');
    else tab.removeAttribute('aria-current');
  }
  offerViews();
  grid?.destroy();
  const made = new Tabulator(element, {
    data: rowsOf(view),
    columns: columnsOf(view),
    index: 'number',
    height: '100%',
    layout: 'fitData',
    rowHeader: {
      field: 'number',
      title: 'Row',
      width: ROW_HEADER_WIDTH,
      frozen: true,
      headerSort: false,
      resizable: false,
      hozAlign: 'center',
      cssClass: 'row-header',
    },
    frozenRows: view.frozenRows,
    selectableRange: 1,
    selectableRangeColumns: false,
    selectableRangeRows: true,
    editTriggerEvent: 'dblclick',
    columnDefaults: { resizable: 'header', headerHozAlign: 'center' },
    placeholder: 'Nothing matches the filter.',
  } as ConstructorParameters<typeof Tabulator>[1]);
  grid = made;
  made.on('rangeChanged' as 'dataLoaded', ((range: { getCells(): CellComponent[][] }) => tell(range.getCells()[0]?.[0])) as never);
  made.on('tableBuilt', () => {
    nameParts();
    say('');
    goTo(made);
  });
}

/** The filter views of the sheet; choosing one changes nothing for anybody else, and stands in the address as Google has it. */
function offerViews(): void {
  const choice = need<HTMLSelectElement>('#view');
  const chosen = wanted('fvid') ?? '';
  choice.replaceChildren(new Option('None', ''), ...view.views.map(({ id, title }) => new Option(title, String(id), false, String(id) === chosen)));
  (choice.parentElement as HTMLElement).hidden = view.views.length === 0;
}

function chooseView(id: string): void {
  location.hash = new URLSearchParams({ gid: String(view.id), ...(id === '' ? {} : { fvid: id }) }).toString();
}

/** A part of the address, behind `#` or `?`. */
function wanted(name: string): string | null {
  return new URLSearchParams(location.hash.slice(1)).get(name) ?? new URLSearchParams(location.search).get(name);
}

/** The part of the grid that takes the keyboard is its group of rows for those who hear it: the library leaves it without a role. */
function nameParts(): void {
  element.querySelector('.tabulator-tableholder')?.setAttribute('role', 'rowgroup');
  element.querySelector('.tabulator-table')?.setAttribute('role', 'presentation');
}

/** Shows which cell is chosen and all that stands in it. */
function tell(cell: CellComponent | undefined): void {
  const field = cell?.getField() ?? '';
  if (!cell || !field.startsWith('cells.')) return;
  const column = Number(field.slice('cells.'.length));
  const content = (cell.getData() as GridRow).cells[column];
  need('#where').textContent = nameOf(cell, column);
  need('#content').textContent = [inputOf(content), content?.note ? `Note: ${content.note}` : ''].filter(Boolean).join('  ·  ');
}

/** Follows `#gid=1&range=B7`, as Google's addresses have it. */
function goTo(table: Tabulator): void {
  const row = /^\D+(\d+)/.exec(wanted('range') ?? '')?.[1];
  if (row) table.scrollToRow(Number(row), 'center', false).catch(() => {});
}

function wantedSheet(): string {
  const gid = wanted('gid');
  return (tabs.find((tab) => tab.dataset['sheet'] === gid) ?? tabs[0])?.dataset['sheet'] ?? '0';
}

function isSeen(index: number): boolean {
  return !view.hiddenRows.includes(index) && (view.order?.includes(index) ?? true);
}

/** What others and scripts have changed meanwhile comes in without the person losing their place. */
async function checkForNews(): Promise<void> {
  if (document.hidden || element.querySelector('.tabulator-editing')) return;
  const response = await fetch(`${base}/stamp`);
  if (!response.ok || (await response.text()) === stamp) return;
  const { rows: before, ...old } = view;
  const fresh = await fetchView(String(view.id));
  const { rows, ...now } = fresh;
  const isSameShape = JSON.stringify({ ...old, styles: [], choices: [] }) === JSON.stringify({ ...now, styles: [], choices: [] });
  if (!isSameShape) return show(String(view.id));
  const drawn = (sheet: SheetView, index: number) => cellsOf(sheet.rows[index], sheet);
  const changed: GridRow[] = [];
  for (let index = 0; index < Math.max(rows.length, before.length); index += 1) {
    const cells = drawn(fresh, index);
    if (JSON.stringify(cells) !== JSON.stringify(drawn(view, index)) && isSeen(index)) changed.push({ number: index + 1, cells });
  }
  view = fresh;
  update(changed);
}

addEventListener('hashchange', () => show(wantedSheet()));
addEventListener('focus', checkForNews);
setInterval(checkForNews, CHECK_EVERY);
need('#filter').addEventListener('change', () => show(String(view.id)));
need<HTMLSelectElement>('#view').addEventListener('change', (event) => chooseView((event.currentTarget as HTMLSelectElement).value));
await show(wantedSheet());
