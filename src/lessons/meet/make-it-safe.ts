import { type Change, changedBetween, changesTo, keptFor, undoing } from './make-safe.ts';
import type { Refusal } from './refusal.ts';
import { keepSnapshot, snapshotOf } from './snapshots.script.ts';
import { type MeetConfig, type MeetProfile, wantedConfig } from './space.ts';
import { patchSpace, readSpace, type SpaceAnswer } from './spaces.meet.ts';

/** What became of a press. What is said is what Google said when it was asked again afterwards. */
export interface Pressed {
  /** `not known`: Google could not be asked afterwards, so that some of it may have been changed. */
  outcome: 'done' | 'nothing to do' | 'half done' | 'not done' | 'not known';
  /** What is another than before. */
  changed: Change[];
  /** What should be another than it is. */
  missed: Change[];
  /** Why not, in words; ''. */
  why: string;
  /** How the Meet is now, as far as Google says. */
  space: SpaceAnswer;
}

/** Which Meet is meant: by its name, which stays, and the code that the event has, which another Meet may get one day. */
export interface MeantSpace {
  name: string;
  code: string;
}

/**
 * Sets a Meet to what the school wants, as its owner (D2): in one change, of what differs alone. Pressed again it finishes what was left.
 * When Google refuses the whole, as for an edition that lacks one thing, each part is tried by itself.
 */
export function makeSafe(meant: MeantSpace, profile: MeetProfile, now: string): Pressed {
  const wanted = wantedConfig(profile);
  return press(
    meant,
    (config) => changesTo(config, wanted),
    (changes) => keepSnapshot(meant.name, keptFor(snapshotOf(meant.name), changes), now),
  );
}

/** Puts back what "Make safe" changed and nobody has changed since. */
export function undoMakeSafe(meant: MeantSpace): Pressed {
  const kept = snapshotOf(meant.name);
  return press(
    meant,
    (config) => undoing(kept, config),
    () => undefined,
  );
}

/** What an undo would put back. */
export function canBeUndone(name: string, config: MeetConfig): Change[] {
  try {
    return undoing(snapshotOf(name), config);
  } catch (error) {
    console.warn(`no snapshot: ${String((error as Error).message ?? error)}`);
    return [];
  }
}

function press({ name, code }: MeantSpace, toDo: (config: MeetConfig) => Change[], keep: (changes: Change[]) => void): Pressed {
  const before = readSpace(name);
  const stopped = (why: string): Pressed => ({ outcome: 'not done', changed: [], missed: [], why, space: before });
  if (before.facts.state !== 'read') return stopped(before.why || 'Google lets only the owner of this Meet change it.');
  if (before.code !== code) return stopped('This event has another link now than when this card was made. Open the event again.');
  const { config } = before.facts;
  const changes = toDo(config);
  if (changes.length === 0) return { outcome: 'nothing to do', changed: [], missed: [], why: '', space: before };
  try {
    keep(changes);
  } catch {
    return stopped('Handrail could not note how it was, so that you could undo it. Try again.');
  }
  const refusal = change(name, changes);
  const after = readSpace(name);
  if (after.facts.state !== 'read') return { outcome: 'not known', changed: [], missed: [], why: after.why, space: after };
  const changed = changedBetween(config, after.facts.config);
  const missed = toDo(after.facts.config);
  const outcome = missed.length === 0 ? 'done' : changed.length > 0 ? 'half done' : 'not done';
  return { outcome, changed, missed, why: missed.length > 0 ? (refusal?.why ?? '') : '', space: after };
}

function change(name: string, changes: readonly Change[]): Refusal | null {
  const refusal = patchSpace(name, changes);
  if (!refusal?.mayBeInPart || changes.length === 1) return refusal;
  const refusals = changes.map((each) => patchSpace(name, [each]));
  return refusals.find((each) => each !== null) ?? null;
}
