import type { Workspace } from './workspace.ts';

/** Daily limits of a Workspace account (docs/apps-script/guides/services/quotas.md). Time is in milliseconds. */
export const DAILY_LIMITS = {
  'mail recipients': 1_500,
  'mail read/write': 50_000,
  'documents created': 1_500,
  'files converted': 4_000,
  'groups read': 10_000,
  'spreadsheets created': 3_200,
  'calendar events created': 10_000,
  'url fetch calls': 100_000,
  'properties read/write': 500_000,
  'triggers total runtime': 6 * 60 * 60 * 1000,
} as const;
export type QuotaName = keyof typeof DAILY_LIMITS;

/**
 * Limits within one minute for one account (docs/workspace/sheets/api/limits.md, docs/workspace/gmail/api/reference/quota.md,
 * docs/workspace/meet/api/guides/limits.md; Meet's `project` ones for one script project).
 */
export const MINUTE_LIMITS = {
  'sheets writes': 60,
  'sheets reads': 60,
  'gmail units': 15_000,
  'meet reads': 600,
  'meet writes': 100,
  'meet creates': 10,
  'meet project reads': 6_000,
  'meet project writes': 1_000,
  'meet project creates': 100,
} as const;
export type MinuteQuotaName = keyof typeof MINUTE_LIMITS;

/** What each account has used of Google's daily and per-minute limits. */
export class Quotas {
  constructor(private readonly workspace: Workspace) {}

  /** Uses `amount`; false, with nothing used, when the day's limit does not reach. */
  use(account: string, name: QuotaName, amount = 1): boolean {
    const used = this.today(account);
    if ((used[name] ?? 0) + amount > DAILY_LIMITS[name]) return false;
    used[name] = (used[name] ?? 0) + amount;
    return true;
  }

  remaining(account: string, name: QuotaName): number {
    return DAILY_LIMITS[name] - (this.today(account)[name] ?? 0);
  }

  /** Uses so much of the minute's limit; false, with nothing used, when that does not reach. */
  useMinute(account: string, name: MinuteQuotaName, amount = 1): boolean {
    const used = this.today(account);
    const minute = Math.floor(this.workspace.clock.now() / 60_000);
    if (used[`${name} minute`] !== minute) {
      used[`${name} minute`] = minute;
      used[name] = 0;
    }
    if ((used[name] ?? 0) + amount > MINUTE_LIMITS[name]) return false;
    used[name] = (used[name] ?? 0) + amount;
    return true;
  }

  used(account: string): Record<string, number> {
    return { ...this.today(account) };
  }

  /** Google counts its days in Pacific time; eight hours behind is near enough, and said so in docs/local-workspace.md. */
  private today(account: string): Record<string, number> {
    const day = new Date(this.workspace.clock.now() - 8 * 3_600_000).toISOString().slice(0, 10);
    const all = this.workspace.data.quotas;
    const mine = all[account];
    if (mine && mine.day === day) return mine.used;
    const fresh = { day, used: {} };
    all[account] = fresh;
    return fresh.used;
  }
}
