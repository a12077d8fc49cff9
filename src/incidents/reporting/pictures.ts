import { guidanceFor } from '../guidance.ts';

/**
 * Whether no picture is taken with it, whatever it shows: to look at it, to copy it and to keep it may each be an offence (rule 8, B4).
 * @param types ids of types that were chosen, by the reporter or since
 */
export function refusesPictures(types: readonly string[], story: string): boolean {
  return ['', ...types].some((typeHint) => guidanceFor({ typeHint, about: '', story }).some((guidance) => guidance.refusesPictures));
}

export const WHY_NO_PICTURES =
  'No picture or film can be added to this: it may show a child in a way that nobody may look at, copy, send or keep. Leave the device as it is and tell the designated safeguarding lead where the images are.';
