import type { Direction } from '../workspace/data.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What an administrator reads off a page and types into the console. */
export interface TypedSetting {
  kind: 'content compliance' | 'objectionable content' | 'routing';
  name: string;
  /** RE2. */
  expressions: readonly string[];
  /** Single words with commas between them. */
  words: string;
  copiedBy: string;
}

const EVERY_WAY: Direction[] = ['inbound', 'outbound', 'internal sending', 'internal receiving'];

/**
 * An administrator types settings into the console, for the mail of a unit and of those below it: copies go to the safeguarding mailbox, with
 * X-Gm-Original-To and a header that says why. A setting of the same name is replaced.
 */
export function typeIntoConsole(workspace: Workspace, settings: readonly TypedSetting[], { unit, mailbox }: { unit: string; mailbox: string }): void {
  const others = (workspace.data.routing ?? []).filter(({ name }) => !settings.some((setting) => setting.name === name));
  const typed = settings.map(({ name, expressions, words, copiedBy }) => ({
    name,
    orgUnitPath: unit,
    affects: EVERY_WAY,
    expressions: expressions.map((pattern) => ({ place: 'headers + body' as const, pattern })),
    words: words
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
    match: 'any' as const,
    alsoDeliverTo: [mailbox],
    addOriginalTo: true,
    customHeaders: { 'X-Handrail-Copy': copiedBy },
  }));
  workspace.data.routing = [...others, ...typed];
}
