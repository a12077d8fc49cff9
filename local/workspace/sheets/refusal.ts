/** Why Google Sheets refuses a change; the faces say it in their own way (an Exception, an HTTP 400 or 403, a notice to the person). */
export class SheetRefusal extends Error {
  constructor(
    readonly kind: 'not found' | 'permission' | 'protected' | 'invalid' | 'too large' | 'bad request',
    message: string,
  ) {
    super(message);
    this.name = 'SheetRefusal';
  }
}

export const PROTECTED = 'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
