import { mismatch, ScriptError } from '../errors.ts';
import type { Run } from '../run.ts';
import { documented, type Enumeration, EnumValue, LocalServed } from '../served.ts';
import { Ui } from '../ui.ts';

const SCOPES = ['https://www.googleapis.com/auth/spreadsheets.currentonly', 'https://www.googleapis.com/auth/spreadsheets'];

/** The older dialogs of a Sheet (docs/apps-script/reference/base/browser.md): the same boxes as the Ui's, answered in words. */
export class Browser extends LocalServed {
  readonly $name = 'Browser';
  override readonly $methodScopes = { inputBox: SCOPES, msgBox: SCOPES };
  readonly Buttons: Enumeration;
  readonly #run: Run;
  readonly #ui: Ui;

  constructor(run: Run) {
    super();
    this.#run = run;
    this.#ui = new Ui(run);
    this.Buttons = this.#ui.ButtonSet;
  }

  /** The button's name in lower case. */
  msgBox(...args: unknown[]): string {
    this.#check('msgBox', args);
    return this.#ui.alert(...args).$name.toLowerCase();
  }

  /** What was typed, or `cancel`. */
  inputBox(...args: unknown[]): string {
    this.#check('inputBox', args);
    const response = this.#ui.prompt(...args);
    return /^(CANCEL|CLOSE)$/.test(response.getSelectedButton().$name) ? 'cancel' : response.getResponseText();
  }

  #check(method: string, args: unknown[]): void {
    const { container, kind, workspace } = this.#run;
    const atKeyboard = kind === 'editor' || kind === 'bound menu';
    if (!atKeyboard || container === undefined || !workspace.sheets.find(container))
      throw new ScriptError(`Cannot call Browser.${method}() from this context.`);
    const fits = args.length > 0 && args.length <= 3 && args.every((arg, index) => index === 0 || typeof arg === 'string' || arg instanceof EnumValue);
    if (!fits) throw mismatch(`Browser.${method}`, args);
  }
}

documented<Browser, GoogleAppsScript.Base.Browser>(true);
