import { execute, type RunResult } from '../../../local/apps-script/engine.ts';
import type { Fault } from '../../../local/apps-script/faults.ts';
import type { CellData, SheetData, SpreadsheetData } from '../../../local/workspace/data.ts';
import type { Workspace } from '../../../local/workspace/workspace.ts';
import { append, START } from '../../../src/records/journal.ts';
import { journalCells } from '../../../src/records/journal-rows.ts';
import { markId } from '../../../src/records/sheet-requests.ts';
import { MOST_ANSWERS, SCHEMA } from '../../../src/records/system-tables.ts';
import { bundle } from '../../support/bundle.ts';
import { anEmptyWorkspace, aScript, OFFICE } from '../../support/script.ts';

/** The fewest rights that keep records: files that the script itself made, and drafts. */
const SCOPES = ['https://www.googleapis.com/auth/drive.file', 'https://www.googleapis.com/auth/gmail.compose'];
export const DSL = 'amira.patel@quillhaven.example';

/** An office whose records live in a local Workspace. */
export class RecordsOffice {
  private constructor(
    readonly workspace: Workspace,
    readonly scriptId: string,
  ) {}

  /** A school where nothing has been set up. */
  static unset(): RecordsOffice {
    const workspace = anEmptyWorkspace();
    workspace.people.add({ email: DSL, givenName: 'Amira', familyName: 'Patel' });
    return new RecordsOffice(workspace, aScript(workspace, bundle('tests/records/office/entry.ts'), SCOPES).id);
  }

  static ready(): RecordsOffice {
    const office = RecordsOffice.unset();
    office.call('ensure');
    return office;
  }

  clone(): RecordsOffice {
    return new RecordsOffice(this.workspace.clone(), this.scriptId);
  }

  /** The same, quickly. This one must only be what others start from. */
  another(): RecordsOffice {
    return new RecordsOffice(this.workspace.cloneWhenTouched(), this.scriptId);
  }

  /** Another script project with the same records: it does not know this one's locks. */
  twin(): RecordsOffice {
    const script = aScript(this.workspace, bundle('tests/records/office/entry.ts'), SCOPES);
    Object.assign(script.properties.script, this.properties);
    // A second copy of the same app: `drive.file` lets it at what the first one made.
    for (const { apps } of Object.values(this.workspace.data.files)) if (apps.includes(this.scriptId)) apps.push(script.id);
    return new RecordsOffice(this.workspace, script.id);
  }

  /** Lets the records look as after `count` concerns, each of a sentence. */
  fill(count: number): void {
    const events = Array.from({ length: count }, (_, index) => ({
      action: 'concern raised',
      subject: `C-${index + 1}`,
      payload: { story: `It happened at break, as on day ${index}.` },
    }));
    const at = '2026-09-07T07:00:00.000Z';
    const { entries, head } = append(START, events, { at, actor: DSL, salts: events.map((_, index) => `salt-${index}`) });
    this.put('Journal', entries.map(journalCells));
    this.put(
      'Cases',
      events.map(({ subject, payload }) => [subject, 'new', at, payload.story, '']),
    );
    this.put(
      'Answers',
      events.slice(-MOST_ANSWERS).map(({ subject }) => [`press-${subject}`, DSL, at, `{"reference":"${subject}"}`]),
    );
    this.put('Head', [[String(head.sequence), head.hash, '1', String(SCHEMA), 'test', String(count), '']]);
    for (const mark of this.spreadsheet.namedRanges) Object.assign(mark, { id: markId(head.sequence), name: `Head_${head.sequence}` });
  }

  private put(name: string, rows: readonly (readonly string[])[]): void {
    const sheet = this.sheet(name);
    sheet.rows = [sheet.rows[0] ?? [], ...rows.map((cells) => cells.map((v) => (v === '' ? null : { v })))];
    sheet.rowCount = Math.max(sheet.rowCount, sheet.rows.length);
  }

  /** Runs an exported function of the entry as the office would. */
  run(fn: string, args: readonly unknown[] = [], faults: Fault[] = []): RunResult {
    const run = execute(this.workspace, { scriptId: this.scriptId, kind: 'web app', active: OFFICE, effective: OFFICE, fn: `bundle.${fn}`, args, faults });
    // The next run comes a minute later, as Google counts Sheets calls by the minute.
    this.workspace.clock.pass(60_000);
    return run;
  }

  /** @throws Error when the run fails */
  call<T>(fn: string, ...args: unknown[]): T {
    const run = this.run(fn, args);
    if (!run.ok) throw new Error(run.error?.message, { cause: run.error });
    return run.value as T;
  }

  get spreadsheets(): SpreadsheetData[] {
    return Object.values(this.workspace.data.spreadsheets);
  }

  get spreadsheet(): SpreadsheetData {
    const [only] = this.spreadsheets;
    if (!only) throw new Error('There is no records spreadsheet');
    return only;
  }

  sheet(name: string): SheetData {
    const found = this.spreadsheet.sheets.find((sheet) => sheet.name === name);
    if (!found) throw new Error(`There is no sheet ${name}`);
    return found;
  }

  /** The cells of a sheet as they are kept. */
  cells(name: string): (CellData | null)[][] {
    return this.sheet(name).rows;
  }

  /** Somebody types over a cell. */
  type(name: string, row: number, column: number, v: string): void {
    const cells = this.cells(name)[row - 1];
    if (!cells) throw new Error(`There is no row ${row}`);
    cells[column - 1] = { v };
  }

  deleteSheet(name: string): void {
    this.spreadsheet.sheets = this.spreadsheet.sheets.filter((sheet) => sheet.name !== name);
  }

  mailTo(email: string): string[] {
    return Object.values(this.workspace.data.mailboxes[email]?.messages ?? {}).map(({ raw }) => raw);
  }

  get drafts(): number {
    return Object.keys(this.workspace.data.mailboxes[OFFICE]?.drafts ?? {}).length;
  }

  /** A person writes a draft in the office's mailbox. */
  writeDraft(raw: string): void {
    this.workspace.mail.mailbox(OFFICE).createDraft(raw);
  }

  get properties(): Record<string, string> {
    return this.workspace.data.scripts[this.scriptId]?.properties.script ?? {};
  }
}
