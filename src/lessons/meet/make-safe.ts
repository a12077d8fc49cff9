import { type MeetConfig, PATHS } from './space.ts';
import { bodyOf, PARTS, type Part, type Setting } from './space-resource.ts';

/** One part of a Meet's settings that is to be changed, or was. */
export interface Change {
  part: Part;
  /** Null when Google did not say. */
  from: Setting | null;
  to: Setting;
}

/** Host controls hold these; without host controls Google sets them back by itself. */
const RESTRICTIONS: readonly Part[] = ['present', 'chat', 'reactions', 'joinAsViewer'];

/** What has to change until a Meet is as the school wants it. Nothing that is stricter already is loosened. */
export function changesTo(present: MeetConfig, wanted: MeetConfig): Change[] {
  return PARTS.flatMap((part) => {
    const to = wanted[part];
    const from = present[part] ?? null;
    return to === undefined || from === to || isStricter(part, from) ? [] : [{ part, from, to }];
  });
}

function isStricter(part: Part, value: Setting | null): boolean {
  return (part === 'accessType' && value === 'RESTRICTED') || ((part === 'chat' || part === 'present') && value === 'HOSTS_ONLY');
}

/** One update with exactly these parts in its mask: a part that is in the mask and not in the body would be deleted. */
export function patchOf(changes: readonly Change[]): { mask: string; body: Record<string, unknown> } {
  return { mask: changes.map(({ part }) => PATHS[part]).join(','), body: bodyOf(changes.map(({ part, to }) => [part, to])) };
}

/**
 * What is kept so that it can be undone. When it is made safe in several presses, each part goes back to what it was before the first one that
 * changed it.
 */
export function keptFor(before: readonly Change[], changes: readonly Change[]): Change[] {
  const anew = new Set(changes.map(({ part }) => part));
  return [...before.filter(({ part }) => !anew.has(part)), ...changes];
}

/** What puts back the parts that are still as they were set; whatever somebody changed since is left alone. */
export function undoing(kept: readonly Change[], present: MeetConfig): Change[] {
  const back = kept.flatMap(({ part, from, to }) => (from !== null && from !== to && present[part] === to ? [{ part, from: to, to: from }] : []));
  const endsModeration = back.some(({ part, to }) => part === 'moderation' && to === 'OFF');
  // "When moderation.OFF, will be reset to default ModerationRestrictions": to send them as well would be to send what does not hold.
  return endsModeration || present.moderation === 'OFF' ? back.filter(({ part }) => !RESTRICTIONS.includes(part)) : back;
}

/** Every part that is another than before, whoever changed it: turning host controls off sets others back as well. */
export function changedBetween(before: MeetConfig, after: MeetConfig): Change[] {
  return PARTS.flatMap((part) => {
    const [from, to] = [before[part] ?? null, after[part]];
    return to === undefined || from === to ? [] : [{ part, from, to }];
  });
}
