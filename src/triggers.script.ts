import type { StepState } from './school/set-up.ts';

/** A method: triggers may name it, browsers cannot call it. */
const BEAT = 'clock.beat';
const MINUTES = 5;

/** Whether exactly one heartbeat trigger stands. Google shows only the triggers of the account that asks. */
export function heartbeatStands(): StepState {
  const count = beats().length;
  return count === 1 ? 'there' : count === 0 ? 'missing' : 'to be mended';
}

/** Makes the heartbeat trigger when there is none, and takes away all but one. */
export function ensureHeartbeat(): void {
  const [first, ...others] = beats();
  for (const trigger of others) ScriptApp.deleteTrigger(trigger);
  if (!first) ScriptApp.newTrigger(BEAT).timeBased().everyMinutes(MINUTES).create();
}

/** Takes every heartbeat trigger away. */
export function removeHeartbeat(): void {
  for (const trigger of beats()) ScriptApp.deleteTrigger(trigger);
}

function beats(): GoogleAppsScript.Script.Trigger[] {
  return ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === BEAT);
}
