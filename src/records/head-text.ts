import type { ChainHead } from './journal.ts';

/**
 * A head as the witness's mail and `--head` have it: the first `NUMBER:HASH` in the text, so that a whole mail may be pasted.
 * @example headFrom('112:9f…') // { sequence: 112, hash: '9f…' }
 */
export function headFrom(text: string): ChainHead | null {
  const [, sequence, hash] = /(?:^|[^\da-z])(\d{1,15})\s*:\s*([0-9a-f]{64})(?![0-9a-z])/i.exec(text) ?? [];
  return sequence === undefined || hash === undefined ? null : { sequence: Number(sequence), hash: hash.toLowerCase() };
}

export function headText({ sequence, hash }: ChainHead): string {
  return `${sequence}:${hash}`;
}
