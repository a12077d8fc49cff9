/** A call that belongs to an event: a Meet space, or another firm's (docs/workspace/calendar/api/v3/reference/events.md). */
export interface ConferenceData {
  /** Of Google Meet the meeting code; another firm's may lack it. */
  conferenceId?: string;
  conferenceSolution: { key: { type: 'hangoutsMeet' | 'addOn' }; name?: string; iconUri?: string };
  entryPoints: EntryPointData[];
  createRequest?: { requestId: string; conferenceSolutionKey: { type: 'hangoutsMeet' } };
  /** Asked for, and not there until then (milliseconds since 1970). */
  pendingUntil?: number;
  notes?: string;
  parameters?: { addOnParameters?: { parameters?: Record<string, string> } };
}

export interface EntryPointData {
  entryPointType: 'video' | 'phone' | 'sip' | 'more';
  uri: string;
  label?: string;
  accessCode?: string;
  meetingCode?: string;
  passcode?: string;
  password?: string;
  pin?: string;
}

export interface CalendarEventData {
  id: string;
  iCalUID: string;
  summary: string;
  description: string;
  location: string;
  /** Exactly one of `dateTime` (ISO with offset) and `date` (yyyy-MM-dd), as in the Calendar API. */
  start: { dateTime?: string; date?: string; timeZone?: string };
  end: { dateTime?: string; date?: string; timeZone?: string };
  organizer: string;
  creator: string;
  attendees: {
    email: string;
    displayName?: string;
    responseStatus: 'needsAction' | 'accepted' | 'declined' | 'tentative';
    optional?: boolean;
    resource?: boolean;
    comment?: string;
    additionalGuests?: number;
  }[];
  recurrence?: string[];
  /** Set on a single occurrence that was changed or cancelled: which series it is of, and when it would have begun. */
  recurringEventId?: string;
  originalStartTime?: { dateTime?: string; date?: string; timeZone?: string };
  status: 'confirmed' | 'tentative' | 'cancelled';
  visibility: string;
  transparency: string;
  hangoutLink?: string;
  conferenceData?: ConferenceData;
  guestsCanSeeOtherGuests: boolean;
  guestsCanInviteOthers: boolean;
  guestsCanModify: boolean;
  anyoneCanAddSelf?: boolean;
  reminders: { useDefault: boolean; overrides: { method: string; minutes: number }[] };
  extendedProperties: { private: Record<string, string>; shared: Record<string, string> };
  colorId?: string;
  /** How often guests were told of a new time or place. */
  sequence?: number;
  created: number;
  updated: number;
}

export interface CalendarData {
  id: string;
  summary: string;
  description: string;
  owner: string;
  timeZone: string;
  primary: boolean;
  color: string;
  hidden: boolean;
  selected: boolean;
  location?: string;
  /** Accounts, besides the owner, that have the calendar in their list. */
  subscribers?: string[];
  acl: { scopeType: 'user' | 'group' | 'domain' | 'default'; value: string; role: 'none' | 'freeBusyReader' | 'reader' | 'writer' | 'owner' }[];
  events: Record<string, CalendarEventData>;
}
