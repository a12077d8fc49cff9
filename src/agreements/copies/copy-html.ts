import type { CopyChild, CopySection, SignedCopy } from './signed-copy.ts';

/**
 * A signed copy as a whole document of plain HTML, for paper and PDF (A11). What people wrote is text in it, never markup, and the
 * document is ASCII: whatever reads it need not guess its encoding.
 */
export function copyHtml(copy: SignedCopy): string {
  const { school, title, heading, note, reason, introduction, sections, children, facts } = copy;
  const parts = [
    `<p style="font-size: 11pt">${said(school)}</p>`,
    `<h1 dir="auto" style="font-size: 18pt">${said(title)}</h1>`,
    `<p style="font-size: 13pt"><b>${said(heading)}</b></p>`,
    ...(note === '' ? [] : [paragraph(note)]),
    ...(reason === '' ? [] : [paragraph(`Reason: ${reason}`)]),
    ...(introduction === '' ? [] : [paragraph(introduction)]),
    ...sections.map(section),
    ...children.map(child),
    heading2('What proves it'),
    table(
      facts.map(({ label, value }) => [label, value]),
      9,
    ),
  ];
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${said(title)}</title></head><body style="font-family: Arial, sans-serif; font-size: 11pt">${parts.join('\n')}</body></html>`;
}

/** Numbers stand in the text: where a list goes on from another, not everything that prints keeps count. */
function section({ heading, isAcknowledged, first, clauses }: CopySection): string {
  const lines = clauses.map((clause, index) => paragraph(`${first + index}. ${clause}`));
  return [heading2(isAcknowledged ? `${heading} (read and acknowledged)` : heading), ...lines].join('\n');
}

function child({ name, className, note, answers, trustedAtSchool, trustedAtHome }: CopyChild): string {
  const trusted = [
    ...(trustedAtSchool === '' ? [] : [['Trusted grown-ups at school', trustedAtSchool]]),
    ...(trustedAtHome === '' ? [] : [['Trusted grown-ups at home', trustedAtHome]]),
  ];
  const rows = [...answers.map(({ question, answer }) => [question, answer]), ...trusted];
  return [
    heading2(`Child: ${name}${className === '' ? '' : `, ${className}`}`),
    ...(note === '' ? [] : [paragraph(note)]),
    ...(rows.length === 0 ? [] : [table(rows)]),
  ].join('\n');
}

function heading2(text: string): string {
  return `<h2 dir="auto" style="font-size: 13pt">${said(text)}</h2>`;
}

function paragraph(text: string): string {
  return `<p dir="auto">${said(text)}</p>`;
}

/** @param size of its letters, in points: a fingerprint stays in one line */
function table(rows: readonly (readonly string[])[], size = 11): string {
  const cell = (text: string) => `<td dir="auto" style="border: 1px solid #888888; padding: 4px">${said(text)}</td>`;
  return `<table style="border-collapse: collapse; font-size: ${size}pt">${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`;
}

/** Text as HTML: what could be markup, and everything beyond ASCII, as numbers; lines end where they ended. */
function said(text: string): string {
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
