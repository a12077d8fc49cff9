import { typed } from '../../workspace/sheets/input.ts';
import { occurrences, type Search, searchedText, searchPattern } from '../../workspace/sheets/rearrange.ts';
import { entered } from '../../workspace/sheets.ts';
import { documented } from '../served.ts';
import { expectArgs, InSpreadsheet, type SpreadsheetHost } from './host.ts';
import type { Range } from './range.ts';

/** docs/apps-script/reference/spreadsheet/text-finder.md */
export class TextFinder extends InSpreadsheet {
  readonly $name = 'TextFinder';
  override readonly $latency = { findAll: 200, findNext: 200, findPrevious: 200, replaceAllWith: 300, replaceWith: 200 };
  readonly #options = { matchCase: false, matchEntireCell: false, formulas: false, regular: false };
  readonly #where: () => Range[];
  readonly #text: string;
  #current = -1;

  /** @param where the ranges looked through, in order */
  constructor(host: SpreadsheetHost, spreadsheetId: string, where: () => Range[], text: string) {
    super(host, spreadsheetId);
    this.#where = where;
    this.#text = text;
  }

  #option(method: string, name: 'matchCase' | 'matchEntireCell' | 'formulas' | 'regular', args: unknown[]): this {
    expectArgs(`TextFinder.${method}`, args, 'boolean');
    this.#options[name] = args[0] as boolean;
    return this;
  }
  matchCase(...args: unknown[]): this {
    return this.#option('matchCase', 'matchCase', args);
  }
  matchEntireCell(...args: unknown[]): this {
    return this.#option('matchEntireCell', 'matchEntireCell', args);
  }
  matchFormulaText(...args: unknown[]): this {
    return this.#option('matchFormulaText', 'formulas', args);
  }
  useRegularExpression(...args: unknown[]): this {
    return this.#option('useRegularExpression', 'regular', args);
  }

  get #search(): Search {
    return { pattern: searchPattern(this.#text, this.#options), matchEntireCell: this.#options.matchEntireCell, formulas: this.#options.formulas };
  }

  findAll(): Range[] {
    const search = this.#search;
    return this.#where().flatMap((range) =>
      range
        .$cells((cell, _, row, column) =>
          occurrences(searchedText(cell, search), search) > 0
            ? range.$at({ startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 })
            : null,
        )
        .flat()
        .filter((found): found is Range => found !== null),
    );
  }
  findNext(): Range | null {
    return this.#step(1);
  }
  findPrevious(): Range | null {
    return this.#step(-1);
  }
  getCurrentMatch(): Range | null {
    return this.findAll()[this.#current] ?? null;
  }
  #step(by: number): Range | null {
    const all = this.findAll();
    this.#current = this.#current < 0 && by < 0 ? all.length - 1 : this.#current + by;
    return all[this.#current] ?? null;
  }

  replaceWith(...args: unknown[]): number {
    expectArgs('TextFinder.replaceWith', args, 'string');
    const current = this.getCurrentMatch();
    return current ? this.#replace(current, args[0] as string) : 0;
  }
  replaceAllWith(...args: unknown[]): number {
    expectArgs('TextFinder.replaceAllWith', args, 'string');
    return this.findAll().reduce((count, cell) => count + this.#replace(cell, args[0] as string), 0);
  }

  #replace(cell: Range, replacement: string): number {
    const search = this.#search;
    let count = 0;
    cell.$write((old, _, __, spreadsheet) => {
      if (old?.f !== undefined && !search.formulas) return old;
      const text = searchedText(old, search);
      count = occurrences(text, search);
      const plain = this.#options.regular ? replacement : replacement.replaceAll('$', '$$$$');
      const next = search.matchEntireCell && !this.#options.regular ? replacement : text.replace(search.pattern, plain);
      return entered(old, typed(next, { locale: spreadsheet.locale, now: this.$host.run.workspace.clock.now() }, old?.numberFormat));
    });
    return count;
  }
}
documented<TextFinder, GoogleAppsScript.Spreadsheet.TextFinder>(true);
