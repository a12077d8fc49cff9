import type { Change } from './make-safe.ts';

const BEGINNING = 'before:';
/** So many Meets can be put back; of more, the ones changed longest ago are forgotten. */
const MOST = 100;

interface Snapshot {
  at: string;
  changes: Change[];
}

/** What was changed in a Meet by "Make safe", for whoever pressed it; empty when nothing is known. */
export function snapshotOf(name: string): Change[] {
  return read(PropertiesService.getUserProperties().getProperty(keyOf(name)))?.changes ?? [];
}

/** Keeps what is about to be changed, so that it can be put back later, also from another computer. @throws when it cannot be kept */
export function keepSnapshot(name: string, changes: readonly Change[], now: string): void {
  const store = PropertiesService.getUserProperties();
  store.setProperty(keyOf(name), JSON.stringify({ at: now, changes }));
  const kept = Object.entries(store.getProperties()).filter(([key]) => key.startsWith(BEGINNING));
  if (kept.length <= MOST) return;
  const oldestFirst = kept.map(([key, text]) => ({ key, at: read(text)?.at ?? '' })).sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const { key } of oldestFirst.slice(0, kept.length - MOST)) store.deleteProperty(key);
}

function read(text: string | null): Snapshot | null {
  try {
    return text === null ? null : (JSON.parse(text) as Snapshot);
  } catch {
    return null;
  }
}

function keyOf(name: string): string {
  return `${BEGINNING}${name}`;
}
