import { blobIn } from './blob.ts';
import { mismatch, ScriptError } from './errors.ts';
import { FRAME_OPTIONS_MODES, HtmlOutput, SANDBOX_MODES, TemplateOutput } from './html/output.ts';
import { HtmlTemplate } from './html/template.ts';
import type { Globals } from './realm.ts';
import type { Run } from './run.ts';
import { documented, LocalServed } from './served.ts';

/** docs/apps-script/reference/html/html-service.md */
class HtmlService extends LocalServed {
  readonly $name = 'HtmlService';
  readonly SandboxMode = SANDBOX_MODES;
  readonly XFrameOptionsMode = FRAME_OPTIONS_MODES;
  readonly #run: Run;

  constructor(run: Run) {
    super();
    this.#run = run;
  }

  createHtmlOutput(...args: unknown[]): HtmlOutput {
    return new HtmlOutput(this.#run, args.length === 0 ? '' : htmlOf('createHtmlOutput', args));
  }

  createHtmlOutputFromFile(filename: string): HtmlOutput {
    return new HtmlOutput(this.#run, this.#file('createHtmlOutputFromFile', filename));
  }

  createTemplate(...args: unknown[]): HtmlTemplate {
    const html = htmlOf('createTemplate', args);
    return new HtmlTemplate(this.#run, () => html);
  }

  createTemplateFromFile(filename: string): HtmlTemplate {
    const html = this.#file('createTemplateFromFile', filename);
    return new HtmlTemplate(this.#run, () => html, filename);
  }

  /** What the visitor's browser calls itself, in a web app; null in every other run. */
  getUserAgent(): string | null {
    return this.#run.userAgent;
  }

  /** Undocumented: only the code of a template calls it (docs/apps-script/guides/html/templates.md, "Walk through evaluated code"). */
  initTemplate(): TemplateOutput {
    return new TemplateOutput(this.#run);
  }

  #file(method: string, filename: unknown): string {
    if (typeof filename !== 'string') throw mismatch(`HtmlService.${method}`, [filename]);
    const name = filename.replace(/\.html$/, '');
    const file = this.#run.files.find((each) => each.type === 'HTML' && each.name === name);
    if (!file) throw new ScriptError(`No HTML file named ${filename} was found.`);
    return file.source;
  }
}

documented<Omit<HtmlService, 'initTemplate'>, GoogleAppsScript.HTML.HtmlService>(true);

export const htmlGlobals: Globals = { HtmlService: (run) => new HtmlService(run) };

function htmlOf(method: string, args: unknown[]): string {
  const [html] = args;
  if (typeof html === 'string') return html;
  const blob = blobIn(html);
  if (!blob) throw mismatch(`HtmlService.${method}`, args);
  if (blob.$contentType !== null && !/^text\/(?:html|plain)/.test(blob.$contentType)) throw new ScriptError('The blob does not contain HTML.');
  return blob.getDataAsString();
}
