declare const __OFFICE__: string;
declare const __MAILBOX__: string;
declare const __TELEPHONE__: string;
declare const __LESSONS__: string;
declare const __CLASSROOM__: string;

/** Where the office's web app answers, as known when the script was built; '' when it was not. */
export function officeAddress(): string {
  return __OFFICE__;
}

/** The safeguarding mailbox, as known when the script was built; '' when it was not. */
export function safeguardingMailbox(): string {
  return __MAILBOX__;
}

/** The telephone number of the designated safeguarding lead, as known when the script was built; '' when it was not. */
export function dslTelephone(): string {
  return __TELEPHONE__;
}

/** How the school wants its live lessons, as one line of text (`wantsText`), as known when the script was built; '' when it was not. */
export function lessonWants(): string {
  return __LESSONS__;
}

/** Where the Classroom add-on's own pages answer, as known when the script was built; '' when it was not. */
export function classroomAddress(): string {
  return __CLASSROOM__;
}
