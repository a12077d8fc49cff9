import { html } from 'hono/html';
import type { BlockData, DocumentData, ListItemData } from '../../workspace/data.ts';
import type { Markup } from '../shell.ts';

/** A Google Doc as it reads: headings, lists, tables, one tab under the other. */
export function documentMarkup({ tabs }: DocumentData): Markup {
  return html`${tabs.map(
    ({ title, header = [], body, footer = [] }) =>
      html`<article class="sheet-of-paper" aria-label="${title}">${
        tabs.length > 1 ? html`<p class="quiet">${title}</p>` : ''
      }${[header, body, footer].map(blocksMarkup)}</article>`,
  )}`;
}

function blocksMarkup(blocks: readonly BlockData[]): Markup {
  const pieces: Markup[] = [];
  for (let index = 0; index < blocks.length; ) {
    const block = blocks[index];
    if (!block) break;
    const items = listAt(blocks, index);
    pieces.push(items.length > 0 ? list(items) : blockMarkup(block));
    index += Math.max(1, items.length);
  }
  return html`${pieces}`;
}

function blockMarkup(block: BlockData): Markup {
  if (block.kind === 'table') {
    return html`<div class="scroll" role="region" aria-label="Table" tabindex="0"><table>${block.rows.map(
      (row) => html`<tr>${row.map((cell) => html`<td>${blocksMarkup(cell)}</td>`)}</tr>`,
    )}</table></div>`;
  }
  const text = lines(block);
  switch (block.kind === 'paragraph' ? block.heading : 'NORMAL') {
    // The page's own heading is the file's name.
    case 'TITLE':
    case 'HEADING1':
      return html`<h2>${text}</h2>`;
    case 'HEADING2':
      return html`<h3>${text}</h3>`;
    case 'HEADING3':
    case 'HEADING4':
    case 'HEADING5':
    case 'HEADING6':
      return html`<h4>${text}</h4>`;
    default:
      return html`<p>${text}</p>`;
  }
}

/** The list items that follow each other from `index` on. */
function listAt(blocks: readonly BlockData[], index: number): ListItemData[] {
  const rest = blocks.slice(index);
  const end = rest.findIndex((block) => block.kind !== 'list item');
  return (end === -1 ? rest : rest.slice(0, end)).filter((block) => block.kind === 'list item');
}

/** Items with those of deeper levels inside them. */
function list(items: readonly ListItemData[]): Markup {
  const [first] = items;
  if (!first) return html``;
  const entries: { item: ListItemData; below: ListItemData[] }[] = [];
  for (const item of items) {
    const last = entries.at(-1);
    if (last && item.level > first.level) last.below.push(item);
    else entries.push({ item, below: [] });
  }
  const content = entries.map(({ item, below }) => html`<li>${lines(item)}${below.length > 0 ? list(below) : ''}</li>`);
  const type = NUMBERED[first.glyph];
  return type === undefined ? html`<ul>${content}</ul>` : html`<ol type="${type}">${content}</ol>`;
}

/** The `type` of `<ol>` for a sign that counts. */
const NUMBERED: Partial<Record<ListItemData['glyph'], string>> = { NUMBER: '1', LATIN_UPPER: 'A', LATIN_LOWER: 'a', ROMAN_UPPER: 'I', ROMAN_LOWER: 'i' };

/** A line break within a paragraph is `\r`. */
function lines({ text, bold }: { text: string; bold?: boolean }): Markup {
  const broken = html`${text.split('\r').map((line, index) => html`${index > 0 ? html`<br>` : ''}${line}`)}`;
  return bold ? html`<strong>${broken}</strong>` : broken;
}
