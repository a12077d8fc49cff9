import { afterAll, expect, test } from '@jest/globals';
import { people, quillhaven } from '../../local/school/quillhaven.ts';
import { startSite } from '../../local/site/site.ts';
import { contentOf } from '../../local/workspace/mail/parse.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { aPage, closeBrowser } from '../support/browser.ts';
import { pdfText } from '../support/pdf.ts';
import { anEmptyWorkspace, MONDAY, OFFICE, runScript } from '../support/script.ts';
import { aSite } from '../support/site.ts';

const AUTH = 'https://www.googleapis.com/auth/';
const PDF = `const pdf = Utilities.newBlob('<h1>Copy</h1><p>What Sam Okafor signed</p>', 'text/html', 'Copy.html').getAs('application/pdf');`;

afterAll(closeBrowser);

// docs/workspace/drive/api/guides/manage-uploads.md; docs/apps-script/advanced/drive.md; docs/workspace/drive/api/guides/properties.md
test('a PDF is filed with a key of its own in a folder that the script made, found again by it, and reached by nothing else of drive.file', async () => {
  const workspace = anEmptyWorkspace();
  const FILE_ONLY = [`${AUTH}drive.file`];
  const made = runScript(
    `function main() {
      ${PDF}
      const folder = Drive.Files.create({ name: 'Copies', mimeType: 'application/vnd.google-apps.folder' });
      const file = Drive.Files.create(
        { name: 'Sam Okafor.pdf', mimeType: 'application/pdf', parents: [folder.id], appProperties: { handrail: 'copy-1' } }, pdf,
        { fields: 'id,name,size,mimeType,parents,appProperties,md5Checksum' });
      const found = Drive.Files.list({ q: "appProperties has { key='handrail' and value='copy-1' } and trashed = false", fields: 'files(id,name)' }).files;
      const bytes = Drive.Files.get(file.id, { alt: 'media' });
      return { file, folder: folder.id, found, again: bytes.getBytes(), type: bytes.getContentType(), size: pdf.getBytes().length };
    }`,
    { workspace, scopes: FILE_ONLY },
  );
  const value = made.value as { file: Record<string, unknown>; folder: string; found: unknown[]; again: number[]; type: string; size: number };
  expect(value.file).toMatchObject({
    name: 'Sam Okafor.pdf',
    mimeType: 'application/pdf',
    size: String(value.size),
    parents: [value.folder],
    appProperties: { handrail: 'copy-1' },
  });
  expect(value.found).toEqual([{ id: value.file['id'], name: 'Sam Okafor.pdf' }]);
  expect([value.type, (await pdfText(value.again)).pages]).toEqual(['application/pdf', ['Copy\nWhat Sam Okafor signed']]);
  const other = runScript(`function main() { try { Drive.Files.get('${value.file['id']}') } catch (error) { return error.details.code } }`, {
    workspace,
    scopes: FILE_ONLY,
  });
  expect(other.value).toBe(404);
});

test('whoever may read a PDF in Drive opens and downloads it; anybody else is told to ask', async () => {
  const site = aSite();
  const { value } = runScript(
    `function main() {
      ${PDF}
      const file = Drive.Files.create({ name: 'Sam – copy.pdf' }, pdf);
      Drive.Permissions.create({ type: 'user', role: 'reader', emailAddress: '${people.teacher}' }, file.id, { sendNotificationEmail: false });
      return file.id;
    }`,
    { workspace: site.workspace, as: people.office },
  );
  const page = await (await site.get(`/drive/file/d/${value}/view`, people.teacher)).text();
  expect(page).toContain(`<iframe class="viewed" src="/drive/uc?id=${value}" title="Sam – copy.pdf">`);
  expect(page).toContain(`href="/drive/uc?id=${value}">Open</a>`);
  const shown = await site.get(`/drive/uc?id=${value}`, people.teacher);
  expect([shown.headers.get('content-type'), shown.headers.get('content-disposition')]).toEqual([
    'application/pdf',
    `inline; filename*=UTF-8''Sam%20%E2%80%93%20copy.pdf`,
  ]);
  expect((await pdfText(new Uint8Array(await shown.arrayBuffer()))).pages).toEqual(['Copy\nWhat Sam Okafor signed']);
  expect((await site.get(`/drive/uc?export=download&id=${value}`, people.teacher)).headers.get('content-disposition')).toMatch(/^attachment/);
  for (const as of [people.secondTeacher, people.parent, undefined]) expect((await site.get(`/drive/uc?id=${value}`, as)).status).toBe(403);
});

/** A raw message as a script makes one without any help: text and a PDF (RFC 2046). */
const MAILED = (to: string) => `${PDF}
  const raw = ['To: ${to}', 'Subject: =?UTF-8?B?' + Utilities.base64Encode('Your copy – Quillhaven', Utilities.Charset.UTF_8) + '?=', 'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="=_part"', '', '--=_part', 'Content-Type: text/plain; charset=UTF-8', '', 'Your copy is attached.', '--=_part',
    'Content-Type: application/pdf', "Content-Disposition: attachment;\\r\\n filename*0*=UTF-8''Copy%20%E2%80%93%20;\\r\\n filename*1*=Nadia.pdf", 'Content-Transfer-Encoding: base64', '',
    Utilities.base64Encode(pdf.getBytes()).match(/.{1,76}/g).join('\\r\\n'), '--=_part--', ''].join('\\r\\n');
  const draft = Gmail.Users.Drafts.create({ message: { raw: Utilities.base64EncodeWebSafe(raw, Utilities.Charset.UTF_8) } }, 'me');`;

// docs/workspace/gmail/api/guides/uploads.md, …/sending.md
test('a draft with an attachment is kept whole and sent with it, to people outside the school too', async () => {
  const workspace = quillhaven(MONDAY);
  const { value, error } = runScript(`function main() { ${MAILED(people.parent)} Gmail.Users.Drafts.send({ id: draft.id }, 'me'); return true }`, {
    workspace,
    as: people.office,
    scopes: [`${AUTH}gmail.compose`],
  });
  expect([value, error]).toEqual([true, undefined]);
  const [message] = workspace.mail.mailbox(people.parent).messages();
  if (!message) throw new Error('nothing came');
  const { text, files } = contentOf(message);
  expect([text.trim(), files.map(({ filename, mimeType }) => [filename, mimeType])]).toEqual([
    'Your copy is attached.',
    [['Copy – Nadia.pdf', 'application/pdf']],
  ]);
  expect((await pdfText(files[0]?.body ?? Buffer.alloc(0))).pages).toEqual(['Copy\nWhat Sam Okafor signed']);
});

test('an attached PDF opens from the mail page; what only calls itself one is downloaded', async () => {
  const site = aSite();
  runScript(`function main() { ${MAILED(people.parent)} Gmail.Users.Drafts.send({ id: draft.id }, 'me') }`, { workspace: site.workspace, as: people.office });
  runScript(
    `function main() { MailApp.sendEmail('${people.parent}', 'Odd', 'x', { attachments: [Utilities.newBlob('<script>1</script>', 'application/pdf', 'odd.pdf')] }) }`,
    {
      workspace: site.workspace,
      as: people.office,
    },
  );
  const headers = async (subject: string) => {
    const [message] = site.workspace.mail.mailbox(people.parent).search(`subject:${subject}`);
    const answer = await site.get(`/mail/file/${message?.id}/0`, people.parent);
    expect((await site.get(`/mail/file/${message?.id}/0`, people.teacher)).status).toBe(404);
    return [answer.headers.get('content-type'), answer.headers.get('content-disposition')?.split(';')[0], answer.headers.get('x-content-type-options')];
  };
  expect(await headers('copy')).toEqual(['application/pdf', 'inline', 'nosniff']);
  expect(await headers('odd')).toEqual(['application/octet-stream', 'attachment', 'nosniff']);
});

test('a parent finds the copy in their mail on a phone', async () => {
  const workspace = quillhaven(MONDAY);
  runScript(`function main() { ${MAILED(people.parent)} Gmail.Users.Drafts.send({ id: draft.id }, 'me') }`, { workspace, as: people.office });
  const site = await startSite({ workspace, port: 0 });
  try {
    const page = await aPage(site.url, { as: people.parent, width: 360 });
    await page.goto('/mail');
    await page.getByRole('link', { name: /Your copy – Quillhaven/ }).click();
    const link = page.getByRole('link', { name: 'Copy – Nadia.pdf' });
    await link.waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const bytes = await (await page.request.get((await link.getAttribute('href')) ?? '')).body();
    expect((await pdfText(bytes)).pages).toEqual(['Copy\nWhat Sam Okafor signed']);
  } finally {
    await site.close();
  }
});

test('a mail that is larger than Gmail takes is refused', () => {
  const { error } = runScript(
    `function main() { MailApp.sendEmail('${OFFICE}', 'Big', 'x', { attachments: [Utilities.newBlob('x'.repeat(26 * 1024 * 1024), 'text/plain', 'big.txt')] }) }`,
  );
  expect(error?.message).toBe('Limit exceeded: Email Total Attachments Size.');
});
