export interface FormItemData {
  id: number;
  /** The `FormApp.ItemType` name. */
  type: string;
  title: string;
  helpText: string;
  required: boolean;
  choices?: { value: string; goTo?: 'CONTINUE' | 'RESTART' | 'SUBMIT' | number; isCorrect?: boolean }[];
  hasOther?: boolean;
  rows?: string[];
  columns?: string[];
  lowerBound?: number;
  upperBound?: number;
  leftLabel?: string;
  rightLabel?: string;
  ratingIcon?: string;
  includesYear?: boolean;
  /** Where a page break sends those who come to it from the page before. */
  goTo?: 'CONTINUE' | 'RESTART' | 'SUBMIT' | number;
  /** `kind` is the builder's method that set it: `requireTextIsEmail`, `requireLimitOneResponsePerColumn`. */
  validation?: { kind: string; values: (string | number)[]; helpText: string | null };
  points?: number;
  /** Shown after a quiz, by `FormApp.FeedbackType` name. */
  feedback?: Partial<Record<'CORRECT' | 'INCORRECT' | 'GENERAL', FeedbackData>>;
  image?: { mimeType: string; base64: string };
  videoUrl?: string;
  alignment?: string;
  width?: number;
}

export interface FeedbackData {
  text: string;
  links: { url: string; text: string | null }[];
}

export interface FormResponseData {
  id: string;
  /** Whoever holds it may change the response while edits are on; it stands in the edit link. */
  editKey: string;
  /** The signed-in account that answered. Only Google knows it when addresses are not collected ("one response each" counts by it). */
  account: string;
  /** Sent with the page, so that the same page sent twice is one response. */
  submissionKey?: string;
  /** The signed-in account, '' when addresses are not collected. */
  respondentEmail: string;
  /** Whether Google itself vouched for the address (verified collection), or the person typed it. */
  emailVerified: boolean;
  createdTime: number;
  submittedTime: number;
  editedTimes: number[];
  /** Answers by item id: a string, several strings, or rows of a grid. */
  answers: Record<number, string | string[] | (string | string[] | null)[]>;
  score?: number;
}

export interface FormData {
  id: string;
  /** The id in the address people answer at; not the file's id. */
  publishedId: string;
  title: string;
  description: string;
  confirmationMessage: string;
  customClosedFormMessage: string;
  items: FormItemData[];
  responses: FormResponseData[];
  acceptingResponses: boolean;
  published: boolean;
  emailCollection: 'DO_NOT_COLLECT' | 'VERIFIED' | 'RESPONDER_INPUT';
  allowResponseEdits: boolean;
  limitOneResponsePerUser: boolean;
  progressBar: boolean;
  shuffleQuestions: boolean;
  showLinkToRespondAgain: boolean;
  publishingSummary: boolean;
  requireLogin: boolean;
  isQuiz: boolean;
  /** `columns` says what each column holds, from the left: `timestamp`, `email`, an item's id, or `id/row` for a grid. */
  destination?: { spreadsheetId: string; sheetId: number; columns: string[]; rowOf: Record<string, number> };
  nextItemId: number;
}
