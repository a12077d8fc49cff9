import type { ConsoleSetting } from './console-settings.ts';

/** What was found of one setting in what somebody pasted back. */
export interface ComparedSetting {
  name: string;
  /** `cannot verify`: its name is there, and nothing of what it looks for, as in the console's overview. */
  state: 'same' | 'different' | 'not there' | 'cannot verify';
  /** Where it differs, in sentences. */
  where: string[];
}

export interface ConsoleCompared {
  /** `cannot verify`: nothing of Handrail's can be recognised in it. */
  state: 'same' | 'different' | 'cannot verify';
  settings: ComparedSetting[];
  /** What else strikes: settings of Handrail's that are old or unknown, holding mail back, copies that go elsewhere. */
  notes: string[];
}

/** A name that Handrail gives a setting: what it is about, and its fingerprint. */
const OUR_NAME = /Handrail [a-z][a-z ,0-9-]* \[([0-9a-f]{8})\]/g;
const HOLDS_BACK = /\b(?:reject|quarantine)/i;

/**
 * Compares what the console holds with what it should. It takes what a person copied from the console's pages, or the JSON that the Policy API
 * gives a super admin (`settings/gmail.content_compliance`, `settings/gmail.objectionable_content`). How Google names the parts of a rule there is not
 * documented in full, so only texts are looked for: a name, expressions, words, the mailbox.
 * @param mailbox where copies should go
 */
export function compareConsole(pasted: string, wanted: readonly ConsoleSetting[], mailbox: string): ConsoleCompared {
  const shown = textsIn(pasted);
  const settings = wanted.map((setting) => compared(setting, shown));
  const names = [...shown.matchAll(OUR_NAME)].map(([name]) => name);
  const strange = [...new Set(names)].filter((name) => !wanted.some((setting) => setting.name === name || aboutOf(setting.name) === aboutOf(name)));
  const known = settings.some(({ state }) => state !== 'not there') || strange.length > 0;
  if (!known) return { state: 'cannot verify', settings: [], notes: ['Nothing in it can be recognised as a setting of Handrail’s.'] };
  const notes = [
    ...strange.map((name) => `There is "${name}", which Handrail does not ask for any more: remove it in the console.`),
    ...(shown.toLowerCase().includes(mailbox.toLowerCase()) ? [] : [`${mailbox} does not stand in it. Look in the console whether the copies go there.`]),
    ...(HOLDS_BACK.test(pasted) ? ['It speaks of rejecting or quarantine. Look in the console that none of these settings holds mail back.'] : []),
  ];
  return { state: overall(settings, strange), settings, notes };
}

function overall(settings: readonly ComparedSetting[], strange: readonly string[]): ConsoleCompared['state'] {
  if (strange.length > 0 || settings.some(({ state }) => state === 'different' || state === 'not there')) return 'different';
  return settings.every(({ state }) => state === 'same') ? 'same' : 'cannot verify';
}

function compared({ name, version, expressions, words }: ConsoleSetting, shown: string): ComparedSetting {
  const others = [...shown.matchAll(OUR_NAME)].filter(([other]) => other !== name && aboutOf(other) === aboutOf(name));
  const old = others.map(([, other]) => `The console has the version ${other}; the newest is ${version}.`);
  const wanted = [...expressions, ...words.split(', ').filter((word) => word !== '')];
  const isList = words !== '';
  // A name may hold one of the words.
  const content = shown.replace(OUR_NAME, '');
  const missing = wanted.filter((each) => !(isList ? hasWord(content, each) : content.includes(each)));
  const isNamed = shown.includes(name);
  if (!isNamed && old.length === 0) return { name, state: 'not there', where: ['It is not in what was pasted.'] };
  if (old.length > 0) return { name, state: 'different', where: old };
  if (wanted.length === 0 || missing.length === 0) return { name, state: 'same', where: [] };
  if (missing.length === wanted.length)
    return { name, state: 'cannot verify', where: ['Only its name was pasted. Open the setting in the console and copy what it looks for.'] };
  return {
    name,
    state: 'different',
    where: missing.map((each) => (isList ? `The word "${each}" is missing.` : `This expression is missing or was changed: ${each}`)),
  };
}

function aboutOf(name: string): string {
  return name.replace(/ \[[0-9a-f]{8}\]$/, '');
}

function hasWord(text: string, word: string): boolean {
  return new RegExp(`(?:^|[^\\p{L}\\p{N}])${word}(?:$|[^\\p{L}\\p{N}])`, 'iu').test(text);
}

/** Every text of a JSON document, a line each; anything else as it is. Spaces that a page puts in do not count. */
function textsIn(pasted: string): string {
  const text = jsonOf(pasted) ?? pasted;
  return (typeof text === 'string' ? text : stringsOf(text).join('\n')).replace(/[\u00a0\u200b]/g, ' ');
}

function jsonOf(pasted: string): object | null {
  try {
    const value: unknown = JSON.parse(pasted);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsOf) : [];
}
