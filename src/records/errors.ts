/** What can go wrong with keeping records. The message is a sentence for the person in front of the page: what happened, what to do. */
export class RecordsError extends Error {
  constructor(
    readonly code: 'busy' | 'damaged' | 'missing' | 'key reused' | 'too long' | 'newer' | 'not kept',
    message: string,
  ) {
    super(message);
    this.name = 'RecordsError';
  }

  /** Its words are for somebody who has pressed a button. */
  get isOfThePress(): boolean {
    return this.code === 'busy' || this.code === 'not kept';
  }
}

/** Somebody else holds the records just now. */
export class RecordsBusy extends RecordsError {
  constructor(why = 'Somebody else is writing to the records at this moment') {
    super('busy', `${why}. What you typed is kept: please try again in a moment.`);
    this.name = 'RecordsBusy';
  }
}

/** Another run has written since this one read: what was decided must be decided again. */
export class Overtaken extends RecordsBusy {
  constructor() {
    super('Somebody else has just written to the records');
    this.name = 'Overtaken';
  }
}

/** A sheet is not as Handrail left it. Nothing is read from it or written to it until somebody has mended it. */
export class RecordsDamaged extends RecordsError {
  /**
   * @param sheet the sheet's name
   * @param what what is wrong there, with the column or row: `the column "State" is missing`
   * @param remedy what to do about it
   */
  constructor(
    readonly sheet: string,
    readonly what: string,
    remedy = 'Ask the person who looks after Handrail to open its set-up page and choose "Make what is missing": the sheet is made anew from the journal. Nothing is lost.',
  ) {
    super('damaged', `In the sheet "${sheet}" ${what}. ${remedy}`);
    this.name = 'RecordsDamaged';
  }
}

/** The records were written anew in another file since this run began. Whoever opens records goes on in that one. */
export class RecordsMoved extends RecordsBusy {
  constructor(readonly successor: string) {
    super('The records are being moved into a new file');
    this.name = 'RecordsMoved';
  }
}

/** The records spreadsheet is not where it should be. */
export class RecordsMissing extends RecordsError {
  constructor(what: string, remedy: string) {
    super('missing', `${what} ${remedy}`);
    this.name = 'RecordsMissing';
  }
}

export const RESTORE_FILE =
  'Please look for it in the bin of the safeguarding account’s Drive and restore it; after that, a Workspace administrator can bring it back for 25 days.';

/** Google did not confirm that the entry was kept, even after several tries. */
export class NotKept extends RecordsError {
  constructor(reason: string) {
    super('not kept', `Google did not confirm that this was kept (${reason}). What you typed is still here: please send it again; it is not recorded twice.`);
    this.name = 'NotKept';
  }
}
