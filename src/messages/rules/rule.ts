import type { Category, MessageSeverity } from '../message.ts';
import type { Prepared } from '../scoring/prepared.ts';

/** What a rule found in a message. */
export interface Found {
  /** Where it stands in the text that was written: characters from, to. */
  from: number;
  to: number;
  /** What speaks against it here, in plain words; '' when nothing does. */
  against: string;
}

/** A rule over the context of words, not over words. Its examples are its tests. */
export interface FlagRule {
  id: string;
  version: number;
  category: Category;
  severity: Exclude<MessageSeverity, 0>;
  /** What it looks for, in one sentence for the DSL. */
  about: string;
  /** Who looks after it. */
  owner: string;
  /** Flags by itself; one that does not is only a signal for the model and other rules. */
  alone: boolean;
  /** About a direct threat or somebody telling of harm: no mute silences it. */
  isNeverMuted?: boolean;
  find(message: Prepared): Found[];
  /** Messages it must find something in, and messages it must not. */
  finds: readonly string[];
  leaves: readonly string[];
}
