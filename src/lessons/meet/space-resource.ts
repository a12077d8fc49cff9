import { ACCESS, type MeetConfig, ON_OFF, PATHS, REPORTING, WHO_MAY } from './space.ts';

/** A part of a Meet's settings, and one of its values as Google writes it: `HOSTS_ONLY`. */
export type Part = keyof MeetConfig;
export type Setting = NonNullable<MeetConfig[Part]>;

/** In the order in which people are told of them and in which Google is asked: restrictions hold only once host controls are on. */
export const PARTS: readonly Part[] = [
  'accessType',
  'moderation',
  'present',
  'chat',
  'attendanceReport',
  'recording',
  'transcript',
  'notes',
  'reactions',
  'joinAsViewer',
];

const VALUES: Readonly<Record<Part, readonly Setting[]>> = {
  accessType: ACCESS,
  moderation: ON_OFF,
  present: WHO_MAY,
  chat: WHO_MAY,
  reactions: WHO_MAY,
  joinAsViewer: ON_OFF,
  attendanceReport: REPORTING,
  recording: ON_OFF,
  transcript: ON_OFF,
  notes: ON_OFF,
};

/** A Meet space as Google answers with it. */
export interface Space {
  /** `spaces/jQCFfuBOdN5z`: stays the same, while codes expire and are given out again. */
  name: string;
  /** `abc-defg-hij`, lower case. */
  code: string;
  /** Null for everybody but the owner. A value that is not known here is left out: it is unknown. */
  config: MeetConfig | null;
}

/** Reads a Space (docs/workspace/meet/api/reference/rest/v2/spaces.md); null for anything else. */
export function spaceFrom(answer: unknown): Space | null {
  const name = at(answer, ['name']);
  const code = at(answer, ['meetingCode']);
  if (typeof name !== 'string' || !/^spaces\/[\w-]+$/.test(name) || typeof code !== 'string') return null;
  const config = at(answer, ['config']);
  return { name, code: code.toLowerCase(), config: config !== null && typeof config === 'object' ? configIn(answer) : null };
}

/** The body of an update that sets these parts and nothing else. */
export function bodyOf(settings: readonly (readonly [Part, Setting])[]): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [part, value] of settings) {
    const path = PATHS[part].split('.');
    const field = path.pop() ?? '';
    const holder = path.reduce((level, key) => {
      const next = level[key] ?? {};
      level[key] = next;
      return next as Record<string, unknown>;
    }, body);
    holder[field] = value;
  }
  return body;
}

function configIn(answer: unknown): MeetConfig {
  const said = PARTS.flatMap((part) => {
    const value = at(answer, PATHS[part].split('.'));
    return VALUES[part].some((each) => each === value) ? [[part, value]] : [];
  });
  return Object.fromEntries(said) as MeetConfig;
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((level, key) => (level !== null && typeof level === 'object' ? (level as Record<string, unknown>)[key] : undefined), value);
}
