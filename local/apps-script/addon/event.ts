import { eventResource, maySeeGuests } from '../../rest/calendar/event-resource.ts';
import { offsetAt } from '../../workspace/time-zone.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Manifest } from '../run.ts';
import { addOnOf, type Host } from './manifest.ts';

/** What is open in the host when the add-on is. */
export type Context =
  | { host: Host; trigger: 'homepage' }
  | { host: 'calendar'; trigger: 'eventOpen'; calendarId: string; eventId: string }
  | { host: 'gmail'; trigger: 'contextual'; messageId: string };

export type Platform = 'WEB' | 'IOS' | 'ANDROID';
export type FormInputs = Record<string, Record<string, unknown>>;

/** What an action adds to the event object. */
export interface Pressed {
  parameters: Record<string, string>;
  formInputs: FormInputs;
}

const LOCALE_SCOPE = 'https://www.googleapis.com/auth/script.locale';

/**
 * The event object of a trigger or an action (docs/workspace/add-ons/concepts/event-objects.md), the older Gmail fields with
 * it. A calendar event brings no title, description, start or end: an add-on has to ask the Calendar API for those.
 */
export function eventObject(workspace: Workspace, manifest: Manifest, visitor: string, context: Context, platform: Platform, pressed?: Pressed): object {
  const common = {
    hostApp: context.host.toUpperCase(),
    platform,
    ...localeOf(workspace, manifest, visitor),
    ...(pressed ? { parameters: pressed.parameters, formInputs: pressed.formInputs } : {}),
  };
  const host = context.host === 'calendar' ? { calendar: calendarOf(workspace, manifest, visitor, context) } : gmailOf(workspace, visitor, context);
  return { commonEventObject: common, hostApp: context.host, clientPlatform: platform.toLowerCase(), ...host, ...(pressed ? olderFields(pressed) : {}) };
}

/** "Disabled by default": `useLocaleFromApp` and the scope together turn it on. */
function localeOf(workspace: Workspace, manifest: Manifest, visitor: string) {
  if (!addOnOf(manifest).common?.useLocaleFromApp || !manifest.oauthScopes?.includes(LOCALE_SCOPE)) return {};
  const id = workspace.calendars.primaryOf(visitor)?.timeZone ?? manifest.timeZone;
  return { userLocale: 'en-GB', timeZone: { id, offset: String(offsetAt(id, workspace.clock.now())) } };
}

function calendarOf(workspace: Workspace, manifest: Manifest, visitor: string, context: Context): object {
  const access = addOnOf(manifest).calendar?.currentEventAccess;
  // docs/apps-script/manifest/calendar-addons.md: "If omitted, the host doesn't pass event metadata."
  if (context.trigger !== 'eventOpen' || !access) return {};
  const calendar = workspace.calendars.find(context.calendarId);
  const kept = calendar && workspace.calendars.findEvent(calendar, context.eventId);
  if (!calendar || !kept) return {};
  const metadata = {
    calendarId: calendar.id,
    id: kept.event.id,
    organizer: { email: kept.event.organizer },
    ...(kept.event.recurringEventId ? { recurringEventId: kept.event.recurringEventId } : {}),
  };
  if (access !== 'READ' && access !== 'READ_WRITE') return metadata;

  const shown = eventResource({ workspace, email: visitor }, calendar, kept);
  const mayWrite = access === 'READ_WRITE' && (kept.home === calendar || kept.event.guestsCanModify) && workspace.calendars.may(visitor, calendar, 'writer');
  const canSeeAttendees = maySeeGuests(calendar, kept.home, kept.event);
  // "createRequest" is none of the documented fields, and a conference still being made has no others.
  const { createRequest: _, ...conferenceData } = ('conferenceData' in shown ? shown.conferenceData : {}) as { createRequest?: unknown };
  return {
    ...metadata,
    ...('attendees' in shown && canSeeAttendees ? { attendees: shown.attendees } : {}),
    ...(Object.keys(conferenceData).length > 0 ? { conferenceData } : {}),
    capabilities: {
      canAddAttendees: mayWrite || (access === 'READ_WRITE' && kept.event.guestsCanInviteOthers),
      canSeeAttendees,
      canSeeConferenceData: 'organizer' in shown,
      canSetConferenceData: mayWrite,
      canAddAttachments: mayWrite,
    },
  };
}

function gmailOf(workspace: Workspace, visitor: string, context: Context): object {
  if (context.trigger !== 'contextual') return { gmail: {} };
  const threadId = workspace.mail.mailbox(visitor).message(context.messageId)?.threadId;
  const accessToken = workspace.mail.currentMessageToken(visitor, context.messageId);
  return { gmail: { messageId: context.messageId, threadId, accessToken }, messageMetadata: { messageId: context.messageId, accessToken } };
}

/** "Original Gmail add-on fields": `formInput` has one value a field, `formInputs` all of them. */
function olderFields({ parameters, formInputs }: Pressed) {
  const values = Object.entries(formInputs).map(([name, input]) => {
    const strings = (input['stringInputs'] as { value: string[] } | undefined)?.value;
    return [name, strings ?? [Object.values(input)[0]]] as const;
  });
  return { parameters, formInput: Object.fromEntries(values.map(([name, all]) => [name, all[0]])), formInputs: Object.fromEntries(values) };
}
