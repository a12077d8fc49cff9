import { classesOf, classKey } from '../../agreements/asking/members.ts';
import { type RollEntry, wordsOf } from '../../school/roll.ts';

/**
 * The class of the school that some words name: a Classroom course is called as its teacher likes, and its name travels in addresses.
 * @param words such as `3A` or `Class 3A Maths`; anybody may have written them
 * @returns the class as the list of people has it, the longest name where several fit; '' when there is none: the words are never repeated
 * @example classNamed('Class 3A, Maths', roll) // '3A'
 */
export function classNamed(words: string, roll: readonly RollEntry[]): string {
  const names = [...new Set(roll.flatMap((entry) => (entry.kind === 'pupil' || entry.kind === 'staff' || entry.kind === 'supply' ? classesOf(entry) : [])))];
  const exact = names.find((name) => classKey(name) === classKey(words));
  if (exact !== undefined) return exact;
  const said = ` ${plainWords(words)} `;
  const found = names.filter((name) => plainWords(name) !== '' && said.includes(` ${plainWords(name)} `));
  return found.sort((a, b) => b.length - a.length)[0] ?? '';
}

function plainWords(text: string): string {
  return wordsOf(text.replace(/[^\p{L}\p{N}/\s'’-]+/gu, ' ')).join(' ');
}
