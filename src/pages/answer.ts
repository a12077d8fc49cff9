/** What every page knows of the visit; it comes with each answer. */
export interface VisitFacts {
  me: { name: string; email: string };
  school: { name: string; dslTelephone: string; address: string };
  /** A sentence when something is wrong that everybody should know: the heartbeat has stopped, an update is half done. */
  banner: string;
}

/** What every door answers a page with: a value, or a sentence for the person and the input it belongs to. */
export type Answer<Value> = { ok: true; value: Value; visit: VisitFacts } | { ok: false; code: string; message: string; field?: string };

/** Whether what is sent to a door is a press that records something, as its key shows: whoever sends it may have typed what must not be lost. */
export function isPress(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'key' in input;
}
