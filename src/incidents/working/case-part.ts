import type { CaseFile } from './case-file.ts';

/** What each part of the case page is given. */
export interface CasePart {
  file: CaseFile;
  /** Asks for the case anew, after something was recorded. */
  reload: () => Promise<void>;
}

/** What a form of the page is given. */
export interface CaseForm {
  file: CaseFile;
  /** Is told what to say once it is recorded. */
  onDone: (said: string) => Promise<void>;
}
