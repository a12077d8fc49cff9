/** How a Meet space is set, in Google's own words (docs/workspace/meet/api/reference/rest/v2/spaces.md). A part that Google leaves out is unknown. */
export const ACCESS = ['OPEN', 'TRUSTED', 'RESTRICTED'] as const;
export const ON_OFF = ['ON', 'OFF'] as const;
export const WHO_MAY = ['HOSTS_ONLY', 'NO_RESTRICTION'] as const;
export const REPORTING = ['GENERATE_REPORT', 'DO_NOT_GENERATE'] as const;

type OnOff = (typeof ON_OFF)[number];
type WhoMay = (typeof WHO_MAY)[number];

export type MeetConfig = {
  accessType?: (typeof ACCESS)[number] | undefined;
  moderation?: OnOff | undefined;
  chat?: WhoMay | undefined;
  present?: WhoMay | undefined;
  reactions?: WhoMay | undefined;
  joinAsViewer?: OnOff | undefined;
  attendanceReport?: (typeof REPORTING)[number] | undefined;
  recording?: OnOff | undefined;
  transcript?: OnOff | undefined;
  notes?: OnOff | undefined;
};

/** Where each part stands in Google's resource: also the paths of an update mask. */
export const PATHS: Readonly<Record<keyof MeetConfig, string>> = {
  accessType: 'config.accessType',
  moderation: 'config.moderation',
  chat: 'config.moderationRestrictions.chatRestriction',
  present: 'config.moderationRestrictions.presentRestriction',
  reactions: 'config.moderationRestrictions.reactionRestriction',
  joinAsViewer: 'config.moderationRestrictions.defaultJoinAsViewerType',
  attendanceReport: 'config.attendanceReportGenerationType',
  recording: 'config.artifactConfig.recordingConfig.autoRecordingGeneration',
  transcript: 'config.artifactConfig.transcriptionConfig.autoTranscriptionGeneration',
  notes: 'config.artifactConfig.smartNotesConfig.autoSmartNotesGeneration',
};

/** What the school wants of every lesson's Meet. Parts that it does not name stay as they are. */
export type MeetProfile = {
  accessType: 'RESTRICTED' | 'TRUSTED';
  chat: WhoMay;
  /** Automatic recording; null when the school leaves it to the teacher. */
  recording: OnOff | null;
  /** Whether Meet writes who was there: not every edition of Google can. */
  attendance: boolean;
};

export const USUAL_PROFILE: MeetProfile = { accessType: 'RESTRICTED', chat: 'HOSTS_ONLY', recording: 'OFF', attendance: true };

/** What "make safe" sets: the profile, moderation on, presenting by hosts. */
export function wantedConfig({ accessType, chat, recording, attendance }: MeetProfile): MeetConfig {
  const always = { moderation: 'ON', present: 'HOSTS_ONLY' } as const;
  const report = attendance ? ({ attendanceReport: 'GENERATE_REPORT' } as const) : {};
  return { accessType, chat, ...always, ...report, ...(recording === null ? {} : { recording }) };
}
