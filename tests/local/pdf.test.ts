import { expect, test } from '@jest/globals';
import { pdfOf } from '../../local/workspace/pdf/pdf.ts';
import { pdfText } from '../support/pdf.ts';
import { anEmptyWorkspace, MONDAY, OFFICE, runScript } from '../support/script.ts';

const PIXEL = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** The pages of an HTML page's PDF. */
async function pagesOf(html: string): Promise<string[]> {
  return (await pdfText(pdfOf(html, MONDAY))).pages;
}

// docs/apps-script/reference/base/blob.md, getAs; docs/apps-script/reference/html/html-output.md, getAs
test('HTML becomes a PDF with its text in it, under a new ending', async () => {
  const { value } = runScript(`function main() {
    const html = '<!DOCTYPE html><html><head><title>unseen</title><style>p { color: red }</style></head><body><h1>Staff agreement</h1><p>I keep my <b>pass</b>word to myself &amp; safe.</p></body></html>';
    const blob = Utilities.newBlob(html, 'text/html', 'Agreement.12.html').getAs('application/pdf');
    const output = HtmlService.createHtmlOutput(html).getAs('application/pdf');
    return { name: blob.getName(), type: blob.getContentType(), bytes: blob.getBytes(), same: output.getBytes().length, outputName: output.getName() };
  }`);
  const pdf = value as { name: string; type: string; bytes: number[]; same: number; outputName: string };
  expect(pdf).toMatchObject({ name: 'Agreement.12.pdf', type: 'application/pdf', same: pdf.bytes.length, outputName: 'output.pdf' });
  expect(await pdfText(pdf.bytes)).toEqual({ pages: ['Staff agreement\nI keep my password to myself & safe.'] });
});

test('the same page at the same time gives the same bytes, whatever the machine’s clock', () => {
  const once = pdfOf('<p>Same</p>', MONDAY);
  expect(pdfOf('<p>Same</p>', MONDAY).equals(once)).toBe(true);
  expect(once.toString('latin1')).toContain("/CreationDate (D:20260907080000+00'00')");
});

test('lists have their signs, numbers go on from where they are told, and lists stand in lists', async () => {
  const [page] = await pagesOf(
    '<ul><li>One<ul><li>inner</li></ul></li><li>Two</li><li></li></ul><p>Plain</p><ol start="3"><li>third<li>fourth<li value="9">ninth</ol><ol type="a"><li>x</ol><ol type="I" start="4"><li>y</ol>',
  );
  expect(page?.split('\n')).toEqual(['• One', '◦ inner', '• Two', 'Plain', '3. third', '4. fourth', '9. ninth', 'a. x', 'IV. y']);
});

test('the cells of a table stand side by side, and a word that is too long for its column is broken, not cut', async () => {
  const long = 'x'.repeat(300);
  const [page = ''] = await pagesOf(
    `<table><tr><th>Name</th><th>Agreed</th></tr><tr><td>Priya</td><td>${long}</td></tr><tr><td colspan="2">both</td></tr></table>`,
  );
  expect(page).toContain('Name Agreed');
  expect(page).toContain('Priya');
  expect(page.replace(/\s/g, '')).toContain(long);
});

test('a list of three hundred rows goes over several pages, each row once and whole', async () => {
  const rows = Array.from({ length: 300 }, (_, index) => `<tr><td>Pupil ${index + 1}.</td><td>Signed</td></tr>`).join('');
  const pages = await pagesOf(`<table>${rows}</table>`);
  expect(pages.length).toBeGreaterThan(5);
  const pupils = pages.join('\n').match(/Pupil \d+\./g);
  expect(pupils).toEqual(Array.from({ length: 300 }, (_, index) => `Pupil ${index + 1}.`));
});

test('a row that is longer than a page goes on overleaf', async () => {
  const words = Array.from({ length: 2000 }, (_, index) => `w${index}`);
  const pages = await pagesOf(`<table><tr><td>${words.join(' ')}</td></tr></table>`);
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.join(' ').split(/\s+/)).toEqual(words);
});

test.each([
  ['style="page-break-before: always"', ''],
  ['style="break-before: page"', ''],
  ['class="sheet"', '<style>/* paper */ @media print { .sheet { page-break-before: always } }</style>'],
])('a page begins where the HTML says so: %s', async (attribute, sheet) => {
  expect(await pagesOf(`${sheet}<p>One</p><div ${attribute}>Two</div>`)).toEqual(['One', 'Two']);
});

test('no empty page comes of a break at the very beginning, and what is hidden is not printed', async () => {
  expect(await pagesOf('<div style="page-break-before: always">One</div><p hidden>no</p><p style="display:none">no</p><script>no()</script>')).toEqual(['One']);
});

test('names in Latin, Greek and Cyrillic letters are in the PDF; other letters show as their numbers, and ticks as [x]', async () => {
  const [page] = await pagesOf('<p>Agnieszka Żółć, Ελένη, Иван, Zoe\u0308; আ ☑ ☐</p>');
  expect(page).toBe('Agnieszka Żółć, Ελένη, Иван, Zoë; [U+0986] [x] [ ]');
});

test('lines end where the page says so, and spaces count as in a browser', async () => {
  const [page] = await pagesOf('<p> one\n  two<br>three </p><pre>a  b\n c</pre>');
  expect(page?.split('\n').map((line) => line.trim())).toEqual(['one two', 'three', 'a b', 'c']);
});

test('a picture that is in the page is drawn; one that would have to be fetched is not passed over in silence', async () => {
  expect(pdfOf(`<img src="${PIXEL}" width="40"><p>Below</p>`, MONDAY).toString('latin1')).toContain('/Subtype /Image');
  expect(() => pdfOf('<img src="https://example.org/crest.png">', MONDAY)).toThrow(
    'not in the local Workspace: a picture from https://example.org/crest.png in a PDF',
  );
});

test.each(['<svg></svg>', '<input value="x">', '<canvas></canvas>', '<table><tr><td rowspan="2">x</td></tr></table>'])(
  '%s is refused, not left out',
  (html) => {
    expect(() => pdfOf(html, MONDAY)).toThrow(/^not in the local Workspace: .* in a PDF$/);
  },
);

test('a conversion is a call to Google: it takes time, and there are 4,000 a day', () => {
  const workspace = anEmptyWorkspace();
  const convert = `function main() { return Utilities.newBlob('<p>x', 'text/html', 'x').getAs('application/pdf').getContentType() }`;
  const { calls, quota } = runScript(convert, { workspace });
  expect({ calls, quota }).toEqual({ calls: [{ name: 'Blob.getAs', ms: 1200 }], quota: { 'files converted': 1 } });
  workspace.quotas.use(OFFICE, 'files converted', 3999);
  expect(runScript(convert, { workspace }).error?.message).toBe('Service invoked too many times for one day: conversion.');
});
