import type { CellData, TextRunData } from '../../workspace/data.ts';
import { ScriptError } from '../errors.ts';
import { documented, LocalServed } from '../served.ts';
import { colorFromCss } from './convert.ts';
import { expectArgs } from './host.ts';

type Style = TextRunData['style'];

/** docs/apps-script/reference/spreadsheet/text-style.md */
export class TextStyle extends LocalServed {
  readonly $name = 'TextStyle';
  constructor(readonly $style: Style = {}) {
    super();
  }
  isBold(): boolean | null {
    return this.$style.bold ?? null;
  }
  isItalic(): boolean | null {
    return this.$style.italic ?? null;
  }
  isUnderline(): boolean | null {
    return this.$style.underline ?? null;
  }
  isStrikethrough(): boolean | null {
    return this.$style.strikethrough ?? null;
  }
  getFontSize(): number | null {
    return this.$style.fontSize ?? null;
  }
  getFontFamily(): string | null {
    return this.$style.fontFamily ?? null;
  }
  getForegroundColor(): string | null {
    return this.$style.color ?? null;
  }
  copy(): TextStyleBuilder {
    return new TextStyleBuilder({ ...this.$style });
  }
}
documented<TextStyle, GoogleAppsScript.Spreadsheet.TextStyle>(true);

export class TextStyleBuilder extends LocalServed {
  readonly $name = 'TextStyleBuilder';
  constructor(readonly $style: Style = {}) {
    super();
  }
  #set(method: string, args: unknown[], kind: string, key: keyof Style, value: unknown): this {
    expectArgs(`TextStyleBuilder.${method}`, args, kind);
    Object.assign(this.$style, { [key]: value });
    return this;
  }
  setBold(...args: unknown[]): this {
    return this.#set('setBold', args, 'boolean', 'bold', args[0]);
  }
  setItalic(...args: unknown[]): this {
    return this.#set('setItalic', args, 'boolean', 'italic', args[0]);
  }
  setUnderline(...args: unknown[]): this {
    return this.#set('setUnderline', args, 'boolean', 'underline', args[0]);
  }
  setStrikethrough(...args: unknown[]): this {
    return this.#set('setStrikethrough', args, 'boolean', 'strikethrough', args[0]);
  }
  setFontSize(...args: unknown[]): this {
    return this.#set('setFontSize', args, 'integer', 'fontSize', args[0]);
  }
  setFontFamily(...args: unknown[]): this {
    return this.#set('setFontFamily', args, 'string', 'fontFamily', args[0]);
  }
  setForegroundColor(...args: unknown[]): this {
    return this.#set('setForegroundColor', args, 'string|null', 'color', colorFromCss(args[0], 'SpreadsheetApp.TextStyleBuilder.setForegroundColor'));
  }
  build(): TextStyle {
    return new TextStyle({ ...this.$style });
  }
}
documented<TextStyleBuilder, GoogleAppsScript.Spreadsheet.TextStyleBuilder>(true);

/** docs/apps-script/reference/spreadsheet/rich-text-value.md; `$styles` has one style for each character. */
export class RichTextValue extends LocalServed {
  readonly $name = 'RichTextValue';
  constructor(
    readonly $text: string,
    readonly $styles: readonly Style[],
    readonly $start = 0,
  ) {
    super();
  }
  getText(): string {
    return this.$text;
  }
  getStartIndex(): number {
    return this.$start;
  }
  getEndIndex(): number {
    return this.$start + this.$text.length;
  }
  getTextStyle(...args: unknown[]): TextStyle {
    return new TextStyle(this.#common('getTextStyle', args));
  }
  getLinkUrl(...args: unknown[]): string | null {
    return this.#common('getLinkUrl', args).link ?? null;
  }
  getRuns(): RichTextValue[] {
    const ends = this.$styles.flatMap((style, at) => (at + 1 === this.$text.length || !same(style, this.$styles[at + 1]) ? [at + 1] : []));
    return (ends.length > 0 ? ends : [0]).map((end, index) => {
      const start = ends[index - 1] ?? 0;
      return new RichTextValue(this.$text.slice(start, end), this.$styles.slice(start, end), start);
    });
  }
  copy(): RichTextValueBuilder {
    return new RichTextValueBuilder(this.$text, [...this.$styles]);
  }

  /** What all characters of a stretch have in common. */
  #common(method: string, args: unknown[]): Style {
    expectArgs(`RichTextValue.${method}`, args, '', 'integer integer');
    const [start = 0, end = this.$text.length] = args as number[];
    const [first = {}, ...others] = this.$styles.slice(start, end);
    return Object.fromEntries(Object.entries(first).filter(([key, value]) => others.every((style) => style[key as keyof Style] === value)));
  }
}
documented<RichTextValue, GoogleAppsScript.Spreadsheet.RichTextValue>(true);

function same(a: Style, b: Style | undefined): boolean {
  return JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b ?? {}).sort());
}

export class RichTextValueBuilder extends LocalServed {
  readonly $name = 'RichTextValueBuilder';
  #text: string;
  #styles: Style[];
  constructor(text = '', styles: Style[] = []) {
    super();
    this.#text = text;
    this.#styles = styles;
  }
  setText(...args: unknown[]): this {
    expectArgs('RichTextValueBuilder.setText', args, 'string');
    this.#text = args[0] as string;
    this.#styles = Array.from(this.#text, () => ({}));
    while (this.#styles.length < this.#text.length) this.#styles.push({});
    return this;
  }
  setTextStyle(...args: unknown[]): this {
    expectArgs('RichTextValueBuilder.setTextStyle', args, 'TextStyle|null', 'integer integer TextStyle|null');
    return this.#apply(args, (style, value) => ({ ...(style.link === undefined ? {} : { link: style.link }), ...(value as TextStyle | null)?.$style }));
  }
  setLinkUrl(...args: unknown[]): this {
    expectArgs('RichTextValueBuilder.setLinkUrl', args, 'string|null', 'integer integer string|null');
    return this.#apply(args, (style, value) => {
      const { link: _, ...rest } = style;
      return value === null ? rest : { ...rest, link: value as string };
    });
  }
  build(): RichTextValue {
    return new RichTextValue(this.#text, [...this.#styles]);
  }

  #apply(args: unknown[], change: (style: Style, value: unknown) => Style): this {
    const [start, end, value] = args.length === 1 ? [0, this.#text.length, args[0]] : (args as [number, number, unknown]);
    if (start < 0 || end > this.#text.length || start > end) throw new ScriptError('Invalid argument: startOffset or endOffset');
    this.#styles = this.#styles.map((style, at) => (at >= start && at < end ? change(style, value) : style));
    return this;
  }
}
documented<RichTextValueBuilder, GoogleAppsScript.Spreadsheet.RichTextValueBuilder>(true);

/** A cell's text with its styles, or null where there is no text (docs/apps-script/reference/spreadsheet/range.md, getRichTextValue). */
export function richTextOf(cell: CellData | null): RichTextValue | null {
  if (cell !== null && cell.v !== null && (typeof cell.v !== 'string' || cell.f !== undefined)) return null;
  const text = typeof cell?.v === 'string' ? cell.v : '';
  const whole = cell ? cellStyle(cell) : {};
  const styles = Array.from({ length: text.length }, (_, at) => ({ ...whole, ...cell?.runs?.findLast((run) => run.start <= at)?.style }));
  return new RichTextValue(text, styles);
}

/** The style that a whole cell has. */
export function cellStyle(cell: CellData): Style {
  const lines = cell.fontLine ?? '';
  const style: Style = {
    bold: cell.fontWeight === 'bold' || undefined,
    italic: cell.fontStyle === 'italic' || undefined,
    underline: lines.includes('underline') || undefined,
    strikethrough: lines.includes('line-through') || undefined,
    fontSize: cell.fontSize,
    fontFamily: cell.fontFamily,
    color: cell.fontColor,
    link: cell.link,
  };
  return Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined));
}

/** What a rich text writes into a cell besides the text: its runs, or a link over all of it. */
export function runsOf(value: RichTextValue): Pick<CellData, 'runs' | 'link'> {
  const runs = value.getRuns().map((run) => ({ start: run.$start, style: { ...run.$styles[0] } }));
  const [only] = runs;
  if (runs.length === 1 && only && Object.keys(only.style).every((key) => key === 'link'))
    return only.style.link === undefined ? {} : { link: only.style.link };
  return { runs };
}
