import { canonical } from '../../records/canonical.ts';
import { hashOf } from '../../records/hash.ts';
import { Refusal } from '../../school/refusal.ts';
import { blackedOut } from './black-out.ts';
import type { DossierCase, Passage } from './dossier.ts';
import { addedFinder, type ByHand, type MarkedCase, type MarkedPassage, type MarkedText, markId, standing } from './redaction.ts';

/** Stands for all that is shown for checking: another text or another mark gives another one. */
export function stampOf(cases: readonly MarkedCase[]): string {
  return hashOf(canonical(JSON.stringify(cases))).slice(0, 32);
}

/** Stands in the place of a passage that a person left out. */
export const LEFT_OUT = 'A part was left out here.';

/**
 * What is given out: texts with blocks in them, and nothing below the blocks.
 * @throws Refusal `changed-meanwhile` when it is not what was checked
 */
export function given(cases: readonly MarkedCase[], { lifted, added, leftOut, stamp }: ByHand): DossierCase[] {
  if (stamp !== stampOf(cases))
    throw new Refusal('changed-meanwhile', 'Something was recorded in these cases meanwhile, so they must be checked again: reload the page.');
  const gone = new Set(leftOut);
  const up = new Set(lifted);
  const find = addedFinder(added);
  const textOf = (id: string, part: 'what' | 'said', text: MarkedText) =>
    blackedOut(
      text.text,
      standing(text, (mark) => markId(id, part, mark), up, find),
    );
  const passageOf = ({ id, at, what, said }: MarkedPassage): Passage =>
    gone.has(id) ? { at: '', what: LEFT_OUT, said: '' } : { at, what: textOf(id, 'what', what), said: textOf(id, 'said', said) };
  return cases
    .filter(({ reference }) => !gone.has(reference))
    .map(({ reference, facts, passages }) => ({ reference, facts, passages: passages.map(passageOf) }));
}
