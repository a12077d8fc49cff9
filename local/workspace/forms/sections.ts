import type { FormData, FormItemData, FormResponseData } from '../data.ts';

export type Answer = FormResponseData['answers'][number];
export type Answers = FormResponseData['answers'];

/** One page of a form: what stands between two page breaks. The first has no page break of its own. */
export interface Section {
  index: number;
  pageBreak: FormItemData | null;
  items: FormItemData[];
}

/** The item types that ask something. */
const QUESTION_TYPES: ReadonlySet<string> = new Set([
  'CHECKBOX',
  'CHECKBOX_GRID',
  'DATE',
  'DATETIME',
  'DURATION',
  'FILE_UPLOAD',
  'GRID',
  'LIST',
  'MULTIPLE_CHOICE',
  'PARAGRAPH_TEXT',
  'RATING',
  'SCALE',
  'TEXT',
  'TIME',
]);

export function isQuestion(item: FormItemData): boolean {
  return QUESTION_TYPES.has(item.type);
}

export function sectionsOf(form: FormData): Section[] {
  const sections: Section[] = [{ index: 0, pageBreak: null, items: [] }];
  for (const item of form.items) {
    if (item.type === 'PAGE_BREAK') sections.push({ index: sections.length, pageBreak: item, items: [] });
    else sections.at(-1)?.items.push(item);
  }
  return sections;
}

/**
 * Where the person goes after a section: another section's index, or `submit`.
 * The last chosen option with navigation decides, then the next page break (docs/apps-script/reference/forms/page-break-item.md);
 * navigation has no effect on the last page (…/page-navigation-type.md).
 */
export function nextSection(form: FormData, from: Section, answers: Answers): number | 'submit' {
  const sections = sectionsOf(form);
  const following = sections[from.index + 1];
  if (!following) return 'submit';
  let goTo = following.pageBreak?.goTo ?? 'CONTINUE';
  for (const item of from.items) {
    const chosen = item.choices?.find((choice) => choice.value === answers[item.id]);
    if (chosen?.goTo !== undefined) goTo = chosen.goTo;
  }
  if (goTo === 'CONTINUE') return following.index;
  if (goTo === 'RESTART') return 0;
  if (goTo === 'SUBMIT') return 'submit';
  return sections.find((section) => section.pageBreak?.id === goTo)?.index ?? following.index;
}

/**
 * The sections a person with these answers walks through, in order. `complete` is false when the way leads back to a section
 * already seen: such answers cannot be submitted as they are.
 */
export function pathThrough(form: FormData, answers: Answers): { sections: Section[]; complete: boolean } {
  const all = sectionsOf(form);
  const path: Section[] = [];
  for (let next: number | 'submit' = 0; next !== 'submit'; ) {
    const section: Section | undefined = all[next];
    if (!section || path.includes(section)) return { sections: path, complete: false };
    path.push(section);
    next = nextSection(form, section, answers);
  }
  return { sections: path, complete: true };
}
