import type { DeliveryData, EventData, ScriptData, TriggerData } from '../../workspace/data.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { clientFunctions } from '../web-app/functions.ts';

/**
 * How long each event is on its way, in milliseconds: `[0]` at once, `[60_000]` late, `[0, 5_000]` twice, `[]` never.
 * Google promises none of them (docs/apps-script/guides/triggers/installable.md).
 */
export type DeliveryPlan = (delivery: Omit<DeliveryData, 'at'>) => readonly number[];

const plans = new WeakMap<Workspace, DeliveryPlan>();

/** For tests: from now on events reach their triggers as `plan` says, and not at once. */
export function planDeliveries(workspace: Workspace, plan: DeliveryPlan): void {
  plans.set(workspace, plan);
}

/** docs/apps-script/guides/triggers.md, "onEdit(e)": no more than two events wait. */
const WAITING_EDITS = 2;

/** Which installed triggers an event is for. */
const EVENT_TYPES: Record<EventData['kind'], { eventType: TriggerData['eventType']; source: TriggerData['source'][] }> = {
  open: { eventType: 'ON_OPEN', source: ['SPREADSHEETS', 'FORMS', 'DOCUMENTS'] },
  edit: { eventType: 'ON_EDIT', source: ['SPREADSHEETS'] },
  change: { eventType: 'ON_CHANGE', source: ['SPREADSHEETS'] },
  'form row': { eventType: 'ON_FORM_SUBMIT', source: ['SPREADSHEETS'] },
  'form response': { eventType: 'ON_FORM_SUBMIT', source: ['FORMS'] },
  calendar: { eventType: 'ON_EVENT_UPDATED', source: ['CALENDAR'] },
};

/** Puts an event on its way to every script that waits for it. */
export function dispatchEvent(workspace: Workspace, event: EventData): void {
  for (const script of Object.values(workspace.data.scripts)) {
    for (const trigger of recipients(workspace, script, event)) {
      const delivery = { event, trigger };
      for (const delay of plans.get(workspace)?.(delivery) ?? [0]) enqueue(script, { ...delivery, at: workspace.clock.now() + delay });
    }
  }
}

function enqueue(script: ScriptData, delivery: DeliveryData): void {
  script.deliveries ??= [];
  const waiting = script.deliveries.filter((each) => each.event.kind === 'edit' && sameTrigger(each.trigger, delivery.trigger));
  if (delivery.event.kind === 'edit' && waiting.length >= WAITING_EDITS) return;
  script.deliveries.push(delivery);
}

function sameTrigger(a: DeliveryData['trigger'], b: DeliveryData['trigger']): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function recipients(workspace: Workspace, script: ScriptData, event: EventData): DeliveryData['trigger'][] {
  const { eventType, source } = EVENT_TYPES[event.kind];
  const place = event.kind === 'calendar' ? event.calendarId : event.fileId;
  // For a standalone script whoever opens or edits the file needs to see the script too.
  const seen = !('user' in event) || workspace.scripts.roleOf(event.user, script) !== null;
  const installed = seen
    ? script.triggers.filter((each) => !each.disabled && each.eventType === eventType && source.includes(each.source) && each.sourceId === place)
    : [];
  const simple = event.kind === 'open' ? 'onOpen' : event.kind === 'edit' ? 'onEdit' : undefined;
  const hasSimple = simple !== undefined && script.container === place && clientFunctions(script.files).includes(simple);
  return [...(hasSimple ? [{ simple } as const] : []), ...installed.map(({ uniqueId }) => ({ uniqueId }))];
}
