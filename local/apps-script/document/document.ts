import type { DocumentTabData } from '../../workspace/data.ts';
import { addressOf } from '../../workspace/drive/addresses.ts';
import { mismatch } from '../errors.ts';
import { documented, Served } from '../served.ts';
import { DOCUMENT_SCOPES, type DocContext } from './context.ts';
import { Body, FooterSection, HeaderSection } from './elements.ts';

/**
 * docs/apps-script/reference/document/document.md. What it says of the text itself (`getBody` …) is about the first tab: a script that
 * wants them all asks `getTabs`.
 */
export class GoogleDocument extends Served {
  readonly $name = 'Document';
  override readonly $scopes = DOCUMENT_SCOPES;

  constructor(readonly $doc: DocContext) {
    super();
  }

  getId(): string {
    return this.$doc.file.id;
  }
  getName(): string {
    return this.$doc.file.name;
  }
  getUrl(): string {
    return addressOf(this.$doc.file);
  }

  getBody(): Body {
    return this.#first.getBody();
  }
  getHeader(): HeaderSection | null {
    return this.#first.getHeader();
  }
  getFooter(): FooterSection | null {
    return this.#first.getFooter();
  }

  getTabs(): Tab[] {
    return this.$doc.document.tabs.map(({ id }) => new Tab(this.$doc, id));
  }
  /** Null for no tab of this document. */
  getTab(tabId: string): Tab | null {
    if (typeof tabId !== 'string') throw mismatch('DocumentApp.Document.getTab', [tabId]);
    return this.$doc.document.tabs.some(({ id }) => id === tabId) ? new Tab(this.$doc, tabId) : null;
  }

  get #first(): DocumentTab {
    return new DocumentTab(this.$doc, this.$doc.document.tabs[0]?.id ?? '');
  }
}

documented<GoogleDocument, GoogleAppsScript.Document.Document>(true);

abstract class TabPart extends Served {
  override readonly $scopes = DOCUMENT_SCOPES;

  constructor(
    readonly $doc: DocContext,
    readonly $id: string,
  ) {
    super();
  }

  get $tab(): DocumentTabData {
    return this.$doc.document.tabs.find(({ id }) => id === this.$id) ?? { id: this.$id, title: '', body: [] };
  }
}

/** docs/apps-script/reference/document/tab.md. Tabs within tabs are not modelled: none has any. */
export class Tab extends TabPart {
  readonly $name = 'Tab';

  asDocumentTab(): DocumentTab {
    return new DocumentTab(this.$doc, this.$id);
  }
  getChildTabs(): Tab[] {
    void this.$doc.file;
    return [];
  }
  getId(): string {
    return this.$tab.id;
  }
  getIndex(): number {
    return this.$doc.document.tabs.indexOf(this.$tab);
  }
  getTitle(): string {
    return this.$tab.title;
  }
}

documented<Tab, GoogleAppsScript.Document.Tab>(true);

/** docs/apps-script/reference/document/document-tab.md */
export class DocumentTab extends TabPart {
  readonly $name = 'DocumentTab';

  getBody(): Body {
    return new Body(this.$doc, this.$tab.body);
  }
  getHeader(): HeaderSection | null {
    const { header } = this.$tab;
    return header ? new HeaderSection(this.$doc, header) : null;
  }
  getFooter(): FooterSection | null {
    const { footer } = this.$tab;
    return footer ? new FooterSection(this.$doc, footer) : null;
  }
}

documented<DocumentTab, GoogleAppsScript.Document.DocumentTab>(true);
