import type { InferOutput } from 'valibot';
import { hashOf } from '../../records/hash.ts';
import { ukDay } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import { type KeptSettings, setWithReason } from '../../school/set-with-reason.ts';
import { dayTyped, numberTyped, somethingTyped } from '../../school/typed.ts';
import type { Visit } from '../../school/visit.ts';
import { type LessonSettings, type LessonSettingsEvents, lessonSettingsFrom, lessonSettingsTable } from '../lesson-settings.ts';
import type { lessonSettingSet } from './settings-shapes.ts';

/** One setting as it is to be, with who changes it upon which state of things, and why. */
export type LessonSettingSet = InferOutput<ReturnType<typeof lessonSettingSet>>;

const action: keyof LessonSettingsEvents = 'lesson setting set';

export const keptLessonSettings: KeptSettings<LessonSettings> = {
  ...{ table: lessonSettingsTable, action },
  settingsIn: (view) => lessonSettingsFrom(view.rows(lessonSettingsTable)),
  momentsIn: (view) => view.rows(lessonSettingsTable).map(({ at }) => at),
  changedMeanwhile: 'Somebody has changed how live lessons are held meanwhile. Look at what stands here now, then press again.',
};

const MOST_SYSTEMS = 10;
const MOST_OWN = 20;
const MOST_SENTENCES = 12;
const LONGEST_SENTENCE = 200;
/** What stands in a line for the technician between quotation marks has none of its own. */
const SYSTEM = /^[\p{L}\p{N} .&+()-]{2,60}$/u;

/**
 * Sets one thing about the school's live lessons.
 * @throws Refusal for what cannot be, without a reason, and when somebody changed something meanwhile
 */
export function setLessonSetting(request: LessonSettingSet, visit: Visit): null {
  const wanted = READ[request.setting] as (request: LessonSettingSet, visit: Visit) => (now: LessonSettings) => LessonSettings[keyof LessonSettings];
  const read = wanted(request, visit);
  return setWithReason(keptLessonSettings, request, visit, (now) => ({ [request.setting]: read(now) }));
}

type Request<Setting extends LessonSettingSet['setting']> = Extract<LessonSettingSet, { setting: Setting }>;

/** What was typed as it is kept, setting by setting; some of it depends on what is set now. */
const READ: {
  [Setting in LessonSettingSet['setting']]: (request: Request<Setting>, visit: Visit) => (now: LessonSettings) => LessonSettings[Setting];
} = {
  approvedSystems: ({ systems }) => constant(systemsIn(systems)),
  hours: ({ from, to }) => constant(hoursIn(from, to)),
  mostAWeek: ({ most }) => constant(numberTyped(most, 'most', 'how many', 0, 20)),
  profile: ({ accessType, chat, recording, attendance }) => constant({ accessType, chat, recording, attendance }),
  auditedOn: ({ on }, { now }) => constant(dayTyped(on, 'on', 'the day', { last: ukDay(now) })),
  plans:
    ({ pupils }, visit) =>
    (now) =>
      plansFrom(pupils, now, visit),
  own:
    ({ own, key }) =>
    () =>
      ownFrom(own, key),
  nevers: ({ nevers }) => constant(nevers),
  groundRules: ({ sentences }) => constant(sentencesIn(sentences)),
  askForHelp: ({ sentences }) => constant(sentencesIn(sentences)),
};

function constant<Value>(value: Value): () => Value {
  return () => value;
}

/** One a line, none twice. */
function linesIn(typed: string): string[] {
  const lines = typed.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

function systemsIn(typed: string): string[] {
  const systems = linesIn(typed);
  if (systems.length === 0) throw new Refusal('systems-missing', 'Enter at least one system', 'systems');
  if (systems.length > MOST_SYSTEMS) throw new Refusal('too-many', `Enter at most ${MOST_SYSTEMS} systems`, 'systems');
  const wrong = systems.find((system) => !SYSTEM.test(system));
  if (wrong !== undefined) throw new Refusal('no-such-system', `“${wrong}” is no name such as Google Meet: 2 to 60 letters and digits`, 'systems');
  return systems;
}

function hoursIn(from: string, to: string): LessonSettings['hours'] {
  if (from.trim() === '' && to.trim() === '') return null;
  const hours = { from: timeTyped(from, 'from'), to: timeTyped(to, 'to') };
  if (hours.to <= hours.from) throw new Refusal('ends-early', 'Enter a later time than the first', 'to');
  return hours;
}

function timeTyped(typed: string, field: 'from' | 'to'): string {
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(typed.trim()) ?? [];
  if (hour === undefined || minute === undefined)
    throw new Refusal('no-such-time', 'Enter a time like 08:30, or leave both empty when any time is right', field);
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** Who has left since may stay on the list; nobody but pupils comes onto it. */
function plansFrom(pupils: readonly string[], { plans }: LessonSettings, { roll }: Visit): string[] {
  const known = new Set([...plans, ...roll.flatMap(({ email, kind }) => (kind === 'pupil' ? [email] : []))]);
  if (!pupils.every((pupil) => known.has(pupil))) throw new Refusal('no-such-pupil', 'Choose pupils who are on the list of people', 'pupil');
  return [...new Set(pupils)].sort();
}

function ownFrom(own: LessonSettings['own'], key: string): LessonSettings['own'] {
  if (own.length > MOST_OWN) throw new Refusal('too-many', `A school has at most ${MOST_OWN} considerations of its own: take one away first`, 'title');
  return own.map(({ id, group, title, tick }, index) => ({
    ...{ id: id || hashOf(`${key} ${index}`).slice(0, 8), group },
    title: somethingTyped(title, 'title', 'Enter a short heading'),
    tick: somethingTyped(tick, 'tick', 'Enter what a teacher ticks'),
  }));
}

function sentencesIn(typed: string): string[] {
  const sentences = linesIn(typed);
  if (sentences.length === 0) throw new Refusal('sentences-missing', 'Enter at least one sentence', 'sentences');
  if (sentences.length > MOST_SENTENCES) throw new Refusal('too-many', `Enter at most ${MOST_SENTENCES} sentences: nobody reads more`, 'sentences');
  if (sentences.some(({ length }) => length > LONGEST_SENTENCE))
    throw new Refusal('too-long', `Enter sentences of at most ${LONGEST_SENTENCE} characters, one a line`, 'sentences');
  return sentences;
}
