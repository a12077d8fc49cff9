import type { WorkspaceData } from './data.ts';

/** The virtual clock: it moves only when a service call takes its modelled time, a script sleeps or a person moves it on. */
export class Clock {
  constructor(private readonly data: WorkspaceData) {}

  /** Milliseconds since 1970 in virtual time. */
  now(): number {
    return this.data.now;
  }

  /** Lets `ms` milliseconds pass. Nothing fires: triggers belong to `apps-script/triggers.ts`. */
  pass(ms: number): void {
    this.data.now += Math.max(0, Math.round(ms));
  }

  /** Sets the clock, forwards only. */
  moveTo(time: number): void {
    if (time > this.data.now) this.data.now = Math.round(time);
  }
}
