import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { people } from '../../local/school/quillhaven.ts';

const TOP = join(import.meta.dirname, '../..');
const running: ChildProcess[] = [];
const folders: string[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-start-'));
  folders.push(folder);
  return folder;
}

/** Runs the command that `npm start` runs. `ready` settles with the address it prints, `ended` with all it said and its exit code. */
function start(...args: string[]) {
  const child = spawn(process.execPath, ['scripts/bare.mjs', 'scripts/start.ts', ...args], { cwd: TOP, stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  let out = '';
  let err = '';
  const ended = new Promise<{ code: number | null; out: string; err: string }>((done) => child.on('close', (code) => done({ code, out, err })));
  const ready = new Promise<string>((done, failed) => {
    child.stdout.on('data', (data) => {
      out += data;
      const url = /^Handrail local school: (http:\/\/127\.0\.0\.1:\d+)$/m.exec(out)?.[1];
      if (url) done(url);
    });
    child.stderr.on('data', (data) => {
      err += data;
    });
    child.on('close', (code) => failed(new Error(`ended with ${code} before it was ready: ${err}`)));
  });
  ready.catch(() => {});
  return { child, ready, ended };
}

test('the school starts, says where it is, serves, and stops cleanly when told to', async () => {
  const { child, ready, ended } = start('--port', '0');
  const url = await ready;
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ code: 0, out: `Handrail local school: ${url}\n` });
});

test('with --data what somebody did is there again after the next start, and --fresh begins anew', async () => {
  const folder = aFolder();
  const as = { cookie: `handrail_person=${encodeURIComponent(people.head)}` };
  const upload = async (url: string) => {
    const home = await (await fetch(`${url}/drive`, { headers: as })).text();
    const body = new FormData();
    body.set('folder', /name="folder" value="([^"]+)"/.exec(home)?.[1] ?? '');
    body.set('file', new File(['kept'], 'kept.txt'));
    await fetch(`${url}/drive/upload`, { method: 'POST', body, headers: as });
  };
  const isThere = async (url: string) => (await (await fetch(`${url}/drive`, { headers: as })).text()).includes('kept.txt');

  const first = start('--port', '0', '--data', folder);
  await upload(await first.ready);
  first.child.kill('SIGTERM');
  expect((await first.ended).code).toBe(0);

  const second = start('--port', '0', '--data', folder);
  expect(await isThere(await second.ready)).toBe(true);
  const rival = await start('--port', '0', '--data', folder).ended;
  expect([rival.code, rival.err]).toEqual([1, expect.stringContaining('is in use by a local school')]);
  second.child.kill('SIGTERM');
  await second.ended;

  const third = start('--port', '0', '--data', folder, '--fresh');
  expect(await isThere(await third.ready)).toBe(false);
});

test('a port in use is said plainly', async () => {
  const server = createServer();
  const port = await new Promise<number>((done) => server.listen(0, '127.0.0.1', () => done((server.address() as { port: number }).port)));
  const { code, err } = await start('--port', String(port)).ended;
  server.close();
  expect([code, err]).toEqual([1, expect.stringContaining(`Port ${port} is in use`)]);
});

test.each([['--prot', '1'], ['--port', 'x'], ['--port', '70000'], ['--data'], ['school']])(
  'wrong options (%s %s) show the usage and end with 2',
  async (...args) => {
    const { code, out, err } = await start(...args.filter(Boolean)).ended;
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Usage: npm start');
  },
);

test('--help shows the options and ends well', async () => {
  const { code, out } = await start('--help').ended;
  expect(code).toBe(0);
  for (const option of ['--port', '--data', '--fresh']) expect(out).toContain(option);
});
