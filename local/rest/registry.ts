import type { ApiMethod } from './api.ts';
import { calendarApi } from './calendar.ts';
import { classroomApi } from './classroom.ts';
import { directoryApi } from './directory.ts';
import { driveApi } from './drive.ts';
import { gmailApi } from './gmail.ts';
import { meetApi } from './meet.ts';
import { scriptApi } from './script.ts';
import { sheetsApi } from './sheets.ts';

/** Every API method that the local Workspace answers. */
export const apiMethods: readonly ApiMethod[] = [
  ...sheetsApi,
  ...driveApi,
  ...gmailApi,
  ...calendarApi,
  ...directoryApi,
  ...classroomApi,
  ...meetApi,
  ...scriptApi,
];
