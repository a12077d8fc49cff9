/** How the school asks and chases (A12, A15). Days are calendar days; what falls on a day the school is closed waits for the next open one. */
export interface AgreementSettings {
  /** Days from being asked to the day by which it should be done. */
  dueAfterDays: number;
  /** Days after being asked on which a reminder goes, rising. */
  remindAfterDays: number[];
  /** Days after being asked when the line manager is told, and when the headteacher is. */
  lineManagerAfterDays: number;
  headAfterDays: number;
  /** No more mails than this about one standing, the first one included. */
  mostMails: number;
  /** Whoever has access and was asked this many days ago without ever having signed is on the network manager's list (A12). */
  starterDays: number;
  /** Days before a guest's access ends that a reminder goes (A4). */
  guestReminderDays: number;
  /** Recipients a day for all of this; Google allows 1,500 for everything. */
  mailsADay: number;
  /** Pupils are told through their class teacher, or themselves by mail. */
  pupilsToldBy: 'class teacher' | 'mail';
}

export const USUAL_SETTINGS: AgreementSettings = {
  dueAfterDays: 14,
  remindAfterDays: [3, 7, 14],
  lineManagerAfterDays: 17,
  headAfterDays: 24,
  mostMails: 5,
  starterDays: 5,
  guestReminderDays: 3,
  mailsADay: 1_000,
  pupilsToldBy: 'class teacher',
};

/** Recipients a day: more would leave nothing for concerns. */
const MOST_MAILS_A_DAY = 1_000;
const MOST_DAYS = 200;

/**
 * The first thing that is wrong with settings as they were typed.
 * @returns null when they can be kept
 */
export function faultIn(settings: AgreementSettings): { field: keyof AgreementSettings; message: string } | null {
  const { remindAfterDays, lineManagerAfterDays, headAfterDays, mostMails, mailsADay } = settings;
  const days = ['dueAfterDays', 'lineManagerAfterDays', 'headAfterDays', 'starterDays', 'guestReminderDays'] as const;
  const wrong = days.find((field) => !isBetween(settings[field], 1, MOST_DAYS));
  if (wrong) return { field: wrong, message: `Enter a whole number of days between 1 and ${MOST_DAYS}` };
  const isRising = remindAfterDays.every((day, index) => isBetween(day, 1, MOST_DAYS) && day > (remindAfterDays[index - 1] ?? 0));
  if (!isRising || remindAfterDays.length > 10)
    return { field: 'remindAfterDays', message: 'Enter at most ten days for reminders, each later than the one before: 3, 7, 14' };
  if (headAfterDays < lineManagerAfterDays) return { field: 'headAfterDays', message: 'The headteacher cannot be told before the line manager' };
  if (!isBetween(mostMails, 1, 20)) return { field: 'mostMails', message: 'Enter how many mails there may be about one agreement: between 1 and 20' };
  if (!isBetween(mailsADay, 10, MOST_MAILS_A_DAY))
    return { field: 'mailsADay', message: `Enter how many people may get a mail in a day: between 10 and ${MOST_MAILS_A_DAY}` };
  return null;
}

function isBetween(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
