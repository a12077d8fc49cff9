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
