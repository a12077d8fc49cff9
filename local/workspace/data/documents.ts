/** What stands in a Google Doc, from top to bottom (docs/apps-script/guides/docs.md, "Structure of a document"). */
export type BlockData = ParagraphData | ListItemData | TableData;

export interface ParagraphData {
  kind: 'paragraph';
  /** A line break within it is `\r`, as Docs has it. */
  text: string;
  heading: 'NORMAL' | 'TITLE' | 'SUBTITLE' | 'HEADING1' | 'HEADING2' | 'HEADING3' | 'HEADING4' | 'HEADING5' | 'HEADING6';
  /** The whole of it in bold: what many people use for a heading. */
  bold?: boolean;
}

export interface ListItemData {
  kind: 'list item';
  text: string;
  /** Items of the same list are numbered together, wherever they stand. */
  listId: string;
  /** 0 for the outermost. */
  level: number;
  glyph: 'BULLET' | 'HOLLOW_BULLET' | 'SQUARE_BULLET' | 'NUMBER' | 'LATIN_UPPER' | 'LATIN_LOWER' | 'ROMAN_UPPER' | 'ROMAN_LOWER';
  bold?: boolean;
}

export interface TableData {
  kind: 'table';
  /** Rows of cells, each with its own blocks. */
  rows: BlockData[][][];
}

export interface DocumentTabData {
  id: string;
  title: string;
  body: BlockData[];
  header?: BlockData[];
  footer?: BlockData[];
}

export interface DocumentData {
  /** The file's. */
  id: string;
  /** One at least. */
  tabs: DocumentTabData[];
}
