/** The messages that the model is trained and measured on: our own, and openly licensed ones where their folder is given. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CATEGORIES, type Category, type MessageSeverity, type MessageToScore, PARTIES, type Party } from '../../src/messages/message.ts';

export interface Example {
  message: MessageToScore;
  flag: boolean;
  /** '' when nobody said, or when it is harmless. */
  category: Category | '';
  /** Null when nobody said. */
  severity: MessageSeverity | null;
  /** What kind of harmless message it is, or which function it tests; '' when nobody said. */
  kind: string;
  /** The file's name: its author, or the set it comes from. */
  source: string;
}

interface Line {
  text: string;
  subject?: string;
  from?: string;
  to?: string;
  flag: boolean;
  category?: string;
  severity?: number | null;
  kind?: string | null;
  func?: string;
  type?: string;
}

/** What other lists call our categories. */
const ALSO: Readonly<Record<string, Category>> = {
  selfharm: 'self-harm',
  grooming: 'sexual',
  extremism: 'radicalisation',
  phishing: 'scam',
};

/** How much a message of an openly licensed set counts in training beside one of ours; what is not named teaches nothing: it was chosen by slurs, or labelled by adversaries. */
export const COUNTS: Readonly<Record<string, number>> = {
  'hatecheck-dev': 0.4,
  'wikitox-dev': 0.3,
  'surge-dev': 0.5,
  'onestop-dev': 0.4,
  'shakespeare-dev': 0.15,
};

/** Whether a line of an openly licensed set is left out when something is measured; of HateCheck, whose lines are alike, none is. */
export function isEveryOther(source: string, line: number): boolean {
  return source !== 'hatecheck-dev' && line % 2 === 1;
}

/** What was written for everybody to read, and not to somebody: news, plays, ordinary writing. */
export const PUBLISHED: ReadonlySet<string> = new Set(['onestop-dev', 'shakespeare-dev', 'ivy']);

/** Every `*.jsonl` of a folder by its name without the ending, in the names' order. Nothing for a folder that is not there. */
export function examplesIn(folder: string): Map<string, Example[]> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  return new Map(files.map((file) => [basename(file, '.jsonl'), examplesOf(join(folder, file))] as const));
}

function examplesOf(path: string): Example[] {
  const source = basename(path, '.jsonl');
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => exampleOf(JSON.parse(line) as Line, source));
}

function exampleOf({ text, subject = '', from, to, flag, category = '', severity, kind, func, type }: Line, source: string): Example {
  return {
    message: { subject, text, from: partyOf(from), to: partyOf(to), sentAt: '' },
    flag,
    category: flag ? (CATEGORIES.find((each) => each === category) ?? ALSO[category] ?? '') : '',
    severity: flag ? ((severity ?? null) as MessageSeverity | null) : 0,
    kind: kind ?? func ?? type ?? '',
    source,
  };
}

function partyOf(name = ''): Party {
  return PARTIES.find((party) => party === name) ?? '';
}
