import { execute, type RunResult } from '../../../local/apps-script/engine.ts';
import type { Fault } from '../../../local/apps-script/faults.ts';
import { headerIn } from '../../../local/workspace/mail/parse.ts';
import type { Workspace } from '../../../local/workspace/workspace.ts';
import type { MailboxState } from '../../../src/messages/triage/mailbox.ts';
import { bundle } from '../../support/bundle.ts';
import { anEmptyWorkspace, aScript, OFFICE } from '../../support/script.ts';

const AUTH = 'https://www.googleapis.com/auth/';
const SCOPES = [`${AUTH}drive.file`, `${AUTH}gmail.modify`];
export const MAY_DELETE = [...SCOPES, 'https://mail.google.com/'];
const PUPIL = 'noah.bird@quillhaven.example';
const FIVE_MINUTES = 300_000;

/** A role account's mailbox, and an office that reads it. */
export class MailOffice {
  private constructor(
    readonly workspace: Workspace,
    readonly scriptId: string,
  ) {}

  /** Everything is set up, and the mailbox was looked at once. */
  static ready({ scopes = SCOPES, mode = 'sieve' }: { scopes?: string[]; mode?: 'off' | 'sieve' | 'journal' } = {}): MailOffice {
    const workspace = anEmptyWorkspace();
    const office = new MailOffice(workspace, aScript(workspace, bundle('tests/messages/mailbox/entry.ts'), scopes).id);
    office.call('ensure');
    office.call('set', 'mode', mode);
    office.beat();
    return office;
  }

  clone(): MailOffice {
    return new MailOffice(this.workspace.clone(), this.scriptId);
  }

  /** The same, quickly. This one must only be what others start from. */
  another(): MailOffice {
    return new MailOffice(this.workspace.cloneWhenTouched(), this.scriptId);
  }

  run(fn: string, args: readonly unknown[] = [], faults: Fault[] = []): RunResult {
    return execute(this.workspace, { scriptId: this.scriptId, kind: 'trigger', active: '', effective: OFFICE, fn: `bundle.${fn}`, args, faults });
  }

  call(fn: string, ...args: unknown[]): unknown {
    const run = this.run(fn, args);
    if (!run.ok) throw new Error(`${fn}: ${run.error?.message}`);
    return run.value;
  }

  /** One beat of the heart, five minutes after the one before. */
  beat(faults: Fault[] = [], ms = 60_000): RunResult {
    this.workspace.clock.pass(FIVE_MINUTES);
    return this.run('beat', [ms], faults);
  }

  /** A copy that the console makes of a pupil's mail. */
  copy(text: string, { id = '', from = 'a@else.example', why = 'words', labels = ['INBOX', 'UNREAD'] } = {}): string {
    const head = [`X-Gm-Original-To: ${PUPIL}`, `X-Handrail-Copy: ${why}`, ...(id ? [`Message-ID: <${id}>`] : []), `From: ${from}`, `To: ${PUPIL}`];
    return this.take([...head, 'Subject: Hi', `Date: ${new Date(this.workspace.clock.now()).toUTCString()}`, '', text], labels);
  }

  /** Mail that somebody writes to the office itself. */
  letter(text: string, labels = ['INBOX', 'UNREAD']): string {
    return this.take(['From: sam.okafor@quillhaven.example', `To: ${OFFICE}`, 'Subject: A worry', '', text], labels);
  }

  private take(lines: readonly string[], labels: readonly string[]): string {
    this.workspace.clock.pass(1);
    return this.mailbox.add(lines.join('\r\n'), labels).id;
  }

  get mailbox() {
    return this.workspace.mail.mailbox(OFFICE);
  }

  /** The names of a message's labels; null when it is gone for good. */
  labels(id: string): string[] | null {
    const message = this.mailbox.message(id);
    return message ? message.labelIds.map((each) => this.mailbox.label(each)?.name ?? each).sort() : null;
  }

  get state(): MailboxState {
    return this.call('state') as MailboxState;
  }

  /** Gmail's ids of what is filed. */
  get filed(): string[] {
    return (this.call('flags') as { flag: string }[]).map(({ flag }) => flag);
  }

  get sent(): string[] {
    return this.mailbox.messages().map((message) => headerIn(message, 'Subject'));
  }
}

/** How often each call was made. */
export function callsOf(run: RunResult): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { name } of run.calls) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
