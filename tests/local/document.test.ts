import { afterAll, expect, test } from '@jest/globals';
import { people, quillhaven } from '../../local/school/quillhaven.ts';
import { startSite } from '../../local/site/site.ts';
import type { BlockData } from '../../local/workspace/data.ts';
import { MIME } from '../../local/workspace/drive.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { aPage, closeBrowser } from '../support/browser.ts';
import { anEmptyWorkspace, MONDAY, OFFICE, runScript, TEACHER } from '../support/script.ts';

const AUTH = 'https://www.googleapis.com/auth/';

afterAll(closeBrowser);

const p = (text: string): BlockData => ({ kind: 'paragraph', heading: 'NORMAL', text });

/** A document of the teacher's that the office may read. */
function aDocument(body: BlockData[], more: { header?: BlockData[]; footer?: BlockData[] } = {}): { workspace: Workspace; id: string } {
  const workspace = anEmptyWorkspace();
  const { id } = workspace.documents.create(TEACHER, 'Rules', { body, ...more });
  workspace.drive.sharing.share(TEACHER, id, { type: 'user', role: 'reader', emailAddress: OFFICE }, { notify: false });
  return { workspace, id };
}

function read(workspace: Workspace, source: string, scopes = [`${AUTH}documents`]) {
  return runScript(`function main() { ${source} }`, { workspace, scopes });
}

// docs/apps-script/guides/docs.md, "Structure of a document"; docs/apps-script/reference/document/body.md
test('a document is read from its body: what each child is, says and counts as', () => {
  const { workspace, id } = aDocument(
    [
      { kind: 'paragraph', heading: 'HEADING1', text: 'Rules' },
      { kind: 'list item', listId: 'a', level: 0, glyph: 'BULLET', text: 'Kind' },
      { kind: 'list item', listId: 'a', level: 1, glyph: 'LATIN_LOWER', text: 'to all' },
      { kind: 'table', rows: [[[p('one')], [p('two'), p('lines')]]] },
      p(''),
      { kind: 'paragraph', heading: 'NORMAL', bold: true, text: 'Signed' },
    ],
    { header: [p('Top')], footer: [p('Bottom')] },
  );
  const { value, error } = read(
    workspace,
    `const { ElementType, ParagraphHeading, GlyphType } = DocumentApp;
    const doc = DocumentApp.openByUrl('https://docs.google.com/document/d/${id}/edit?tab=t.0#heading=h.1');
    const body = doc.getBody();
    const children = Array.from({ length: body.getNumChildren() }, (_, index) => body.getChild(index));
    const said = children.map((child) => {
      if (child.getType() === ElementType.TABLE) {
        const table = child.asTable();
        return table.getNumRows() + ': ' + Array.from({ length: table.getRow(0).getNumCells() }, (_, cell) => table.getCell(0, cell).getText()).join(' | ');
      }
      if (child.getType() === ElementType.LIST_ITEM) {
        const item = child.asListItem();
        return [item.getText(), item.getNestingLevel(), item.getGlyphType().toString(), item.getListId()].join(' ');
      }
      const paragraph = child.asParagraph();
      return [paragraph.getHeading() === ParagraphHeading.HEADING1 ? 'h1' : 'text', paragraph.getText(), paragraph.getNumChildren() ? paragraph.getChild(0).asText().isBold() : 'empty'].join(' ');
    });
    return {
      said,
      name: [doc.getName(), doc.getId() === '${id}', doc.getUrl()],
      text: body.getText(),
      counts: [body.getParagraphs().length, body.getListItems().length, body.getTables().length],
      cell: body.getTables()[0].getRow(0).getCell(1).getChild(1).getType().toString(),
      edges: [doc.getHeader().getText(), doc.getFooter().getParagraphs()[0].getText()],
      switched: (() => { switch (body.getType()) { case ElementType.BODY_SECTION: return GlyphType.BULLET.toString() } })(),
    };`,
  );
  expect(error).toBeUndefined();
  expect(value).toEqual({
    said: ['h1 Rules ', 'Kind 0 BULLET a', 'to all 1 LATIN_LOWER a', '1: one | two\nlines', 'text  empty', 'text Signed true'],
    name: ['Rules', true, `https://docs.google.com/document/d/${id}/edit`],
    text: 'Rules\nKind\nto all\none\ntwo\nlines\n\nSigned',
    counts: [8, 2, 1],
    cell: 'PARAGRAPH',
    edges: ['Top', 'Bottom'],
    switched: 'BULLET',
  });
});

// docs/apps-script/reference/document/document.md: "operate on either the active tab … or the first tab"
test('getBody is the first tab’s; the others are reached by getTabs', () => {
  const { workspace, id } = aDocument([p('first')]);
  workspace.data.documents[id]?.tabs.push({ id: 't.1', title: 'Pupils', body: [p('second')] });
  expect(
    read(
      workspace,
      `const doc = DocumentApp.openById('${id}');
      return [doc.getBody().getText(), doc.getHeader(), doc.getTabs().map((tab) => [tab.getId(), tab.getTitle(), tab.getIndex(), tab.asDocumentTab().getBody().getText()]), doc.getTab('t.1').asDocumentTab().getBody().getText(), doc.getTab('none')];`,
    ).value,
  ).toEqual([
    'first',
    null,
    [
      ['t.0', 'Tab 1', 0, 'first'],
      ['t.1', 'Pupils', 1, 'second'],
    ],
    'second',
    null,
  ]);
});

test('a document that was only given a text is one of plain paragraphs', () => {
  const workspace = anEmptyWorkspace();
  const { id } = workspace.drive.create({ name: 'Note', mimeType: MIME.document, text: 'One\n\nTwo\n' }, OFFICE);
  expect(read(workspace, `return DocumentApp.openById('${id}').getBody().getParagraphs().map((each) => each.getText())`).value).toEqual(['One', '', 'Two']);
});

const REFUSED = "Document is missing (perhaps it was deleted, or you don't have read access?)";

test('a document that is not shared, is gone or is no Doc cannot be opened, nor read on when it is taken away', () => {
  const { workspace, id } = aDocument([p('x')]);
  const attempt = (wanted: string) => read(workspace, `DocumentApp.openById('${wanted}')`).error?.message;
  const own = workspace.documents.create(TEACHER, 'Mine alone', { body: [p('x')] }).id;
  const sheet = workspace.sheets.create(OFFICE, { name: 'Sheet' }).id;
  expect([id, own, '1nothing', sheet].map(attempt)).toEqual([undefined, REFUSED, REFUSED, REFUSED]);
  const taken = runScript(`function main() { const body = DocumentApp.openById('${id}').getBody(); return body.getText() }`, {
    workspace,
    faults: [{ at: 3, kind: 'meanwhile', run: () => workspace.drive.sharing.unshare(TEACHER, id, workspace.drive.find(id)?.permissions[1]?.id ?? '') }],
  });
  expect(taken.error?.message).toBe(REFUSED);
});

// docs/apps-script/reference/document/document-app.md, "Authorization" of openById
test('opening needs the scope documents: neither drive.file nor a read-only one will do', () => {
  const { workspace, id } = aDocument([p('x')]);
  for (const scope of ['drive.file', 'documents.readonly', 'documents.currentonly', 'drive.readonly']) {
    expect(read(workspace, `DocumentApp.openById('${id}')`, [AUTH + scope]).error?.message).toBe(
      `Specified permissions are not sufficient to call DocumentApp.openById. Required permissions: ${AUTH}documents`,
    );
  }
});

test('what is not there is refused: no such child, another kind of element, an address that is none, anything that writes', () => {
  const { workspace, id } = aDocument([p('x')]);
  const open = `DocumentApp.openById('${id}').getBody()`;
  expect(read(workspace, `${open}.getChild(3)`).error?.message).toBe('Child index (3) must be less than the number of child elements (1).');
  expect(read(workspace, `${open}.getChild(0).asTable()`).error?.message).toBe('An element of the type PARAGRAPH cannot be taken for a Table.');
  expect(read(workspace, `DocumentApp.openByUrl('https://example.org/document/d/${id}/edit')`).error?.message).toBe('Invalid argument: url');
  expect(read(workspace, `${open}.appendParagraph('more')`).error?.message).toBe('not in the local Workspace: Body.appendParagraph');
  expect(read(workspace, `DocumentApp.create('New')`).error?.message).toBe('not in the local Workspace: DocumentApp.create');
});

test('a document is copied, searched, exported as text and deleted with what is in it', () => {
  const { workspace, id } = aDocument([p('lanterns'), { kind: 'table', rows: [[[p('in a cell')]]] }]);
  const { value } = runScript(
    `function main() {
      const copy = Drive.Files.copy({ name: 'Mine' }, '${id}').id;
      const found = Drive.Files.list({ q: "fullText contains 'lanterns'" }).files.length;
      const text = Drive.Files.export(copy, 'text/plain').getDataAsString();
      Drive.Files.remove(copy);
      return { copy, found, text };
    }`,
    { workspace },
  );
  const { copy, found, text } = value as { copy: string; found: number; text: string };
  expect([found, text, workspace.documents.find(copy), workspace.data.documents[copy]]).toEqual([2, '\ufefflanterns\nin a cell', undefined, undefined]);
});

test('the head’s draft agreement is there for the role account to read, and for no other teacher', () => {
  const workspace = quillhaven(MONDAY);
  const draft = Object.values(workspace.data.files).find((file) => file.name === 'Our staff agreement (draft)');
  if (!draft) throw new Error('there is no draft');
  expect([people.head, people.office, people.teacher].map((email) => workspace.drive.roleOf(email, draft.id))).toEqual(['owner', 'reader', null]);
  const { value } = runScript(
    `function main() { const body = DocumentApp.openById('${draft.id}').getBody(); return [body.getListItems().length, body.getTables().length, body.getText().includes('Full name: ___')] }`,
    { workspace, as: people.office },
  );
  expect(value).toEqual([10, 1, true]);
});

test('a document shows its headings, lists and tables in the local site, on a phone too', async () => {
  const workspace = quillhaven(MONDAY);
  const draft = Object.values(workspace.data.files).find((file) => file.name === 'Our staff agreement (draft)');
  const site = await startSite({ workspace, port: 0 });
  try {
    const page = await aPage(site.url, { as: people.office, width: 360 });
    await page.goto(`/document/d/${draft?.id}/edit`);
    await page.getByRole('heading', { name: 'Children’s information', level: 2 }).waitFor();
    expect(await page.getByRole('cell', { name: 'Laptop' }).count()).toBe(1);
    expect(await page.locator('article li li').allTextContents()).toEqual(['If it went to the wrong family, I ring the office straight away.']);
    expect(await page.locator('article ol > li').count()).toBe(3);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  } finally {
    await site.close();
  }
});
