import { expect, test } from '@jest/globals';
import mammoth from 'mammoth';
import { findAgreements } from '../../src/agreements/import/import.ts';
import { documentText } from '../../src/agreements/import/import-html.ts';
import { wordPolicy } from '../support/word.ts';

test.each([
  ['headings and paragraphs', '<h1>Policy</h1><p>Words &amp; more</p><p>words</p>', '# Policy\n\nWords & more\n\nwords'],
  ['lists, nested and numbered', '<ul><li>one<ol><li>a</li><li>b</li></ol></li><li>two</li></ul>', '• one\n  1. a\n  2. b\n• two'],
  ['an item of several paragraphs', '<ul><li><p>one</p><p>more</p></li></ul>', '• one\n  more'],
  ['rows of a table', '<table><tr><th>Promise</th><th></th></tr><tr><td><p>I ask</p></td><td>☐</td></tr></table>', 'Promise\t\nI ask\t☐'],
  ['a table of one cell', '<table><tr><td><p>Staff agreement</p><ul><li>I lock.</li></ul></td></tr></table>', 'Staff agreement\n\n• I lock.'],
  ['texts side by side', '<table><tr><td><ul><li>I lock.</li></ul></td><td><ul><li>Rwy’n cloi.</li></ul></td></tr></table>', '• I lock.\n\n• Rwy’n cloi.'],
  ['a table in a table', '<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td></tr></table>', 'a\n\nb\tc'],
  ['tick boxes and places to write', '<p><input type="checkbox" /> I agree</p><p>Name: <input></p>', '☐  I agree\n\nName: ____'],
  ['line breaks', '<p>one<br />two</p>', 'one\ntwo'],
  ['letters that have names', '<p>&lt;b&gt; &#39;caf&eacute;&#x2019;s&#39; &unknown; &#1114112;</p>', "<b> 'café’s' &unknown; &#1114112;"],
  ['source lines', '<p>one\n   two\n</p>\n\n<p>\n three</p>', 'one two\n\nthree'],
  ['what nobody reads', '<head><title>x</title></head><style>p{}</style><script>if (a<b) alert("<p>")</script><!-- <p>no</p> --><p>yes</p>', 'yes'],
  ['footnotes', '<p>one<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup></p><ol><li id="footnote-1"><p>two</p></li></ol>', 'one'],
  ['tags that nobody opened or closed', '</td></table><ul><li>one<li>two<table><tr><td>three', '• one\n• two\n\nthree'],
  ['no tags', 'a < b > c', 'a < b > c'],
])('A10: %s become lines', (_, html, text) => {
  expect(
    documentText(html)
      .replace(/\n{2,}/g, '\n\n')
      .trim(),
  ).toBe(text);
});

test('A10: a Word document’s lists, tables and lines to sign come through, as in the browser', async () => {
  const { value } = await mammoth.convertToHtml({ buffer: wordPolicy() });
  const found = findAgreements(documentText(value));
  expect(found.map(({ title, audience, clauses, signatureFields }) => ({ title, audience, clauses, signatureFields }))).toEqual([
    {
      title: 'Staff acceptable use agreement',
      audience: 'staff',
      clauses: ['I keep my password to myself.', 'I keep data safe: on paper; on screen', 'I tell the safeguarding lead about any worry.'],
      signatureFields: ['Full name', 'Signature', 'Date'],
    },
    {
      title: 'Visitor agreement',
      audience: 'visitor',
      clauses: ['I use the guest network.', 'I take no pictures.', 'I hand in my badge.'],
      signatureFields: ['Name', 'Organisation', 'Signature', 'Date'],
    },
    {
      title: 'KS1 agreement',
      audience: 'ks1',
      clauses: ['I ask before I click', 'I am kind', 'I tell an adult'],
      signatureFields: ['Parent or carer’s signature'],
    },
  ]);
});
