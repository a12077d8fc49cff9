import type { CaseRow } from '../case.ts';

/** Where something comes from and how sure that is (docs/rules.md): P seen in the original, S at second hand, R recalled. */
export interface Source {
  /** In our words: `Rule 9 (DfE 2020, BC)`. */
  from: string;
  grade: 'P' | 'S' | 'R';
}

/** One step of a protocol: something to answer or to do, that is recorded with who, when and, where wanted, a witness. */
export interface Step {
  /** Unique within its protocol. */
  id: string;
  /** What to answer or do, in plain English. */
  ask: string;
  /** Smaller words below it: how, and what never to do. */
  help?: string;
  /** `do`: done or not; the others are answered. An answer is kept as its value. */
  kind: 'do' | 'yes-no' | 'choice' | 'text';
  choices?: readonly { value: string; text: string }[];
  /** A witness must be named (B4, B10, B17). */
  witness?: true;
  /** Closing does not wait for it. */
  optional?: true;
  /** With this answer the protocol ends here: no later step is shown (B10: abuse images). */
  stops?: string;
  /** What to do at once when it has ended so, said loudly; left out where ending is nothing to worry about. */
  stopWords?: string;
  /** May be recorded more than once: each address, each thing taken. Every time stands in the history. */
  repeats?: true;
  source?: Source;
  /** Shown only then; always when left out. */
  when?(facts: ProtocolFacts): boolean;
}

/** What a step or protocol may depend on: the case as its row knows it, and the protocol's own answers. */
export interface ProtocolFacts {
  row: CaseRow;
  /** Answers so far, by `protocol.step`. */
  answers: Readonly<Record<string, string>>;
}

/** A way through something that must be done in order and shown afterwards: first response, a review, a search, a guided path. */
export interface Protocol {
  id: string;
  title: string;
  /** Requirement row: `B7`. */
  row: string;
  /** Who does it and what it is for, in a sentence or two. */
  about: string;
  source: Source;
  /** `applies`: it belongs to this case. `offered`: a person may begin it. */
  fits(facts: ProtocolFacts): 'applies' | 'offered' | 'no';
  steps: readonly Step[];
}
