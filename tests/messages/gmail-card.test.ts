import { expect, test } from '@jest/globals';
import { type CardClick, openAddOn, type Panel, pressCardAction } from '../../local/apps-script/addon.ts';
import { authorize } from '../../local/apps-script/authorization.ts';
import { installSidebar } from '../../local/school/install.ts';
import { people } from '../../local/school/staff.ts';
import type { ScriptFileData } from '../../local/workspace/data.ts';
import { contentOf, headerIn } from '../../local/workspace/mail/parse.ts';
import { sentOn } from '../../src/messages/reported/sent-on.ts';
import { aSchool } from '../support/school.ts';
import { builtSidebar } from '../support/sidebar.ts';

const ADDRESS = 'https://script.google.com/a/macros/quillhaven.example/s/abc/exec';
const sidebar = builtSidebar(ADDRESS, people.office, { telephone: '01632 960 123' });

const NASTY = `From: Jo Quill <jo@example.org>\r\nTo: ${people.teacher}\r\nSubject: You\r\nDate: Mon, 7 Sep 2026 08:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nWe know where you live.\r\n--x\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename="secret-name.png"\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--x--\r\n`;

/** The teacher has got a message and has it open in Gmail. */
function opened({ raw = NASTY, files = sidebar, agreed = true }: { raw?: string; files?: ScriptFileData[]; agreed?: boolean } = {}) {
  const school = aSchool();
  const { workspace } = school;
  const scriptId = installSidebar(workspace, files);
  if (agreed) authorize(workspace, scriptId, people.teacher);
  workspace.mail.receive(raw);
  const mailbox = workspace.mail.mailbox(people.teacher);
  const message = Object.values(mailbox.data.messages).find((each) => headerIn(each, 'From').includes('jo@example.org'));
  if (!message) throw new Error('no message');
  const opening = { scriptId, visitor: people.teacher, context: { host: 'gmail', trigger: 'contextual', messageId: message.id } as const };
  return {
    ...{ school, workspace, mailbox, opening, scriptId },
    open: (platform: 'WEB' | 'IOS' | 'ANDROID' = 'WEB') => openAddOn(workspace, { ...opening, platform }),
    press: (panel: Panel) => {
      const click = pressesIn(panel)[0];
      if (panel.kind !== 'cards' || !click) throw new Error(`nothing to press: ${JSON.stringify(panel)}`);
      return pressCardAction(workspace, opening, panel.stack, click, {});
    },
    drafts: () => mailbox.draftIds().map((id) => mailbox.draft(id)),
  };
}

function pressesIn(panel: Panel): CardClick[] {
  const found: CardClick[] = [];
  JSON.stringify(panel, (_, value) => {
    if (value?.composeAction) found.push({ kind: 'compose', ...value.composeAction.action });
    return value;
  });
  return found;
}

test('C2: the card says not to reply and not to delete, and in danger to call 999', () => {
  const text = JSON.stringify(opened().open());
  expect(text).toContain('Do not reply. Do not delete it.');
  expect(text).toContain('Call 999. Then telephone the designated safeguarding lead: 01632 960 123.');
  expect(text).toContain(`${ADDRESS}?page=report`);
});

test('C2: a card that was built without the lead’s number says whom to telephone all the same', () => {
  const text = JSON.stringify(opened({ files: builtSidebar(ADDRESS, people.office) }).open());
  expect(text).toContain('Then telephone the designated safeguarding lead.');
});

test('C2: one press makes a draft to the safeguarding team, and nothing is sent before the person sends it', () => {
  const gmail = opened();
  const made = gmail.press(gmail.open());
  const [draft] = gmail.drafts();
  if (!draft) throw new Error(JSON.stringify(made));
  expect(made).toMatchObject({ kind: 'cards', draftId: expect.any(String) });
  expect(headerIn(draft, 'To')).toBe(people.office);
  expect(sentOn(headerIn(draft, 'Subject'), contentOf(draft).text)).toEqual({
    ...{ remark: '', to: [], subject: 'You', date: expect.stringMatching(/^2026-09-07T08:.*Z$/), from: 'Jo Quill <jo@example.org>' },
    text: 'We know where you live.',
  });
  expect(Object.values(gmail.workspace.mail.mailbox(people.office).data.messages).some((each) => headerIn(each, 'Subject').includes('sent on'))).toBe(false);
});

test('C2: once the person has sent it, the safeguarding lead has a case with the message in it, said by that person', () => {
  const gmail = opened();
  const made = gmail.press(gmail.open());
  gmail.workspace.mail.sendDraft(people.teacher, made.kind === 'cards' ? (made.draftId ?? '') : '');
  gmail.school.beat();
  const dsl = gmail.school.as(people.dsl);
  const [line, ...others] = gmail.school.desk('dsl');
  expect(others).toEqual([]);
  const file = JSON.stringify(dsl.get('openCase', { reference: line?.[0] }));
  for (const part of ['Sam Okafor sent this message on', 'We know where you live.', 'jo@example.org']) expect(file).toContain(part);
});

test('C3: neither what hangs on the message nor its name goes with the report', () => {
  const gmail = opened();
  gmail.press(gmail.open());
  const [draft] = gmail.drafts();
  expect(draft?.raw).not.toContain('secret-name');
  expect(draft?.raw).not.toContain('iVBORw0KGgo');
  expect(draft && contentOf(draft).files).toEqual([]);
});

test('C2: a second press makes no second draft, and says where the first one is', () => {
  const gmail = opened();
  const card = gmail.open();
  gmail.press(card);
  expect(gmail.press(card)).toMatchObject({ kind: 'error', message: expect.stringContaining('Open Drafts in Gmail') });
  expect(gmail.drafts()).toHaveLength(1);
  const again = gmail.open();
  expect(JSON.stringify(again)).toContain('You have made a report of this message.');
  expect(gmail.press(again)).toMatchObject({ kind: 'cards', draftId: expect.any(String) });
  expect(gmail.drafts()).toHaveLength(2);
});

test.each(['IOS', 'ANDROID'] as const)('C2: the card is there in Gmail’s app on %s', (platform) => {
  expect(opened().open(platform)).toMatchObject({ kind: 'cards' });
});

test('C2: whichever right the person has not given, Google asks for it and nothing is made', () => {
  const gmail = opened();
  const script = gmail.workspace.data.scripts[gmail.scriptId];
  const all = script?.grants[people.teacher] ?? [];
  expect(all.length).toBeGreaterThan(4);
  const card = gmail.open();
  for (const refused of all) {
    if (script) script.grants[people.teacher] = all.filter((scope) => scope !== refused);
    expect(gmail.open()).toEqual({ kind: 'authorization', scopes: [refused] });
    expect(gmail.press(card)).toEqual({ kind: 'authorization', scopes: [refused] });
  }
  expect(gmail.drafts()).toEqual([]);
});

test.each(['gmail.addons.current.message.readonly', 'gmail.addons.current.action.compose'])('C2: the report needs the right %s and no wider one', (scope) => {
  const without = sidebar.map((file) =>
    file.name === 'appsscript'
      ? { ...file, source: file.source.replace(new RegExp(`"https://www.googleapis.com/auth/${scope.replaceAll('.', '\\.')}",?`), '') }
      : file,
  );
  const gmail = opened({ files: without });
  expect(gmail.press(gmail.open())).toMatchObject({ kind: 'error' });
  expect(gmail.drafts()).toEqual([]);
});

test('C2: of Gmail the sidebar asks for three rights, and with them it reads no other message', () => {
  const manifest = JSON.parse(sidebar.find(({ name }) => name === 'appsscript')?.source ?? '{}');
  const scopes: string[] = manifest.oauthScopes.map((scope: string) => scope.replace('https://www.googleapis.com/auth/', ''));
  expect(scopes.filter((scope) => /mail/.test(scope))).toEqual([
    'gmail.addons.current.action.compose',
    'gmail.addons.current.message.readonly',
    'gmail.addons.execute',
  ]);
});

test('C2: a gigantic message and one without a text, a subject or a sender’s name can be reported', () => {
  for (const raw of [
    `From: jo@example.org\r\nTo: ${people.teacher}\r\n\r\n${'very long '.repeat(50_000)}\r\n`,
    `From: jo@example.org\r\nTo: ${people.teacher}\r\n\r\n`,
    `From: jo@example.org\r\nTo: ${people.teacher}\r\nSubject: =?utf-8?b?8J+YgA==?= <b>x</b>\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script><p>hi</p>\r\n`,
  ]) {
    const gmail = opened({ raw });
    expect(gmail.press(gmail.open())).toMatchObject({ kind: 'cards', draftId: expect.any(String) });
    const [draft] = gmail.drafts();
    expect(draft && sentOn(headerIn(draft, 'Subject'), contentOf(draft).text)?.from).toBe('jo@example.org');
    expect(draft?.raw.length).toBeLessThan(40_000);
  }
});

test('C2: the card stays far from Google’s hundred widgets, and without its addresses it says whom to tell', () => {
  const card = opened().open();
  const count = (JSON.stringify(card).match(/"(?:textParagraph|buttonList)":/g) ?? []).length;
  expect(count).toBeGreaterThan(3);
  expect(count).toBeLessThan(20);
  const unconnected = opened({ files: builtSidebar('', '') }).open();
  expect(JSON.stringify(unconnected)).toContain('tell the designated safeguarding lead');
  expect(pressesIn(unconnected)).toEqual([]);
});
