import { type ServerType, serve } from '@hono/node-server';
import type { Store } from '../workspace/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { siteApp } from './app.ts';
import { RunningClock } from './time.ts';

export interface SiteOptions {
  workspace: Workspace;
  /** 0 for any that is free. */
  port: number;
  /** Where the state is kept; without it nothing is. */
  store?: Store;
}

export interface Site {
  /** `http://127.0.0.1:8787` */
  url: string;
  /** Stops serving and saves the state. */
  close(): Promise<void>;
}

/** Due triggers fire this often when nobody asks for a page, and what has changed is saved. */
const BEAT = 15_000;
/** After a change the state is saved this soon, so that a killed process loses little. */
const SAVE_AFTER = 1_000;

/** Serves the local school on this machine only. @throws the server's own error, EADDRINUSE when the port is taken */
export async function startSite({ workspace, port, store }: SiteOptions): Promise<Site> {
  const clock = new RunningClock(workspace);
  const app = siteApp(workspace, clock);
  const save = () => store?.save(workspace.data);
  let soon: NodeJS.Timeout | undefined;
  const server = await listening(async (request) => {
    const response = await app.fetch(request);
    if (request.method !== 'GET' && store && !soon) {
      soon = setTimeout(() => {
        soon = undefined;
        save();
      }, SAVE_AFTER);
    }
    return response;
  }, port);
  const beat = setInterval(() => {
    clock.catchUp();
    save();
  }, BEAT);
  const address = server.address();
  return {
    url: `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : port}`,
    close: async () => {
      clearInterval(beat);
      clearTimeout(soon);
      await new Promise<void>((done) => {
        server.close(() => done());
        // Browsers keep connections open; they would keep the process alive too.
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      save();
      store?.close();
    },
  };
}

function listening(fetch: (request: Request) => Promise<Response>, port: number): Promise<ServerType> {
  return new Promise((done, failed) => {
    const server = serve({ fetch, port, hostname: '127.0.0.1' }, () => done(server));
    server.on('error', failed);
  });
}
