import type { CalendarEventData, ConferenceRecordData, MeetData, ParticipantUserData, SpaceConfigData, SpaceData } from './data.ts';
import { withoutUnavailable } from './meet/config.ts';
import type { Workspace } from './workspace.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** docs/workspace/meet/api/reference/rest/v2/spaces/get.md: "Generally, a meetingCode expires 365 days after last use." */
const CODE_LIFETIME = 365 * DAY;
/** docs/workspace/meet/api/reference/rest/v2/conferenceRecords.md, `expireTime` */
const RECORD_LIFETIME = 30 * DAY;

/** Somebody's time in a call that is made up after the event. */
export interface Attendance {
  user: ParticipantUserData;
  /** Minutes after the call began; 0 unless said. */
  from?: number;
  /** Minutes after the call began; its end unless said. */
  to?: number;
}

/** A call as a test or the demonstration school wants it to have been. */
export interface HeldCall {
  space: SpaceData;
  /** Milliseconds since 1970. */
  start: number;
  minutes: number;
  people: readonly Attendance[];
}

/** Google Meet: spaces, who comes into them, and the calls that were held. Settings are in `local/workspace/data/meet.ts`. */
export class Meet {
  constructor(private readonly workspace: Workspace) {}

  private get data(): MeetData {
    return this.workspace.data.meet;
  }

  /**
   * A new space with the domain's settings, and over them `config`.
   * @param made `meetingCode` takes over a code, as when an expired one is given out again
   */
  newSpace(made: { owner: string; app?: string; meetingCode?: string; config?: Partial<SpaceConfigData> }): SpaceData {
    const { owner, app, config } = made;
    const letters = this.workspace.newId(10, 'abcdefghijkmnopqrstuvwxyz');
    const space: SpaceData = {
      id: this.workspace.newId(12, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'),
      meetingCode: made.meetingCode ?? `${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7)}`,
      owner,
      ...(app === undefined ? {} : { app }),
      config: withoutUnavailable({ ...structuredClone(this.data.defaults), ...config }, this.data.unavailable),
      lastUsed: this.workspace.clock.now(),
    };
    this.data.spaces[space.id] = space;
    return space;
  }

  /** By its id, in which capitals count. */
  space(id: string): SpaceData | undefined {
    return this.data.spaces[id];
  }

  /** By its meeting code, in which capitals do not count; the newest space that has it, as long as the code has not expired. */
  byCode(code: string): SpaceData | undefined {
    const wanted = code.toLowerCase();
    return Object.values(this.data.spaces)
      .filter((space) => space.meetingCode === wanted && this.workspace.clock.now() - space.lastUsed < CODE_LIFETIME)
      .sort((a, b) => a.lastUsed - b.lastUsed)
      .at(-1);
  }

  /** The space of an event, or undefined when it has none or another firm's. */
  ofEvent(event: Pick<CalendarEventData, 'conferenceData'>): SpaceData | undefined {
    const { conferenceId, conferenceSolution } = event.conferenceData ?? {};
    return conferenceId !== undefined && conferenceSolution?.key.type === 'hangoutsMeet' ? this.byCode(conferenceId) : undefined;
  }

  /** Whether somebody is invited to an event that is held in the space. */
  isInvited(space: SpaceData, email: string): boolean {
    return Object.values(this.workspace.data.calendars).some((calendar) =>
      Object.values(calendar.events).some(
        (event) => event.status !== 'cancelled' && event.conferenceData?.conferenceId === space.meetingCode && this.workspace.calendars.isInvited(event, email),
      ),
    );
  }

  /**
   * Whether somebody comes in at once or has to knock (docs/workspace/meet/api/reference/rest/v2/spaces.md, "AccessType").
   * @param email of the account; '' for somebody who is not signed in
   */
  joinsWithoutKnocking(space: SpaceData, email: string): boolean {
    const { accessType } = space.config;
    if (accessType === 'OPEN' || email === space.owner) return true;
    if (email === '') return false;
    if (accessType === 'TRUSTED' && email.split('@')[1] === space.owner.split('@')[1]) return true;
    return this.isInvited(space, email);
  }

  // ---- calls --------------------------------------------------------------------------------------------------

  /** Calls that are still on record, the newest first: a record is kept for thirty days after its call. */
  records(): ConferenceRecordData[] {
    const now = this.workspace.clock.now();
    return Object.values(this.data.records)
      .filter(({ end }) => end === undefined || now < end + RECORD_LIFETIME)
      .sort((a, b) => b.start - a.start);
  }

  /** When the record of a call is deleted; of one that goes on, as if it ended now. */
  expiryOf({ end }: ConferenceRecordData): number {
    return (end ?? this.workspace.clock.now()) + RECORD_LIFETIME;
  }

  /** The call that is on in the space: there is one at most. */
  active(space: SpaceData): ConferenceRecordData | undefined {
    return Object.values(this.data.records).find((record) => record.spaceId === space.id && record.end === undefined);
  }

  /** Somebody comes in; the first one begins the call. The same person again is one participant with another session. */
  join(space: SpaceData, user: ParticipantUserData): ConferenceRecordData {
    const now = this.workspace.clock.now();
    const record = this.active(space) ?? this.begin(space, now);
    this.enter(record, user, now);
    return record;
  }

  /** Somebody goes; with the last one the call ends. */
  leave(space: SpaceData, user: ParticipantUserData): void {
    const record = this.active(space);
    if (!record) return;
    const now = this.workspace.clock.now();
    for (const session of participantIn(record, user)?.sessions ?? []) session.end ??= now;
    if (record.participants.every(({ sessions }) => sessions.every(({ end }) => end !== undefined))) this.end(space);
  }

  /** Ends the call for everybody. */
  end(space: SpaceData): void {
    const record = this.active(space);
    if (!record) return;
    const now = this.workspace.clock.now();
    for (const { sessions } of record.participants) for (const session of sessions) session.end ??= now;
    record.end = now;
    space.lastUsed = now;
  }

  /** Puts a call on record that is over. */
  hold({ space, start, minutes, people }: HeldCall): ConferenceRecordData {
    const record = this.begin(space, start);
    for (const { user, from = 0, to = minutes } of people) this.enter(record, user, start + from * MINUTE, start + to * MINUTE);
    record.end = start + minutes * MINUTE;
    space.lastUsed = Math.max(space.lastUsed, record.end);
    return record;
  }

  private begin(space: SpaceData, start: number): ConferenceRecordData {
    const record: ConferenceRecordData = { id: this.workspace.newId(20), spaceId: space.id, start, participants: [] };
    this.data.records[record.id] = record;
    space.lastUsed = Math.max(space.lastUsed, start);
    return record;
  }

  private enter(record: ConferenceRecordData, user: ParticipantUserData, start: number, end?: number): void {
    let participant = participantIn(record, user);
    if (!participant) {
      participant = { id: this.workspace.newId(21, '0123456789'), user, sessions: [] };
      record.participants.push(participant);
    }
    if (participant.sessions.some((session) => session.end === undefined)) return;
    participant.sessions.push({ id: this.workspace.newId(16, '0123456789'), start, ...(end === undefined ? {} : { end }) });
  }
}

/** An account is one participant however often it comes; whoever is not signed in is somebody new each time. */
function participantIn(record: ConferenceRecordData, user: ParticipantUserData) {
  return record.participants.find(
    (each) => JSON.stringify(each.user) === JSON.stringify(user) && ('email' in user || each.sessions.some(({ end }) => end === undefined)),
  );
}
