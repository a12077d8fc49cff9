import type { GridRangeData, ProtectionData, SheetData, SpreadsheetData } from '../data.ts';
import type { Workspace } from '../workspace.ts';
import { type Box, boxOf, contains, overlap } from './a1.ts';

/**
 * Whether a protection lets an account edit what it protects (docs/apps-script/reference/spreadsheet/protection.md): the file's
 * owner always; everyone who may edit the file while nobody has set its editors; else those named, members of named groups, and the
 * domain when it was let in.
 */
export function letsEdit(workspace: Workspace, spreadsheet: SpreadsheetData, protection: ProtectionData, email: string): boolean {
  if (protection.warningOnly || protection.mirrorsFile) return true;
  const owner = workspace.drive.find(spreadsheet.id)?.owner;
  if (email === owner) return true;
  if (protection.domainEdit && owner !== undefined && email.endsWith(`@${owner.split('@')[1]}`)) return true;
  return protection.editors.some((editor) => editor === email || workspace.people.isMember(editor, email));
}

/** The first protection that keeps an account from editing a box, if any does. */
export function blockingProtection(workspace: Workspace, spreadsheet: SpreadsheetData, sheet: SheetData, box: Box, email: string): ProtectionData | undefined {
  return spreadsheet.protections.find((protection) => protects(spreadsheet, protection, sheet, box) && !letsEdit(workspace, spreadsheet, protection, email));
}

/** A protection that keeps an account from changing the sheet itself: its name, its place, its rows and columns. */
export function blockingSheetProtection(workspace: Workspace, spreadsheet: SpreadsheetData, sheet: SheetData, email: string): ProtectionData | undefined {
  return spreadsheet.protections.find((each) => each.type === 'SHEET' && each.range.sheetId === sheet.id && !letsEdit(workspace, spreadsheet, each, email));
}

function protects(spreadsheet: SpreadsheetData, protection: ProtectionData, sheet: SheetData, box: Box): boolean {
  const range = protectedRange(spreadsheet, protection);
  if (range.sheetId !== sheet.id || !overlap(boxOf(range, sheet), box)) return false;
  return !protection.unprotected.some((each) => contains(boxOf(each, sheet), box)) && !coveredByParts(protection.unprotected, sheet, box);
}

/** Whether several unprotected ranges together free every cell of a box. */
function coveredByParts(unprotected: readonly GridRangeData[], sheet: SheetData, box: Box): boolean {
  const parts = unprotected.map((each) => boxOf(each, sheet)).filter((each) => overlap(each, box));
  if (parts.length < 2) return false;
  for (let row = box.startRow; row < box.endRow; row += 1) {
    for (let column = box.startColumn; column < box.endColumn; column += 1) {
      const cell = { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 };
      if (!parts.some((part) => contains(part, cell))) return false;
    }
  }
  return true;
}

/** A protection may follow a named range. */
function protectedRange(spreadsheet: SpreadsheetData, protection: ProtectionData): GridRangeData {
  const named = protection.namedRangeId && spreadsheet.namedRanges.find((each) => each.id === protection.namedRangeId);
  return named ? named.range : protection.range;
}

/** The addresses that may edit the file as a whole: what a new protection starts with. */
export function fileEditors(workspace: Workspace, spreadsheetId: string): string[] {
  const file = workspace.drive.find(spreadsheetId);
  if (!file) return [];
  const named = file.permissions.filter((each) => each.role === 'writer' || each.role === 'owner').flatMap((each) => each.emailAddress ?? []);
  return [...new Set([file.owner, ...named])];
}
