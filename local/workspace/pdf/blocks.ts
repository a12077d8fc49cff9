import { type HTMLElement, type Node, NodeType, parse } from 'node-html-parser';
import { NotModelled } from '../errors.ts';
import type { Face } from './letters.ts';
import { listItems } from './lists.ts';
import { type Align, breaksPage, type Declarations, inherited, PLAIN, pointsOf, type Style, styleSheetOf, tagOf } from './style.ts';

export interface Run extends Face {
  text: string;
}

export interface Cell {
  blocks: Block[];
  columns: number;
}

export type Block =
  | { kind: 'text'; runs: Run[]; align: Align; indent: number; marker?: string }
  | { kind: 'gap'; height: number }
  | { kind: 'table'; rows: Cell[][]; indent: number }
  | { kind: 'picture'; data: string; width?: number; height?: number; indent: number }
  | { kind: 'line'; indent: number }
  | { kind: 'new page' };

/** What stands in lines of its own, with the space around it in `em` (html.spec.whatwg.org, "Rendering"). */
const BLOCKS: Readonly<Record<string, number>> = {
  ...{ p: 1, h1: 0.67, h2: 0.83, h3: 1, h4: 1.33, h5: 1.67, h6: 2.33, ul: 1, ol: 1, dl: 1, blockquote: 1, pre: 1, figure: 1, fieldset: 0.5 },
  ...{ html: 0, body: 0, div: 0, section: 0, article: 0, main: 0, header: 0, footer: 0, nav: 0, aside: 0, address: 0, center: 0, form: 0 },
  ...{ li: 0, dt: 0, dd: 0, caption: 0, legend: 0, figcaption: 0, details: 0, summary: 0, hgroup: 0, label: 0 },
};
const INDENTED = ['ul', 'ol', 'dd', 'blockquote', 'figure'];
const INDENT = 30;
const UNSEEN = ['head', 'style', 'script', 'template', 'title', 'noscript'];
const IN_LINE = [
  ...['', 'a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'ins', 'kbd', 'mark', 'q', 's', 'samp'],
  ...['small', 'span', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr'],
];

/**
 * A page of HTML as what is put on paper, one thing under the other.
 * @throws NotModelled for elements that need more than letters, lines and pictures
 */
export function blocksIn(html: string): Block[] {
  const page = parse(html.replace(/^\s*<!doctype[^>]*>/i, ''), { blockTextElements: { script: true, style: true, noscript: true } });
  const reader = new Reader(styleSheetOf(page));
  reader.readAll(page, PLAIN);
  return reader.finished();
}

class Reader {
  private readonly blocks: Block[] = [];
  private runs: Run[] = [];
  private style: Style = PLAIN;
  private marker: string | undefined;

  constructor(private readonly saidOf: (element: HTMLElement) => Declarations) {}

  readAll(element: HTMLElement, style: Style): void {
    for (const child of element.childNodes) this.read(child, style);
  }

  finished(): Block[] {
    this.endLine();
    return this.blocks;
  }

  private read(node: Node, outer: Style): void {
    if (node.nodeType === NodeType.TEXT_NODE) this.add(outer.keepsSpaces ? node.text : node.text.replace(/[ \t\r\n\f]+/g, ' '), outer);
    if (node.nodeType === NodeType.ELEMENT_NODE) this.readElement(node as HTMLElement, outer);
  }

  private readElement(element: HTMLElement, outer: Style): void {
    const tag = tagOf(element);
    const said = this.saidOf(element);
    if (UNSEEN.includes(tag) || said['display'] === 'none' || element.hasAttribute('hidden')) return;
    const style = inherited(outer, said);
    if (breaksPage('before', said)) this.put({ kind: 'new page' });
    if (tag === 'br') this.add('\n', style);
    else if (tag === 'hr') this.put({ kind: 'gap', height: style.size / 2 }, { kind: 'line', indent: style.indent }, { kind: 'gap', height: style.size / 2 });
    else if (tag === 'img') this.put(this.picture(element, said, style));
    else if (tag === 'table') this.table(element, style);
    else if (BLOCKS[tag] !== undefined || said['display'] === 'block') this.block(element, tag, style);
    else if (IN_LINE.includes(tag)) this.readAll(element, style);
    else throw new NotModelled(`<${tag}> in a PDF`);
    if (breaksPage('after', said)) this.put({ kind: 'new page' });
  }

  private block(element: HTMLElement, tag: string, style: Style): void {
    const nested = (tag === 'ul' || tag === 'ol') && style.indent > 0;
    const space = { kind: 'gap' as const, height: nested ? 0 : (BLOCKS[tag] ?? 0) * style.size };
    const inner = INDENTED.includes(tag) ? { ...style, indent: style.indent + INDENT } : style;
    this.put(space);
    if (tag === 'ul' || tag === 'ol') {
      for (const { node, marker } of listItems(element, tag)) {
        if (marker !== undefined) this.marker = marker;
        this.read(node, inner);
        // An item without text: its sign is not the next line's.
        if (marker !== undefined) this.marker = undefined;
      }
    } else this.readAll(element, inner);
    this.put(space);
  }

  private table(element: HTMLElement, style: Style): void {
    const rows: Cell[][] = [];
    const gather = (part: HTMLElement, within: Style): void => {
      for (const child of elementsOf(part)) {
        const said = this.saidOf(child);
        const inner = inherited(within, said);
        if (said['display'] === 'none' || child.hasAttribute('hidden')) continue;
        if (['thead', 'tbody', 'tfoot'].includes(tagOf(child))) gather(child, inner);
        else if (tagOf(child) === 'caption') this.block(child, 'caption', inner);
        else if (tagOf(child) === 'tr') rows.push(elementsOf(child).map((cell) => this.cell(cell, inner)));
      }
    };
    // In browsers a table begins anew with the page's own alignment, at its left edge.
    this.endLine();
    gather(element, { ...style, indent: 0 });
    this.put({ kind: 'table', rows: rows.filter((row) => row.length > 0), indent: style.indent });
  }

  private cell(element: HTMLElement, style: Style): Cell {
    if (Number(element.getAttribute('rowspan') ?? 1) > 1) throw new NotModelled('rowspan in a PDF');
    const reader = new Reader(this.saidOf);
    reader.readAll(element, inherited(style, this.saidOf(element)));
    return { blocks: reader.finished(), columns: Math.max(1, Math.trunc(Number(element.getAttribute('colspan') ?? 1)) || 1) };
  }

  /** Nothing is fetched: a picture is in the page itself, or there is none. */
  private picture(element: HTMLElement, said: Declarations, style: Style): Block {
    const source = element.getAttribute('src') ?? '';
    if (!/^data:image\/(png|jpeg);base64,/.test(source)) throw new NotModelled(`a picture from ${source.slice(0, 40) || 'nowhere'} in a PDF`);
    const width = pointsOf(said['width'] ?? element.getAttribute('width') ?? '', style.size);
    const height = pointsOf(said['height'] ?? element.getAttribute('height') ?? '', style.size);
    return { kind: 'picture', data: source, indent: style.indent, ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
  }

  private add(text: string, style: Style): void {
    if (this.runs.length === 0) this.style = style;
    this.runs.push({ text, size: style.size, bold: style.bold, italic: style.italic });
  }

  private put(...blocks: Block[]): void {
    this.endLine();
    this.blocks.push(...blocks);
  }

  private endLine(): void {
    const { align, indent, keepsSpaces } = this.style;
    const runs = keepsSpaces ? this.runs : withSingleSpaces(this.runs);
    this.runs = [];
    if (!runs.some(({ text }) => text !== '')) return;
    this.blocks.push({ kind: 'text', runs, align, indent, ...(this.marker === undefined ? {} : { marker: this.marker }) });
    this.marker = undefined;
  }
}

/** No space at the beginning or the end of a line, and never two. A `<br>` at the very end makes no line. */
function withSingleSpaces(runs: readonly Run[]): Run[] {
  let before = '\n';
  const single = runs.map((run) => {
    let text = '';
    for (const letter of run.text) {
      if (letter === ' ' && (before === ' ' || before === '\n')) continue;
      text += letter;
      before = letter;
    }
    return { ...run, text };
  });
  for (let index = single.length - 1; index >= 0; index -= 1) {
    const run = single[index];
    if (!run) continue;
    run.text = run.text.replace(/ +$/, '');
    if (run.text !== '') {
      if (single.some(({ text }) => text.trim() !== '')) run.text = run.text.replace(/\n$/, '');
      break;
    }
  }
  return single;
}

function elementsOf(element: HTMLElement): HTMLElement[] {
  return element.childNodes.filter((node): node is HTMLElement => node.nodeType === NodeType.ELEMENT_NODE);
}
