export interface PersonData {
  email: string;
  givenName: string;
  familyName: string;
  /** False for a parent or visitor who has only a private address: no Google sign-in. */
  hasAccount: boolean;
  /** The Workspace domain of the account; an account elsewhere is not `WorkspaceData.domain`. */
  domain: string;
  orgUnitPath: string;
  isAdmin: boolean;
  suspended: boolean;
  /** Free words shown by the site's "who are you" page: "DSL", "Teacher, Year 3", "Parent of …". */
  title: string;
  aliases: string[];
  /** Switched on at script.google.com/home/usersettings: whether the Apps Script API may touch the account's scripts. Off unless said. */
  appsScriptApi?: boolean;
  /** A Workspace for Education licence beyond Fundamentals, which everybody has. */
  licence?: 'Teaching and Learning' | 'Plus';
  /** What the school office's own records say; Google knows nothing of it. */
  record?: SchoolRecordData;
}

export interface SchoolRecordData {
  role: 'staff' | 'supply' | 'pupil' | 'parent' | 'governor' | 'volunteer' | 'visitor';
  jobTitle: string;
  /** A pupil's class, or the class a member of staff teaches or helps in: `3A`; '' for none. */
  className: string;
  /** A parent's children, by e-mail address. */
  parentOf: string[];
  /** A pupil's year: `R`, `3`. */
  year?: string;
  lineManager?: string;
  /** The last day, ISO. */
  leaves?: string;
}

export interface GroupData {
  email: string;
  name: string;
  description: string;
  /** Direct members: people or other groups. */
  members: { email: string; role: 'OWNER' | 'MANAGER' | 'MEMBER' }[];
}
