import { zip } from '../../local/apps-script/core/zip.ts';

/** The smallest Word document that there is. */
function docx(body: string): Buffer {
  const file = (name: string, xml: string) => ({ name, bytes: Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml}`) });
  const numbering = (id: number, format: string) =>
    `<w:abstractNum w:abstractNumId="${id}">${[0, 1].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/></w:lvl>`).join('')}</w:abstractNum>`;
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const types = 'http://schemas.openxmlformats.org/package/2006';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zip([
    file(
      '[Content_Types].xml',
      `<Types xmlns="${types}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    file(
      '_rels/.rels',
      `<Relationships xmlns="${types}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    file(
      'word/_rels/document.xml.rels',
      `<Relationships xmlns="${types}/relationships"><Relationship Id="r1" Type="${office}/numbering" Target="numbering.xml"/></Relationships>`,
    ),
    file(
      'word/numbering.xml',
      `<w:numbering ${w}>${numbering(1, 'bullet')}${numbering(2, 'decimal')}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`,
    ),
    file('word/document.xml', `<w:document ${w}><w:body>${body}</w:body></w:document>`),
  ]);
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (text: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${text.split('\t').map(run).join('<w:r><w:tab/></w:r>')}</w:p>`;
const heading = (text: string) => p(text, '<w:pStyle w:val="Heading1"/>');
const item = (text: string, list: 1 | 2, level = 0) => p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
const table = (...rows: string[][]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** An invented policy with three agreements: real bullets and numbers, tables, tabs, and titles that are no headings. */
export function wordPolicy(): Buffer {
  return docx(
    [
      p('Quillhaven Primary School'),
      p('Staff acceptable use agreement'),
      p('For everybody who works here.'),
      item('I keep my password to myself.', 1),
      item('I keep data safe:', 1),
      item('on paper', 1, 1),
      item('on screen', 1, 1),
      item('I tell the safeguarding lead about any worry.', 1),
      table(['Full name', ''], ['Signature', ''], ['Date', '']),
      p('Visitor agreement'),
      item('I use the guest network.', 2),
      item('I take no pictures.', 2),
      item('I hand in my badge.', 2),
      p('Name:\tOrganisation:\t'),
      p('Signature:\tDate:\t'),
      heading('KS1 agreement'),
      table(['This is how I stay safe', '✓'], ['I ask before I click', ''], ['I am kind', ''], ['I tell an adult', '']),
      p('Parent or carer’s signature: ____________'),
    ].join(''),
  );
}
