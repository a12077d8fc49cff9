import type { AgreementSettings } from './settings.ts';

/** Settings read back in sentences, so that whoever sets them sees what will happen. */
export function settingsInWords(settings: AgreementSettings): string[] {
  const { dueAfterDays, remindAfterDays, lineManagerAfterDays, headAfterDays, mostMails, starterDays, guestReminderDays, mailsADay, pupilsToldBy } = settings;
  const reminders = remindAfterDays.slice(0, Math.max(0, mostMails - 1));
  const chasing =
    reminders.length === 0
      ? 'A first mail at once, and no reminders.'
      : `A first mail at once, ${reminders.length === 1 ? 'a reminder' : 'reminders'} after ${daysOf(reminders)}.`;
  const left = remindAfterDays.length - reminders.length;
  return [
    chasing,
    ...(left > 0
      ? [`${left === 1 ? 'One reminder does' : `${left} reminders do`} not go, because there may be only ${counted(mostMails, 'mail')} about one agreement.`]
      : []),
    `Everybody should have signed ${counted(dueAfterDays, 'day')} after being asked.`,
    `After ${counted(lineManagerAfterDays, 'day')} the line manager is told, after ${counted(headAfterDays, 'day')} the headteacher.`,
    `Whoever has access and has not signed ${counted(starterDays, 'day')} after being asked for the first time is listed as having no right to it.`,
    `Guests are reminded ${counted(guestReminderDays, 'day')} before their access ends.`,
    `At most ${mailsADay} people get such a mail in a day; the others get theirs on the next day the school is open.`,
    pupilsToldBy === 'mail' ? 'Pupils get a mail themselves.' : 'Pupils are told by their class teacher, who gets one mail for the class.',
    'Everybody gets one mail about all of theirs, on days the school is open.',
  ];
}

function counted(count: number, what: string): string {
  return count === 1 ? `one ${what}` : `${count} ${what}s`;
}

/** `3, 7 and 14 days` */
function daysOf(days: readonly number[]): string {
  const [last = 0] = days.slice(-1);
  const before = days.slice(0, -1);
  if (before.length === 0) return counted(last, 'day');
  return `${before.join(', ')} and ${last} days`;
}
