/**
 * Everything the local Workspace remembers, as plain JSON data: no classes, no Dates, no Maps.
 * So a school can be cloned for a test with `structuredClone`, saved to a folder and started again.
 * Times are milliseconds since 1970 (UTC) unless a field says otherwise; e-mail addresses are lower case.
 */

export interface WorkspaceData {
  /** The school's Google domain, for example `quillhaven.example`. */
  domain: string;
  /** How many ids have been given out: ids are made from it, so a repeated run gives the same ones. */
  ids: number;
  now: number;
  people: Record<string, PersonData>;
  groups: Record<string, GroupData>;
  orgUnits: string[];
  /** Everything that has a Drive id: folders, Sheets, Forms, scripts, uploaded files. */
  files: Record<string, FileData>;
  spreadsheets: Record<string, SpreadsheetData>;
  forms: Record<string, FormData>;
  mailboxes: Record<string, MailboxData>;
  calendars: Record<string, CalendarData>;
  courses: Record<string, CourseData>;
  scripts: Record<string, ScriptData>;
  /** Quota used today, by account and by the quota's name (see `quotas.ts`). */
  quotas: Record<string, QuotaData>;
}

// ---- people ---------------------------------------------------------------------------------------------------

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
  /** What the school office's own records say; Google knows nothing of it. */
  record?: SchoolRecordData;
}

export interface SchoolRecordData {
  role: 'staff' | 'supply' | 'pupil' | 'parent' | 'governor' | 'visitor';
  jobTitle: string;
  /** A pupil's class, or the class a member of staff teaches or helps in: `3A`; '' for none. */
  className: string;
  /** A parent's children, by e-mail address. */
  parentOf: string[];
}

export interface GroupData {
  email: string;
  name: string;
  description: string;
  /** Direct members: people or other groups. */
  members: { email: string; role: 'OWNER' | 'MANAGER' | 'MEMBER' }[];
}

// ---- Drive ----------------------------------------------------------------------------------------------------

export interface PermissionData {
  id: string;
  type: 'user' | 'group' | 'domain' | 'anyone';
  role: 'owner' | 'writer' | 'commenter' | 'reader';
  /** Set for user and group. */
  emailAddress?: string;
  /** Set for domain. */
  domain?: string;
  /** `published` is the permission to answer a published form, not to see its file. */
  view?: 'published' | 'metadata';
  allowFileDiscovery?: boolean;
}

export interface FileData {
  id: string;
  name: string;
  mimeType: string;
  description: string;
  /** One parent, or none for the root folder and for files that were only shared. */
  parents: string[];
  owner: string;
  permissions: PermissionData[];
  /** Put in the bin itself; what lies in a binned folder is binned too (`Drive.isTrashed`). */
  trashed: boolean;
  /** Accounts that starred it: a star is one's own. */
  starredBy: string[];
  createdTime: number;
  modifiedTime: number;
  lastModifyingUser: string;
  /** Uploaded content, base64. Google's own types (Sheets, Forms, scripts) keep theirs elsewhere. */
  content?: string;
  /** Text of a Google Doc, when there is one. */
  text?: string;
  /** Private to each app (a script project or an OAuth client): app → key → value. */
  appProperties: Record<string, Record<string, string>>;
  properties: Record<string, string>;
  /** Apps that made this file, or were given it to open: all that the scope `drive.file` reaches. */
  apps: string[];
  writersCanShare: boolean;
  copyRequiresWriterPermission: boolean;
  downloadRestrictions?: { restrictedForReaders: boolean; restrictedForWriters: boolean };
  contentRestrictions?: { readOnly: boolean; ownerRestricted: boolean; reason?: string };
  inheritedPermissionsDisabled?: boolean;
  shortcutTarget?: string;
}

// ---- Sheets ---------------------------------------------------------------------------------------------------

/** A cell's value. Dates are serial numbers (days since 30 December 1899) with a date number format, as in Sheets. */
export type CellScalar = string | number | boolean | null;

export interface CellData {
  /** What the cell holds: a literal, or what its formula came to. */
  v: CellScalar;
  /** The formula with its leading `=`. */
  f?: string;
  /** An error the formula came to: `#NAME?`, `#REF!`, … */
  e?: string;
  note?: string;
  /** The link of the whole cell (`textFormat.link`). */
  link?: string;
  numberFormat?: string;
  /** The number format that the formula's result suggests, for a cell that has none of its own. */
  resultFormat?: string;
  background?: string;
  fontColor?: string;
  fontWeight?: string;
  fontStyle?: string;
  fontSize?: number;
  fontFamily?: string;
  fontLine?: string;
  horizontalAlignment?: string;
  verticalAlignment?: string;
  wrap?: string;
  validation?: ValidationData;
  borders?: Partial<Record<'top' | 'bottom' | 'left' | 'right', BorderData>>;
  /** Parts of a text that look different or link somewhere; each reaches to the next one's start. */
  runs?: TextRunData[];
  /** The value overflows from an array formula elsewhere: to a person this cell is empty. */
  spill?: true;
}

/** `style` is the `SpreadsheetApp.BorderStyle` name; `color` is `#rrggbb`. */
export interface BorderData {
  style: string;
  color: string;
}

export interface TextRunData {
  start: number;
  style: {
    bold?: boolean;
    italic?: boolean;
    underline?: boolean;
    strikethrough?: boolean;
    fontSize?: number;
    fontFamily?: string;
    color?: string;
    link?: string;
  };
}

export interface ValidationData {
  /** The `SpreadsheetApp.DataValidationCriteria` name. */
  criteria: string;
  /** Literals; a range is kept as an A1 string. */
  values: (string | number | boolean)[];
  allowInvalid: boolean;
  helpText: string | null;
  /** False when a list is checked without being offered as a dropdown. */
  showDropdown?: boolean;
}

/** Zero-based, end exclusive; a missing end means "to the edge". */
export interface GridRangeData {
  sheetId: number;
  startRow?: number;
  endRow?: number;
  startColumn?: number;
  endColumn?: number;
}

export interface ProtectionData {
  id: number;
  type: 'RANGE' | 'SHEET';
  range: GridRangeData;
  unprotected: GridRangeData[];
  description: string;
  editors: string[];
  domainEdit: boolean;
  warningOnly: boolean;
  /** Nobody has set its editors yet, so it follows those of the file and keeps no editor out. */
  mirrorsFile?: boolean;
  namedRangeId?: string;
}

export interface SheetData {
  id: number;
  name: string;
  rowCount: number;
  columnCount: number;
  /** Row-major and sparse: a missing row or cell is empty. */
  rows: (CellData | null)[][];
  frozenRows: number;
  frozenColumns: number;
  columnWidths: Record<number, number>;
  rowHeights: Record<number, number>;
  hidden: boolean;
  hiddenRows: number[];
  hiddenColumns: number[];
  tabColor: string | null;
  merges: GridRangeData[];
  filter: { range: GridRangeData; criteria: Record<number, unknown> } | null;
  filterViews: { id: number; title: string; range: GridRangeData; criteria: Record<number, unknown>; sort: unknown[] }[];
  conditionalFormats: unknown[];
  bandings: unknown[];
  charts: unknown[];
  gridlinesHidden?: boolean;
  rightToLeft?: boolean;
}

export interface SpreadsheetData {
  id: string;
  timeZone: string;
  locale: string;
  sheets: SheetData[];
  namedRanges: { id: string; name: string; range: GridRangeData }[];
  protections: ProtectionData[];
  developerMetadata: unknown[];
  /** The form that writes its responses here, if any. */
  formId?: string;
  nextSheetId: number;
  nextId: number;
}

// ---- Forms ----------------------------------------------------------------------------------------------------

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

// ---- Gmail ----------------------------------------------------------------------------------------------------

export interface MessageData {
  id: string;
  threadId: string;
  /** INBOX, SENT, DRAFT, TRASH, SPAM, UNREAD, STARRED, IMPORTANT or a user label's id. */
  labelIds: string[];
  internalDate: number;
  historyId: number;
  /** The whole message as it travels (RFC 5322), CRLF line ends; bytes as a latin-1 ("binary") string. */
  raw: string;
}

/** docs/workspace/gmail/api/reference/rest/v1/users.settings.filters.md */
export interface FilterCriteria {
  from?: string;
  to?: string;
  subject?: string;
  query?: string;
  negatedQuery?: string;
  hasAttachment?: boolean;
  excludeChats?: boolean;
  /** Bytes of the whole message. */
  size?: number;
  sizeComparison?: 'smaller' | 'larger' | 'unspecified';
}

export interface FilterAction {
  addLabelIds?: string[];
  removeLabelIds?: string[];
  forward?: string;
}

export interface MailboxData {
  email: string;
  messages: Record<string, MessageData>;
  /** draft id → message id */
  drafts: Record<string, string>;
  labels: {
    id: string;
    name: string;
    type: 'system' | 'user';
    labelListVisibility?: string;
    messageListVisibility?: string;
    color?: { textColor: string; backgroundColor: string };
  }[];
  filters: { id: string; criteria: FilterCriteria; action: FilterAction }[];
  forwardingAddresses: { forwardingEmail: string; verificationStatus: 'accepted' | 'pending' }[];
  history: {
    id: number;
    time: number;
    kind: 'messageAdded' | 'messageDeleted' | 'labelAdded' | 'labelRemoved';
    messageId: string;
    threadId: string;
    labelIds: string[];
  }[];
  historyId: number;
}

// ---- Calendar -------------------------------------------------------------------------------------------------

export interface CalendarEventData {
  id: string;
  iCalUID: string;
  summary: string;
  description: string;
  location: string;
  /** Exactly one of `dateTime` (ISO with offset) and `date` (yyyy-MM-dd), as in the Calendar API. */
  start: { dateTime?: string; date?: string; timeZone?: string };
  end: { dateTime?: string; date?: string; timeZone?: string };
  organizer: string;
  creator: string;
  attendees: {
    email: string;
    displayName?: string;
    responseStatus: 'needsAction' | 'accepted' | 'declined' | 'tentative';
    optional?: boolean;
    resource?: boolean;
    comment?: string;
    additionalGuests?: number;
  }[];
  recurrence?: string[];
  /** Set on a single occurrence that was changed or cancelled: which series it is of, and when it would have begun. */
  recurringEventId?: string;
  originalStartTime?: { dateTime?: string; date?: string; timeZone?: string };
  status: 'confirmed' | 'tentative' | 'cancelled';
  visibility: string;
  transparency: string;
  hangoutLink?: string;
  conferenceData?: {
    conferenceId: string;
    conferenceSolution?: unknown;
    createRequest?: unknown;
    entryPoints: { entryPointType: string; uri: string; label?: string }[];
  };
  guestsCanSeeOtherGuests: boolean;
  guestsCanInviteOthers: boolean;
  guestsCanModify: boolean;
  anyoneCanAddSelf?: boolean;
  reminders: { useDefault: boolean; overrides: { method: string; minutes: number }[] };
  extendedProperties: { private: Record<string, string>; shared: Record<string, string> };
  colorId?: string;
  /** How often guests were told of a new time or place. */
  sequence?: number;
  created: number;
  updated: number;
}

export interface CalendarData {
  id: string;
  summary: string;
  description: string;
  owner: string;
  timeZone: string;
  primary: boolean;
  color: string;
  hidden: boolean;
  selected: boolean;
  location?: string;
  /** Accounts, besides the owner, that have the calendar in their list. */
  subscribers?: string[];
  acl: { scopeType: 'user' | 'group' | 'domain' | 'default'; value: string; role: 'none' | 'freeBusyReader' | 'reader' | 'writer' | 'owner' }[];
  events: Record<string, CalendarEventData>;
}

// ---- Classroom ------------------------------------------------------------------------------------------------

export interface CourseData {
  id: string;
  name: string;
  section: string;
  ownerId: string;
  courseState: 'ACTIVE' | 'ARCHIVED' | 'PROVISIONED' | 'DECLINED';
  teachers: string[];
  students: string[];
  guardians: Record<string, string[]>;
  calendarId?: string;
  descriptionHeading?: string;
  description?: string;
  room?: string;
  /** `d:` for the domain's, `p:` for one project's. */
  aliases?: string[];
  creationTime?: number;
  updateTime?: number;
  /** Class materials and announcements, newest last. */
  posts?: CoursePostData[];
}

export interface CoursePostData {
  id: string;
  kind: 'material' | 'announcement';
  /** Materials have a title, announcements a text. */
  title?: string;
  text?: string;
  description?: string;
  materials: { link: { url: string; title?: string } }[];
  state: 'PUBLISHED' | 'DRAFT';
  creator: string;
  creationTime: number;
}

// ---- Apps Script ----------------------------------------------------------------------------------------------

export interface ScriptFileData {
  /** Without its ending: `Code`, `report`, `appsscript`. */
  name: string;
  type: 'SERVER_JS' | 'HTML' | 'JSON';
  source: string;
}

export interface TriggerData {
  uniqueId: string;
  handlerFunction: string;
  eventType: 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT' | 'ON_EVENT_UPDATED';
  source: 'CLOCK' | 'SPREADSHEETS' | 'FORMS' | 'DOCUMENTS' | 'CALENDAR';
  sourceId: string | null;
  /** Runs as the person who made it. */
  creator: string;
  /** For clock triggers. `nextAt` is when it fires next, with Google's random offset already in it. */
  clock?: {
    everyMinutes?: number;
    everyHours?: number;
    everyDays?: number;
    everyWeeks?: number;
    weekDay?: number;
    monthDay?: number;
    atHour?: number;
    nearMinute?: number;
    once?: boolean;
    timeZone?: string;
  };
  nextAt?: number;
  /** A trigger for one moment that has had it: it stays in the list until it is deleted. */
  disabled?: boolean;
  lastFailure?: { at: number; message: string };
}

/** What somebody did that scripts are told of (docs/apps-script/guides/triggers/events.md). Rows and columns count from 1. */
export type EventData =
  | { kind: 'open'; fileId: string; user: string }
  | { kind: 'edit'; fileId: string; sheetId: number; row: number; column: number; oldValue?: string; value?: string; user: string }
  | { kind: 'change'; fileId: string; changeType: string; user: string }
  | { kind: 'form row'; fileId: string; sheetId: number; row: number; columns: number }
  | { kind: 'form response'; fileId: string; responseId: string }
  | { kind: 'calendar'; calendarId: string };

/** An event on its way to a script. */
export interface DeliveryData {
  at: number;
  event: EventData;
  /** The installed trigger it goes to, or the name of a simple one. */
  trigger: { uniqueId: string } | { simple: 'onOpen' | 'onEdit' };
}

export interface ScriptData {
  /** Also its Drive file id (a bound script has its container's access instead). */
  id: string;
  title: string;
  /** The spreadsheet, form or document the script is bound to. */
  container?: string;
  files: ScriptFileData[];
  versions: { versionNumber: number; description: string; createTime: number; files: ScriptFileData[] }[];
  deployments: { deploymentId: string; versionNumber?: number; description: string; updateTime: number; deployer: string }[];
  triggers: TriggerData[];
  deliveries?: DeliveryData[];
  properties: { script: Record<string, string>; user: Record<string, Record<string, string>>; document: Record<string, string> };
  cache: Record<string, { value: string; expires: number }>;
  /** Scopes each account has granted, by e-mail address. */
  grants: Record<string, string[]>;
  createTime: number;
  updateTime: number;
}

export interface QuotaData {
  /** The virtual day (yyyy-MM-dd, Pacific time as Google counts) the numbers belong to. */
  day: string;
  used: Record<string, number>;
}
