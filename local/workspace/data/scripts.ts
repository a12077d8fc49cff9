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
