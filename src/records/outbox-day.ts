/**
 * The day's share of mails that may wait. Google lets an account reach 1,500 recipients a day (docs/apps-script/guides/services/quotas.md)
 * and does not say when its day begins: "24 hours after the first request". So every 24 hours count, whenever they begin.
 */

/** How many people got mails that may wait, by the UTC hour in which they went: `{ '2026-09-07T08': 120 }`. */
export type SentByHour = Readonly<Record<string, number>>;

/** Two thirds of what Google allows: a third stays free for what is urgent. */
export const MOST_WAITING_A_DAY = 1_000;

const HOUR_MS = 3_600_000;

/** Recipients in the last 24 hours. The oldest hour counts whole as long as any of it lies in them: rather too many than too few. */
export function sentInADay(hours: SentByHour, now: string): number {
  return Object.values(ofTheLastDay(hours, now)).reduce((sum, count) => sum + count, 0);
}

/** After mails to so many people; hours that no longer count are forgotten. */
export function withSent(hours: SentByHour, recipients: number, now: string): SentByHour {
  const hour = now.slice(0, 13);
  const recent = ofTheLastDay(hours, now);
  return { ...recent, [hour]: (recent[hour] ?? 0) + recipients };
}

function ofTheLastDay(hours: SentByHour, now: string): SentByHour {
  return Object.fromEntries(Object.entries(hours).filter(([hour]) => Date.parse(now) - Date.parse(`${hour}:00:00.000Z`) < 25 * HOUR_MS));
}
