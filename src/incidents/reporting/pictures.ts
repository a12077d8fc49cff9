import { typeOf } from '../types.ts';

/** How people write of images that nobody may keep (rule 8), when they have chosen no type. */
const IMAGE_WORDS =
  /\b(nudes?|naked|topless|undress(ed|ing)?|upskirt\w*|sext(s|ing|ed)?|porn\w*|dick pics?|private parts|(intimate|explicit|indecent|sexual) (photo|picture|pic|image|video|film)s?)\b/i;

/** The type that guidance is shown for: the one that was chosen, or that of images of children when the words speak of them. */
export function typeFor(typeHint: string, story: string): string {
  return typeHint === '' && IMAGE_WORDS.test(story) ? 'nudes' : typeHint;
}

/** Whether no picture is taken with it, whatever it shows: to look at it, to copy it and to keep it may each be an offence (rule 8, B4). */
export function refusesPictures(typeIds: readonly string[]): boolean {
  return typeIds.some((id) => typeOf(id)?.images === true);
}

export const WHY_NO_PICTURES =
  'This may be about images of a child. Nobody may look at them, copy them, send them or keep them, so no picture or film can be added here. Leave the device as it is and tell the designated safeguarding lead where the images are.';
