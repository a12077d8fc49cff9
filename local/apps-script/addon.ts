import type { ScriptData } from '../workspace/data.ts';
import { NotModelled } from '../workspace/errors.ts';
import { guestMayChange } from '../workspace/guests.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Context, eventObject, type Platform, type Pressed } from './addon/event.ts';
import { formInputsOf, missingInputs } from './addon/inputs.ts';
import { addOnOf, EXECUTE, functionFor, manifestFault, strayLink } from './addon/manifest.ts';
import { missingScopes } from './authorization.ts';
import { Card } from './cards/card.ts';
import { ActionResponse, CalendarEventActionResponse, ComposeActionResponse } from './cards/responses.ts';
import { execute, filesOf, type RunResult } from './engine.ts';
import { manifestOf } from './manifest.ts';
import type { Manifest } from './run.ts';
import { Served } from './served.ts';

type Json = Record<string, unknown>;

/** Which add-on, for whom, with what open. */
export interface Opening {
  scriptId: string;
  /** HEAD is a test deployment; a version number is what was installed for the domain. */
  version?: number | 'HEAD';
  visitor: string;
  context: Context;
  platform?: Platform;
  /**
   * Whether Google lets the person allow single rights. docs/apps-script/concepts/scopes.md: "progressively released to other surfaces, such as […] add-ons";
   * until then an add-on "renders an authorization prompt at the start of the execution to request all the scopes" (script-app.md, requireScopes).
   */
  granular?: boolean;
}

/** What the side panel shows. `stack` is the cards from the bottom up: the last is on top. */
export type Panel =
  | { kind: 'cards'; stack: Json[]; notification?: string; link?: Json; draftId?: string; stateChanged?: boolean; run?: RunResult }
  /** Google asks the person to agree to these scopes first. */
  | { kind: 'authorization'; scopes: string[] }
  /** The add-on has nothing for this place. */
  | { kind: 'nothing' }
  /** Inputs that must be filled in before the action runs; nothing was run. */
  | { kind: 'incomplete'; stack: Json[]; missing: string[] }
  | { kind: 'error'; message: string; run?: RunResult };

/** What a card's `onClick` or `onChangeAction` names, as it stands in the card's JSON. */
export interface CardClick {
  /** `action` and `change` may answer with anything, `link` must open one, `compose` must make a draft. */
  kind: 'action' | 'change' | 'link' | 'compose';
  function: string;
  parameters?: { key: string; value: string }[];
  requiredWidgets?: string[];
  allWidgetsAreRequired?: boolean;
  /** Id of the grid item that was clicked. */
  gridItem?: string;
}

/** Opens an add-on's homepage or its contextual card, as the person there: thirty seconds at most. */
export function openAddOn(workspace: Workspace, opening: Opening): Panel {
  const ready = prepare(workspace, opening);
  if ('kind' in ready) return ready;
  const fn = functionFor(ready.manifest, opening.context.host, opening.context.trigger);
  if (!fn) return { kind: 'nothing' };
  const run = runAs(workspace, opening, fn, eventObject(workspace, ready.manifest, opening.visitor, opening.context, opening.platform ?? 'WEB'));
  if (!run.ok) return { kind: 'error', message: run.error?.message ?? '', run };
  const cards = cardsIn(run.value);
  if (!cards || cards.length === 0) return { kind: 'error', message: unusable(run.value), run };
  return checked(ready.manifest, opening, { kind: 'cards', stack: cards.map((card) => card.$json()), run });
}

/**
 * Presses a button or changes an input of the card on top of `stack`.
 * @param filled the card's inputs by field name, as a browser sends them
 */
export function pressCardAction(
  workspace: Workspace,
  opening: Opening,
  stack: Json[],
  click: CardClick,
  filled: Readonly<Record<string, readonly string[]>>,
): Panel {
  const ready = prepare(workspace, opening);
  if ('kind' in ready) return ready;
  const top = stack.at(-1) ?? {};
  const zone = workspace.calendars.primaryOf(opening.visitor)?.timeZone ?? ready.manifest.timeZone;
  const formInputs = formInputsOf(top, filled, zone);
  const missing = missingInputs(top, click, formInputs);
  if (missing.length > 0) return { kind: 'incomplete', stack, missing };

  const parameters = Object.fromEntries((click.parameters ?? []).map(({ key, value }) => [key, value]));
  // docs/apps-script/reference/card-service/grid-item.md: the item's id comes among the parameters of the grid's action.
  if (click.gridItem !== undefined) parameters['grid_item_identifier'] = click.gridItem;
  const pressed: Pressed = { parameters, formInputs };
  const run = runAs(
    workspace,
    opening,
    click.function,
    eventObject(workspace, ready.manifest, opening.visitor, opening.context, opening.platform ?? 'WEB', pressed),
  );
  if (!run.ok) return { kind: 'error', message: run.error?.message ?? '', run };
  return checked(ready.manifest, opening, outcomeOf(workspace, opening, stack, click, run));
}

function prepare(workspace: Workspace, { scriptId, version, visitor, context, platform = 'WEB', granular = false }: Opening): Panel | { manifest: Manifest } {
  const script: ScriptData | undefined = workspace.data.scripts[scriptId];
  const files = script && filesOf(script, version ?? 'HEAD');
  if (!script || !files) return { kind: 'error', message: 'The add-on is not installed.' };
  const manifest = manifestOf(files);
  // docs/workspace/add-ons/guides/workspace-restrictions.md, "Full mobile support": on phones, open messages and nothing else.
  if (!addOnOf(manifest)[context.host] || (platform !== 'WEB' && context.trigger !== 'contextual')) return { kind: 'nothing' };
  const fault = manifestFault(manifest, context.host);
  if (fault) return { kind: 'error', message: fault };
  const missing = missingScopes(script, files, visitor);
  const scopes = granular ? missing.filter((scope) => scope === EXECUTE[context.host]) : missing;
  if (scopes.length > 0) return { kind: 'authorization', scopes };
  return { manifest };
}

function runAs(workspace: Workspace, { scriptId, version, visitor }: Opening, fn: string, event: object): RunResult {
  return execute(workspace, { scriptId, version: version ?? 'HEAD', kind: 'add-on', active: visitor, effective: visitor, fn, args: [event] });
}

function outcomeOf(workspace: Workspace, opening: Opening, stack: Json[], click: CardClick, run: RunResult): Panel {
  const { value } = run;
  if (click.kind === 'compose') {
    if (!(value instanceof ComposeActionResponse)) return { kind: 'error', message: unusable(value), run };
    return { kind: 'cards', stack, draftId: draftIn(value), run };
  }
  if (value instanceof CalendarEventActionResponse) return changeEvent(workspace, opening, stack, value, run);
  if (value instanceof ActionResponse) {
    const { renderActions, stateChanged } = value.$json() as { renderActions: { action: Json }; stateChanged?: boolean };
    const { navigations = [], notification, link } = renderActions.action as { navigations?: Json[]; notification?: { text: string }; link?: Json };
    if (click.kind === 'link' && !link) return { kind: 'error', message: unusable(value), run };
    return {
      kind: 'cards',
      stack: navigations.reduce(navigate, stack),
      ...(notification ? { notification: notification.text } : {}),
      ...(link ? { link } : {}),
      ...(stateChanged === undefined ? {} : { stateChanged }),
      run,
    };
  }
  const cards = cardsIn(value);
  if (cards && click.kind !== 'link') return { kind: 'cards', stack: [...stack, ...cards.map((card) => card.$json())], run };
  if (value === undefined || value === null) return { kind: 'cards', stack, run };
  return { kind: 'error', message: unusable(value), run };
}

function navigate(stack: Json[], step: Json): Json[] {
  if (step['pushCard']) return [...stack, step['pushCard'] as Json];
  if (step['updateCard']) return [...stack.slice(0, -1), step['updateCard'] as Json];
  if (step['pop']) return stack.length > 1 ? stack.slice(0, -1) : stack;
  if (step['popToRoot']) return stack.slice(0, 1);
  const at = stack.findLastIndex((card) => card['name'] === step['popToCard']);
  return at < 0 ? stack : stack.slice(0, at + 1);
}

/** docs/workspace/add-ons/calendar/calendar-actions.md: the open event gets guests, if add-on and person may write to it. */
function changeEvent(workspace: Workspace, opening: Opening, stack: Json[], response: CalendarEventActionResponse, run: RunResult): Panel {
  const { hostAppAction } = (response.$json() as { renderActions: { hostAppAction: { calendarAction: Json } } }).renderActions;
  const { editAttendeesActionMarkup: edit, addAttachmentsActionMarkup: attachments } = hostAppAction.calendarAction as Record<string, Json | undefined>;
  if (attachments) throw new NotModelled('attachments of a Calendar event');
  const { context, visitor } = opening;
  const calendar = context.trigger === 'eventOpen' ? workspace.calendars.find(context.calendarId) : undefined;
  const kept = calendar && context.trigger === 'eventOpen' ? workspace.calendars.findEvent(calendar, context.eventId) : undefined;
  const script = workspace.data.scripts[opening.scriptId];
  const access = script ? addOnOf(manifestOf(filesOf(script, opening.version ?? 'HEAD') ?? [])).calendar?.currentEventAccess : undefined;
  if (!calendar || !kept || !access?.includes('WRITE')) return { kind: 'error', message: 'The add-on may not change this event.', run };
  const added = ((edit?.['addAttendeeEmails'] ?? []) as string[]).map((email) => email.toLowerCase());
  const fresh = added.filter((email) => !kept.event.attendees.some((guest) => guest.email === email));
  const attendees = [...kept.event.attendees, ...fresh.map((email) => ({ email, responseStatus: 'needsAction' as const }))];
  const allowed = workspace.calendars.may(visitor, calendar, 'writer') && (kept.home === calendar || guestMayChange(kept.event, { attendees }, calendar.owner));
  if (!allowed) return { kind: 'error', message: 'The add-on may not change this event.', run };
  workspace.calendars.change(kept, { attendees });
  return { kind: 'cards', stack, run };
}

function checked(manifest: Manifest, { version }: Opening, panel: Panel): Panel {
  if (panel.kind !== 'cards') return panel;
  const stray = strayLink(manifest, { cards: panel.stack, link: panel.link }, typeof version === 'number');
  if (stray === undefined) return panel;
  return {
    kind: 'error',
    message: `The link ${stray} does not begin with one of addOns.common.openLinkUrlPrefixes.`,
    ...(panel.run ? { run: panel.run } : {}),
  };
}

function draftIn(response: ComposeActionResponse): string {
  const { hostAppAction } = (response.$json() as { renderActions: { hostAppAction: { gmailAction: { openCreatedDraftActionMarkup: { draftId: string } } } } })
    .renderActions;
  return hostAppAction.gmailAction.openCreatedDraftActionMarkup.draftId;
}

function cardsIn(value: unknown): Card[] | undefined {
  const cards = Array.isArray(value) ? value : [value];
  return cards.every((card) => card instanceof Card) ? (cards as Card[]) : undefined;
}

/** Google's words for what a callback must not return; a builder that was not built is the common case. */
function unusable(value: unknown): string {
  const shown = value instanceof Served ? value.$name : (JSON.stringify(value) ?? 'undefined');
  return `The value returned from Apps Script has a type that cannot be used by the add-ons platform. Also make sure to call build on any builder before returning it. Value: ${shown}`;
}
