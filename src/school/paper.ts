/**
 * Documents of plain HTML, for paper and PDF. What people wrote is text in them, never markup, and they are ASCII: whatever reads one need
 * not guess its encoding.
 */
export function paper(title: string, parts: readonly string[]): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${said(title)}</title></head><body style="font-family: Arial, sans-serif; font-size: 11pt">${parts.join('\n')}</body></html>`;
}

export function heading1(text: string): string {
  return `<h1 dir="auto" style="font-size: 18pt">${said(text)}</h1>`;
}

export function heading2(text: string): string {
  return `<h2 dir="auto" style="font-size: 13pt">${said(text)}</h2>`;
}

export function paragraph(text: string): string {
  return `<p dir="auto">${said(text)}</p>`;
}

/** @param size of its letters, in points: a fingerprint stays in one line */
export function table(rows: readonly (readonly string[])[], size = 11): string {
  const cell = (text: string) => `<td dir="auto" style="border: 1px solid #888888; padding: 4px">${said(text)}</td>`;
  return `<table style="border-collapse: collapse; font-size: ${size}pt">${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`;
}

/** @param address of a picture that is in the document itself: `data:image/png;base64,…` */
export function picture(address: string, description: string): string {
  return `<p><img src="${address}" alt="${said(description)}"></p>`;
}

/** Text as HTML: what could be markup, and everything beyond ASCII, as numbers; lines end where they ended. */
export function said(text: string): string {
  return Array.from(text.replace(/\r\n?/g, '\n').replace(/[\t\v\f]/g, ' '), (letter) => {
    if (letter === '\n') return '<br>';
    const code = letter.codePointAt(0) ?? 0;
    return /[ !#-%(-;=?-~]/.test(letter) ? letter : `&#${isShown(code) ? code : 0xfffd};`;
  }).join('');
}

/** Control characters and halves of a pair stand for nothing in HTML. */
function isShown(code: number): boolean {
  return (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && !(code >= 0xd800 && code < 0xe000));
}
