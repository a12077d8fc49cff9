import { Refusal } from '../../school/refusal.ts';

type Element = GoogleAppsScript.Document.Element;
type Section = GoogleAppsScript.Document.Body | GoogleAppsScript.Document.TableCell;
type Tab = GoogleAppsScript.Document.Tab;

/** Nothing else is read from an address: neither who sent it nor what it points at. */
const ID = /\/document\/(?:u\/\d+\/)?d\/([\w-]{15,})|[?&]id=([\w-]{15,})|^([\w-]{25,})$/;

/**
 * A Google Doc as HTML: headings, lists, tables and text, everything in it escaped. What `documentText` understands.
 * @param address as the browser shows it, or the document's id
 * @param reader whom the document must be shared with
 * @throws Refusal when the address is none of a Google Doc, or the document cannot be opened
 */
export function googleDocHtml(address: string, reader: string): string {
  const [, inPath, inQuery, bare] = ID.exec(address.trim()) ?? [];
  const id = inPath ?? inQuery ?? bare;
  if (id === undefined)
    throw new Refusal('no-doc-address', 'This is not the address of a Google Doc. Open the document and copy its address from the browser.', 'address');
  return openDoc(id, reader).getTabs().map(tabHtml).join('');
}

function openDoc(id: string, reader: string): GoogleAppsScript.Document.Document {
  try {
    return DocumentApp.openById(id);
  } catch (error) {
    // Google says the same whether it is gone, no Doc or not shared; other troubles are not the document's.
    if (!/missing|deleted|access|not found|inaccessible/i.test(String((error as Error).message))) throw error;
    throw new Refusal(
      'doc-not-readable',
      `Handrail cannot open this document. Share it with ${reader} (as a viewer), and check that it is a Google Doc: a Word file in Drive must be saved as one first, or chosen as a file below.`,
      'address',
    );
  }
}

function tabHtml(tab: Tab): string {
  return sectionHtml(tab.asDocumentTab().getBody()) + tab.getChildTabs().map(tabHtml).join('');
}

function sectionHtml(section: Section): string {
  const parts: string[] = [];
  // How many lists are open, one within the other.
  let depth = 0;
  const toDepth = (wanted: number) => {
    for (; depth < wanted; depth += 1) parts.push('<ul>');
    for (; depth > wanted; depth -= 1) parts.push('</ul>');
  };
  for (let index = 0; index < section.getNumChildren(); index += 1) {
    const element = section.getChild(index);
    const isItem = element.getType() === DocumentApp.ElementType.LIST_ITEM;
    toDepth(isItem ? element.asListItem().getNestingLevel() + 1 : 0);
    parts.push(elementHtml(element));
  }
  toDepth(0);
  return parts.join('');
}

/** Pictures, lines and tables of contents say nothing that anybody agrees to. */
function elementHtml(element: Element): string {
  switch (element.getType()) {
    case DocumentApp.ElementType.LIST_ITEM:
      return `<li>${escaped(element.asListItem().getText())}</li>`;
    case DocumentApp.ElementType.TABLE:
      return tableHtml(element.asTable());
    case DocumentApp.ElementType.PARAGRAPH: {
      const paragraph = element.asParagraph();
      const isHeading = paragraph.getHeading() !== DocumentApp.ParagraphHeading.NORMAL;
      const text = escaped(paragraph.getText());
      return isHeading ? `<h2>${text}</h2>` : `<p>${text}</p>`;
    }
    default:
      return '';
  }
}

function tableHtml(table: GoogleAppsScript.Document.Table): string {
  const rows = Array.from({ length: table.getNumRows() }, (_, row) => table.getRow(row));
  const cellsOf = (row: GoogleAppsScript.Document.TableRow) => Array.from({ length: row.getNumCells() }, (_, cell) => row.getCell(cell));
  const html = rows.map(
    (row) =>
      `<tr>${cellsOf(row)
        .map((cell) => `<td>${sectionHtml(cell)}</td>`)
        .join('')}</tr>`,
  );
  return `<table>${html.join('')}</table>`;
}

function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\r\n\v]/g, '<br>');
}
