import { finder, piecesOf } from '../keeping/black-out.ts';
import type { CasePerson } from '../working/case-file.ts';
import { personKey } from './pack-parts.ts';

/** People who need not be named to an agency, each with what stands for them: `Pupil A`. */
export function standIns(people: readonly CasePerson[], hidden: readonly string[]): Map<CasePerson, string> {
  const found = new Map<CasePerson, string>();
  for (const person of people) {
    if (!hidden.includes(personKey(person))) continue;
    found.set(person, `${person.kind === 'pupil' ? 'Pupil' : 'Person'} ${letterOf(found.size)}`);
  }
  return found;
}

/** A, B … Z, AA: as many as there are. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`;
}

/**
 * Puts stand-ins for people into a text, wherever `finder` finds them. What is also the name of somebody who is named stays; so do addresses
 * that are not theirs: whoever wrote to a child is what an agency asks about.
 */
export function standingIn(people: readonly CasePerson[], standIn: ReadonlyMap<CasePerson, string>): (text: string) => string {
  const own = people.filter((person) => !standIn.has(person));
  const replacements = [...standIn].map(([person, instead]) => {
    const find = finder({ own, others: [person] });
    const isTheirs = (said: string) => !said.includes('@') || said.toLowerCase() === person.email || find(said.replace(/@.*/, '')).length > 0;
    return (text: string) =>
      piecesOf(text, find(text))
        .map(({ said, isMarked }) => (isMarked && isTheirs(said) ? `[${instead}]` : said))
        .join('');
  });
  return (text) => replacements.reduce((result, replace) => replace(result), text);
}
