import { array, maxLength, pipe, regex, string, transform } from 'valibot';
import { IDEMPOTENCY_KEY } from '../records/records.ts';

/** What the shapes of doors are put together from; lengths in characters. */

export const text = (most: number) => pipe(string(), maxLength(most));
export const many = (most: number, each: number) => pipe(array(text(each)), maxLength(most));
/** Kept apart from the keys that Handrail makes itself: nobody takes the key of a mail before it goes. */
export const key = pipe(
  string(),
  regex(IDEMPOTENCY_KEY),
  maxLength(100),
  transform((made) => `page-${made}`),
);
export const line = text(300);
/** A day as it was typed. */
export const day = text(40);
