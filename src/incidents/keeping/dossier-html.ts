import { heading1, heading2, paper, paragraph, said, table } from '../../school/paper.ts';
import type { DossierCase, Passage } from './dossier.ts';

/** A document that is given out: text and blocks, nothing below them. */
export interface DossierPaper {
  title: string;
  /** Sentences at the top. */
  about: readonly string[];
  cases: readonly DossierCase[];
}

export function dossierHtml({ title, about, cases }: DossierPaper): string {
  return paper(title, [heading1(title), ...about.map(paragraph), ...chronology(cases), ...cases.flatMap(caseParts)]);
}

/** The cases at a glance, in their order. */
function chronology(cases: readonly DossierCase[]): string[] {
  if (cases.length < 2) return [];
  const columns = ['Received', 'Happened', 'Role', 'Types', 'State', 'Outcome'];
  const row = ({ reference, facts }: DossierCase) => [reference, ...columns.map((column) => facts.find(([label]) => label === column)?.[1] ?? '')];
  return [heading2('Chronology'), table([['Case', ...columns], ...cases.map(row)], 9)];
}

function caseParts({ reference, facts, passages }: DossierCase): string[] {
  return [heading2(`Case ${reference}`), table(facts, 10), ...passages.map(passagePart)];
}

function passagePart({ at, what, said: words }: Passage): string {
  const head = at === '' ? said(what) : `${said(at)}: ${said(what)}`;
  return `<p dir="auto"><b>${head}</b></p>${words === '' ? '' : paragraph(words)}`;
}
