import { type FormFields, type FormFile, transfer } from '../../apps-script/web-app/transfer.ts';
import { localLink } from '../links.ts';
import type { CallAnswer, FromFrame, ScriptLocation, ToFrame } from './script-messages.ts';

/** `google.script` as a web app's page finds it (docs/apps-script/guides/html/reference). */

type Handler = ((value: unknown, userObject: unknown) => void) | null | undefined;

interface Call {
  fn: string;
  args: readonly unknown[];
  success: Handler;
  failure: Handler;
  userObject: unknown;
}

/** docs/apps-script/guides/html/communication.md: calls beyond ten wait. */
const AT_ONCE = 10;

const waiting: Call[] = [];
const underWay = new Map<number, Call>();
const locations = new Map<number, (location: ScriptLocation) => void>();
let onHistory: ((event: { state: unknown; location: ScriptLocation }) => void) | undefined;
let ids = 0;

function tell(message: FromFrame): void {
  parent.postMessage(message, '*');
}

/**
 * `google.script.run`: one method for each function of the script. Handlers belong to the chain they were put on.
 * @param functions names that the server offers to this page
 */
function runner(functions: readonly string[], success?: Handler, failure?: Handler, userObject?: unknown): Record<string, unknown> {
  const methods = functions.map((fn) => [fn, (...args: unknown[]) => begin({ fn, args, success, failure, userObject })]);
  return {
    ...Object.fromEntries(methods),
    withSuccessHandler: (handler: Handler) => runner(functions, handler, failure, userObject),
    withFailureHandler: (handler: Handler) => runner(functions, success, handler, userObject),
    withUserObject: (object: unknown) => runner(functions, success, failure, object),
  };
}

/** @throws TypeError at once for arguments that may not travel */
function begin(call: Call): void {
  const [only, ...more] = call.args;
  const isForm = only instanceof HTMLFormElement && more.length === 0;
  waiting.push(isForm ? call : { ...call, args: call.args.map((arg, index) => transfer(arg, String(index))) });
  next();
}

async function next(): Promise<void> {
  if (underWay.size >= AT_ONCE) return;
  const call = waiting.shift();
  if (!call) return;
  ids += 1;
  const id = ids;
  underWay.set(id, call);
  const [form] = call.args;
  if (form instanceof HTMLFormElement) tell({ kind: 'call', id, fn: call.fn, form: await fieldsOf(form) });
  else tell({ kind: 'call', id, fn: call.fn, args: [...call.args] });
}

function finish(id: number, answer: CallAnswer): void {
  const call = underWay.get(id);
  underWay.delete(id);
  next();
  if (!call) return;
  if (answer.ok) {
    call.success?.(answer.value, call.userObject);
    return;
  }
  const error = new Error(answer.message);
  error.name = 'ScriptError';
  // Without a handler a failure is logged; `withFailureHandler(null)` asks for silence.
  if (call.failure === undefined) console.error(`${error.name}: ${error.message}`);
  else call.failure?.(error, call.userObject);
}

/** docs/apps-script/guides/html/communication.md, "Forms": values are texts, files become blobs on the server. */
async function fieldsOf(form: HTMLFormElement): Promise<FormFields> {
  const fields: FormFields = {};
  for (const [name, value] of new FormData(form)) {
    const known = fields[name];
    if (value instanceof File) fields[name] = { file: await fileOf(value) };
    else if (known === undefined || (typeof known === 'object' && 'file' in known)) fields[name] = value;
    else fields[name] = [known, value].flat();
  }
  return fields;
}

async function fileOf(file: File): Promise<FormFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return { name: file.name, type: file.type, data: btoa(text) };
}

function move(replace: boolean, state: unknown, params?: Record<string, string | string[]> | null, hash?: string | null): void {
  tell({ kind: 'history', replace, state: transfer(state), params: params ?? null, hash: hash ?? null });
}

export function install(functions: readonly string[]): void {
  addEventListener('message', (event: MessageEvent<ToFrame>) => {
    if (event.source !== parent) return;
    const message = event.data;
    if (message.kind === 'answer') finish(message.id, message.answer);
    else if (message.kind === 'location') {
      locations.get(message.id)?.(message.location);
      locations.delete(message.id);
    } else if (message.kind === 'history') onHistory?.({ state: message.state, location: message.location });
  });

  // Google's own addresses are found on the local site.
  addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const local = link ? localLink(link.href) : '';
      if (link && local.startsWith('/')) link.href = new URL(local, location.href).href;
    },
    true,
  );

  const script = {
    run: runner(functions),
    url: {
      getLocation(callback: (location: ScriptLocation) => void) {
        ids += 1;
        locations.set(ids, callback);
        tell({ kind: 'location', id: ids });
      },
    },
    history: {
      push: (state: unknown, params?: Record<string, string | string[]> | null, hash?: string | null) => move(false, state, params, hash),
      replace: (state: unknown, params?: Record<string, string | string[]> | null, hash?: string | null) => move(true, state, params, hash),
      setChangeHandler(handler: NonNullable<typeof onHistory>) {
        onHistory = handler;
      },
    },
    // A web app is in no dialog: there is nothing to close or to resize (docs/apps-script/guides/html/reference/host.md).
    host: { origin: '', close() {}, setHeight() {}, setWidth() {}, editor: { focus() {} } },
    sandbox: { mode: 'IFRAME' },
  };
  Object.assign(window, { google: { script } });
}
