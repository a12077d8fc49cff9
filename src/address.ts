declare const __OFFICE__: string;

/** Where the office's web app answers, as known when the sidebar was built; '' when it was not. */
export function officeAddress(): string {
  return __OFFICE__;
}
