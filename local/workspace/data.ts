import type { CalendarData } from './data/calendar.ts';
import type { ClassroomData, CourseData } from './data/classroom.ts';
import type { DocumentData } from './data/documents.ts';
import type { FileData } from './data/drive.ts';
import type { FormData } from './data/forms.ts';
import type { MailboxData, RoutingSettingData } from './data/mail.ts';
import type { MeetData } from './data/meet.ts';
import type { GroupData, PersonData } from './data/people.ts';
import type { ScriptData } from './data/scripts.ts';
import type { SpreadsheetData } from './data/sheets.ts';

export type * from './data/calendar.ts';
export type * from './data/classroom.ts';
export type * from './data/documents.ts';
export type * from './data/drive.ts';
export type * from './data/forms.ts';
export type * from './data/mail.ts';
export type * from './data/meet.ts';
export type * from './data/people.ts';
export type * from './data/scripts.ts';
export type * from './data/sheets.ts';

/**
 * Everything the local Workspace remembers, as plain JSON data: no classes, no Dates, no Maps.
 * So a school can be cloned for a test with `structuredClone`, saved to a folder and started again.
 * Times are milliseconds since 1970 (UTC) unless a field says otherwise; e-mail addresses are lower case.
 */
export interface WorkspaceData {
  /** The school's Google domain, for example `quillhaven.example`. */
  domain: string;
  /** What the domain's administrators have forbidden: sharing with anyone who has the link. */
  linkSharingOff?: boolean;
  /** How many ids have been given out: ids are made from it, so a repeated run gives the same ones. */
  ids: number;
  now: number;
  people: Record<string, PersonData>;
  groups: Record<string, GroupData>;
  orgUnits: string[];
  /** Everything that has a Drive id: folders, Sheets, Forms, scripts, uploaded files. */
  files: Record<string, FileData>;
  spreadsheets: Record<string, SpreadsheetData>;
  /** Docs with more to them than `FileData.text`. */
  documents: Record<string, DocumentData>;
  forms: Record<string, FormData>;
  mailboxes: Record<string, MailboxData>;
  /** The admin console's settings that copy mail; none unless somebody made one. */
  routing?: RoutingSettingData[];
  calendars: Record<string, CalendarData>;
  meet: MeetData;
  courses: Record<string, CourseData>;
  /** Classroom's add-ons and what belongs to them; none unless somebody installed one. */
  classroom?: ClassroomData;
  scripts: Record<string, ScriptData>;
  /** Quota used today, by account and by the quota's name (see `quotas.ts`). */
  quotas: Record<string, QuotaData>;
}

export interface QuotaData {
  /** The virtual day (yyyy-MM-dd, Pacific time as Google counts) the numbers belong to. */
  day: string;
  used: Record<string, number>;
}
