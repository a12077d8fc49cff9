import { canonical } from '../../records/canonical.ts';
import { hashOf } from '../../records/hash.ts';
import type { About } from '../concern.ts';
import type { Named } from '../involve.ts';

/** Untouched drafts are thrown away after so many days; the page says so. */
export const DRAFT_DAYS = 30;

/** What stands on the report page, as it was typed; of an addition to a concern, the story alone. */
export interface DraftText {
  story: string;
  /** As the page's input holds it. */
  happened: string;
  where: string;
  device: string;
  url: string;
  about: About | '';
  typeHint: string;
  danger: boolean;
  done: string;
  told: 'yes' | 'no' | '';
  nameless: boolean;
  people: Named[];
}

/** A draft as it is kept. */
export interface DraftContent {
  text: DraftText;
  /** Who would send it, as the journal would name them: somebody who wants no name has none here either. */
  by: string;
}

/** What somebody writes: a new concern, '', or an addition to one of theirs, its reference. */
export type Writing = string;

/**
 * By what a draft is found: one for each writer and what they write. It does not hold the address, and it is gone with the draft.
 * @param writer their address
 */
export function draftKey(writer: string, what: Writing): string {
  return `draft-${hashOf(canonical([writer, what])).slice(0, 40)}`;
}

/**
 * By what a file is found that was put to a draft, so that a repeated upload is the same file.
 * @param press the page's own for this file
 */
export function uploadKey(draft: string, press: string): string {
  return `upload-${hashOf(canonical([draft, press])).slice(0, 40)}`;
}

/** When it was last touched, is it to be thrown away? Both moments ISO 8601. */
export function isForgotten(saved: string, now: string): boolean {
  return Date.parse(now) - Date.parse(saved) > DRAFT_DAYS * 86_400_000;
}

/** A page on which nothing has been typed yet. */
export function emptyText(): DraftText {
  return {
    ...{ story: '', happened: '', where: '', device: '', url: '', about: '', typeHint: '' },
    ...{ danger: false, done: '', told: '', nameless: false, people: [] },
  };
}
