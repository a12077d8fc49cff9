import { moveClock } from '../apps-script/triggers.ts';
import type { Workspace } from '../workspace/workspace.ts';

const HOUR = 3_600_000;
/** How far a person may move the clock on, in milliseconds. */
export const STEPS = { hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR } as const;
export type Step = keyof typeof STEPS;

/** Lets virtual time follow real time at a distance that grows whenever a person moves the clock on. Triggers fire as they fall due. */
export class RunningClock {
  private ahead: number;

  /** @param realNow milliseconds since 1970; a stopped clock in tests */
  constructor(
    private readonly workspace: Workspace,
    private readonly realNow: () => number = Date.now,
  ) {
    this.ahead = workspace.clock.now() - realNow();
  }

  /** Brings virtual time up to where it should be by now. It never goes back: service calls may have taken it further. */
  catchUp(): void {
    moveClock(this.workspace, this.realNow() + this.ahead);
  }

  /** Moves on by an hour at a time and lets other requests in between: a week of triggers takes a while. */
  async moveOn(step: Step): Promise<void> {
    for (let left: number = STEPS[step]; left > 0; left -= HOUR) {
      this.ahead += HOUR;
      this.catchUp();
      await new Promise((done) => setImmediate(done));
    }
  }
}
