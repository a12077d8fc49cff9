import type { SpaceConfigData } from '../../workspace/data.ts';
import { invalid } from './access.ts';

type Json = Record<string, unknown>;

/** Fields of a message by name: the values of an enum (the first says "unspecified"), or the message inside. */
interface Message {
  [field: string]: readonly string[] | Message;
}

const SWITCH = (unspecified: string) => [unspecified, 'ON', 'OFF'];
const RESTRICTION = ['RESTRICTION_TYPE_UNSPECIFIED', 'HOSTS_ONLY', 'NO_RESTRICTION'];
const GENERATION = SWITCH('AUTO_GENERATION_TYPE_UNSPECIFIED');

/** docs/workspace/meet/api/reference/rest/v2/spaces.md, "SpaceConfig" */
const CONFIG: Message = {
  accessType: ['ACCESS_TYPE_UNSPECIFIED', 'OPEN', 'TRUSTED', 'RESTRICTED'],
  entryPointAccess: ['ENTRY_POINT_ACCESS_UNSPECIFIED', 'ALL', 'CREATOR_APP_ONLY'],
  moderation: SWITCH('MODERATION_UNSPECIFIED'),
  moderationRestrictions: {
    chatRestriction: RESTRICTION,
    reactionRestriction: RESTRICTION,
    presentRestriction: RESTRICTION,
    defaultJoinAsViewerType: SWITCH('DEFAULT_JOIN_AS_VIEWER_TYPE_UNSPECIFIED'),
  },
  attendanceReportGenerationType: ['ATTENDANCE_REPORT_GENERATION_TYPE_UNSPECIFIED', 'GENERATE_REPORT', 'DO_NOT_GENERATE'],
  artifactConfig: {
    recordingConfig: { autoRecordingGeneration: GENERATION },
    transcriptionConfig: { autoTranscriptionGeneration: GENERATION },
    smartNotesConfig: { autoSmartNotesGeneration: GENERATION },
  },
};

/** What the server alone writes; sent back by a client that read the space first, it is not looked at. */
const SERVERS_OWN = ['name', 'meetingUri', 'meetingCode', 'activeConference', 'phoneAccess', 'gatewaySipAccess'];

/** Dotted paths of every setting, as an update mask names them: `config.moderationRestrictions.chatRestriction`. */
const LEAVES = leavesOf(CONFIG, 'config');

/** The settings sent in a Space, by dotted path. */
export type SentSettings = ReadonlyMap<string, string>;

/**
 * The settings in a request body. A value that says "unspecified" is refused, whatever the setting: the reference says so of
 * `moderation` and says of the others that they fall back to a policy, which leaving them out does as well.
 * @throws ApiError 400 for a field or value that Space does not have
 */
export function settingsIn(body: unknown): SentSettings {
  if (body === undefined || body === null) return new Map();
  if (typeof body !== 'object' || Array.isArray(body)) throw invalid('Invalid JSON payload received. Root element must be a message.');
  const sent = new Map<string, string>();
  for (const [name, value] of Object.entries(body)) {
    if (name === 'config') read(value, CONFIG, 'config', sent);
    else if (!SERVERS_OWN.includes(name)) throw unknownName(name, 'space');
  }
  return sent;
}

function read(value: unknown, message: Message, path: string, sent: Map<string, string>): void {
  if (value === null || value === undefined) return;
  if (typeof value !== 'object' || Array.isArray(value)) throw invalid(`Invalid value at 'space.${path}', ${JSON.stringify(value)}`);
  for (const [name, inner] of Object.entries(value as Json)) {
    const kind = Object.hasOwn(message, name) ? message[name] : undefined;
    if (kind === undefined) throw unknownName(name, `space.${path}`);
    const at = `${path}.${name}`;
    if (!isEnum(kind)) read(inner, kind, at, sent);
    else if (inner !== null) sent.set(at, enumValue(inner, kind, at));
  }
}

function enumValue(value: unknown, [unspecified, ...values]: readonly string[], path: string): string {
  if (typeof value !== 'string' || (value !== unspecified && !values.includes(value))) {
    throw invalid(`Invalid value at 'space.${path}', ${JSON.stringify(value)}`);
  }
  if (value === unspecified) throw invalid(`space.${path} must not be ${unspecified}.`);
  return value;
}

const unknownName = (name: string, where: string) => invalid(`Invalid JSON payload received. Unknown name "${name}" at '${where}': Cannot find field.`);

/**
 * The settings an update touches. Without a mask: those sent; `*`: all of them; a message: those of it that were sent, which is how
 * the FieldMask page of Protocol Buffers has an update written (docs/workspace/meet/api/guides/meeting-spaces.md leads there).
 * @throws ApiError 400 for a path that Space does not have, or that is not for clients to write
 */
export function touched(mask: string | undefined, sent: SentSettings): string[] {
  const paths = (mask ?? '').split(',').filter((path) => path !== '');
  if (paths.length === 0) return [...sent.keys()];
  return [...new Set(paths.flatMap((path) => leavesAt(path, sent)))];
}

function leavesAt(path: string, sent: SentSettings): string[] {
  if (path === '*') return LEAVES;
  if (LEAVES.includes(path)) return [path];
  if (!LEAVES.some((leaf) => leaf.startsWith(`${path}.`)))
    throw invalid(`Invalid field mask: ${JSON.stringify(path)} is not a field of Space that can be updated.`);
  return [...sent.keys()].filter((leaf) => leaf.startsWith(`${path}.`));
}

/** The settings after an update: what is touched and was not sent goes back to the domain's own. "When moderation.OFF, will be reset to default ModerationRestrictions." */
export function updated(before: SpaceConfigData, paths: readonly string[], sent: SentSettings, defaults: SpaceConfigData): SpaceConfigData {
  const after = structuredClone(before);
  for (const path of paths) put(after, path, sent.get(path) ?? valueAt(defaults, path));
  if (after.moderation === 'OFF') after.moderationRestrictions = structuredClone(defaults.moderationRestrictions);
  return after;
}

function put(config: SpaceConfigData, path: string, value: string): void {
  const { holder, name } = placeOf(config, path);
  holder[name] = value;
}

function valueAt(config: SpaceConfigData, path: string): string {
  const { holder, name } = placeOf(config, path);
  return String(holder[name]);
}

function placeOf(config: SpaceConfigData, path: string): { holder: Json; name: string } {
  const names = path.split('.').slice(1);
  const name = names.pop() ?? '';
  return { holder: names.reduce((level, each) => level[each] as Json, config as unknown as Json), name };
}

function leavesOf(message: Message, path: string): string[] {
  return Object.entries(message).flatMap(([name, kind]) => (isEnum(kind) ? [`${path}.${name}`] : leavesOf(kind, `${path}.${name}`)));
}

function isEnum(kind: readonly string[] | Message): kind is readonly string[] {
  return Array.isArray(kind);
}
