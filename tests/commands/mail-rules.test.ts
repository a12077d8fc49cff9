import { expect, test } from '@jest/globals';
import { mailRules } from '../../scripts/commands/mail-rules.ts';
import type { MailRules } from '../../src/messages/gmail/see-mail-rules.ts';
import { aSchool } from '../support/school.ts';

function run(...args: string[]) {
  const out: string[] = [];
  const complaints: string[] = [];
  const code = mailRules(
    args,
    (line) => out.push(line),
    (line) => complaints.push(line),
    '2026-09-07T08:00:00.000Z',
  );
  return { code, out: out.join('\n'), complaints: complaints.join('\n') };
}

test('C1: the command line prints the same text as the page', () => {
  const school = aSchool();
  const page = school.as(school.people.technician).get<MailRules>('seeMailRules');
  const { out } = run('--mailbox', page.mailbox);
  for (const { name, expressions, words } of [...page.settings, page.journal]) for (const part of [name, ...expressions, words]) expect(out).toContain(part);
  for (const step of [...Object.values(page.steps).flat(), ...page.forwarding.steps]) expect(out).toContain(step);
  expect(out).toContain(`version ${page.version}`);
  expect(JSON.parse(run('--json', '--mailbox', page.mailbox).out)).toMatchObject({ version: page.version, forwarding: page.forwarding });
});

test('C1: the file of filters alone can be put into a file', () => {
  const { code, out } = run('--filters', '--mailbox', 'safeguarding@quillhaven.example');
  expect(code).toBe(0);
  expect(out).toMatch(/^<\?xml version='1.0' encoding='UTF-8'\?><feed /);
});

test.each([[['--what']], [['--json', '--filters']], [['extra']]])('options that make no sense (%j) are explained', (args) => {
  expect(run(...args)).toMatchObject({ code: 2, out: '', complaints: expect.stringContaining('mail rules [--mailbox ADDRESS]') });
});
