/** A cell's value. Dates are serial numbers (days since 30 December 1899) with a date number format, as in Sheets. */
export type CellScalar = string | number | boolean | null;

export interface CellData {
  /** What the cell holds: a literal, or what its formula came to. */
  v: CellScalar;
  /** The formula with its leading `=`. */
  f?: string;
  /** An error the formula came to: `#NAME?`, `#REF!`, … */
  e?: string;
  note?: string;
  /** The link of the whole cell (`textFormat.link`). */
  link?: string;
  numberFormat?: string;
  /** The number format that the formula's result suggests, for a cell that has none of its own. */
  resultFormat?: string;
  background?: string;
  fontColor?: string;
  fontWeight?: string;
  fontStyle?: string;
  fontSize?: number;
  fontFamily?: string;
  fontLine?: string;
  horizontalAlignment?: string;
  verticalAlignment?: string;
  wrap?: string;
  validation?: ValidationData;
  borders?: Partial<Record<'top' | 'bottom' | 'left' | 'right', BorderData>>;
  /** Parts of a text that look different or link somewhere; each reaches to the next one's start. */
  runs?: TextRunData[];
  /** The value overflows from an array formula elsewhere: to a person this cell is empty. */
  spill?: true;
}

/** `style` is the `SpreadsheetApp.BorderStyle` name; `color` is `#rrggbb`. */
export interface BorderData {
  style: string;
  color: string;
}

export interface TextRunData {
  start: number;
  style: {
    bold?: boolean;
    italic?: boolean;
    underline?: boolean;
    strikethrough?: boolean;
    fontSize?: number;
    fontFamily?: string;
    color?: string;
    link?: string;
  };
}

export interface ValidationData {
  /** The `SpreadsheetApp.DataValidationCriteria` name. */
  criteria: string;
  /** Literals; a range is kept as an A1 string. */
  values: (string | number | boolean)[];
  allowInvalid: boolean;
  helpText: string | null;
  /** False when a list is checked without being offered as a dropdown. */
  showDropdown?: boolean;
}

/** Zero-based, end exclusive; a missing end means "to the edge". */
export interface GridRangeData {
  sheetId: number;
  startRow?: number;
  endRow?: number;
  startColumn?: number;
  endColumn?: number;
}

export interface ProtectionData {
  id: number;
  type: 'RANGE' | 'SHEET';
  range: GridRangeData;
  unprotected: GridRangeData[];
  description: string;
  editors: string[];
  domainEdit: boolean;
  warningOnly: boolean;
  /** Nobody has set its editors yet, so it follows those of the file and keeps no editor out. */
  mirrorsFile?: boolean;
  namedRangeId?: string;
}

export interface SheetData {
  id: number;
  name: string;
  rowCount: number;
  columnCount: number;
  /** Row-major and sparse: a missing row or cell is empty. */
  rows: (CellData | null)[][];
  frozenRows: number;
  frozenColumns: number;
  columnWidths: Record<number, number>;
  rowHeights: Record<number, number>;
  hidden: boolean;
  hiddenRows: number[];
  hiddenColumns: number[];
  tabColor: string | null;
  merges: GridRangeData[];
  filter: { range: GridRangeData; criteria: Record<number, unknown> } | null;
  filterViews: { id: number; title: string; range: GridRangeData; criteria: Record<number, unknown>; sort: unknown[] }[];
  conditionalFormats: unknown[];
  bandings: unknown[];
  charts: unknown[];
  gridlinesHidden?: boolean;
  rightToLeft?: boolean;
}

export interface SpreadsheetData {
  id: string;
  timeZone: string;
  locale: string;
  sheets: SheetData[];
  namedRanges: { id: string; name: string; range: GridRangeData }[];
  protections: ProtectionData[];
  developerMetadata: unknown[];
  /** The form that writes its responses here, if any. */
  formId?: string;
  nextSheetId: number;
  nextId: number;
}
