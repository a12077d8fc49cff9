export type MailProblem = 'not found' | 'label exists' | 'no recipient' | 'bad address' | 'daily limit' | 'too large';

/** What a mailbox refuses; each face says it in Google's words for that face. */
export class MailError extends Error {
  constructor(
    readonly problem: MailProblem,
    /** The address, id or name it is about. */
    readonly subject = '',
  ) {
    super(`${problem}: ${subject}`);
    this.name = 'MailError';
  }
}
