import type { Person } from '../../school/person.ts';
import { guidanceFor } from '../guidance.ts';

/**
 * Whether no picture is taken with it, whatever it shows: to look at it, to copy it and to keep it may each be an offence (rule 8, B4).
 * @param types ids of types that were chosen, by the reporter or since
 */
export function refusesPictures(types: readonly string[], story: string): boolean {
  return ['', ...types].some((typeHint) => guidanceFor({ typeHint, about: '', story }).some((guidance) => guidance.refusesPictures));
}

/** By whom it is said to. */
export const WHY_NO_PICTURES = {
  staff:
    'No picture or film can be added to this: it may show a child in a way that nobody may look at, copy, send or keep. Leave the device as it is and tell the designated safeguarding lead where the images are.',
  pupil:
    'No picture or film can be added to this: it may show a child in a way that nobody may look at, send or keep. Leave it where it is, and tell a grown-up you trust where that is.',
} as const;

export function whyNoPictures({ kind }: Pick<Person, 'kind'>): string {
  return WHY_NO_PICTURES[kind === 'pupil' ? 'pupil' : 'staff'];
}
