/**
 * An error that a person can act on. Its sentence says what was wrong, where, and what to do; nothing that was typed is lost by it.
 * Everything else that is thrown is a fault of ours or of Google's, and a door says so.
 */
export class Refusal extends Error {
  /**
   * @param code for programs: stable, in kebab-case
   * @param message for the person at the page
   * @param field the name of the input that was wrong, when one was
   */
  constructor(
    readonly code: string,
    message: string,
    readonly field?: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}
