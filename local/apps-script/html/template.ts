import type { Run } from '../run.ts';
import { documented, LocalServed, type ScriptProperties } from '../served.ts';
import { templateCode, templateCodeWithComments } from './template-code.ts';

/** docs/apps-script/reference/html/html-template.md: scripts set properties on it, and its scriptlets find them as variables. */
export class HtmlTemplate extends LocalServed {
  readonly $name = 'HtmlTemplate';
  readonly #run: Run;
  readonly #source: () => string;
  readonly #fileName: string;
  readonly #variables = new Map<string, unknown>();
  override readonly $properties: ScriptProperties = this.#variables;

  /** @param source the template's text, read anew each time: it may be backed by an output that still grows */
  constructor(run: Run, source: () => string, fileName = 'template') {
    super();
    this.#run = run;
    this.#source = source;
    this.#fileName = fileName;
  }

  /** @returns an `HtmlOutput`: the last expression of the code gives it. */
  evaluate(): unknown {
    return this.#run.scope.runWith(this.getCode(), this.#fileName, this.#variables);
  }

  getCode(): string {
    return templateCode(this.#source());
  }

  getCodeWithComments(): string {
    return templateCodeWithComments(this.#source());
  }

  getRawContent(): string {
    return this.#source();
  }
}

documented<HtmlTemplate, Pick<GoogleAppsScript.HTML.HtmlTemplate, 'evaluate' | 'getCode' | 'getCodeWithComments' | 'getRawContent'>>(true);
