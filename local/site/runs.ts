import { Hono } from 'hono';
import { html } from 'hono/html';
import { observeRuns, type RunRequest, type RunResult } from '../apps-script/engine.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { inWords, page } from './shell.ts';
import type { SiteEnv } from './visit.ts';

/** The newest are kept; a school day of heartbeats fits. */
const KEPT = 300;

interface Entry {
  at: number;
  title: string;
  request: RunRequest;
  result: RunResult;
}

/** For developers: what ran since the site was started, as the Executions page of Apps Script lists it. */
export function runsPages(workspace: Workspace): Hono<SiteEnv> {
  const entries: Entry[] = [];
  observeRuns(workspace, (request, result) => {
    const title = workspace.data.scripts[request.scriptId]?.title ?? request.scriptId;
    entries.unshift({ at: workspace.clock.now(), title, request, result });
    entries.length = Math.min(entries.length, KEPT);
  });
  return new Hono<SiteEnv>().get('/runs', (c) =>
    c.html(
      page(c.get('visit'), {
        title: 'Runs',
        wide: true,
        main: html`<h1>Runs</h1>
<p>Every execution of a script since the local school was started, newest first; the last ${KEPT} are kept. Time is modelled, not measured.</p>
<div class="scroll" role="region" aria-label="Runs" tabindex="0"><table>
<thead><tr><th scope="col">When</th><th scope="col">Script</th><th scope="col">Function</th><th scope="col">Kind</th><th scope="col">Active user</th><th scope="col">Runs as</th><th scope="col">Calls</th><th scope="col">Time</th><th scope="col">Outcome</th></tr></thead>
<tbody>${entries.map(
          ({ at, title, request, result }) => html`<tr>
<td>${inWords(at)}</td><td>${title}</td><td><code>${request.fn}</code></td><td>${request.kind}</td><td>${request.active}</td><td>${request.effective}</td>
<td class="number">${result.calls.length}</td><td class="number">${(result.ms / 1000).toFixed(1)} s</td>
<td>${result.ok ? 'done' : html`<span class="bad">${result.error?.name}: ${result.error?.message}</span>`}${details(result)}</td></tr>`,
        )}</tbody></table></div>
${entries.length === 0 ? html`<p>Nothing has run yet.</p>` : ''}`,
      }),
    ),
  );
}

function details({ calls, log }: RunResult) {
  if (calls.length === 0 && log.length === 0) return '';
  return html`<details><summary>Calls and log</summary><pre>${[...calls.map((call) => `${String(call.ms).padStart(6)} ms  ${call.name}`), ...log].join('\n')}</pre></details>`;
}
