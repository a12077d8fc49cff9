import { type SentByHour, sentInADay, withSent } from './outbox-day.ts';

const MAILS_BY_HOUR = 'mails-by-hour';

/** The count of mails that may wait; it outlives the run. */
export interface DayCount {
  /** People reached in the last 24 hours. */
  readonly sent: number;
  /** One write. */
  add(recipients: number): void;
}

/** Reads the count: one call. Only one run at a time may have it, so under the lock of the beats. */
export function dayCount(now: string): DayCount {
  const properties = PropertiesService.getScriptProperties();
  let hours = JSON.parse(properties.getProperty(MAILS_BY_HOUR) ?? '{}') as SentByHour;
  return {
    get sent() {
      return sentInADay(hours, now);
    },
    add(recipients) {
      hours = withSent(hours, recipients, now);
      properties.setProperty(MAILS_BY_HOUR, JSON.stringify(hours));
    },
  };
}
