import type { CallAnswer, FromFrame, HostConfig, ScriptLocation, ToFrame } from './script-messages.ts';

/** The page around a web app's page: it has the address, the history and the way to the server, which the sandboxed frame has not. */

const config = JSON.parse(document.querySelector('#script-page')?.textContent ?? '{}') as HostConfig;
const frame = document.querySelector('iframe');

function send(message: ToFrame): void {
  // The frame's origin is opaque, so it cannot be named.
  frame?.contentWindow?.postMessage(message, '*');
}

function here(): ScriptLocation {
  const query = new URLSearchParams(location.search);
  const names = [...new Set(query.keys())];
  return {
    hash: decodeURIComponent(location.hash.slice(1)),
    parameter: Object.fromEntries(names.map((name) => [name, query.get(name) ?? ''])),
    parameters: Object.fromEntries(names.map((name) => [name, query.getAll(name)])),
  };
}

async function call(message: Extract<FromFrame, { kind: 'call' }>): Promise<CallAnswer> {
  try {
    const { fn, args, form } = message;
    const response = await fetch(config.callUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ fn, args, form }),
    });
    return (await response.json()) as CallAnswer;
  } catch {
    return { ok: false, message: 'NetworkError: Connection failure due to HTTP 0' };
  }
}

/** Parameters and fragment that are left out stay as they are (docs/apps-script/guides/html/reference/history.md). */
function moved({ params, hash }: Extract<FromFrame, { kind: 'history' }>): string {
  const url = new URL(location.href);
  if (params) {
    const pairs = Object.entries(params).flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, String(each)]));
    url.search = new URLSearchParams(pairs).toString();
  }
  if (hash !== null) url.hash = hash;
  return url.href;
}

addEventListener('message', (event: MessageEvent<FromFrame>) => {
  if (!frame || event.source !== frame.contentWindow) return;
  const message = event.data;
  if (message.kind === 'ready') send({ kind: 'page', html: config.html });
  else if (message.kind === 'call') call(message).then((answer) => send({ kind: 'answer', id: message.id, answer }));
  else if (message.kind === 'location') send({ kind: 'location', id: message.id, location: here() });
  else history[message.replace ? 'replaceState' : 'pushState'](message.state, '', moved(message));
});

addEventListener('popstate', (event) => send({ kind: 'history', state: event.state, location: here() }));
if (frame) frame.src = frame.dataset['src'] ?? '';
