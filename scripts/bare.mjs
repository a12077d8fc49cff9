/**
 * The first thing every npm command runs. It needs nothing installed: when `node_modules` is missing or older than the lock
 * file it runs `npm ci`, then hands over to the TypeScript command named on its command line.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = join(dirname(fileURLToPath(import.meta.url)), '..');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Handrail needs Node.js 20.19 or later; this is ${process.versions.node}. See https://nodejs.org`);
  process.exit(1);
}

const lock = createHash('sha256')
  .update(readFileSync(join(top, 'package-lock.json')))
  .digest('hex');
const stamp = join(top, 'node_modules', '.handrail-installed');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.error('Installing what is missing (npm ci) …');
  const install = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: top,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (install.status !== 0) {
    console.error('npm ci did not finish: what it said is above. Is this computer online?');
    process.exit(install.status ?? 1);
  }
  writeFileSync(stamp, lock);
}

const { register } = await import('tsx/esm/api');
register();
const [command, ...rest] = process.argv.slice(2);
process.argv = [process.argv[0], join(top, command), ...rest];
await import(new URL(command, `file://${top}/`).href);
