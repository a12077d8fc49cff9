import { beforeAll, expect, test } from '@jest/globals';
import { extensionFiles } from '../../scripts/extension.ts';
import { CONSIDERATIONS } from '../../src/lessons/considerations.ts';
import { OFFICE } from '../support/extension.ts';

let files: Map<string, Buffer>;
beforeAll(async () => {
  files = new Map((await extensionFiles(OFFICE)).map(({ name, text }) => [name, Buffer.from(text)]));
});

function manifest(): Record<string, unknown> {
  return JSON.parse(String(files.get('manifest.json'))) as Record<string, unknown>;
}

test('D1: the extension asks for a panel, for its school’s settings, and for Classroom’s addresses and titles: no right more', () => {
  const asked = Object.fromEntries(Object.entries(manifest()).filter(([key]) => /permission|content_scripts|externally_connectable|web_accessible/.test(key)));
  expect(asked).toEqual({ permissions: ['sidePanel', 'storage'], host_permissions: ['https://classroom.google.com/*'] });
});

test('D1: its pages run what is in the package, connect to nothing, and cannot be put into another page', () => {
  const { extension_pages } = manifest()['content_security_policy'] as { extension_pages: string };
  const rules = Object.fromEntries(extension_pages.split('; ').map((rule) => [rule.slice(0, rule.indexOf(' ')), rule.slice(rule.indexOf(' ') + 1)]));
  expect(rules).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  });
});

test('D1: its code names no place but Classroom, the office and the names of markup languages', () => {
  const named = ['background.js', 'panel.js', 'panel.html', 'panel.css'].flatMap((name) => String(files.get(name)).match(/https?:\/\/[^"'`\s]+/g) ?? []);
  const places = new Set(named.map((url) => new URL(url.replace(/\*$/, '')).host));
  expect([...places].sort()).toEqual(['classroom.google.com', 'script.google.com', 'www.w3.org']);
});

test('D1: every file that the manifest and the page name is in the package, and the icons have the sizes they are named for', () => {
  const { icons, action, background, storage } = manifest() as {
    icons: Record<string, string>;
    action: { default_icon: Record<string, string> };
    background: { service_worker: string };
    storage: { managed_schema: string };
  };
  for (const [size, name] of [...Object.entries(icons), ...Object.entries(action.default_icon)]) {
    const picture = files.get(name) ?? Buffer.alloc(24);
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([Number(size), Number(size)]);
  }
  const inPage = [...String(files.get('panel.html')).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, name]) => name);
  expect([...files.keys()]).toEqual(expect.arrayContaining([background.service_worker, storage.managed_schema, ...inPage]));
});

test('D1: a school’s policy can say where the office is, and nothing else', () => {
  const schema = JSON.parse(String(files.get('managed-schema.json'))) as { type: string; properties: Record<string, { type: string }> };
  expect(schema.type).toBe('object');
  expect(Object.entries(schema.properties).map(([name, { type }]) => [name, type])).toEqual([['officeAddress', 'string']]);
});

test('D1: the panel reminds of every consideration on file', () => {
  const code = String(files.get('panel.js'));
  for (const { title } of CONSIDERATIONS) expect(code).toContain(JSON.stringify(title).slice(1, -1));
});
