import { mismatch } from '../errors.ts';
import type { Run } from '../run.ts';
import { documented, Served } from '../served.ts';
import { MAIL_APP_OPTIONS, optionsFrom, outgoing, texts } from './outgoing.ts';
import { sendMessage } from './reply.ts';

/** docs/apps-script/reference/mail/mail-app.md: sends, and sees nothing of the mailbox. */
export class MailApp extends Served {
  readonly $name = 'MailApp';
  override readonly $scopes = ['https://www.googleapis.com/auth/script.send_mail'];
  override readonly $latency = { sendEmail: 350, getRemainingDailyQuota: 60 };
  readonly #run: Run;

  constructor(run: Run) {
    super();
    this.#run = run;
  }

  getRemainingDailyQuota(): number {
    return this.#run.workspace.quotas.remaining(this.#run.effective, 'mail recipients');
  }

  /** `(message)`, `(recipient, subject, body)`, the same with options, or `(to, replyTo, subject, body)`. */
  sendEmail(...args: unknown[]): void {
    const { fields, options } = argumentsOf(args);
    const [to = '', subject = '', text = ''] = texts('MailApp.sendEmail', fields);
    sendMessage(this.#run, outgoing(this.#run, { to, subject, text }, options));
  }
}

documented<MailApp, GoogleAppsScript.Mail.MailApp>(true);

function argumentsOf(args: unknown[]): { fields: unknown[]; options: Record<string, unknown> } {
  const [first, second, third, fourth] = args;
  if (args.length === 1 && typeof first === 'object' && first !== null) {
    const { to, subject, body, ...options } = optionsFrom(first, [...MAIL_APP_OPTIONS, 'to', 'subject', 'body'], 'MailApp.sendEmail');
    return { fields: [to ?? '', subject ?? '', body ?? ''], options };
  }
  if (args.length === 3) return { fields: args, options: {} };
  if (args.length === 4 && typeof fourth === 'object')
    return { fields: [first, second, third], options: optionsFrom(fourth, MAIL_APP_OPTIONS, 'MailApp.sendEmail') };
  if (args.length === 4) return { fields: [first, third, fourth], options: { replyTo: second } };
  throw mismatch('MailApp.sendEmail', args);
}
