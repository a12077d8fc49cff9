declare const __OFFICE__: string;

/** Where the office's web app answers, as known when the script was built; '' when it was not. */
export function officeAddress(): string {
  return __OFFICE__;
}
