/** A source of repeatable choices: the same seed deals the same school every time. */
export class Deal {
  constructor(private state: number) {}

  /** A number from 0 up to, not including, `limit` (mulberry32). */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  /** One of `items`, each as likely. */
  pick<T>(items: readonly T[]): T {
    const chosen = items[this.below(items.length)];
    if (chosen === undefined) throw new Error('nothing to pick from');
    return chosen;
  }

  /** True in `percent` cases of a hundred. */
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }
}
