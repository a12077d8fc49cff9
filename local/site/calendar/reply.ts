import type { PageParts } from '../shell.ts';

export interface CalendarRequest {
  /** Address of the account at the keyboard. */
  visitor: string;
  path: string;
  method: 'GET' | 'POST';
  query: URLSearchParams;
  fields: URLSearchParams;
}

export interface CalendarReply extends PageParts {
  status: number;
  /** Where to go instead. */
  location?: string;
}
