import { messageRows } from '../mail/shown-message.ts';
import type { CaseFile, Said, SettledTask, ShownDecision, ShownProtocol } from '../working/case-file.ts';

/** What a referral pack says of each part of a case: rows of a name and what it is, without those that are empty. */
export type Rows = [label: string, value: string][];

export function accountRows(file: CaseFile): Rows {
  const { received, happened, where, device, url, origin, danger, done, story, typeTitles, severity, isFromMail } = file;
  return filled([
    ['Received', received],
    ['Happened', happened],
    ['Where', where],
    ['Device', device],
    ['Address or app', url],
    [isFromMail ? 'How it came to light' : 'Reported by', origin || 'Somebody who asked not to be named'],
    [isFromMail ? 'Points to danger then' : 'Said to be in danger then', danger ? 'Yes' : ''],
    ['What was said', story],
    ['Done by then', done],
    ['Type', typeTitles.join('; ')],
    ['Severity', severity],
  ]);
}

/** Evidence of its messages: attachments by name alone (rule 8). */
export function messagesRows({ messages }: CaseFile): Rows[] {
  return messages.map(messageRows);
}

export function decisionRows({ agencyTitle, referred, why, at, who, spokeTo, theirReference }: ShownDecision): Rows {
  return filled([
    [referred ? 'Referred to' : 'Not referred to', agencyTitle],
    ['Why', why],
    ['When, by whom', `${at}, ${who}`],
    ['Spoke to', spokeTo],
    ['Their reference', theirReference],
  ]);
}

/** Steps that were answered. */
export function stepRows({ steps }: ShownProtocol): Rows {
  return steps
    .filter(({ answer }) => answer !== '')
    .map(({ ask, answerWords, note, witness, at, who }) => [
      ask,
      sentences([answerWords, note, witness && `Witness: ${witness}`, [at, who].filter((part) => part !== '').join(', ')]),
    ]);
}

export function settledRow({ what, how, note, at, who }: SettledTask): Rows[number] {
  return [what, sentences([how, note, [at, who].filter((part) => part !== '').join(', ')])];
}

export function openTaskRow({ what, who, dueWords, overdue }: CaseFile['tasks'][number]): Rows[number] {
  return [what, sentences(['still to do', who, dueWords && `by ${dueWords}${overdue ? ' (overdue)' : ''}`])];
}

export function saidRow({ at, who, text }: Said): Rows[number] {
  return [`${at}, ${who}`, text];
}

function sentences(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('; ');
}

function filled(rows: Rows): Rows {
  return rows.filter(([, value]) => value !== '');
}
