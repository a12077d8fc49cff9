import { Blob, CONVERSION } from '../blob.ts';
import { mismatch, ScriptError } from '../errors.ts';
import type { Run } from '../run.ts';
import { documented, Enumeration, EnumValue, LocalServed, type ScriptProperties } from '../served.ts';
import { HtmlScanner } from './context.ts';
import { escapeFor } from './escape.ts';
import { HtmlTemplate } from './template.ts';

export const SANDBOX_MODES = new Enumeration('SandboxMode', ['EMULATED', 'IFRAME', 'NATIVE']);
export const FRAME_OPTIONS_MODES = new Enumeration('XFrameOptionsMode', ['ALLOWALL', 'DEFAULT']);

/** docs/apps-script/reference/html/html-output.md, `addMetaTag` */
const META_TAGS = ['apple-mobile-web-app-capable', 'google-site-verification', 'mobile-web-app-capable', 'viewport'];

/** docs/apps-script/reference/html/html-output.md */
export class HtmlOutput extends LocalServed {
  readonly $name = 'HtmlOutput';
  override readonly $remoteMethods = CONVERSION.methods;
  override readonly $latency = CONVERSION.latency;
  readonly #run: Run;
  #content = '';
  #scanner = new HtmlScanner();
  #title: string | null = null;
  #faviconUrl: string | null = null;
  #width: number | null = null;
  #height: number | null = null;
  #frameOptions = FRAME_OPTIONS_MODES.$of('DEFAULT');
  readonly #metaTags: HtmlOutputMetaTag[] = [];

  constructor(run: Run, content = '') {
    super();
    this.#run = run;
    this.$append(content);
  }

  get $frameOptions(): 'ALLOWALL' | 'DEFAULT' {
    return this.#frameOptions.$name === 'ALLOWALL' ? 'ALLOWALL' : 'DEFAULT';
  }

  $append(html: string): void {
    this.#content += html;
    this.#scanner.feed(html);
  }

  /** Appends any value, escaped for the place that the content has come to. */
  $appendUntrusted(value: unknown): void {
    this.$append(escapeFor(this.#scanner.context, value));
  }

  append(addedContent: string): HtmlOutput {
    this.$append(textOf('append', addedContent));
    return this;
  }

  appendUntrusted(addedContent: string): HtmlOutput {
    this.$appendUntrusted(textOf('appendUntrusted', addedContent));
    return this;
  }

  asTemplate(): HtmlTemplate {
    return new HtmlTemplate(this.#run, () => this.#content);
  }

  clear(): HtmlOutput {
    this.#content = '';
    this.#scanner = new HtmlScanner();
    return this;
  }

  getContent(): string {
    return this.#content;
  }

  setContent(content: string): HtmlOutput {
    const text = textOf('setContent', content);
    this.clear().$append(text);
    return this;
  }

  getTitle(): string | null {
    return this.#title;
  }

  setTitle(title: string): HtmlOutput {
    this.#title = textOf('setTitle', title);
    return this;
  }

  getFaviconUrl(): string | null {
    return this.#faviconUrl;
  }

  setFaviconUrl(iconUrl: string): HtmlOutput {
    this.#faviconUrl = textOf('setFaviconUrl', iconUrl);
    return this;
  }

  getWidth(): number | null {
    return this.#width;
  }

  setWidth(width: number | null): HtmlOutput {
    this.#width = pixelsOf('setWidth', width);
    return this;
  }

  getHeight(): number | null {
    return this.#height;
  }

  setHeight(height: number | null): HtmlOutput {
    this.#height = pixelsOf('setHeight', height);
    return this;
  }

  addMetaTag(name: string, content: string): HtmlOutput {
    if (typeof name !== 'string' || typeof content !== 'string') throw mismatch('HtmlOutput.addMetaTag', [name, content]);
    if (!META_TAGS.includes(name)) throw new ScriptError('The meta tag you specified is not allowed in this context.');
    this.#metaTags.push(new HtmlOutputMetaTag(name, content));
    return this;
  }

  getMetaTags(): HtmlOutputMetaTag[] {
    return [...this.#metaTags];
  }

  /** Has no effect any more: every page is in IFRAME mode. */
  setSandboxMode(mode: unknown): HtmlOutput {
    if (!(mode instanceof EnumValue) || SANDBOX_MODES.$values[mode.$name] !== mode) throw mismatch('HtmlOutput.setSandboxMode', [mode]);
    return this;
  }

  setXFrameOptionsMode(mode: unknown): HtmlOutput {
    if (!(mode instanceof EnumValue) || FRAME_OPTIONS_MODES.$values[mode.$name] !== mode) throw mismatch('HtmlOutput.setXFrameOptionsMode', [mode]);
    this.#frameOptions = mode;
    return this;
  }

  getBlob(): Blob {
    return new Blob(this.#run, { bytes: Buffer.from(this.#content, 'utf8'), contentType: 'text/html', name: 'output.html' });
  }

  getAs(contentType: string): Blob {
    return this.getBlob().getAs(contentType);
  }
}

documented<HtmlOutput, GoogleAppsScript.HTML.HtmlOutput>(true);

/** docs/apps-script/reference/html/html-output-meta-tag.md */
export class HtmlOutputMetaTag extends LocalServed {
  readonly $name = 'HtmlOutputMetaTag';
  readonly #tag: string;
  readonly #content: string;

  constructor(tag: string, content: string) {
    super();
    this.#tag = tag;
    this.#content = content;
  }

  getName(): string {
    return this.#tag;
  }

  getContent(): string {
    return this.#content;
  }
}

documented<HtmlOutputMetaTag, GoogleAppsScript.HTML.HtmlOutputMetaTag>(true);

/** What `HtmlService.initTemplate()` gives to a template's code: assigning to `_` and `_$` appends. */
export class TemplateOutput extends LocalServed {
  readonly $name = 'HtmlOutput';
  readonly #output: HtmlOutput;
  override readonly $properties: ScriptProperties = {
    has: (key) => key === '$out',
    get: () => this.#output,
    set: (key, value) => {
      if (key === '_') this.#output.$append(String(value));
      else if (key === '_$') this.#output.$appendUntrusted(value);
    },
  };

  constructor(run: Run) {
    super();
    this.#output = new HtmlOutput(run);
  }

  append(addedContent: string): HtmlOutput {
    return this.#output.append(addedContent);
  }

  appendUntrusted(addedContent: string): HtmlOutput {
    return this.#output.appendUntrusted(addedContent);
  }
}

documented<TemplateOutput, GoogleAppsScript.HTML.HtmlOutput>(true);

function textOf(method: string, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw mismatch(`HtmlOutput.${method}`, [value]);
}

function pixelsOf(method: string, value: number | null): number | null {
  if (value !== null && (typeof value !== 'number' || !Number.isFinite(value))) throw mismatch(`HtmlOutput.${method}`, [value]);
  return value === null ? null : Math.round(value);
}
