type Switch = 'ON' | 'OFF';
type Restriction = 'HOSTS_ONLY' | 'NO_RESTRICTION';

/** Every setting of a space, by Google's own names and values (docs/workspace/meet/api/reference/rest/v2/spaces.md, "SpaceConfig"). */
export interface SpaceConfigData {
  accessType: 'OPEN' | 'TRUSTED' | 'RESTRICTED';
  entryPointAccess: 'ALL' | 'CREATOR_APP_ONLY';
  moderation: Switch;
  moderationRestrictions: {
    chatRestriction: Restriction;
    reactionRestriction: Restriction;
    presentRestriction: Restriction;
    defaultJoinAsViewerType: Switch;
  };
  attendanceReportGenerationType: 'GENERATE_REPORT' | 'DO_NOT_GENERATE';
  artifactConfig: {
    recordingConfig: { autoRecordingGeneration: Switch };
    transcriptionConfig: { autoTranscriptionGeneration: Switch };
    smartNotesConfig: { autoSmartNotesGeneration: Switch };
  };
}

/** Where calls are held: it outlives them, and a series of events shares one. */
export interface SpaceData {
  /** The `{space}` of `spaces/{space}`. */
  id: string;
  meetingCode: string;
  /** Its host: the organiser of the event it was made for. */
  owner: string;
  /** The script project or OAuth client that made it; none when Calendar did. */
  app?: string;
  config: SpaceConfigData;
  /** A code that nobody has used for a year no longer leads to the space. */
  lastUsed: number;
}

/** Who was in a call: an account, somebody who typed a name, or a caller of whom some digits of the number are known. */
export type ParticipantUserData = { email: string } | { anonymous: string } | { phone: string };

export interface ParticipantData {
  id: string;
  user: ParticipantUserData;
  /** Each coming and going; `end` is missing while the person is there. */
  sessions: { id: string; start: number; end?: number }[];
}

/** One call. */
export interface ConferenceRecordData {
  id: string;
  spaceId: string;
  start: number;
  /** Missing while the call goes on. */
  end?: number;
  participants: ParticipantData[];
}

/** A thing that not every edition of Workspace has. */
export type MeetFeature = 'moderation' | 'attendance reports' | 'recording' | 'transcripts' | 'smart notes';

export interface MeetData {
  spaces: Record<string, SpaceData>;
  records: Record<string, ConferenceRecordData>;
  /** What a new space begins with, and a setting that is taken away goes back to: the administrators' choice. */
  defaults: SpaceConfigData;
  /** What the school's edition does not have. */
  unavailable: MeetFeature[];
  /** The Meet API is not switched on in the scripts' Cloud project. */
  apiOff?: boolean;
  /** How long Calendar takes to make a conference, in milliseconds; it answers at once when missing. */
  conferenceDelay?: number;
}
