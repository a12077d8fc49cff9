import { MIME } from '../workspace/drive.ts';
import { DOCUMENT_SCOPES, DocContext, OPEN_SCOPES } from './document/context.ts';
import { GoogleDocument } from './document/document.ts';
import { ElementType, GlyphType, ParagraphHeading } from './document/enums.ts';
import { mismatch, ScriptError } from './errors.ts';
import type { Globals } from './realm.ts';
import type { Run } from './run.ts';
import { documented, Served } from './served.ts';

/** Reading Google Docs (docs/apps-script/reference/document/document-app.md). Nothing here makes or changes one. */
class DocumentApp extends Served {
  readonly $name = 'DocumentApp';
  override readonly $scopes = OPEN_SCOPES;
  override readonly $methodScopes = { getActiveDocument: DOCUMENT_SCOPES };
  override readonly $latency = { openById: 700, openByUrl: 700, getActiveDocument: 300 };
  readonly ElementType = ElementType;
  readonly GlyphType = GlyphType;
  readonly ParagraphHeading = ParagraphHeading;
  readonly #run: Run;

  constructor(run: Run) {
    super();
    this.#run = run;
  }

  /** Null in a script that is bound to no document. */
  getActiveDocument(): GoogleDocument | null {
    const { container, workspace } = this.#run;
    const bound = container !== undefined && workspace.drive.find(container)?.mimeType === MIME.document;
    return bound ? new GoogleDocument(new DocContext(this.#run, container)) : null;
  }

  /** Who may read it may open it. */
  openById(id: string): GoogleDocument {
    if (typeof id !== 'string') throw mismatch('DocumentApp.openById', [id]);
    const context = new DocContext(this.#run, id);
    void context.file;
    return new GoogleDocument(context);
  }

  openByUrl(url: string): GoogleDocument {
    if (typeof url !== 'string') throw mismatch('DocumentApp.openByUrl', [url]);
    const id =
      /^https:\/\/docs\.google\.com\/(?:a\/[^/]+\/)?document\/(?:u\/\d+\/)?d\/([\w-]{15,})(?:[/?#]|$)/.exec(url)?.[1] ??
      /^https:\/\/(?:docs|drive)\.google\.com\/open\?(?:.*&)?id=([\w-]{15,})(?:[&#]|$)/.exec(url)?.[1];
    if (!id) throw new ScriptError('Invalid argument: url');
    return this.openById(id);
  }
}

documented<DocumentApp, GoogleAppsScript.Document.DocumentApp>(true);

export const documentGlobals: Globals = { DocumentApp: (run) => new DocumentApp(run) };
