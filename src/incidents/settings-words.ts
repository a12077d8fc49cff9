import type { Source } from './protocols/protocol.ts';
import { SOURCES } from './protocols/sources.ts';
import type { IncidentSettings } from './settings.ts';

type NumberSetting = { [Field in keyof IncidentSettings]: IncidentSettings[Field] extends number ? Field : never }[keyof IncidentSettings];

/** A setting that is a number, as its page shows it, and between what it may be. */
export interface NumberWords {
  field: Exclude<NumberSetting, 'digestDay'>;
  label: string;
  /** Why it is asked, and what it does. */
  hint: string;
  least: number;
  most: number;
  source: Source;
}

const RULING: Source = SOURCES.ruling;

export const NUMBER_SETTINGS: readonly NumberWords[] = [
  {
    ...{ field: 'urgentMinutes', label: 'Minutes until an urgent concern goes to the next person', least: 5, most: 1_440, source: SOURCES.actAtOnce },
    hint: 'At any hour. Everybody who reads its lane is told at once; when nobody opens it in this time it goes on to the next: the headteacher, then the chair of governors, never anybody it names.',
  },
  {
    ...{ field: 'pupilYears', label: 'Years after birth until a pupil’s case is reviewed', least: 18, most: 100, source: retention() },
    hint: 'Nothing is ever deleted by itself: the case stands on the list of those to look at again.',
  },
  {
    ...{ field: 'adultYears', label: 'Years after closing until any other case is reviewed', least: 1, most: 100, source: retention() },
    hint: 'For cases that name no pupil.',
  },
  {
    ...{ field: 'accessMonths', label: 'Months to answer somebody who asks what is recorded about them', least: 1, most: 3, source: RULING },
    hint: 'Calendar months from the day it was asked for. Longer needs a reason that the person is told.',
  },
  {
    ...{ field: 'smallCount', label: 'Smallest count that governors and the local authority are shown', least: 2, most: 20, source: RULING },
    hint: 'Smaller ones are hidden, so that nobody can be told from them.',
  },
];

function retention(): Source {
  return { from: 'Common practice; there is no statutory period (rule 15)', grade: 'S' };
}

/** Where the other settings come from. */
export const OTHER_SOURCES = {
  allowNameless: { from: 'The school’s own choice; rule 4 of never promising secrecy stays', grade: 'S' },
  peopleOnDesk: RULING,
  deskViewOnly: RULING,
  reviewEvery: { from: 'School policies RK and BF: the log is reviewed every half term or term', grade: 'P' },
  transferDays: { from: 'Transfer of a child-protection file within five days (rule 5); how they are counted is Handrail’s ruling', grade: 'P' },
  digestDay: { from: 'A weekly report, high risk at once (rules 7 and 21)', grade: 'S' },
  dutyToReport: SOURCES.dutyToReport,
} as const satisfies Record<Exclude<keyof IncidentSettings, NumberWords['field']>, Source>;

export const DIGEST_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;

/**
 * The first thing that is wrong with settings as they were typed.
 * @returns null when they can be kept
 */
export function incidentFaultIn(settings: IncidentSettings): { field: keyof IncidentSettings; message: string } | null {
  const wrong = NUMBER_SETTINGS.find(({ field, least, most }) => !isBetween(settings[field], least, most));
  if (wrong) return { field: wrong.field, message: `Enter a whole number between ${wrong.least} and ${wrong.most}: ${wrong.label.toLowerCase()}` };
  return isBetween(settings.digestDay, 1, DIGEST_DAYS.length) ? null : { field: 'digestDay', message: 'Choose a day from Monday to Friday' };
}

function isBetween(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
