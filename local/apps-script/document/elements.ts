import type { BlockData, ListItemData, ParagraphData, TableData } from '../../workspace/data.ts';
import { textOf } from '../../workspace/documents.ts';
import { mismatch, ScriptError } from '../errors.ts';
import { documented, type EnumValue, Served } from '../served.ts';
import { DOCUMENT_SCOPES, type DocContext } from './context.ts';
import { ElementType, GlyphType, ParagraphHeading } from './enums.ts';

/** A read within a document that was opened already: Google has it at hand. */
const READ_MS = 5;
const READS = [
  ...['getType', 'getText', 'getChild', 'getNumChildren', 'getParagraphs', 'getListItems', 'getTables', 'getHeading', 'getGlyphType', 'getNestingLevel'],
  ...['getListId', 'getNumRows', 'getRow', 'getCell', 'getNumCells', 'editAsText', 'isBold', 'asBody', 'asHeaderSection', 'asFooterSection'],
  ...['asParagraph', 'asListItem', 'asTable', 'asTableRow', 'asTableCell', 'asText'],
];
const LATENCY = Object.fromEntries(READS.map((name) => [name, READ_MS]));

/** Anything that stands in a document (docs/apps-script/reference/document/element.md). It is read only: nothing here changes a document. */
abstract class DocElement extends Served {
  override readonly $scopes = DOCUMENT_SCOPES;
  override readonly $latency = LATENCY;
  abstract readonly $type: string;

  constructor(readonly $doc: DocContext) {
    super();
  }

  getType(): EnumValue {
    void this.$doc.file;
    return ElementType.$of(this.$type);
  }

  asBody(): Body {
    return this.$as(Body);
  }
  asHeaderSection(): HeaderSection {
    return this.$as(HeaderSection);
  }
  asFooterSection(): FooterSection {
    return this.$as(FooterSection);
  }
  asParagraph(): Paragraph {
    return this.$as(Paragraph);
  }
  asListItem(): ListItem {
    return this.$as(ListItem);
  }
  asTable(): Table {
    return this.$as(Table);
  }
  asTableRow(): TableRow {
    return this.$as(TableRow);
  }
  asTableCell(): TableCell {
    return this.$as(TableCell);
  }
  asText(): Text {
    return this.$as(Text);
  }

  protected $as<Wanted extends DocElement>(wanted: new (...args: never[]) => Wanted): Wanted {
    if (!(this instanceof wanted)) throw new ScriptError(`An element of the type ${this.$type} cannot be taken for a ${wanted.name}.`);
    return this;
  }
}

/** An element with others in it. */
abstract class Container extends DocElement {
  /** Made anew each time. */
  protected abstract $children(): DocElement[];
  protected abstract $text(): string;

  getText(): string {
    void this.$doc.file;
    return this.$text();
  }

  getNumChildren(): number {
    void this.$doc.file;
    return this.$children().length;
  }

  getChild(childIndex: number): DocElement {
    return this.$childAt(childIndex, 'getChild');
  }

  protected $childAt(index: number, method: string): DocElement {
    void this.$doc.file;
    if (typeof index !== 'number') throw mismatch(`DocumentApp.${this.$name}.${method}`, [index]);
    const children = this.$children();
    const child = children[Math.trunc(index)];
    if (!child) throw new ScriptError(`Child index (${index}) must be less than the number of child elements (${children.length}).`);
    return child;
  }
}

/** A container of paragraphs, list items and tables. */
abstract class BlockContainer extends Container {
  constructor(
    doc: DocContext,
    readonly $blocks: readonly BlockData[],
  ) {
    super(doc);
  }

  protected $children(): DocElement[] {
    return this.$blocks.map((block) => elementFor(this.$doc, block));
  }
  protected $text(): string {
    return textOf(this.$blocks);
  }
}

abstract class Section extends BlockContainer {
  /** Also those in tables, and list items: "including ListItems". */
  getParagraphs(): (Paragraph | ListItem)[] {
    void this.$doc.file;
    return allIn(this.$blocks).flatMap((block) => (block.kind === 'table' ? [] : (elementFor(this.$doc, block) as Paragraph | ListItem)));
  }
  getListItems(): ListItem[] {
    void this.$doc.file;
    return allIn(this.$blocks).flatMap((block) => (block.kind === 'list item' ? new ListItem(this.$doc, block) : []));
  }
  getTables(): Table[] {
    void this.$doc.file;
    return allIn(this.$blocks).flatMap((block) => (block.kind === 'table' ? new Table(this.$doc, block) : []));
  }
}

export class Body extends Section {
  readonly $name = 'Body';
  readonly $type = 'BODY_SECTION';
}

export class HeaderSection extends Section {
  readonly $name = 'HeaderSection';
  readonly $type = 'HEADER_SECTION';
}

export class FooterSection extends Section {
  readonly $name = 'FooterSection';
  readonly $type = 'FOOTER_SECTION';
}

documented<Body, GoogleAppsScript.Document.Body>(true);
documented<HeaderSection, GoogleAppsScript.Document.HeaderSection>(true);
documented<FooterSection, GoogleAppsScript.Document.FooterSection>(true);

/** What a paragraph and a list item have in common. An empty one has no children. */
abstract class TextBlock extends Container {
  constructor(
    doc: DocContext,
    readonly $data: ParagraphData | ListItemData,
  ) {
    super(doc);
  }

  editAsText(): Text {
    void this.$doc.file;
    return new Text(this.$doc, this.$data);
  }
  getHeading(): EnumValue {
    void this.$doc.file;
    return ParagraphHeading.$of(this.$data.kind === 'paragraph' ? this.$data.heading : 'NORMAL');
  }

  protected $children(): DocElement[] {
    return this.$data.text === '' ? [] : [new Text(this.$doc, this.$data)];
  }
  protected $text(): string {
    return this.$data.text;
  }
}

class Paragraph extends TextBlock {
  readonly $name = 'Paragraph';
  readonly $type = 'PARAGRAPH';
}

documented<Paragraph, GoogleAppsScript.Document.Paragraph>(true);

class ListItem extends TextBlock {
  readonly $name = 'ListItem';
  readonly $type = 'LIST_ITEM';

  getGlyphType(): EnumValue {
    return GlyphType.$of(this.#item.glyph);
  }
  getListId(): string {
    return this.#item.listId;
  }
  getNestingLevel(): number {
    return this.#item.level;
  }

  get #item(): ListItemData {
    void this.$doc.file;
    return this.$data as ListItemData;
  }
}

documented<ListItem, GoogleAppsScript.Document.ListItem>(true);

class Table extends Container {
  readonly $name = 'Table';
  readonly $type = 'TABLE';

  constructor(
    doc: DocContext,
    readonly $data: TableData,
  ) {
    super(doc);
  }

  getNumRows(): number {
    return this.getNumChildren();
  }
  getRow(rowIndex: number): TableRow {
    return this.$childAt(rowIndex, 'getRow').asTableRow();
  }
  getCell(rowIndex: number, cellIndex: number): TableCell {
    return this.getRow(rowIndex).getCell(cellIndex);
  }

  protected $children(): DocElement[] {
    return this.$data.rows.map((cells) => new TableRow(this.$doc, cells));
  }
  protected $text(): string {
    return textOf([this.$data]);
  }
}

documented<Table, GoogleAppsScript.Document.Table>(true);

class TableRow extends Container {
  readonly $name = 'TableRow';
  readonly $type = 'TABLE_ROW';

  constructor(
    doc: DocContext,
    readonly $cells: readonly BlockData[][],
  ) {
    super(doc);
  }

  getNumCells(): number {
    return this.getNumChildren();
  }
  getCell(cellIndex: number): TableCell {
    return this.$childAt(cellIndex, 'getCell').asTableCell();
  }

  protected $children(): DocElement[] {
    return this.$cells.map((blocks) => new TableCell(this.$doc, blocks));
  }
  protected $text(): string {
    return this.$cells.map(textOf).join('\n');
  }
}

documented<TableRow, GoogleAppsScript.Document.TableRow>(true);

class TableCell extends BlockContainer {
  readonly $name = 'TableCell';
  readonly $type = 'TABLE_CELL';
}

documented<TableCell, GoogleAppsScript.Document.TableCell>(true);

class Text extends DocElement {
  readonly $name = 'Text';
  readonly $type = 'TEXT';

  constructor(
    doc: DocContext,
    readonly $data: ParagraphData | ListItemData,
  ) {
    super(doc);
  }

  getText(): string {
    void this.$doc.file;
    return this.$data.text;
  }
  /** Of the whole text; null where it was never set. */
  isBold(): boolean | null {
    void this.$doc.file;
    return this.$data.bold ?? null;
  }
}

documented<Text, GoogleAppsScript.Document.Text>(true);

function elementFor(doc: DocContext, block: BlockData): DocElement {
  switch (block.kind) {
    case 'paragraph':
      return new Paragraph(doc, block);
    case 'list item':
      return new ListItem(doc, block);
    case 'table':
      return new Table(doc, block);
  }
}

/** The blocks and those in the cells of tables among them, in reading order. */
function allIn(blocks: readonly BlockData[]): BlockData[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? [block, ...allIn(block.rows.flat(2))] : [block]));
}
