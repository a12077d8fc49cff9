import { join } from 'node:path';
import { build } from 'esbuild';
import type { HostConfig } from './client/script-messages.ts';

/** Where the empty document that a web app's page is written into is served: `frameDocument()`, with `FRAME_POLICY`. */
export const FRAME_PATH = '/macros/frame';

/**
 * The frame may run what the page itself brings and fetch nothing. It is a document of an opaque origin: Google promises pages
 * neither an origin nor storage.
 */
export const FRAME_POLICY =
  "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; media-src data: blob:";

/**
 * docs/apps-script/guides/html/restrictions.md, "Restrictions in IFRAME mode". `allow-same-origin` is left out: Google's frame is on
 * a host of its own, and here there is only one host.
 */
const SANDBOX = ['allow-forms', 'allow-scripts', 'allow-popups', 'allow-downloads', 'allow-modals', 'allow-popups-to-escape-sandbox'];
/** Only standalone scripts have it. */
const TOP_NAVIGATION = 'allow-top-navigation-by-user-activation';

export interface ScriptPage {
  html: string;
  title: string;
  metaTags: readonly { name: string; content: string }[];
  faviconUrl: string | null;
  /** Names that `google.script.run` has. */
  functions: readonly string[];
  standalone: boolean;
  /** Where calls are posted, as `{fn, args | form}`; the answer is `{ok, value | message}`. */
  callUrl: string;
}

/** The page at a web app's address: title, meta tags and icon as the script set them, and its HTML in a sandboxed frame. */
export async function framePage(page: ScriptPage): Promise<string> {
  const config: HostConfig = { html: await withGoogleScript(withoutMetaTags(page.html), page.functions), callUrl: page.callUrl };
  const sandbox = page.standalone ? [...SANDBOX, TOP_NAVIGATION] : SANDBOX;
  const metaTags = page.metaTags.map(({ name, content }) => `<meta name="${escaped(name)}" content="${escaped(content)}">`).join('');
  const icon = page.faviconUrl === null ? '' : `<link rel="icon" href="${escaped(page.faviconUrl)}">`;
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(page.title)}</title>${metaTags}${icon}
<style>html,body{margin:0;height:100%}body{display:flex;flex-direction:column}iframe{flex:1;border:0;width:100%}</style></head>
<body><iframe title="${escaped(page.title || 'App')}" sandbox="${sandbox.join(' ')}" data-src="${FRAME_PATH}"></iframe>
<script type="application/json" id="script-page">${inScript(JSON.stringify(config))}</script>
<script>${await bundled('script-host')}</script></body></html>`;
}

/** The document in the frame before the page is written into it. Its address is the page's: relative links lead nowhere. */
export function frameDocument(): string {
  return `<!DOCTYPE html><script>
addEventListener('message', function (event) {
  if (event.source !== parent || event.data.kind !== 'page') return;
  document.open(); document.write(event.data.html); document.close();
});
parent.postMessage({ kind: 'ready' }, '*');
</script>`;
}

/** `google.script` has to be there before the page's own scripts, and a document type stays first. */
async function withGoogleScript(html: string, functions: readonly string[]): Promise<string> {
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html)?.[0] ?? '';
  const script = `${await bundled('script-frame')};localScript.install(${inScript(JSON.stringify(functions))})`;
  return `${doctype}<script>${script}</script>${html.slice(doctype.length)}`;
}

/** Meta tags in a script's files are ignored (docs/apps-script/reference/html/html-output.md, `addMetaTag`). */
function withoutMetaTags(html: string): string {
  return html.replace(/(<script\b[\s\S]*?<\/script>|<style\b[\s\S]*?<\/style>|<!--[\s\S]*?-->)|<meta\b[^>]*>/gi, (_, kept: string | undefined) => kept ?? '');
}

const bundles = new Map<string, Promise<string>>();

function bundled(name: string): Promise<string> {
  const known = bundles.get(name);
  if (known) return known;
  const entryPoints = [join(import.meta.dirname, 'client', `${name}.ts`)];
  const bundle = build({ entryPoints, bundle: true, write: false, format: 'iife', globalName: 'localScript', target: 'es2022', minify: true }).then((result) =>
    inScript(result.outputFiles[0]?.text ?? ''),
  );
  bundles.set(name, bundle);
  return bundle;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Nothing in a script element may look like its end or like a comment. In both JSON and JavaScript these stand in texts only. */
function inScript(code: string): string {
  return code.replace(/<(?=\/script|!--)/gi, '\\u003c');
}
