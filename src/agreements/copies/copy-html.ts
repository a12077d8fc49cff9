import { heading1, heading2, paper, paragraph, said, table } from '../../school/paper.ts';
import type { CopyChild, CopySection, SignedCopy } from './signed-copy.ts';

/** A signed copy as a whole document of plain HTML (A11). */
export function copyHtml(copy: SignedCopy): string {
  const { school, title, heading, note, reason, introduction, sections, children, facts } = copy;
  const parts = [
    `<p style="font-size: 11pt">${said(school)}</p>`,
    heading1(title),
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
  return paper(title, parts);
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
