import type { Direction, MessageData, RoutingSettingData } from '../data.ts';
import { NotModelled } from '../errors.ts';
import type { Workspace } from '../workspace.ts';
import { withTrace } from './complete.ts';
import { contentOf, headerIn } from './parse.ts';

/** A copy that a setting makes, and where it goes. */
export interface RoutedCopy {
  to: string;
  raw: string;
}

/**
 * The copies that the admin console's settings make of a mail: support.google.com/a/answer/1346934 (content compliance), /1347146 (objectionable
 * content), /2685650 (routing). A setting of a unit holds for those below it.
 * @param email whose mail it is: who sends it, or who receives it
 * @param originalTo the recipient whose copy is copied
 * @throws NotModelled for an expression that RE2 would refuse
 */
export function routedCopies(
  workspace: Workspace,
  raw: string,
  { email, direction, originalTo }: { email: string; direction: Direction; originalTo: string },
): RoutedCopy[] {
  const person = workspace.people.find(email);
  if (person === undefined || !workspace.people.isInDomain(person.email)) return [];
  const settings = (workspace.data.routing ?? []).filter(
    (setting) => setting.isOff !== true && setting.affects.includes(direction) && isWithin(person.orgUnitPath, setting.orgUnitPath),
  );
  if (settings.length === 0) return [];
  const message: MessageData = { id: '', threadId: '', labelIds: [], internalDate: 0, historyId: 0, raw };
  return settings.flatMap((setting) =>
    matches(setting, message) ? setting.alsoDeliverTo.map((to) => ({ to: to.toLowerCase(), raw: withHeaders(raw, setting, originalTo) })) : [],
  );
}

function isWithin(unit: string, of: string): boolean {
  return of === '/' || unit === of || unit.startsWith(`${of}/`);
}

function withHeaders(raw: string, setting: RoutingSettingData, originalTo: string): string {
  const custom = Object.entries(setting.customHeaders).reduce((whole, [name, value]) => withTrace(whole, name, value), raw);
  return setting.addOriginalTo ? withTrace(custom, 'X-Gm-Original-To', originalTo) : custom;
}

function matches({ expressions, words, match }: RoutingSettingData, message: MessageData): boolean {
  const tests = [
    ...expressions.map(({ place, pattern }) => re2(pattern).test(textAt(place, message))),
    ...(words.length > 0
      ? [words.some((word) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'iu').test(textAt('headers + body', message)))]
      : []),
  ];
  return tests.length === 0 || (match === 'all' ? tests.every(Boolean) : tests.some(Boolean));
}

/** Text attachments are searched too; other files are not modelled. */
function textAt(place: RoutingSettingData['expressions'][number]['place'], message: MessageData): string {
  const { root, text, html, hasHtml } = contentOf(message);
  const body = hasHtml ? `${text}\n${html.replace(/<[^>]*>/g, ' ')}` : text;
  const headers = () => root.headers.map(({ name, value }) => `${name}: ${value}`).join('\n');
  switch (place) {
    case 'subject':
      return headerIn(message, 'Subject');
    case 'sender header':
      return headerIn(message, 'From');
    case 'recipients header':
      return ['To', 'Cc', 'Bcc'].map((name) => headerIn(message, name)).join('\n');
    case 'full headers':
      return headers();
    case 'body':
      return body;
    case 'headers + body':
      return `${headers()}\n${body}`;
  }
}

/** RE2 knows no look-around and no references back (github.com/google/re2, Syntax); `(?i)` at the beginning is a flag. */
function re2(pattern: string): RegExp {
  if (/\(\?(?:[=!]|<[=!])|\\[1-9]/.test(pattern)) throw new NotModelled(`the expression ${pattern}: RE2 has no look-around and no references`);
  const flags = /^\(\?([ims]+)\)/.exec(pattern)?.[1] ?? '';
  return new RegExp(pattern.replace(/^\(\?[ims]+\)/, ''), /\\p\{/i.test(pattern) ? `${flags}u` : flags);
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
