import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { openFile } from '../../apps-script/triggers.ts';
import type { SpreadsheetData } from '../../workspace/data.ts';
import { SheetRefusal } from '../../workspace/sheets/refusal.ts';
import { needAccess } from '../refusal.ts';
import { page } from '../shell.ts';
import type { SiteEnv } from '../visit.ts';
import { changesSince, viewOf } from './view.ts';

/** A person's change of one cell, as the grid sends it. */
interface Typing {
  sheet: number;
  row: number;
  column: number;
  text: string;
}

/** Sheets in the browser: the page with the grid, and what the grid asks for. */
export const sheetPages = new Hono<SiteEnv>()
  .get('/spreadsheets/d/:id', (c) => c.redirect(`/spreadsheets/d/${c.req.param('id')}/edit`))
  .get('/spreadsheets/d/:id/:how{edit|view|preview}', (c) => {
    const spreadsheet = opened(c, c.req.param('id'));
    if (!spreadsheet) return needAccess(c);
    const visit = c.get('visit');
    openFile(visit.workspace, spreadsheet.id, visit.account);
    const file = visit.workspace.drive.find(spreadsheet.id);
    const mayEdit = visit.workspace.sheets.mayEdit(visit.account, spreadsheet.id);
    const tabs = spreadsheet.sheets.filter((sheet) => !sheet.hidden);
    return c.html(
      page(visit, {
        title: file?.name ?? 'Sheet',
        wide: true,
        head: html`<link rel="stylesheet" href="/assets/tabulator.css"><link rel="stylesheet" href="/assets/sheet.css"><script type="module" src="/assets/grid.js"></script>`,
        main: html`<div class="sheet-head"><h1>${file?.name}</h1>${mayEdit ? '' : html`<span class="badge">View only</span>`}
<label class="filter-switch"><input type="checkbox" id="filter"> Filter</label>
<label class="filter-switch" hidden>Filter view <select id="view"></select></label></div>
<div class="formula-bar"><output id="where"></output><output id="content"></output></div>
<div id="grid" data-spreadsheet="${spreadsheet.id}" data-editable="${String(mayEdit)}" aria-label="${file?.name}"></div>
<nav class="tabs" aria-label="Sheets">${tabs.map(
          (sheet) =>
            html`<a href="#gid=${sheet.id}" data-sheet="${sheet.id}"${sheet.tabColor ? html` style="border-top-color:${sheet.tabColor}"` : ''}>${sheet.name}</a>`,
        )}</nav>
<dialog id="refusal" aria-labelledby="refusal-title"><form method="dialog"><h2 id="refusal-title">There was a problem</h2><p></p><button autofocus>OK</button></form></dialog>
<p id="busy" role="status" class="quiet"></p>`,
      }),
    );
  })
  .get('/spreadsheets/d/:id/stamp', (c) => {
    const spreadsheet = opened(c, c.req.param('id'));
    return spreadsheet ? c.text(stampOf(c, spreadsheet)) : c.text('no access', 403);
  })
  .get('/spreadsheets/d/:id/sheet/:gid{[0-9]+}', (c) => {
    const { workspace } = c.get('visit');
    const spreadsheet = opened(c, c.req.param('id'));
    if (!spreadsheet) return c.json({ message: 'You need access.' }, 403);
    const sheet = workspace.sheets.sheet(spreadsheet, Number(c.req.param('gid')));
    if (!sheet) return c.json({ message: 'This sheet has been deleted.' }, 404);
    return c.json({ stamp: stampOf(c, spreadsheet), view: viewOf(workspace, spreadsheet, sheet, Number(c.req.query('fvid'))) });
  })
  .post('/spreadsheets/d/:id/type', async (c) => {
    const { workspace, account } = c.get('visit');
    const typing = (await c.req.json()) as Typing;
    try {
      const spreadsheet = workspace.sheets.openToEdit(account, c.req.param('id'));
      const sheet = workspace.sheets.sheet(spreadsheet, typing.sheet);
      if (!sheet) throw new SheetRefusal('not found', 'This sheet has been deleted.');
      const before = sheet.rows.slice();
      workspace.sheets.typeInto(account, spreadsheet.id, sheet.id, typing.row, typing.column, typing.text);
      return c.json({ ...changesSince(before, workspace, spreadsheet, sheet), stamp: stampOf(c, spreadsheet) });
    } catch (error) {
      if (!(error instanceof SheetRefusal)) throw error;
      return c.json({ message: error.message }, error.kind === 'not found' ? 404 : 403);
    }
  });

function opened(c: Context<SiteEnv>, id: string): SpreadsheetData | null {
  const { workspace, account } = c.get('visit');
  try {
    return workspace.sheets.open(account, id);
  } catch (error) {
    if (error instanceof SheetRefusal) return null;
    throw error;
  }
}

/** Changes whenever the spreadsheet does: what the grid compares to know that it is out of date. */
function stampOf(c: Context<SiteEnv>, spreadsheet: SpreadsheetData): string {
  return String(c.get('visit').workspace.drive.find(spreadsheet.id)?.modifiedTime ?? 0);
}
