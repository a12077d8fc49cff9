import type { CellData, SpreadsheetData } from '../../workspace/data.ts';
import { ApiError, NotModelled } from '../../workspace/errors.ts';
import { displayOf, numberKind } from '../../workspace/sheets/display.ts';
import { empty } from '../../workspace/sheets/grid.ts';
import { validationFrom, validationJson } from './conditions.ts';
import { compact, dig, type Json, objectAt, onlyKnown, unlessEmpty } from './json.ts';
import type { UpdateMask } from './mask.ts';
import { bordersFrom, bordersJson, colorFields, colorFrom, runsFrom, runsJson } from './styles.ts';

interface Place {
  spreadsheet: SpreadsheetData;
  now: number;
}
type Write = (cell: CellData, value: unknown, json: Json, place: Place) => void;

const ALIGNMENTS = { horizontal: ['LEFT', 'CENTER', 'RIGHT'], vertical: ['TOP', 'MIDDLE', 'BOTTOM'] };
const WRAPS: Record<string, string> = { OVERFLOW_CELL: 'OVERFLOW', LEGACY_WRAP: 'OVERFLOW', CLIP: 'CLIP', WRAP: 'WRAP' };

function oneOf(value: unknown, allowed: readonly string[], field: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (!allowed.includes(String(value))) throw new ApiError(400, `Invalid value at '${field}', "${String(value)}"`);
  return String(value);
}

function typedAs<T>(value: unknown, kind: 'boolean' | 'number' | 'string', field: string): T | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== kind) throw new ApiError(400, `Invalid value at '${field}'`);
  return value as T;
}

function setLine(cell: CellData, part: 'underline' | 'line-through', on: boolean | undefined): void {
  const others = (cell.fontLine ?? '').split(' ').filter((each) => each !== part && each !== '' && each !== 'none');
  const lines = on ? [...others, part] : others;
  cell.fontLine = lines.length > 0 ? lines.join(' ') : undefined;
}

/** Every field of a cell that an update may name, and what it does (docs/workspace/sheets/api/reference/rest/v4/spreadsheets/cells.md). */
const WRITERS: Record<string, Write> = {
  userEnteredValue: (cell, value) => {
    empty(cell);
    Object.assign(cell, contentFrom(value));
  },
  'userEnteredFormat.numberFormat': (cell, value) => {
    const format = objectAt(value, 'numberFormat');
    onlyKnown(format, ['type', 'pattern'], 'numberFormat');
    cell.numberFormat = typedAs<string>(format['pattern'], 'string', 'numberFormat.pattern') ?? DEFAULT_PATTERNS[String(format['type'])];
  },
  'userEnteredFormat.backgroundColor': (cell, value, json) => {
    cell.background = colorFrom(value, dig(json, 'userEnteredFormat.backgroundColorStyle'));
  },
  'userEnteredFormat.backgroundColorStyle': (cell, value, json) => {
    cell.background = colorFrom(dig(json, 'userEnteredFormat.backgroundColor'), value);
  },
  'userEnteredFormat.borders': (cell, value) => {
    cell.borders = bordersFrom(value);
  },
  'userEnteredFormat.horizontalAlignment': (cell, value) => {
    cell.horizontalAlignment = oneOf(value, ALIGNMENTS.horizontal, 'horizontalAlignment')?.toLowerCase();
  },
  'userEnteredFormat.verticalAlignment': (cell, value) => {
    cell.verticalAlignment = oneOf(value, ALIGNMENTS.vertical, 'verticalAlignment')?.toLowerCase();
  },
  'userEnteredFormat.wrapStrategy': (cell, value) => {
    const wrap = oneOf(value, Object.keys(WRAPS), 'wrapStrategy');
    cell.wrap = wrap === undefined ? undefined : WRAPS[wrap];
  },
  'userEnteredFormat.textFormat.foregroundColor': (cell, value, json) => {
    cell.fontColor = colorFrom(value, dig(json, 'userEnteredFormat.textFormat.foregroundColorStyle'));
  },
  'userEnteredFormat.textFormat.foregroundColorStyle': (cell, value, json) => {
    cell.fontColor = colorFrom(dig(json, 'userEnteredFormat.textFormat.foregroundColor'), value);
  },
  'userEnteredFormat.textFormat.fontFamily': (cell, value) => {
    cell.fontFamily = typedAs(value, 'string', 'fontFamily');
  },
  'userEnteredFormat.textFormat.fontSize': (cell, value) => {
    cell.fontSize = typedAs(value, 'number', 'fontSize');
  },
  'userEnteredFormat.textFormat.bold': (cell, value) => {
    cell.fontWeight = typedAs<boolean>(value, 'boolean', 'bold') ? 'bold' : undefined;
  },
  'userEnteredFormat.textFormat.italic': (cell, value) => {
    cell.fontStyle = typedAs<boolean>(value, 'boolean', 'italic') ? 'italic' : undefined;
  },
  'userEnteredFormat.textFormat.strikethrough': (cell, value) => setLine(cell, 'line-through', typedAs(value, 'boolean', 'strikethrough')),
  'userEnteredFormat.textFormat.underline': (cell, value) => setLine(cell, 'underline', typedAs(value, 'boolean', 'underline')),
  'userEnteredFormat.textFormat.link': (cell, value) => {
    cell.link = typedAs(objectAt(value, 'link')['uri'], 'string', 'link.uri');
  },
  note: (cell, value) => {
    cell.note = typedAs<string>(value, 'string', 'note') || undefined;
  },
  textFormatRuns: (cell, value) => {
    cell.runs = runsFrom(value);
  },
  dataValidation: (cell, value, _, place) => {
    cell.validation = validationFrom(value, place.spreadsheet, place.now);
  },
};
/** Google has these too; to write them is refused, to clear them along with the rest is nothing. */
const UNMODELLED = [
  'userEnteredFormat.padding',
  'userEnteredFormat.textDirection',
  'userEnteredFormat.hyperlinkDisplayType',
  'userEnteredFormat.textRotation',
  'pivotTable',
  'dataSourceTable',
  'dataSourceFormula',
  'chipRuns',
];
const READ_ONLY = ['effectiveValue', 'formattedValue', 'effectiveFormat', 'hyperlink'];
const FIELDS = [...Object.keys(WRITERS), ...UNMODELLED, ...READ_ONLY];
const DEFAULT_PATTERNS: Record<string, string> = {
  TEXT: '@',
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  CURRENCY: '"£"#,##0.00',
  DATE: 'dd/MM/yyyy',
  TIME: 'HH:mm:ss',
  DATE_TIME: 'dd/MM/yyyy HH:mm:ss',
  SCIENTIFIC: '0.00E+00',
};

/** Checks a mask over cells once, before it is applied to many. @throws ApiError 400 for a field that cells do not have */
export function checkCellMask(mask: UpdateMask): void {
  mask.allow(FIELDS);
}

/** What a mask over cells lets an update do; asked for every cell it touches. */
interface Masked {
  writers: readonly (readonly [field: string, write: Write])[];
  unmodelled: readonly string[];
}

const masked = new WeakMap<UpdateMask, Masked>();

function maskedBy(mask: UpdateMask): Masked {
  let known = masked.get(mask);
  if (!known) {
    // A colour has two names; the mask may say either, and clearing by one must not undo what the other wrote.
    known = { writers: Object.entries(WRITERS).filter(([field]) => mask.has(field)), unmodelled: UNMODELLED.filter((field) => mask.has(field)) };
    masked.set(mask, known);
  }
  return known;
}

/** A cell after an update: the fields that the mask names are written or, where `json` lacks them, cleared; all others stay. */
export function updatedCell(old: CellData | null, json: Json, mask: UpdateMask, place: Place): CellData {
  checkNames(json);
  const { writers, unmodelled } = maskedBy(mask);
  for (const field of unmodelled) if (dig(json, field) !== undefined) throw new NotModelled(`${field} in a cell`);
  const cell: CellData = { ...(old ?? { v: null }) };
  for (const [field, write] of writers) write(cell, dig(json, field), json, place);
  return cell;
}

/** The names that a cell's message has after a prefix. */
function namesAfter(prefix: string): readonly string[] {
  return FIELDS.filter((field) => field.startsWith(prefix)).map((field) => field.slice(prefix.length).split('.')[0] as string);
}

const IN_CELL = namesAfter('');
const IN_FORMAT = namesAfter('userEnteredFormat.');
const IN_TEXT_FORMAT = namesAfter('userEnteredFormat.textFormat.');

function checkNames(json: Json): void {
  onlyKnown(json, IN_CELL, 'cell');
  if (json['userEnteredFormat'] === undefined) return;
  const format = objectAt(json['userEnteredFormat'], 'userEnteredFormat');
  onlyKnown(format, IN_FORMAT, 'userEnteredFormat');
  onlyKnown(objectAt(format['textFormat'], 'textFormat'), IN_TEXT_FORMAT, 'userEnteredFormat.textFormat');
}

/** An ExtendedValue: a text is kept as it is, whatever it begins with. */
function contentFrom(value: unknown): Pick<CellData, 'v' | 'f'> {
  const entered = objectAt(value, 'userEnteredValue');
  const kinds = Object.keys(entered);
  onlyKnown(entered, ['numberValue', 'stringValue', 'boolValue', 'formulaValue', 'errorValue'], 'userEnteredValue');
  if (kinds.length > 1) throw new ApiError(400, `Invalid value at 'userEnteredValue' (oneof), oneof field 'value' is already set.`);
  const formula = typedAs<string>(entered['formulaValue'], 'string', 'formulaValue');
  if (formula !== undefined) {
    if (!formula.startsWith('=')) throw new ApiError(400, `Formula must begin with '=': ${formula}`);
    return { v: null, f: formula };
  }
  if (entered['errorValue'] !== undefined) throw new ApiError(400, 'errorValue is read-only.');
  const text = typedAs<string>(entered['stringValue'], 'string', 'stringValue');
  if (text !== undefined) return { v: text === '' ? null : text };
  return { v: typedAs<number>(entered['numberValue'], 'number', 'numberValue') ?? typedAs<boolean>(entered['boolValue'], 'boolean', 'boolValue') ?? null };
}

/** A cell as `spreadsheets.get` shows it. */
export function cellJson(cell: CellData | null, locale: string): Json {
  if (!cell) return {};
  const literal = extended(cell);
  const lines = cell.fontLine ?? '';
  const textFormat = unlessEmpty({
    ...colorFields('foregroundColor', cell.fontColor),
    fontFamily: cell.fontFamily,
    fontSize: cell.fontSize,
    bold: cell.fontWeight === 'bold' || undefined,
    italic: cell.fontStyle === 'italic' || undefined,
    strikethrough: lines.includes('line-through') || undefined,
    underline: lines.includes('underline') || undefined,
    link: cell.link === undefined ? undefined : { uri: cell.link },
  });
  const format = unlessEmpty({
    numberFormat: cell.numberFormat === undefined ? undefined : { type: numberKind(cell.numberFormat), pattern: cell.numberFormat },
    ...colorFields('backgroundColor', cell.background),
    borders: bordersJson(cell.borders),
    horizontalAlignment: cell.horizontalAlignment?.toUpperCase(),
    verticalAlignment: cell.verticalAlignment?.toUpperCase(),
    wrapStrategy: cell.wrap === 'OVERFLOW' ? 'OVERFLOW_CELL' : cell.wrap,
    textFormat,
  });
  return compact({
    userEnteredValue: cell.spill ? undefined : cell.f === undefined ? literal : { formulaValue: cell.f },
    effectiveValue: literal,
    formattedValue: literal && displayOf(cell),
    userEnteredFormat: format,
    effectiveFormat: format,
    hyperlink: cell.link ?? linkOfFormula(cell.f),
    note: cell.note,
    textFormatRuns: runsJson(cell.runs),
    dataValidation: validationJson(cell.validation, locale),
  });
}

function extended(cell: CellData): Json | undefined {
  if (cell.e !== undefined) return { errorValue: { type: cell.e.replace(/[#!?]/g, '').replace('DIV/0', 'DIVIDE_BY_ZERO').replace('/', '_'), message: cell.e } };
  if (cell.v === null) return undefined;
  return typeof cell.v === 'number' ? { numberValue: cell.v } : typeof cell.v === 'boolean' ? { boolValue: cell.v } : { stringValue: cell.v };
}

function linkOfFormula(formula: string | undefined): string | undefined {
  return /^=HYPERLINK\(\s*"((?:[^"]|"")*)"/i.exec(formula ?? '')?.[1]?.replaceAll('""', '"');
}
