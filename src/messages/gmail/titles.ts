import type { Category } from '../message.ts';

/** What each category is called in the console and in labels. */
export const TITLES: Record<Category, string> = {
  bullying: 'bullying',
  hate: 'hate',
  threat: 'threats',
  sexual: 'sexual contact',
  nudes: 'images',
  'self-harm': 'self-harm',
  radicalisation: 'radicalisation',
  drugs: 'drugs and weapons',
  scam: 'scams',
  disclosure: 'telling of harm',
};
