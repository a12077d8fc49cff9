import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { Hono } from 'hono';
import type { SiteEnv } from './visit.ts';

const HERE = import.meta.dirname;
/** Scripts of single pages, by their address: each is bundled when first asked for. */
const CLIENTS = ['chooser', 'grid'] as const;
const bundles = new Map<string, Promise<string>>();

/** Style sheets and page scripts. Everything comes from this machine; nothing is fetched from another host. */
export const assets = new Hono<SiteEnv>()
  .get('/assets/:name{(style|bar|sheet)\\.css}', (c) =>
    c.body(readFileSync(join(HERE, c.req.param('name')), 'utf8'), 200, { 'content-type': 'text/css; charset=utf-8' }),
  )
  .get('/assets/tabulator.css', (c) => {
    const path = createRequire(import.meta.url).resolve('tabulator-tables/dist/css/tabulator.min.css');
    // Its source map is a file that nobody serves.
    return c.body(readFileSync(path, 'utf8').replace(/\/\*# sourceMappingURL.*$/s, ''), 200, { 'content-type': 'text/css; charset=utf-8' });
  })
  .get('/assets/:name{[a-z]+\\.js}', async (c) => {
    const name = c.req.param('name').slice(0, -3);
    if (!CLIENTS.some((each) => each === name)) return c.notFound();
    return c.body(await bundled(name), 200, { 'content-type': 'text/javascript; charset=utf-8' });
  });

function bundled(name: string): Promise<string> {
  let bundle = bundles.get(name);
  if (!bundle) {
    bundle = build({ entryPoints: [join(HERE, 'client', `${name}.ts`)], bundle: true, write: false, format: 'esm', target: 'es2022', minify: true }).then(
      (result) => result.outputFiles[0]?.text ?? '',
    );
    bundles.set(name, bundle);
  }
  return bundle;
}
