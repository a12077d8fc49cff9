import type { Attended } from '../lesson.ts';
import { accessToken } from './rights.script.ts';

const RECORDS = 'https://meet.googleapis.com/v2/';
/** As many as one answer holds (docs/workspace/meet/api/reference/rest/v2/conferenceRecords.participants/list.md). */
const MOST_PEOPLE = 250;
/** Calls of one lesson: it may have broken off and begun again. */
const MOST_CALLS = 10;
const MINUTE = 60_000;
/** People come early. */
const EARLY = 30 * MINUTE;

interface Participant {
  signedinUser?: { displayName?: string };
  anonymousUser?: { displayName?: string };
  phoneUser?: { displayName?: string };
  earliestStartTime?: string;
  latestEndTime?: string;
}

/**
 * Who was in a lesson's calls, by the names that Meet kept: for thirty days, for the organiser alone, without addresses.
 * @param space `spaces/…`
 * @param from when the lesson began, ISO 8601
 * @param until when it was to end
 * @returns null when Google gave no answer; minutes are from first coming to last going
 */
export function whoWasThere(space: string, from: string, until: string): Attended[] | null {
  const earliest = new Date(Date.parse(from) - EARLY).toISOString();
  const filter = `space.name = "${space}" AND start_time >= "${earliest}" AND start_time <= "${until}"`;
  try {
    const [calls] = ask([`conferenceRecords?pageSize=${MOST_CALLS}&filter=${encodeURIComponent(filter)}`]);
    const records = ((calls as { conferenceRecords?: { name: string }[] }).conferenceRecords ?? []).map(({ name }) => name);
    const lists = ask(records.map((name) => `${name}/participants?pageSize=${MOST_PEOPLE}`));
    return together(lists.flatMap((list) => (list as { participants?: Participant[] }).participants ?? []));
  } catch (error) {
    console.warn(`who was there: ${String((error as Error).message ?? error)}`);
    return null;
  }
}

function ask(paths: readonly string[]): unknown[] {
  if (paths.length === 0) return [];
  const headers = { Authorization: `Bearer ${accessToken()}` };
  return UrlFetchApp.fetchAll(paths.map((path) => ({ url: `${RECORDS}${path}`, headers }))).map((response) => JSON.parse(response.getContentText()) as unknown);
}

/** Somebody who went and came again is one line. */
function together(participants: readonly Participant[]): Attended[] {
  const people = new Map<string, Attended>();
  for (const participant of participants) {
    const { kind, name } = whoIs(participant);
    const { earliestStartTime: start = '', latestEndTime: end = start } = participant;
    const minutes = Math.max(0, Math.round((Date.parse(end) - Date.parse(start)) / MINUTE)) || 0;
    const key = `${kind} ${name}`;
    people.set(key, { name, kind, minutes: (people.get(key)?.minutes ?? 0) + minutes });
  }
  return [...people.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function whoIs({ signedinUser, anonymousUser, phoneUser }: Participant): Pick<Attended, 'kind' | 'name'> {
  if (signedinUser) return { kind: 'signed in', name: signedinUser.displayName ?? '' };
  if (phoneUser) return { kind: 'telephone', name: phoneUser.displayName ?? '' };
  return { kind: 'anonymous', name: anonymousUser?.displayName ?? '' };
}
