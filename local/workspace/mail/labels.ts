import type { MailboxData } from '../data.ts';

export type LabelData = MailboxData['labels'][number];

/** Labels every mailbox has (docs/workspace/gmail/api/guides/labels.md). */
export const SYSTEM_LABELS = [
  'CHAT',
  'SENT',
  'INBOX',
  'IMPORTANT',
  'TRASH',
  'DRAFT',
  'SPAM',
  'CATEGORY_FORUMS',
  'CATEGORY_UPDATES',
  'CATEGORY_PERSONAL',
  'CATEGORY_PROMOTIONS',
  'CATEGORY_SOCIAL',
  'STARRED',
  'UNREAD',
] as const;

/** System labels that Gmail puts on by itself and nobody else may. */
export const AUTOMATIC_LABELS: readonly string[] = ['SENT', 'DRAFT', 'CHAT'];

/** How searches spell a label: `Online safety/To do` is `label:online-safety-to-do`. */
export function labelInSearch(name: string): string {
  return name.toLowerCase().replace(/[\s/&()]+/g, '-');
}
