import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** So many words in a row may not be the same as in somebody's published policy. */
export const OWN_WORDS = 7;
/** Real policies are not ours to ship: they are read where they are. */
export const POLICIES = resolve(__dirname, '../../../shared/policies');
export const POLICIES_ARE_HERE = existsSync(POLICIES);

let published: Set<string> | null = null;

/** The runs of words of a text that stand in a published policy. */
export function publishedIn(text: string): string[] {
  published ??= new Set(
    readdirSync(POLICIES)
      .filter((name) => name.endsWith('.txt'))
      .flatMap((name) => [...runsOf(readFileSync(join(POLICIES, name), 'utf8'))]),
  );
  if (published.size === 0) throw new Error('there is no policy to compare with');
  const known = published;
  return [...runsOf(text)].filter((run) => known.has(run));
}

/** Every run of so many words in a text, without case and marks. */
export function runsOf(text: string): Set<string> {
  const words =
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[’']/g, '')
      .match(/[a-z0-9]+/g) ?? [];
  return new Set(words.slice(0, Math.max(0, words.length - OWN_WORDS + 1)).map((_, start) => words.slice(start, start + OWN_WORDS).join(' ')));
}
