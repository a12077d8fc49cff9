import { type AddressInfo, createServer } from 'node:net';
import { serve } from '@hono/node-server';
import { restApp } from '../../local/rest/server.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';

export interface LocalGoogle {
  /** Base address without a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves the REST face of a Workspace on a free port of this machine.
 * @param base the path it is mounted at, as the site has it at `/google`
 */
export async function serveGoogle(workspace: Workspace, base = ''): Promise<LocalGoogle> {
  const port = await freePort();
  return new Promise((resolve) => {
    const server = serve({ fetch: restApp(workspace, base).fetch, port, hostname: '127.0.0.1' }, () =>
      resolve({ url: `http://127.0.0.1:${port}${base}`, close: () => new Promise((done) => server.close(() => done())) }),
    );
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
