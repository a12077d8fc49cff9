import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import type { ExportedMessage, Unreadable } from './exported.ts';

const words = v.optional(v.nullable(v.string()));
const LINE = v.object({
  id: v.optional(v.union([v.string(), v.number()])),
  from: words,
  to: v.optional(v.nullable(v.union([v.string(), v.array(v.string())]))),
  subject: words,
  text: v.string(),
  sentAt: words,
});

/** Reads JSON lines, one message a line. A line that is none is told by its number. */
export async function* readJsonLines(path: string): AsyncGenerator<ExportedMessage | Unreadable> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    const text = number === 1 ? line.replace(/^\uFEFF/, '') : line;
    if (text.trim() !== '') yield messageIn(text, `${basename(path)}#${number}`);
  }
}

function messageIn(line: string, place: string): ExportedMessage | Unreadable {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    return { id: place, unreadable: `not JSON: ${(error as Error).message}` };
  }
  const { success, output, issues } = v.safeParse(LINE, json);
  if (!success) return { id: place, unreadable: v.getDotPath(issues[0]) === 'text' ? 'a message needs its text: {"id": …, "text": …}' : inWords(issues[0]) };
  const to = addressesIn(Array.isArray(output.to) ? output.to.join(',') : (output.to ?? ''));
  const sentAt = output.sentAt ? new Date(output.sentAt) : null;
  return {
    ...{ id: String(output.id ?? place), from: addressesIn(output.from ?? '')[0] ?? '', to, visible: to.length },
    ...{ subject: output.subject ?? '', text: output.text, isHtml: false },
    sentAt: sentAt && !Number.isNaN(sentAt.getTime()) ? sentAt.toISOString() : '',
    trouble: output.text.trim() === '' ? 'it is empty' : '',
  };
}

function inWords(issue: v.BaseIssue<unknown>): string {
  const field = v.getDotPath(issue);
  return field === null ? 'a line is one object: {"id": …, "text": …}' : `“${field}” cannot be ${issue.received}`;
}

/** `Amira Said <amira@…>, staff` → the addresses, and whatever is written instead of one. */
function addressesIn(field: string): string[] {
  return field
    .split(/[,;]/)
    .map((each) => (/<([^<>]*)>/.exec(each)?.[1] ?? each).trim().toLowerCase())
    .filter((each) => each !== '');
}
