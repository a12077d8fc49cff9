import { settingsIn } from './agreements/asking/agreement-settings.script.ts';
import { askPeople } from './agreements/asking/ask.ts';
import { followPeople } from './agreements/asking/people.ts';
import { tellPeople } from './agreements/asking/tell-people.ts';
import { copyAttachments } from './agreements/copies/copy-attachments.ts';
import { fileCopies } from './agreements/copies/file-copies.drive.ts';
import { collectAnswers } from './agreements/forms/collect.form.ts';
import { reconcile } from './agreements/forms/reconcile.form.ts';
import { publishRegisterWhenStale } from './agreements/register/register.sheet.ts';
import type { FollowUp } from './door.ts';
import { MAILS, type Task } from './heartbeat.ts';
import { tellWitness } from './history/witness.ts';
import { caseTable } from './incidents/case.ts';
import { deskKey, settleDesk, settleDesks } from './incidents/desk/desks.sheet.ts';
import { officeRecords } from './office-records.ts';
import { clearStrayDrafts, deliver } from './records/outbox.mail.ts';
import { MOST_WAITING_A_DAY } from './records/outbox-day.ts';
import { keepRoll } from './school/roll-cache.script.ts';
import type { Memory } from './school/settings.script.ts';
import type { Visit } from './school/visit.ts';

/** After something was written about a case: its lane's desk shows it. */
export const settleItsDesk: FollowUp<{ reference: string }> = ({ reference }, visit, { files }) => {
  const lane = visit.records.view([caseTable]).find(caseTable, reference)?.lane;
  const desk = lane && files[deskKey(lane)];
  if (lane && desk) settleDesk(lane, desk, visit);
};

/** Urgent mails go at once; what does not go now goes with the next heartbeat. */
export const sendMails: FollowUp<unknown> = (_, visit, memory) => void deliver(officeRecords(memory).outbox, visit.now);

/**
 * What the heartbeat sees to, in this order: what concerns a child at once (urgent mails, desks), then what people have sent in, what they
 * are shown, and then everything that may wait. A beat that runs out of time goes on with the next.
 */
export const tasks: readonly Task[] = [
  { name: MAILS, run: deliverUrgent },
  { name: 'roll', run: (visit) => keepRoll(visit.roll, visit.now) },
  { name: 'desks', run: (visit, { files }) => settleDesks(visit, files) },
  { name: 'answers', run: collectAnswers },
  { name: 'people', run: followPeople },
  { name: 'rounds', run: askPeople },
  { name: 'register', run: publishRegisterWhenStale },
  { name: 'views', run: (_, memory) => void officeRecords(memory).remakeNext() },
  { name: 'witness', run: tellWitness },
  { name: 'telling', run: tellPeople },
  { name: 'mails that may wait', run: deliverAll },
  { name: 'copies', run: fileCopies },
  { name: 'reconcile', run: reconcile },
  { name: 'stray drafts', run: (visit, memory) => void (isFirstBeatOfHour(visit.now) && clearStrayDrafts(officeRecords(memory).outbox)) },
];

function isFirstBeatOfHour(now: string): boolean {
  return new Date(now).getUTCMinutes() < 5;
}

/** Before anything that may take the whole beat. An urgent mail that was refused is a problem until somebody has seen to it. */
function deliverUrgent(visit: Visit, memory: Memory, mayGoOn: () => boolean): void {
  const { left, problem } = deliver(officeRecords(memory).outbox, visit.now, { mayGoOn });
  if (problem !== null) throw new Error(`${left} waiting. ${problem}`);
}

/** With what this beat has caused. Nobody is alarmed about a reminder: those that were refused are listed. */
function deliverAll(visit: Visit, memory: Memory, mayGoOn: () => boolean): void {
  const { outbox } = officeRecords(memory);
  const waitingADay = Math.min(MOST_WAITING_A_DAY, settingsIn(memory).mailsADay);
  const { waiting, hitch } = deliver(outbox, visit.now, { mayGoOn, waitingADay, attachmentFor: copyAttachments(visit, outbox) });
  if (hitch !== null) console.warn(`${waiting} mails wait. ${hitch}`);
}
