import { quillhaven } from '../../local/school/quillhaven.ts';
import { siteApp } from '../../local/site/app.ts';
import { RunningClock } from '../../local/site/time.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { MONDAY } from './script.ts';

/** Quillhaven's site without a network: requests go in at its front door, and real time stands still. */
export function aSite(workspace: Workspace = quillhaven(MONDAY)) {
  const app = siteApp(workspace, new RunningClock(workspace, () => 0));
  const cookie = (as: string | undefined): Record<string, string> => (as ? { cookie: `handrail_person=${encodeURIComponent(as)}` } : {});
  return {
    workspace,
    app,
    /** The answer to a GET, redirects not followed. */
    get: async (path: string, as?: string) => app.request(path, { headers: cookie(as) }),
    /** The answer to a form being sent. */
    send: async (path: string, fields: Record<string, string>, as?: string) =>
      app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers: cookie(as) }),
    /** The answer to JSON being posted by a page's script. */
    post: async (path: string, body: unknown, as?: string) =>
      app.request(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...cookie(as) } }),
  };
}
