import type { GridRangeData, SpreadsheetData } from '../data.ts';
import { parseA1 } from './a1.ts';
import { SheetRefusal } from './refusal.ts';

/**
 * Names a range. Names are unlike in letters alone, are no cell's address, and hold letters, digits and `_`
 * (docs/workspace/sheets/api/samples/ranges.md and the editor's help on named ranges).
 * @throws SheetRefusal
 */
export function addNamedRange(spreadsheet: SpreadsheetData, name: string, range: GridRangeData, id?: string): SpreadsheetData['namedRanges'][number] {
  checkName(spreadsheet, name);
  const added = { id: id ?? `named${(spreadsheet.nextId++).toString(36)}`, name, range };
  spreadsheet.namedRanges.push(added);
  return added;
}

/** @throws SheetRefusal for a name that cannot be, or is taken */
export function checkName(spreadsheet: SpreadsheetData, name: string): void {
  if (!/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) || name.length > 250 || parseA1(name) || /^(true|false|r\d*c\d*)$/i.test(name)) {
    throw new SheetRefusal('bad request', `The name you entered is not valid: ${name}`);
  }
  if (spreadsheet.namedRanges.some((each) => each.name.toLowerCase() === name.toLowerCase())) {
    throw new SheetRefusal('bad request', `A named range with the name '${name}' already exists.`);
  }
}
