import type { FormData } from '../../local/workspace/data.ts';
import { isEmpty } from '../../local/workspace/forms/answers.ts';
import { type Answers, isQuestion, nextSection, type Section, sectionsOf } from '../../local/workspace/forms/sections.ts';

/** Text, several ticks, or a grid: a column for each row, null where a row is left out. */
export type FormAnswer = string | string[] | (string | string[] | null)[];

/**
 * Goes through a form page by page and gives each question on the way its answer by title.
 * @param answers by `Question`, or by `Page / Question` where only that page's is meant
 * @throws when a question that must be answered is not, or an answer is for a question that is not asked on this way
 */
export function walkThrough(form: FormData, answers: Readonly<Record<string, FormAnswer>>): Answers {
  const given: Answers = {};
  const used = new Set<string>();
  const seen = new Set<number>();
  for (let next: number | 'submit' = 0; next !== 'submit'; ) {
    const section: Section | undefined = sectionsOf(form)[next];
    if (!section || seen.has(section.index)) throw new Error('these answers lead back to a page already filled in');
    seen.add(section.index);
    for (const item of section.items.filter(isQuestion)) {
      const names = [`${section.pageBreak?.title ?? ''} / ${item.title}`, item.title].filter((name) => answers[name] !== undefined);
      for (const name of names) used.add(name);
      const answer = answers[names[0] ?? ''];
      if (answer !== undefined && !isEmpty(answer)) given[item.id] = answer;
      else if (item.required) throw new Error(`“${item.title}” must be answered`);
    }
    next = nextSection(form, section, given);
  }
  const stray = Object.keys(answers).filter((name) => !used.has(name));
  if (stray.length > 0) throw new Error(`nobody asks “${stray.join('”, “')}” on this way through the form`);
  return given;
}
