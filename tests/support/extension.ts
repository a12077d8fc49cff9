import { mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import { extensionFiles } from '../../scripts/extension.ts';
import { FLAGS, installedBrowser } from './browser.ts';

/** Where the stand-ins for the school's office answer. */
export const OFFICE = 'https://script.google.com/a/macros/quillhaven.example/s/AKhandrail/exec';

interface Target {
  targetId: string;
  type: string;
  url: string;
}

/** A Chromium with the extension in it, whose whole internet is the pages that a test gives it. */
export class ChromiumWithPanel {
  private constructor(
    private readonly context: BrowserContext,
    private readonly wire: CDPSession,
    private readonly id: string,
    private readonly folder: string,
    /** Every address that somebody asked for, pages and the extension's worker alike. */
    readonly asked: string[],
  ) {}

  /**
   * @param officeAddress built into the extension; '' for none
   * @param titles of the pages that stand in for the internet, by address; others have none
   * @throws Error when the browser at hand cannot load extensions
   */
  static async start(officeAddress: string, titles: Record<string, string>): Promise<ChromiumWithPanel> {
    const folder = mkdtempSync(join(tmpdir(), 'handrail-extension-'));
    for (const { name, text } of await extensionFiles(officeAddress)) await writeFile(join(folder, name), text);
    const context = await chromium.launchPersistentContext('', {
      executablePath: installedBrowser(),
      // Chrome itself no longer takes --load-extension; this lets the debugger load one, in Chrome and Chromium alike.
      args: [...FLAGS, '--enable-unsafe-extension-debugging'],
      ignoreDefaultArgs: ['--disable-extensions'],
      locale: 'en-GB',
    });
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    await context.route(/^https:/, (route) =>
      route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>${titles[route.request().url()] ?? ''}</title>` }),
    );
    const wire = await aWire(context);
    const { id } = (await wire.send('Extensions.loadUnpacked', { path: folder }).catch((error: Error) => {
      throw new Error(`The browser at hand (${context.browser()?.version()}) cannot load extensions: ${error.message}`);
    })) as { id: string };
    return new ChromiumWithPanel(context, wire, id, folder, asked);
  }

  async close(): Promise<void> {
    await this.context.close();
    await rm(this.folder, { recursive: true });
  }

  get tab(): Page {
    const [page] = this.context.pages();
    if (!page) throw new Error('the browser has no tab');
    return page;
  }

  aTab(): Promise<Page> {
    return this.context.newPage();
  }

  /** The tab that something opens. */
  async opened(doing: () => Promise<unknown>): Promise<Page> {
    const [page] = await Promise.all([this.context.waitForEvent('page', { timeout: 60_000 }), doing()]);
    await page.waitForLoadState();
    return page;
  }

  /** A press on the extension's icon beside the address of a tab. Chrome says nothing of what it led to. */
  async pressIcon(page: Page): Promise<void> {
    const tab = (await this.targets()).find(({ type, url }) => type === 'tab' && url === page.url());
    if (!tab) throw new Error(`no tab shows ${page.url()}`);
    await this.wire.send('Extensions.triggerAction', { id: this.id, targetId: tab.targetId });
  }

  /** What the extension's own worker finds out with Chrome's API, as JSON. */
  async askWorker<Value>(expression: string): Promise<Value> {
    const worker = this.context.serviceWorkers()[0] ?? (await this.context.waitForEvent('serviceworker'));
    return (await worker.evaluate(expression)) as Value;
  }

  /**
   * Sets what a school's policy would set, on the page that Chromium has for trying policies.
   * @returns false when the browser has no such page, as Chrome itself
   */
  async setPolicy(values: Record<string, string>): Promise<boolean> {
    const page = await this.aTab();
    try {
      await page.goto('chrome://policy/test');
      if (!(await page.evaluate("document.querySelector('policy-test-table') !== null"))) return false;
      const policies = Object.entries(values).map(([name, value]) => ({ level: 1, scope: 0, source: 4, namespace: this.id, name, value }));
      const sent = JSON.stringify(JSON.stringify(policies));
      await page.evaluate(`import('chrome://resources/js/cr.js').then(({ sendWithPromise }) => sendWithPromise('setLocalTestPolicies', ${sent}, ''))`);
      return true;
    } finally {
      await page.close();
    }
  }

  /** How many panels are open, in all windows. */
  async panels(): Promise<number> {
    return (await this.panelTargets()).length;
  }

  /** The open panel, once it is there and has drawn itself. */
  async panel(): Promise<OpenPanel> {
    const [target] = await eventually(
      () => this.panelTargets(),
      (found) => found.length > 0,
    );
    const panel = await OpenPanel.reach(this.wire, target?.targetId ?? '');
    await panel.shows('Before a live lesson');
    return panel;
  }

  private async panelTargets(): Promise<Target[]> {
    return (await this.targets()).filter(({ type, url }) => type === 'page' && url.startsWith(`chrome-extension://${this.id}/panel.html`));
  }

  private async targets(): Promise<Target[]> {
    // An empty filter lets tabs through, too, which the default one leaves out.
    const { targetInfos } = await this.wire.send('Target.getTargets', { filter: [{}] });
    return targetInfos;
  }
}

/** The page in the side panel. Playwright does not count it among the pages: it is spoken to through the debugger. */
class OpenPanel {
  private sent = 0;
  private readonly waiting = new Map<number, (answer: unknown) => void>();

  private constructor(
    private readonly wire: CDPSession,
    private readonly sessionId: string,
  ) {
    wire.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
      if (from !== sessionId) return;
      const { id, result } = JSON.parse(message) as { id?: number; result?: unknown };
      if (id !== undefined) this.waiting.get(id)?.(result);
    });
  }

  static async reach(wire: CDPSession, targetId: string): Promise<OpenPanel> {
    const { sessionId } = await wire.send('Target.attachToTarget', { targetId, flatten: false });
    return new OpenPanel(wire, sessionId);
  }

  /** Waits until some words stand in it. @throws Error with what stands there instead */
  async shows(words: string): Promise<void> {
    await eventually(
      () => this.evaluate<string>("document.body?.innerText ?? ''"),
      (text) => text.includes(words),
    );
  }

  async press(link: string): Promise<void> {
    const found = await this.evaluate<boolean>(
      `(() => { const link = [...document.links].find((each) => each.textContent === ${JSON.stringify(link)}); link?.click(); return link !== undefined })()`,
    );
    if (!found) throw new Error(`the panel has no link "${link}"`);
  }

  /** Runs as if a person had just pressed something. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const answer = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, userGesture: true });
    return (answer as { result: { value: Value } }).result.value;
  }

  private send(method: string, params: object): Promise<unknown> {
    this.sent += 1;
    const id = this.sent;
    return new Promise((done, fail) => {
      this.waiting.set(id, done);
      this.wire.send('Target.sendMessageToTarget', { sessionId: this.sessionId, message: JSON.stringify({ id, method, params }) }).catch(fail);
    });
  }
}

async function aWire(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('the context has no browser');
  return browser.newBrowserCDPSession();
}

/** Asks again until the answer will do. @throws Error with the last answer when that never comes */
export async function eventually<Value>(ask: () => Promise<Value>, willDo: (value: Value) => boolean): Promise<Value> {
  for (let tries = 0; tries < 300; tries += 1) {
    const value = await ask();
    if (willDo(value)) return value;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`It never came. Last there was: ${JSON.stringify(await ask())}`);
}
