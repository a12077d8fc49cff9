import type { MeetFeature, SpaceConfigData } from '../data.ts';

/** What a school finds that has set nothing: the reference page names these where it names a default at all. */
export function openConfig(): SpaceConfigData {
  return {
    accessType: 'TRUSTED',
    entryPointAccess: 'ALL',
    moderation: 'OFF',
    moderationRestrictions: {
      chatRestriction: 'NO_RESTRICTION',
      reactionRestriction: 'NO_RESTRICTION',
      presentRestriction: 'NO_RESTRICTION',
      defaultJoinAsViewerType: 'OFF',
    },
    attendanceReportGenerationType: 'DO_NOT_GENERATE',
    artifactConfig: {
      recordingConfig: { autoRecordingGeneration: 'OFF' },
      transcriptionConfig: { autoTranscriptionGeneration: 'OFF' },
      smartNotesConfig: { autoSmartNotesGeneration: 'OFF' },
    },
  };
}

/** How each feature is switched off in a space. */
const OFF: Record<MeetFeature, (config: SpaceConfigData) => void> = {
  moderation: (config) => {
    config.moderation = 'OFF';
  },
  'attendance reports': (config) => {
    config.attendanceReportGenerationType = 'DO_NOT_GENERATE';
  },
  recording: (config) => {
    config.artifactConfig.recordingConfig.autoRecordingGeneration = 'OFF';
  },
  transcripts: (config) => {
    config.artifactConfig.transcriptionConfig.autoTranscriptionGeneration = 'OFF';
  },
  'smart notes': (config) => {
    config.artifactConfig.smartNotesConfig.autoSmartNotesGeneration = 'OFF';
  },
};

/** The settings with what the edition lacks switched off. */
export function withoutUnavailable(config: SpaceConfigData, unavailable: readonly MeetFeature[]): SpaceConfigData {
  const settled = structuredClone(config);
  for (const feature of unavailable) OFF[feature](settled);
  return settled;
}

/** Whether the settings switch a feature on. */
export function uses(config: SpaceConfigData, feature: MeetFeature): boolean {
  return JSON.stringify(withoutUnavailable(config, [feature])) !== JSON.stringify(config);
}
