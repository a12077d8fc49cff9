import type { RecordedEvent } from './journal.ts';

/**
 * Reads the events of one capability, by its map from actions to what they say.
 * @example const said = saying<LessonEvents>(); said(event, 'lesson finished')?.note
 * @returns a function: what an event of that action says; null for other actions, and for an event that was erased
 */
export function saying<Events extends object>() {
  return <Action extends keyof Events & string>(event: RecordedEvent, action: Action): Events[Action] | null =>
    event.action === action ? (event.payload as Events[Action] | null) : null;
}
