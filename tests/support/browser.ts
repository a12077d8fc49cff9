import { accessSync, constants, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Names under which Chrome and Chromium are installed, most usual first. */
const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

/**
 * Root needs the first two; the rest keeps the browser from looking for a network that a closed machine has not got, and from
 * needing `/dev/shm` or a GPU.
 */
export const FLAGS = [
  '--no-sandbox',
  '--disable-setuid-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-proxy-server',
];

let running: Promise<Browser> | undefined;

/** One browser for a test file, started when first asked for; `closeBrowser` ends it. */
function theBrowser(): Promise<Browser> {
  running ??= launch();
  return running;
}

export async function closeBrowser(): Promise<void> {
  const browser = await running;
  running = undefined;
  await browser?.close();
}

/** npm's, which has no windows to draw and takes a fifth of the time a whole Chrome takes for a page; where it does not run, the one at hand. */
async function launch(): Promise<Browser> {
  const wanted = process.env['CHROME_PATH'];
  if (wanted && wanted !== 'npm') return chromium.launch({ executablePath: wanted, args: FLAGS });
  try {
    return await chromium.launch(await broughtByNpm());
  } catch (error) {
    const installed = installedBrowser();
    if (!installed) throw error;
    return chromium.launch({ executablePath: installed, args: FLAGS });
  }
}

/** `CHROME_PATH`, or a browser on the PATH; `CHROME_PATH=npm` asks for the one that npm brings even so. */
export function installedBrowser(): string | undefined {
  const wanted = process.env['CHROME_PATH'];
  if (wanted === 'npm') return undefined;
  if (wanted) return wanted;
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...PLACES].find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * The browser that @sparticuz/chromium brings, with the libraries and fonts it needs on a machine that has none. What it unpacks
 * carries no version and two test files may want it at once: it is unpacked aside and then put in place in one step.
 */
async function broughtByNpm() {
  const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8')) as { packages: Record<string, { version: string }> };
  const place = join(tmpdir(), `handrail-chromium-${lock.packages['node_modules/@sparticuz/chromium']?.version}-${process.getuid?.() ?? 0}`);
  // The package unpacks into TMPDIR, and its libraries only where it believes to be in its makers' own surroundings.
  const before = { ...process.env };
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x';
  const { default: brought } = await import('@sparticuz/chromium');
  if (!existsSync(place)) {
    const aside = mkdtempSync(`${place}-`);
    process.env['TMPDIR'] = aside;
    await brought.executablePath();
    writeFileSync(join(aside, 'fonts.conf'), fontsIn(join(place, 'fonts')));
    try {
      renameSync(aside, place);
    } catch {
      // Another test file was faster.
      rmSync(aside, { recursive: true });
    }
  }
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  const libraries = [join(place, 'al2023', 'lib'), before['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter);
  return {
    executablePath: join(place, 'chromium'),
    // Its own flags switch the web's security off: they are not taken.
    args: FLAGS,
    env: { ...before, TMPDIR: place, FONTCONFIG_FILE: join(place, 'fonts.conf'), LD_LIBRARY_PATH: libraries } as Record<string, string>,
  };
}

/** Without one single font the browser crashes; the package's own list of places knows only its makers'. */
function fontsIn(folder: string): string {
  const places = [folder, '/usr/share/fonts', '/usr/local/share/fonts'];
  return `<?xml version="1.0"?>\n<fontconfig>${places.map((place) => `<dir>${place}</dir>`).join('')}<cachedir>${folder}-cache</cachedir></fontconfig>\n`;
}

export interface PageOptions {
  /** Window width in CSS pixels: 360 is a small phone. */
  width?: number;
  /** Who is at the keyboard, by e-mail address. */
  as?: string;
  /** The mouse is taken away: clicks in the page's code throw. */
  keyboardOnly?: boolean;
}

/** A page of its own (cookies and storage are shared with no other) that looks at the site at `url`. */
export async function aPage(url: string, { width = 1280, as, keyboardOnly = false }: PageOptions = {}): Promise<Page> {
  const browser = await theBrowser();
  const context = await browser.newContext({ baseURL: url, viewport: { width, height: width < 600 ? 740 : 900 }, hasTouch: width < 600, locale: 'en-GB' });
  // A busy machine is no failure: what never comes still ends the test.
  context.setDefaultTimeout(120_000);
  if (as) await context.addCookies([{ name: 'handrail_person', value: encodeURIComponent(as), url }]);
  const page = await context.newPage();
  if (keyboardOnly) withoutMouse(page);
  return page;
}

function withoutMouse(page: Page): void {
  const refuse = () => {
    throw new Error('this page is used with the keyboard only');
  };
  for (const name of ['click', 'dblclick', 'tap', 'hover', 'check', 'uncheck', 'dragAndDrop'] as const) Object.assign(page, { [name]: refuse });
  for (const name of ['click', 'dblclick', 'move', 'down', 'up', 'wheel'] as const) Object.assign(page.mouse, { [name]: refuse });
}
