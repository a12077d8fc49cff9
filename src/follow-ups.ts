import { settingsIn } from './agreements/asking/agreement-settings.script.ts';
import { askPeople } from './agreements/asking/ask.ts';
import { followPeople } from './agreements/asking/people.ts';
import { roundTable } from './agreements/asking/rounds.ts';
import { tellPeople } from './agreements/asking/tell-people.ts';
import { copyAttachments } from './agreements/copies/copy-attachments.ts';
import { fileCopies } from './agreements/copies/file-copies.drive.ts';
import { collectAnswers } from './agreements/forms/collect.form.ts';
import { reconcile } from './agreements/forms/reconcile.form.ts';
import { publishRegisterWhenStale } from './agreements/register/register.sheet.ts';
import type { FollowUp } from './door.ts';
import { type Beat, MAILS, type Task, TRIAGE, WillPass } from './heartbeat.ts';
import { eraseApproved } from './history/erase-approved.ts';
import { tellWitness, witnessTable } from './history/witness.ts';
import { caseTable } from './incidents/case.ts';
import { sendDigest } from './incidents/clock/digest.ts';
import { escalate } from './incidents/clock/escalate.ts';
import { remind } from './incidents/clock/reminders.ts';
import { LANE_IDS } from './incidents/concern.ts';
import { deskKey, settleDesk, settleDesks, takeInDesks } from './incidents/desk/desks.sheet.ts';
import { followDeskSettings, mustLeave, renewDesksThatMust } from './incidents/desk/renew-desk.ts';
import { endFilterChanges } from './incidents/filtering/end-filter-changes.ts';
import { filterTable } from './incidents/filtering/filter-change.ts';
import { incidentSettings } from './incidents/incident-settings.script.ts';
import { clearLeftovers } from './incidents/keeping/clear-leftovers.ts';
import { ERASED } from './incidents/keeping/leftovers.ts';
import { clearDrafts } from './incidents/reporting/clear-drafts.ts';
import { reviewTable, reviewToldTable } from './incidents/review/reviews.ts';
import { tellReviewers } from './incidents/review/tell-reviewers.ts';
import { oneToOneTable } from './lessons/one-to-one.ts';
import { tellApprovers } from './lessons/reminders/tell-approvers.ts';
import { tellTeachers } from './lessons/reminders/tell-teachers.ts';
import { monitoringTable } from './messages/monitoring.ts';
import { sentOn } from './messages/reported/sent-on.ts';
import { alertTable } from './messages/triage/alerts.ts';
import { tellOfSeveral } from './messages/triage/alerts-several.ts';
import { clearMailCopies } from './messages/triage/clear-copies.ts';
import { fileFlags } from './messages/triage/file-flags.ts';
import { scorerFor } from './messages/triage/scorer.ts';
import { triage } from './messages/triage/triage.ts';
import { sendWeeklyFlags } from './messages/triage/weekly.ts';
import { officeRecords } from './office-records.ts';
import { clearStrayDrafts, deliver } from './records/outbox.mail.ts';
import { MOST_WAITING_A_DAY } from './records/outbox-day.ts';
import { keepRoll } from './school/roll-cache.script.ts';
import { type Memory, readMemory } from './school/settings.script.ts';
import type { Visit } from './school/visit.ts';

/**
 * After something was written about a case: its desk shows it, and so does the one it was handed over from. A desk that showed it before one
 * of its readers was named goes for good (B5).
 */
export const settleItsDesk: FollowUp<{ reference: string; changesDesk?: boolean }> = ({ reference, changesDesk }, visit, memory) => {
  if (changesDesk === false) return;
  const row = visit.records.view([caseTable]).find(caseTable, reference);
  if (!row) return;
  if (LANE_IDS.some((lane) => mustLeave(row, lane, visit.school))) renewDesksThatMust([row], visit, memory);
  const settings = incidentSettings(memory);
  for (const lane of LANE_IDS) {
    const desk = memory.files[deskKey(lane)];
    if (desk !== undefined && (row.lane === lane || row.formerLanes.includes(lane))) settleDesk(lane, desk, visit, settings);
  }
};

/** After a case was looked at: its desk says so when it was the first time. */
export const settleWhenOpened: FollowUp<{ reference: string; justOpened: boolean }> = (file, visit, memory) => {
  if (file.justOpened) settleItsDesk(file, visit, memory);
};

/** Desks look and are shared as the settings say from now on. */
export const settleEveryDesk: FollowUp<unknown> = (_, visit) => followDeskSettings(visit, readMemory());

/** What was changed on a desk is in the records before a page shows them: a page that opens must not wait for the next heartbeat. */
export function afterDesks<UseCase extends (input: never, visit: Visit, memory: Memory) => unknown>(
  useCase: UseCase,
  takeIn: (visit: Visit, memory: Memory) => void = takeInDesks,
): UseCase {
  const seeingTo = (input: never, visit: Visit, memory: Memory) => {
    try {
      takeIn(visit, memory);
    } catch (error) {
      console.warn(`desks are left for the heartbeat: ${String((error as Error).message ?? error)}`);
    }
    return useCase(input, visit, memory);
  };
  return seeingTo as UseCase;
}

/** Urgent mails go at once; what does not go now goes with the next heartbeat. */
export const sendMails: FollowUp<unknown> = (_, visit, memory) => void deliver(officeRecords(memory).outbox, visit.now);

/** A great pile of mail must not keep everything else from a beat for hours. */
const TRIAGE_MS = 40_000;

/**
 * What the heartbeat sees to, in this order: what concerns a child at once (urgent mails, desks), then what people have sent in, what they
 * are shown, and then everything that may wait. A beat that runs out of time goes on with the next.
 */
export const tasks: readonly Task[] = [
  { name: 'escalate', run: escalate },
  { name: 'deadlines', run: remind },
  { name: MAILS, run: deliverUrgent },
  { name: TRIAGE, run: triage({ scorer: scorerFor, file: fileFlags, reported: sentOn }), mostMs: TRIAGE_MS },
  { name: 'alerts', run: sendAlerts },
  { name: 'roll', run: (visit) => keepRoll(visit.roll, visit.now) },
  { name: 'desks', run: seeToDesks },
  { name: 'answers', run: collectAnswers },
  { name: 'people', run: followPeople },
  { name: 'rounds', run: askPeople },
  { name: 'register', run: publishRegisterWhenStale },
  { name: 'views', run: remakeViews },
  { name: 'witness', run: tellWitness },
  { name: 'digest', run: sendDigest },
  { name: 'weekly flags', run: sendWeeklyFlags },
  { name: 'filter', run: endFilterChanges },
  { name: 'reviewers', run: tellReviewers },
  { name: 'one-to-ones', run: tellApprovers },
  { name: 'lessons', run: tellTeachers },
  { name: 'telling', run: tellPeople },
  { name: 'mails that may wait', run: deliverAll },
  { name: 'copies', run: fileCopies },
  { name: 'drafts', run: clearDrafts },
  { name: 'reconcile', run: reconcile },
  { name: 'erasures', run: ({ records }, _, mayGoOn) => eraseApproved(records, mayGoOn) },
  { name: 'leftovers', run: clearLeftovers },
  { name: 'mail copies', run: clearMailCopies },
  { name: 'stray drafts', run: ({ now, records }) => void (isFirstBeatOfHour(now) && clearStrayDrafts(records.outbox)) },
];

/**
 * Tables in which tasks see whether they have anything to do, all small but the cases: read together once a beat, and anew after each write of the
 * beat. Google allows sixty reads of Sheets a minute, which people need.
 */
export const GLANCED_AT = [
  ...[caseTable, alertTable, monitoringTable, roundTable, witnessTable, filterTable, reviewTable, reviewToldTable, oneToOneTable],
  ...ERASED,
];

function remakeViews({ records }: Beat, _: Memory, mayGoOn: () => boolean): void {
  while (!records.remakeNext() && mayGoOn());
}

function isFirstBeatOfHour(now: string): boolean {
  return new Date(now).getUTCMinutes() < 5;
}

/** Desks that must go are made anew, all others shown and read as they should be. */
export function seeToDesks(visit: Visit, memory: Memory): void {
  const rows = visit.records.view([caseTable]).rows(caseTable);
  try {
    renewDesksThatMust(rows, visit, memory);
  } finally {
    settleDesks(rows, visit, memory);
  }
}

/** Before anything that may take the whole beat. An urgent mail that was refused is a problem until somebody has seen to it. */
function deliverUrgent({ records, now }: Beat, _: Memory, mayGoOn: () => boolean): void {
  const { left, problem, willPass } = deliver(records.outbox, now, { mayGoOn });
  if (problem === null) return;
  const words = `${left} waiting. ${problem}`;
  throw willPass ? new WillPass(words) : new Error(words);
}

/** What triage has just found does not wait for the end of a long beat; whoever has had enough mails is told in one. */
function sendAlerts(visit: Beat, _: Memory, mayGoOn: () => boolean): void {
  tellOfSeveral(visit);
  deliver(visit.records.outbox, visit.now, { mayGoOn });
}

/** With what this beat has caused. Nobody is alarmed about a reminder: those that were refused are listed. */
function deliverAll(visit: Beat, memory: Memory, mayGoOn: () => boolean): void {
  const { outbox } = visit.records;
  const waitingADay = Math.min(MOST_WAITING_A_DAY, settingsIn(memory).mailsADay);
  const { waiting, hitch } = deliver(outbox, visit.now, { mayGoOn, waitingADay, attachmentFor: copyAttachments(visit, outbox) });
  if (hitch !== null) console.warn(`${waiting} mails wait. ${hitch}`);
}
