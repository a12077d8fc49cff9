import { ukDate, ukDay } from '../../school/calendar.ts';
import { wordsOf } from '../../school/roll.ts';
import type { Memory } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { settingsIn } from '../asking/agreement-settings.script.ts';
import type { AgreementSettings } from '../asking/settings.ts';
import { agreementTable } from '../published.ts';
import { standingTable } from '../standings.ts';
import { endsSoon, groupingOf, isUnsignedStarter, type Picture, type Place, pictureOf, SEGMENTS } from './overview.ts';

/** What standings may be looked for by, besides all that are not closed. */
export const FILTERS = [...SEGMENTS, 'no access before signature', 'access ends soon', 'closed'] as const;
export type Filter = (typeof FILTERS)[number];

export interface Wanted {
  /** Words that names or classes begin with; '' for everybody. */
  text: string;
  /** '' for all agreements. */
  agreementId: string;
  /** A bar of the picture; '' for all. */
  group: string;
  state: Filter | '';
}

export interface FindStandings extends Wanted {
  /** How many to pass over. */
  from: number;
}

/** Days are `dd/MM/yyyy`, and '' when there is none. */
export interface StandingLine {
  key: string;
  person: string;
  name: string;
  group: string;
  agreement: string;
  state: Place['segment'];
  due: string;
  /** Mails that went since it was asked. */
  told: number;
  signed: string;
  accessEnds: string;
  /** 0: none was asked for or signed yet. */
  version: number;
  /** Of the signature whose copy can be read; ''. */
  responseId: string;
  /** Why it was sent back, closed or withdrawn. */
  note: string;
}

/** Lines a page. */
const MOST = 50;

/** Where people stand, in the order of their last names: 50 a page. */
export function findStandings(request: FindStandings, visit: Visit, memory: Memory): { lines: StandingLine[]; total: number } {
  const picture = pictureOf(visit.records.view([agreementTable, standingTable]), visit);
  const found = placesFound(request, picture, settingsIn(memory));
  const titles = new Map(picture.agreements.map(({ id, title }) => [id, title]));
  const lines = found.slice(request.from, request.from + MOST).map((place) => lineFor(place, titles.get(place.agreementId) ?? place.agreementId));
  return { lines, total: found.length };
}

/** Those that are wanted, by name, then in the order of agreements. */
export function placesFound(
  { text, agreementId, group, state }: Wanted,
  { agreements, places, today }: Omit<Picture, 'members'>,
  settings: AgreementSettings,
): Place[] {
  const byId = new Map(agreements.map((agreement) => [agreement.id, agreement]));
  const grouping = groupingOf(places, agreements, agreementId);
  const isInState = (place: Place): boolean => {
    if (state === 'no access before signature') return isUnsignedStarter(place, byId.get(place.agreementId), settings, today);
    if (state === 'access ends soon') return endsSoon(place, settings, today);
    return state === '' ? place.segment !== 'closed' : place.segment === state;
  };
  const words = wordsOf(text);
  return places
    .filter((place) => agreementId === '' || place.agreementId === agreementId)
    .filter((place) => isInState(place) && (group === '' || grouping(place) === group) && isCalled(place, words))
    .map((place) => ({ place, name: sortingName(place.name) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map((each) => each.place);
}

/** As in a class register: the last name first. */
function sortingName(name: string): string {
  const words = wordsOf(name);
  return [...words.slice(-1), ...words].join(' ');
}

/** `khan 3a` finds Amira Khan of 3A. */
function isCalled({ name, group }: Place, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const parts = [...wordsOf(name), ...wordsOf(group)];
  return words.every((word) => parts.some((part) => part.startsWith(word)));
}

function lineFor({ key, person, name, group, segment, row }: Place, agreement: string): StandingLine {
  const isOpen = segment === 'outstanding' || segment === 'overdue';
  return {
    ...{ key, person, name, group, agreement, state: segment },
    due: isOpen && row?.due ? ukDate(row.due) : '',
    told: isOpen ? (row?.told ?? 0) : 0,
    signed: row?.signedAt ? ukDate(ukDay(row.signedAt)) : '',
    accessEnds: row?.accessEnds ? ukDate(row.accessEnds) : '',
    version: row?.version ?? 0,
    responseId: row?.responseId ?? '',
    note: row?.note ?? '',
  };
}
