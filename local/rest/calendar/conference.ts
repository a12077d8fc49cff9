import type { CalendarData, CalendarEventData, ConferenceData, EntryPointData } from '../../workspace/data.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { invalid } from './access.ts';

type Body = Record<string, unknown>;
type Conference = Pick<CalendarEventData, 'hangoutLink' | 'conferenceData'>;

const ENTRY_TYPES = ['video', 'phone', 'sip', 'more'];
/** Schemes by kind of entry point (docs/workspace/calendar/api/v3/reference/events.md, `entryPoints[].uri`). */
const SCHEMES = { video: /^https?:/, phone: /^tel:/, sip: /^sips?:/, more: /^https?:/ };

/**
 * What a written `conferenceData` makes of an event (docs/workspace/calendar/api/guides/create-events.md): `createRequest` makes a
 * Meet space of the organiser's, a whole conference is another event's that is shared or another firm's, null takes it off.
 * @throws ApiError 400
 */
export function conferenceFromBody(workspace: Workspace, calendar: CalendarData, sent: Body | null, before: CalendarEventData | undefined): Conference {
  if (sent === null) return { conferenceData: undefined, hangoutLink: undefined };
  const create = sent['createRequest'] as { requestId?: string; conferenceSolutionKey?: { type?: string } } | undefined;
  if (create && !sent['conferenceSolution']) return conferenceAskedFor(workspace, calendar, create, before);
  return conferenceGiven(workspace, sent);
}

function conferenceAskedFor(
  workspace: Workspace,
  calendar: CalendarData,
  { requestId, conferenceSolutionKey }: { requestId?: string; conferenceSolutionKey?: { type?: string } },
  before: CalendarEventData | undefined,
): Conference {
  if (!requestId) throw invalid('Invalid conference create request.');
  const type = conferenceSolutionKey?.type ?? 'hangoutsMeet';
  if (type !== 'hangoutsMeet') throw invalid('Invalid conference type value.');
  // "If an ID provided is the same as for the previous request, the request is ignored."
  if (before?.conferenceData?.createRequest?.requestId === requestId) return {};
  const organizer = workspace.people.find(before?.organizer ?? calendar.id)?.email ?? calendar.owner;
  const { hangoutLink, conferenceData } = workspace.calendars.newMeet(organizer);
  const delay = workspace.data.meet.conferenceDelay;
  const pending = delay === undefined ? {} : { pendingUntil: workspace.clock.now() + delay };
  return { hangoutLink, conferenceData: { createRequest: { requestId, conferenceSolutionKey: { type } }, ...conferenceData, ...pending } };
}

function conferenceGiven(workspace: Workspace, sent: Body): Conference {
  const { conferenceId, conferenceSolution, entryPoints, notes, parameters } = sent as Partial<ConferenceData>;
  // "Either conferenceSolution and at least one entryPoint, or createRequest is required."
  if (!conferenceSolution || !entryPoints?.length) throw invalid('Invalid conference data.');
  const { type } = conferenceSolution.key ?? {};
  if (type !== 'hangoutsMeet' && type !== 'addOn') throw invalid('Invalid conference type value.');
  // Google signs what it made; here a Meet is Google's own when there is such a space.
  if (type === 'hangoutsMeet' && !workspace.meet.byCode(conferenceId ?? '')) throw invalid('Invalid conference data.');
  for (const entry of entryPoints) checkEntryPoint(entry);
  if (entryPoints.every(({ entryPointType }) => entryPointType === 'more')) throw invalid('Invalid conference data.');
  const video = entryPoints.find(({ entryPointType }) => entryPointType === 'video')?.uri;
  return {
    conferenceData: {
      ...(conferenceId === undefined ? {} : { conferenceId }),
      conferenceSolution,
      entryPoints,
      ...(notes === undefined ? {} : { notes }),
      ...(parameters === undefined ? {} : { parameters }),
    },
    hangoutLink: type === 'hangoutsMeet' ? video : undefined,
  };
}

function checkEntryPoint({ entryPointType, uri }: EntryPointData): void {
  if (!ENTRY_TYPES.includes(entryPointType) || typeof uri !== 'string' || uri.length > 1300 || !SCHEMES[entryPointType].test(uri)) {
    throw invalid('Invalid conference data.');
  }
}

/** An event's conference as it is read: while one is being made, only that it was asked for. */
export function conferenceShown(workspace: Workspace, { hangoutLink, conferenceData }: Conference): Record<string, unknown> {
  if (!conferenceData) return {};
  const { createRequest, pendingUntil, ...rest } = conferenceData;
  const pending = pendingUntil !== undefined && workspace.clock.now() < pendingUntil;
  const asked = createRequest ? { createRequest: { ...createRequest, status: { statusCode: pending ? 'pending' : 'success' } } } : {};
  if (pending) return { conferenceData: asked };
  return { ...(hangoutLink === undefined ? {} : { hangoutLink }), conferenceData: { ...asked, ...rest } };
}
