import { addDays, type IsoDate, isSchoolDay, nextSchoolDay, type SchoolCalendar, ukDay, ukHour } from '../../school/calendar.ts';
import type { AgreementSettings } from './settings.ts';

/** UK hours between which people are told: from the first, until the last begins. */
export const TELLING_HOURS = { from: 8, to: 17 } as const;

export interface MailDay {
  day: IsoDate;
  /** First mails. */
  mails: number;
  /** Reminders, if nobody signs meanwhile. */
  reminders: number;
}

/**
 * On which days the mails of a round would go: on school days alone, no more a day than the settings allow, what does not go today
 * goes on the next.
 * @param recipients people who get a mail
 * @param now ISO 8601, UTC
 * @returns the first day first; days without a mail are left out
 * @throws RangeError when there is no school day within 400 days: the closures are wrong then
 */
export function mailDays(
  recipients: number,
  now: string,
  calendar: SchoolCalendar,
  { mailsADay, remindAfterDays, mostMails }: Pick<AgreementSettings, 'mailsADay' | 'remindAfterDays' | 'mostMails'>,
): MailDay[] {
  const days: MailDay[] = [];
  let first = recipients;
  let waiting = 0;
  let ahead: { day: IsoDate; count: number }[] = [];
  for (let day = firstDay(now, calendar); first > 0 || waiting > 0 || ahead.length > 0; day = nextSchoolDay(day, calendar)) {
    waiting += ahead.filter((each) => each.day <= day).reduce((sum, { count }) => sum + count, 0);
    ahead = ahead.filter((each) => each.day > day);
    const mails = Math.min(first, mailsADay);
    const reminders = Math.min(waiting, mailsADay - mails);
    if (mails + reminders > 0) days.push({ day, mails, reminders });
    if (mails > 0) ahead.push(...remindAfterDays.slice(0, mostMails - 1).map((later) => ({ day: addDays(day, later), count: mails })));
    first -= mails;
    waiting -= reminders;
  }
  return days;
}

function firstDay(now: string, calendar: SchoolCalendar): IsoDate {
  const today = ukDay(now);
  return isSchoolDay(today, calendar) && ukHour(now) < TELLING_HOURS.to ? today : nextSchoolDay(today, calendar);
}
