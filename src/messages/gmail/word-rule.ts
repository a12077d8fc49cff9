import type { Category, MessageSeverity } from '../message.ts';
import type { Phrase } from './phrase.ts';

/**
 * Words that stand for something by themselves, so that Google's own rules can look for them. They only bring a copy to the office or put a
 * label on it: what a message means is then said by the rules over context. Its examples are its tests.
 */
export interface WordRule {
  id: string;
  /** Goes up whenever its phrases change. */
  version: number;
  category: Category;
  /** What such a message often is: only sorts the mailbox. */
  severity: Exclude<MessageSeverity, 0>;
  /** Who looks after it. */
  owner: string;
  phrases: readonly Phrase[];
  /** Texts it must find something in, and texts it must not. */
  finds: readonly string[];
  leaves: readonly string[];
}
