import { ScriptError } from './errors.ts';
import type { Run } from './run.ts';
import { documented, Enumeration, type EnumValue, Served } from './served.ts';

const Button = new Enumeration('Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
const ButtonSet = new Enumeration('ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);

/** What a run shows the person at the keyboard goes to its log; what they answer comes from `answers`, else they press the first button. */
export interface UiAnswers {
  /** Answers to alerts and prompts in turn: the button, and for a prompt the text. */
  answers: { button: string; text?: string }[];
}

/** Where a test or the site puts a run's answers: `run.memory.set(UI_ANSWERS, …)`. */
export const UI_ANSWERS = 'ui answers';

/**
 * The user interface of an editor: there is one only in a script bound to a file of that kind, with a person at the keyboard
 * (docs/apps-script/reference/base/ui.md).
 */
export function uiOf(run: Run, service: 'SpreadsheetApp' | 'FormApp'): Ui {
  const { spreadsheets, forms } = run.workspace.data;
  const isOfThisService = run.container !== undefined && run.container in (service === 'FormApp' ? forms : spreadsheets);
  if (!isOfThisService || (run.kind !== 'editor' && run.kind !== 'bound menu' && run.kind !== 'simple trigger')) {
    throw new ScriptError(`Cannot call ${service}.getUi() from this context.`);
  }
  return new Ui(run);
}

export class Ui extends Served {
  readonly $name = 'Ui';
  readonly Button = Button;
  readonly ButtonSet = ButtonSet;
  override readonly $methodScopes = {
    showSidebar: ['https://www.googleapis.com/auth/script.container.ui'],
    showModalDialog: ['https://www.googleapis.com/auth/script.container.ui'],
    showModelessDialog: ['https://www.googleapis.com/auth/script.container.ui'],
  };
  readonly #run: Run;
  constructor(run: Run) {
    super();
    this.#run = run;
  }

  createMenu(caption: string): Menu {
    return new Menu(this.#run, String(caption));
  }
  createAddonMenu(): Menu {
    return new Menu(this.#run, this.#run.script.title);
  }

  /** `alert(prompt)`, `alert(prompt, buttons)`, `alert(title, prompt, buttons)` */
  alert(...args: unknown[]): EnumValue {
    const { title, text, buttons } = dialogArguments(args);
    this.#run.log.push(`[alert] ${title === null ? '' : `${title}: `}${text}`);
    return Button.$of(this.#answer(buttons).button);
  }
  prompt(...args: unknown[]): PromptResponse {
    const { title, text, buttons } = dialogArguments(args);
    this.#run.log.push(`[prompt] ${title === null ? '' : `${title}: `}${text}`);
    const answer = this.#answer(buttons);
    return new PromptResponse(Button.$of(answer.button), answer.text ?? '');
  }
  showSidebar(html: Served & { getTitle?(): string }): void {
    this.#show('sidebar', html, html.getTitle?.() ?? '');
  }
  showModalDialog(html: Served, title: string): void {
    this.#show('dialog', html, title);
  }
  showModelessDialog(html: Served, title: string): void {
    this.#show('modeless dialog', html, title);
  }

  #show(kind: string, html: Served & { getContent?(): string }, title: string): void {
    if (!(html instanceof Served) || typeof html.getContent !== 'function') {
      throw new ScriptError(`The parameters don't match the method signature for Ui.${kind === 'sidebar' ? 'showSidebar' : 'showModalDialog'}.`);
    }
    this.#run.log.push(`[${kind}] ${title}`);
  }

  #answer(buttons: EnumValue): { button: string; text?: string } {
    const planned = (this.#run.memory.get(UI_ANSWERS) as UiAnswers | undefined)?.answers.shift();
    return planned ?? { button: buttons.$name.startsWith('YES') ? 'YES' : 'OK' };
  }
}
documented<Ui, GoogleAppsScript.Base.Ui>(true);

function dialogArguments(args: unknown[]): { title: string | null; text: string; buttons: EnumValue } {
  const last = args[args.length - 1];
  const isSet = Object.values(ButtonSet.$values).some((each) => each === last);
  const texts = (isSet ? args.slice(0, -1) : args).map(String);
  if (texts.length < 1 || texts.length > 2 || (texts.length === 2 && !isSet)) {
    throw new ScriptError(
      `The parameters (${args.map((arg) => (typeof arg === 'string' ? 'String' : typeof arg)).join(',')}) don't match the method signature for Ui.alert.`,
    );
  }
  return {
    title: texts.length === 2 ? (texts[0] as string) : null,
    text: texts[texts.length - 1] as string,
    buttons: isSet ? (last as EnumValue) : ButtonSet.$of('OK'),
  };
}

export class PromptResponse extends Served {
  readonly $name = 'PromptResponse';
  override readonly $remote = false;
  readonly #button: EnumValue;
  readonly #text: string;
  constructor(button: EnumValue, text: string) {
    super();
    this.#button = button;
    this.#text = text;
  }
  getSelectedButton(): EnumValue {
    return this.#button;
  }
  getResponseText(): string {
    return this.#text;
  }
}
documented<PromptResponse, GoogleAppsScript.Base.PromptResponse>(true);

/** One entry of a menu as the person sees it; `fn` is the script's function. */
export interface MenuEntry {
  caption: string;
  fn?: string;
  entries?: MenuEntry[];
}

/** The menus that a run has put up: `run.memory.get(MENUS)`. */
export const MENUS = 'menus';

/** docs/apps-script/reference/base/menu.md */
export class Menu extends Served {
  readonly $name = 'Menu';
  readonly $entries: MenuEntry[] = [];
  readonly #run: Run;
  readonly $caption: string;
  constructor(run: Run, caption: string) {
    super();
    this.#run = run;
    this.$caption = caption;
  }
  addItem(caption: string, functionName: string): this {
    if (typeof caption !== 'string' || typeof functionName !== 'string')
      throw new ScriptError(`The parameters don't match the method signature for Menu.addItem.`);
    this.$entries.push({ caption, fn: functionName });
    return this;
  }
  addSeparator(): this {
    this.$entries.push({ caption: '-' });
    return this;
  }
  addSubMenu(menu: Menu): this {
    this.$entries.push({ caption: menu.$caption, entries: menu.$entries });
    return this;
  }
  /** A menu of the same name takes the place of the one before. */
  addToUi(): void {
    putMenu(this.#run, { caption: this.$caption, entries: this.$entries });
  }
}
documented<Menu, GoogleAppsScript.Base.Menu>(true);

/** Takes away the menu of that name; there need be none. */
export function takeMenu(run: Run, caption: string): void {
  const menus = (run.memory.get(MENUS) as MenuEntry[] | undefined) ?? [];
  run.memory.set(
    MENUS,
    menus.filter((each) => each.caption !== caption),
  );
}

export function putMenu(run: Run, menu: MenuEntry): void {
  takeMenu(run, menu.caption);
  run.memory.set(MENUS, [...(run.memory.get(MENUS) as MenuEntry[]), menu]);
  run.log.push(`[menu] ${menu.caption}: ${(menu.entries ?? []).map((entry) => entry.caption).join(', ')}`);
}
