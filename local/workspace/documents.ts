import type { BlockData, DocumentData, DocumentTabData, FileData } from './data.ts';
import { MIME } from './drive.ts';
import type { Workspace } from './workspace.ts';

/** Google Docs. A Doc that was only given a text is a document of plain paragraphs, one a line. */
export class Documents {
  constructor(private readonly workspace: Workspace) {}

  /** A Doc of one tab in `owner`'s Drive. */
  create(owner: string, name: string, content: Omit<DocumentTabData, 'id' | 'title'>, folderId?: string): FileData {
    const file = this.workspace.drive.create({ name, mimeType: MIME.document }, owner, folderId);
    this.workspace.data.documents[file.id] = { id: file.id, tabs: [{ id: 't.0', title: 'Tab 1', ...content }] };
    return file;
  }

  /** The document, whoever asks; undefined when the file is no Doc. */
  find(id: string): DocumentData | undefined {
    const file = this.workspace.drive.find(id);
    if (file?.mimeType !== MIME.document) return undefined;
    const lines = (file.text ?? '').replace(/\n$/, '').split('\n');
    const body = lines.map((text): BlockData => ({ kind: 'paragraph', text, heading: 'NORMAL' }));
    return this.workspace.data.documents[id] ?? { id, tabs: [{ id: 't.0', title: 'Tab 1', body }] };
  }

  /** All the text of a Doc, a paragraph a line, tab after tab; '' for any other file. */
  textOf(file: FileData): string {
    if (file.text !== undefined) return file.text;
    return (this.find(file.id)?.tabs ?? []).map(({ header = [], body, footer = [] }) => textOf([...header, ...body, ...footer])).join('\n');
  }
}

/** The text of blocks, a paragraph a line, cells one after the other. */
export function textOf(blocks: readonly BlockData[]): string {
  return blocks.map((block) => (block.kind === 'table' ? block.rows.flat().map(textOf).join('\n') : block.text)).join('\n');
}
