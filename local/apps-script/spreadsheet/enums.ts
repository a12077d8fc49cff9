import { Enumeration } from '../served.ts';
import { CRITERIA_NAMES } from './criteria-names.ts';

/** The enumerations of SpreadsheetApp (docs/apps-script/reference/spreadsheet/spreadsheet-app.md, "Properties"). */
export const AutoFillSeries = new Enumeration('AutoFillSeries', ['DEFAULT_SERIES', 'ALTERNATE_SERIES']);
export const DataValidationCriteria = new Enumeration('DataValidationCriteria', CRITERIA_NAMES.validation);
export const BooleanCriteria = new Enumeration('BooleanCriteria', CRITERIA_NAMES.boolean);
export const BorderStyle = new Enumeration('BorderStyle', ['DOTTED', 'DASHED', 'SOLID', 'SOLID_MEDIUM', 'SOLID_THICK', 'DOUBLE']);
export const ColorType = new Enumeration('ColorType', ['UNSUPPORTED', 'RGB', 'THEME']);
export const CopyPasteType = new Enumeration('CopyPasteType', [
  'PASTE_NORMAL',
  'PASTE_NO_BORDERS',
  'PASTE_FORMAT',
  'PASTE_FORMULA',
  'PASTE_DATA_VALIDATION',
  'PASTE_VALUES',
  'PASTE_CONDITIONAL_FORMATTING',
  'PASTE_COLUMN_WIDTHS',
]);
export const Dimension = new Enumeration('Dimension', ['COLUMNS', 'ROWS']);
export const Direction = new Enumeration('Direction', ['UP', 'DOWN', 'PREVIOUS', 'NEXT']);
export const InterpolationType = new Enumeration('InterpolationType', ['NUMBER', 'PERCENT', 'PERCENTILE', 'MIN', 'MAX']);
export const ProtectionType = new Enumeration('ProtectionType', ['RANGE', 'SHEET']);
export const RelativeDate = new Enumeration('RelativeDate', ['TODAY', 'TOMORROW', 'YESTERDAY', 'PAST_WEEK', 'PAST_MONTH', 'PAST_YEAR']);
export const SheetType = new Enumeration('SheetType', ['GRID', 'OBJECT', 'DATASOURCE']);
export const TextToColumnsDelimiter = new Enumeration('TextToColumnsDelimiter', ['COMMA', 'SEMICOLON', 'PERIOD', 'SPACE']);
export const WrapStrategy = new Enumeration('WrapStrategy', ['WRAP', 'OVERFLOW', 'CLIP']);
