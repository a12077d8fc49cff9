import type { Beat } from './heart.ts';

export const HEART = 'heart';

/** Called when a heartbeat has come to its end. */
export function rememberBeat(beat: Beat): void {
  PropertiesService.getScriptProperties().setProperty(HEART, JSON.stringify(beat));
}

/** The heart begins anew. */
export function forgetBeat(): void {
  PropertiesService.getScriptProperties().deleteProperty(HEART);
}

/** The last beat, or null when there was none yet. */
export function lastBeat(): Beat | null {
  return beatIn(PropertiesService.getScriptProperties().getProperty(HEART));
}

/** The same from a property that was read along with others. */
export function beatIn(property: string | null | undefined): Beat | null {
  return property ? (JSON.parse(property) as Beat) : null;
}
