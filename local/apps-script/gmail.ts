import { GmailApp } from './gmail/app.ts';
import { MailApp } from './gmail/mail-app.ts';
import type { Globals } from './realm.ts';

export const gmailGlobals: Globals = {
  GmailApp: (run) => new GmailApp(run),
  MailApp: (run) => new MailApp(run),
};
