import { type DraftText, emptyText } from '../../src/incidents/reporting/draft.ts';
import type { FoundDraft, Saved } from '../../src/incidents/reporting/keep-draft.ts';
import type { Receipt } from '../../src/incidents/reporting/raise-concern.ts';
import type { Uploaded } from '../../src/incidents/reporting/upload-file.ts';
import type { Answer } from '../../src/pages/answer.ts';
import { JOURNAL_SHEET, journalReader } from '../../src/records/journal-rows.ts';
import { ACCOUNT } from './concerns.ts';
import type { SchoolUnderTest } from './school.ts';

/** What the report page sends. */
export function aConcern(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    ...{ key: 'press-0001-of-the-button', story: 'She told me that somebody keeps writing to her.', ...ACCOUNT },
    ...{ people: [], nameless: false, draft: '', files: [] },
    ...change,
  };
}

export function draftText(change: Partial<DraftText> = {}): DraftText {
  return { ...emptyText(), story: 'She told me that', ...change };
}

export const PDF = '%PDF-1.7\n1 0 obj\n';
export const PNG = '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR';

/** Bytes, one a character, as pages send them. */
export function base64(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('base64');
}

/** A page on which somebody writes: it keeps a draft and puts files to it, through the doors. */
export class Writing {
  draft = '';
  revision = 0;
  private presses = 0;

  constructor(
    readonly school: SchoolUnderTest,
    readonly who: string,
    readonly what = '',
  ) {}

  trySave(text: DraftText, key = this.newKey()): Answer<Saved> {
    const request = { what: this.what, draft: this.draft, was: this.revision, key, text };
    const answer = this.school.as(this.who).call<Saved>('saveDraft', request);
    if (answer.ok) Object.assign(this, answer.value);
    return answer;
  }

  save(change: Partial<DraftText> = {}, key = this.newKey()): this {
    const answer = this.trySave(draftText(change), key);
    if (!answer.ok) throw new Error(answer.message);
    return this;
  }

  tryUpload(name: string, latin1: string, change: Record<string, unknown> = {}): Answer<Uploaded> {
    const request = { what: this.what, draft: this.draft, key: this.newKey(), name, data: base64(latin1), typeHint: '', story: '', ...change };
    return this.school.as(this.who).call<Uploaded>('uploadFile', request);
  }

  upload(name: string, latin1: string, change: Record<string, unknown> = {}): string {
    const answer = this.tryUpload(name, latin1, change);
    if (!answer.ok) throw new Error(answer.message);
    return answer.value.id;
  }

  send(change: Record<string, unknown> = {}): string {
    return this.school.as(this.who).get<Receipt>('raiseConcern', aConcern({ draft: this.draft, ...change })).reference;
  }

  found(): FoundDraft {
    return this.school.as(this.who).get<FoundDraft>('readDraft', { what: this.what });
  }

  private newKey(): string {
    this.presses += 1;
    return `press-${this.presses}-of-${this.who.replace(/\W/g, '-')}`;
  }
}

/** Files in the role account's Drive that are drafts, uploads or attachments, by kind: those in the bin too. */
export function begun(school: SchoolUnderTest): Record<'draft' | 'upload' | 'attachment', string[]> {
  const kinds = { draft: [] as string[], upload: [] as string[], attachment: [] as string[] };
  for (const file of Object.values(school.workspace.data.files)) {
    const kind = file.appProperties[school.handrail.officeId]?.['kind'];
    if (kind === 'draft' || kind === 'upload' || kind === 'attachment') kinds[kind].push(file.name);
  }
  return kinds;
}

/** Files that the journal says belong to a concern, by name. */
export function filesIn(school: SchoolUnderTest, action: string): string[] {
  const [headings = [], ...rows] = school.sheet('records', JOURNAL_SHEET);
  const entries = rows.filter((row) => row.includes(action)).map(journalReader(headings));
  return entries.flatMap(({ payload }) => (JSON.parse(payload) as { files: { name: string }[] }).files.map(({ name }) => name));
}

/** The school takes concerns without a name. */
export function allowNameless(school: SchoolUnderTest): SchoolUnderTest {
  const script = school.workspace.data.scripts[school.handrail.officeId];
  if (script) script.properties.script['incidents'] = JSON.stringify({ allowNameless: true });
  return school;
}
