import type { CellData, SpreadsheetData } from '../../workspace/data.ts';
import { displayOf } from '../../workspace/sheets/display.ts';
import { fromR1C1, toR1C1 } from '../../workspace/sheets/formulas/move.ts';
import { hasContent } from '../../workspace/sheets/grid.ts';
import type { Entered } from '../../workspace/sheets/input.ts';
import { entered } from '../../workspace/sheets.ts';
import { ScriptError } from '../errors.ts';
import { valueForScript, valueFromScript } from './convert.ts';
import { expectArgs } from './host.ts';
import type { Range } from './range.ts';
import { RangeBase } from './range-base.ts';
import { type RichTextValue, richTextOf, runsOf } from './rich-text.ts';

type Value = string | number | boolean | Date;

/** What is in the cells of a range. */
export abstract class RangeValues extends RangeBase {
  getValue(): Value {
    return this.$first(valueForScript);
  }
  getValues(): Value[][] {
    return this.$cells(valueForScript);
  }
  getDisplayValue(): string {
    return this.$first(displayOf);
  }
  getDisplayValues(): string[][] {
    return this.$cells(displayOf);
  }
  isBlank(): boolean {
    return !this.$cells((cell) => hasContent(cell))
      .flat()
      .some(Boolean);
  }

  setValue(...args: unknown[]): Range {
    expectArgs('Range.setValue', args, 'any|null');
    return this.$write((old, _, __, spreadsheet) => entered(old, this.#entry(args[0], spreadsheet, old)));
  }
  setValues(...args: unknown[]): Range {
    expectArgs('Range.setValues', args, 'Array');
    const rows = this.$shaped(args[0]);
    return this.$write((old, row, column, spreadsheet) => entered(old, this.#entry(rows[row]?.[column], spreadsheet, old)));
  }

  #entry(value: unknown, spreadsheet: SpreadsheetData, old: CellData | null): Entered {
    const place = { locale: spreadsheet.locale, timeZone: spreadsheet.timeZone, now: this.$host.run.workspace.clock.now() };
    return valueFromScript(value, place, old?.numberFormat, 'SpreadsheetApp.Range.setValue');
  }

  getFormula(): string {
    return this.$first((cell) => cell?.f ?? '');
  }
  getFormulas(): string[][] {
    return this.$cells((cell) => cell?.f ?? '');
  }
  getFormulaR1C1(): string | null {
    return this.$first((cell, _, row, column) => (cell?.f === undefined ? null : toR1C1(cell.f, row, column)));
  }
  getFormulasR1C1(): string[][] {
    return this.$cells((cell, _, row, column) => (cell?.f === undefined ? '' : toR1C1(cell.f, row, column)));
  }
  setFormula(...args: unknown[]): Range {
    expectArgs('Range.setFormula', args, 'string');
    return this.$write((old) => entered(old, formula(args[0])));
  }
  setFormulas(...args: unknown[]): Range {
    expectArgs('Range.setFormulas', args, 'Array');
    const rows = this.$shaped(args[0]);
    return this.$write((old, row, column) => entered(old, formula(rows[row]?.[column])));
  }
  setFormulaR1C1(...args: unknown[]): Range {
    expectArgs('Range.setFormulaR1C1', args, 'string');
    return this.$write((old, row, column) => entered(old, this.#fromR1C1(args[0], row, column)));
  }
  setFormulasR1C1(...args: unknown[]): Range {
    expectArgs('Range.setFormulasR1C1', args, 'Array');
    const rows = this.$shaped(args[0]);
    return this.$write((old, row, column) => entered(old, this.#fromR1C1(rows[row]?.[column], row, column)));
  }

  #fromR1C1(value: unknown, row: number, column: number): Entered {
    const { f, ...rest } = formula(value);
    return f === undefined ? rest : { ...rest, f: fromR1C1(f, this.$box.startRow + row, this.$box.startColumn + column) };
  }

  getNote(): string {
    return this.$first((cell) => cell?.note ?? '');
  }
  getNotes(): string[][] {
    return this.$cells((cell) => cell?.note ?? '');
  }
  setNote(...args: unknown[]): Range {
    expectArgs('Range.setNote', args, 'string|null');
    return this.$style({ note: (args[0] as string | null) || undefined });
  }
  setNotes(...args: unknown[]): Range {
    expectArgs('Range.setNotes', args, 'Array');
    return this.$styleEach(args[0], (note) => ({ note: (note as string | null) || undefined }));
  }

  getRichTextValue(): RichTextValue | null {
    return this.$first(richTextOf);
  }
  getRichTextValues(): (RichTextValue | null)[][] {
    return this.$cells(richTextOf);
  }
  setRichTextValue(...args: unknown[]): Range {
    expectArgs('Range.setRichTextValue', args, 'RichTextValue');
    return this.$write((old) => withRichText(old, args[0] as RichTextValue));
  }
  setRichTextValues(...args: unknown[]): Range {
    expectArgs('Range.setRichTextValues', args, 'Array');
    const rows = this.$shaped(args[0]);
    return this.$write((old, row, column) => withRichText(old, rows[row]?.[column] as RichTextValue));
  }

  isChecked(): boolean | null {
    return this.$cells((cell) => (cell?.validation?.criteria === 'CHECKBOX' ? cell.v === (cell.validation.values[0] ?? true) : null))
      .flat()
      .reduce((all, each) => (all === each ? all : null));
  }
  check(): Range {
    return this.#tick(true);
  }
  uncheck(): Range {
    return this.#tick(false);
  }

  #tick(on: boolean): Range {
    return this.$write((old) => {
      if (old?.validation?.criteria !== 'CHECKBOX') throw new ScriptError('The range contains cells that are not checkboxes.');
      const [yes = true, no = false] = old.validation.values;
      return entered(old, { v: on ? yes : no });
    });
  }

  trimWhitespace(): Range {
    return this.$write((old) => (typeof old?.v === 'string' && old.f === undefined ? { ...old, v: old.v.trim().replace(/\s+/g, ' ') } : old));
  }
}

/** A formula with or without its `=`; '' empties the cell. */
function formula(text: unknown): Entered {
  if (text === '' || text === null || text === undefined) return { v: null };
  return { v: null, f: String(text).startsWith('=') ? String(text) : `=${String(text)}` };
}

function withRichText(old: CellData | null, value: RichTextValue): CellData {
  return { ...entered(old, { v: value.$text === '' ? null : value.$text }), ...runsOf(value) };
}
