import { Enumeration, EnumValue } from '../served.ts';

export const Alignment = new Enumeration('Alignment', ['LEFT', 'CENTER', 'RIGHT']);
export const DestinationType = new Enumeration('DestinationType', ['SPREADSHEET']);
export const FeedbackType = new Enumeration('FeedbackType', ['CORRECT', 'INCORRECT', 'GENERAL']);
export const ItemType = new Enumeration('ItemType', [
  'CHECKBOX',
  'CHECKBOX_GRID',
  'DATE',
  'DATETIME',
  'DURATION',
  'GRID',
  'IMAGE',
  'LIST',
  'MULTIPLE_CHOICE',
  'PAGE_BREAK',
  'PARAGRAPH_TEXT',
  'SCALE',
  'SECTION_HEADER',
  'TEXT',
  'TIME',
  'VIDEO',
  'FILE_UPLOAD',
  'RATING',
]);
export const PageNavigationType = new Enumeration('PageNavigationType', ['CONTINUE', 'GO_TO_PAGE', 'RESTART', 'SUBMIT']);
export const RatingIconType = new Enumeration('RatingIconType', ['STAR', 'HEART', 'THUMB_UP']);

/** Whether a script's value is one of the enumeration's. */
export function isOf(enumeration: Enumeration, value: unknown): value is EnumValue {
  return value instanceof EnumValue && value.$enumeration === enumeration.$name;
}
