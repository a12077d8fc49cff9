import { safeParse } from 'valibot';
import { withoutAttended } from './attended-in-address.ts';
import type { Guest, LessonFacts } from './lesson-facts.ts';
import { lessonFacts } from './shapes.ts';

/** What an address may grow to, its beginning included: servers and mail programs take 8,000 characters. */
const LONGEST = 6_000;
const NAME = 'facts=';

/**
 * The facts as the fragment of an address, without the `#`: a fragment is not sent to any server, and no filter logs it. When there are too
 * many guests for an address the last ones are left out and counted, and the page says so; those from elsewhere than the organiser come first then.
 */
export function factsInAddress(facts: LessonFacts): string {
  const whole = written(facts);
  if (whole.length <= LONGEST || facts.guests === null) return whole;
  // Each guest takes much the same room: a search by halves finds how many fit.
  const domain = domainOf(facts.organizer);
  const isFromElsewhere = ({ email }: Guest) => domainOf(email) !== domain;
  const guests = [...facts.guests.filter(isFromElsewhere), ...facts.guests.filter((guest) => !isFromElsewhere(guest))];
  const withFirst = (some: number) => written({ ...facts, guests: guests.slice(0, some), guestsLeftOut: facts.guestsLeftOut + guests.length - some });
  let [fits, tooMany] = [0, guests.length];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (withFirst(middle).length <= LONGEST) fits = middle;
    else tooMany = middle;
  }
  return withFirst(fits);
}

/**
 * Reads what a page was opened with.
 * @param fragment what stands behind `#`, as the browser or `google.script.url` gives it; still percent-encoded or not
 * @returns null when there are no facts, `unreadable` when there is something that is none
 */
export function factsFrom(fragment: string): LessonFacts | null | 'unreadable' {
  const text = withoutAttended(fragment.replace(/^#/, ''));
  if (!text.startsWith(NAME)) return null;
  const packed = text.slice(NAME.length);
  try {
    const result = safeParse(lessonFacts(), JSON.parse(packed.startsWith('{') ? packed : decodeURIComponent(packed)));
    return result.success ? result.output : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1);
}

function written(facts: LessonFacts): string {
  return NAME + encodeURIComponent(JSON.stringify(facts));
}
