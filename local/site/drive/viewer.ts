import { parse } from 'csv-parse/sync';
import { html } from 'hono/html';
import type { FileData } from '../../workspace/data.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Markup } from '../shell.ts';
import { documentMarkup } from './document.ts';

/** A file's content, as far as a browser can show it. */
export function viewer(workspace: Workspace, file: FileData): Markup {
  const address = `/drive/uc?id=${file.id}`;
  const document = workspace.documents.find(file.id);
  if (document) return documentMarkup(document);
  if (file.mimeType === 'text/csv') return csvTable(textIn(file));
  if (file.mimeType.startsWith('text/') || file.mimeType === 'application/json') return html`<article class="sheet-of-paper">${textIn(file)}</article>`;
  if (/^image\/(png|jpeg|gif|webp)$/.test(file.mimeType)) return html`<img class="viewed" src="${address}" alt="${file.name}">`;
  if (file.mimeType === 'application/pdf') return html`<iframe class="viewed" src="${address}" title="${file.name}"></iframe>`;
  return html`<p>There is no preview of this kind of file.</p>`;
}

function csvTable(text: string): Markup {
  const [headings = [], ...rows] = parse(text, { relax_column_count: true, relax_quotes: true, skip_empty_lines: true, bom: true }) as string[][];
  return html`<div class="scroll" role="region" aria-label="Table" tabindex="0"><table>
<thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((field) => html`<td>${field}</td>`)}</tr>`)}</tbody>
</table></div>`;
}

function textIn(file: FileData): string {
  return Buffer.from(file.content ?? '', 'base64').toString('utf8');
}
