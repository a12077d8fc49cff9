import { BUILD } from './build.ts';
import { officeRecords } from './office-records.ts';
import { beatIn, HEART, rememberBeat } from './records/heart.script.ts';
import { failingAfter, hasFailedLong, heartHasStopped } from './records/heart.ts';
import { aloneAmongBeats } from './records/lock.script.ts';
import { isPassing } from './records/patience.script.ts';
import type { OfficeRecords } from './records/records.sheet.ts';
import { sharingLooks } from './records/shared-look.ts';
import { now } from './records/surroundings.script.ts';
import type { Table } from './records/table.ts';
import { checkRunsAs } from './school/account.script.ts';
import { rollWhenNeeded } from './school/roll.sheet.ts';
import { schoolFrom } from './school/school.ts';
import { type Memory, newReference, readMemory, remember } from './school/settings.script.ts';
import type { Visit } from './school/visit.ts';

/** The task whose failure everybody must know of: nobody sees a mail that does not come. */
export const MAILS = 'mails';
/** The task that reads what people send on and what the console copies. */
export const TRIAGE = 'triage';
const WEB_APP_BUILD = 'web-app-build';
/** The beats of a day share six hours of run time: 75 seconds each on average, so a beat stops taking on work after a minute. */
const BEAT_MS = 60_000;

/** A visit of the heartbeat's own, which keeps the records going as well. */
export interface Beat extends Visit {
  records: OfficeRecords;
}

/** Something the heartbeat sees to, every time. It finds out itself what is due, and may be cut off anywhere. */
export interface Task {
  name: string;
  /** The most it may take of a beat, milliseconds, so that those after it have their turn; as long as there is time when it is left out. */
  mostMs?: number;
  /** @param mayGoOn false once the beat's time is used up: what is left waits for the next */
  run(visit: Beat, memory: Memory, mayGoOn: () => boolean): void;
}

/** What a task throws when it could not do its work now and the next beat may: pages warn of it once that has gone on for a while. */
export class WillPass extends Error {}

/**
 * The function behind the five-minute trigger: every task in turn; one that fails does not stop the others.
 * @param glancedAt tables in which tasks see whether they have anything to do
 */
export function heartbeat(tasks: readonly Task[], glancedAt: readonly Table[]): () => void {
  return () => {
    const memory = readMemory();
    const school = schoolFrom(memory.school);
    checkRunsAs(school);
    // Triggers run the newest saved code, the web app a version of it: while they differ, only one of them may write.
    const webApp = memory.rest[WEB_APP_BUILD];
    if (webApp !== undefined && webApp !== BUILD) {
      const last = beatIn(memory.rest[HEART]);
      if (last && last.build !== BUILD) rememberBeat({ ...last, build: BUILD });
      console.warn(`no beat: the web app runs build ${webApp}, the trigger ${BUILD}. Run npm run deploy again, then open the web app once.`);
      return;
    }
    aloneAmongBeats(() => {
      const mustEnd = Date.parse(now()) + BEAT_MS;
      const me: Visit['me'] = { email: 'heartbeat', name: 'Handrail', kind: 'staff', posts: [] };
      const roll = rollWhenNeeded(memory.files['people']);
      const visit: Beat = {
        ...{ me, school, now: now(), records: sharingLooks(officeRecords(memory), glancedAt), rest: memory.rest, newReference },
        get roll() {
          return roll();
        },
      };
      const mayGoOn = () => Date.parse(now()) <= mustEnd;
      const failed: { name: string; isPassing: boolean }[] = [];
      for (const task of tasks) {
        if (!mayGoOn()) break;
        try {
          task.run(visit, memory, within(task.mostMs, mayGoOn));
        } catch (error) {
          console.error(`${task.name}: ${String((error as Error).stack ?? error)}`);
          failed.push({ name: task.name, isPassing: error instanceof WillPass || isPassing(error) });
        }
      }
      rememberBeat({ at: now(), build: BUILD, failing: failingAfter(beatIn(memory.rest[HEART]), failed) });
    });
  };
}

function within(mostMs: number | undefined, mayGoOn: () => boolean): () => boolean {
  if (mostMs === undefined) return mayGoOn;
  const mustEnd = Date.parse(now()) + mostMs;
  return () => mayGoOn() && Date.parse(now()) <= mustEnd;
}

/** What pages must warn of, or ''. */
export function bannerFor(memory: Memory, now: string): string {
  const beat = beatIn(memory.rest[HEART]);
  if (beat !== null && beat.build !== BUILD)
    return 'Handrail is being updated: its two halves run different versions. If this stays for more than ten minutes, the technician must run the deployment again.';
  if (heartHasStopped(beat, new Date(now)))
    return 'Handrail’s heartbeat has stopped: mails and reminders are not going out. Concerns are still recorded, but tell the DSL in person. The technician can mend it on the set-up page.';
  if (hasFailedLong(beat, MAILS))
    return 'Mails are not going out just now. Concerns are still recorded, but tell the DSL in person. The technician can see on the set-up page what is to be mended.';
  if (hasFailedLong(beat, TRIAGE))
    return 'Mail to the safeguarding mailbox is not being read just now. If a message worries you, tell the DSL in person. The technician can see on the set-up page what is to be mended.';
  return '';
}

/** Tells the heartbeat which code the web app runs: the first visit after a deployment does. */
export function noteWebAppBuild(memory: Memory): void {
  if (memory.rest[WEB_APP_BUILD] !== BUILD) remember(WEB_APP_BUILD, BUILD);
}
