import type { Workspace } from '../workspace.ts';
import { fold, headerOf, parseHeaders } from './headers.ts';

/** A message with CRLF line ends and with the Date and Message-ID that Gmail adds when the writer gave none. */
export function complete(raw: string, workspace: Workspace): string {
  const wire = raw.replace(/\r\n|\r|\n/g, '\r\n');
  const { head, body } = split(wire);
  const headers = parseHeaders(head);
  const added: string[] = [];
  if (headerOf(headers, 'Date') === '') added.push(`Date: ${dateForWire(workspace.clock.now())}`);
  if (headerOf(headers, 'Message-ID') === '') added.push(`Message-ID: <${workspace.newId(29)}@mail.gmail.com>`);
  return join([...added, head], body);
}

/** The message with a header set anew, at the top. */
export function withHeader(raw: string, name: string, value: string): string {
  const { head, body } = split(raw);
  return join([fold(name, value), withoutLines(head, name)], body);
}

/** The message with a header added above the rest, as each mail server on the way does. */
export function withTrace(raw: string, name: string, value: string): string {
  return `${fold(name, value)}\r\n${raw}`;
}

export function withoutHeader(raw: string, name: string): string {
  const { head, body } = split(raw);
  return join([withoutLines(head, name)], body);
}

/** RFC 5322 date in UTC. */
export function dateForWire(time: number): string {
  return new Date(time).toUTCString().replace('GMT', '+0000');
}

function split(raw: string): { head: string; body: string } {
  if (raw.startsWith('\r\n')) return { head: '', body: raw.slice(2) };
  const gap = raw.indexOf('\r\n\r\n');
  return gap < 0 ? { head: raw.replace(/\r\n$/, ''), body: '' } : { head: raw.slice(0, gap), body: raw.slice(gap + 4) };
}

function join(heads: readonly string[], body: string): string {
  return `${heads.filter((head) => head !== '').join('\r\n')}\r\n\r\n${body}`;
}

function withoutLines(head: string, name: string): string {
  return head
    .split(/\r\n(?![ \t])/)
    .filter((line) => !line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
    .join('\r\n');
}
