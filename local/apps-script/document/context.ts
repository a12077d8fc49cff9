import type { DocumentData, FileData } from '../../workspace/data.ts';
import { ScriptError } from '../errors.ts';
import type { Run } from '../run.ts';

/**
 * docs/apps-script/reference/document: every method of a document takes one of these, also to read. There is no smaller scope than
 * `documents` for a document that the script is not bound to: `documents.readonly` is not among those of Apps Script's service.
 */
export const DOCUMENT_SCOPES: readonly string[] = ['https://www.googleapis.com/auth/documents.currentonly', 'https://www.googleapis.com/auth/documents'];
export const OPEN_SCOPES: readonly string[] = ['https://www.googleapis.com/auth/documents'];

/** One document as one run holds it: every call asks anew whether the run's account may still read it. */
export class DocContext {
  constructor(
    readonly run: Run,
    readonly id: string,
  ) {}

  /** @throws ScriptError when it is gone, no Doc, or not shared with the account */
  get file(): FileData {
    const { workspace, effective } = this.run;
    const file = workspace.drive.find(this.id);
    if (!file || !workspace.documents.find(this.id) || !workspace.drive.mayRead(effective, this.id)) {
      throw new ScriptError("Document is missing (perhaps it was deleted, or you don't have read access?)");
    }
    return file;
  }

  get document(): DocumentData {
    return this.run.workspace.documents.find(this.file.id) as DocumentData;
  }
}
