import { Overtaken } from './errors.ts';

const MOST_TRIES = 5;
const FIRST_PAUSE_MS = 400;

/**
 * Does `work` again, after growing pauses, as long as it fails in a way that passes. A call that failed may still have had its
 * effect: `work` must begin by looking at what is there.
 * @throws the last failure
 */
export function patiently<T>(work: () => T): T {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return work();
    } catch (error) {
      if (attempt === MOST_TRIES || !isPassing(error)) throw error;
      Utilities.sleep(Math.round(FIRST_PAUSE_MS * 2 ** (attempt - 1) * (1 + Math.random())));
    }
  }
}

/** Whether a failure goes away by itself (docs: Apps Script troubleshooting, Sheets API usage limits), or another try sees more. */
export function isPassing(error: unknown): boolean {
  if (error instanceof Overtaken) return true;
  // A sentence of our own may well say "service error" or "try again".
  if (!isGoogles(error) || isDailyLimit(error)) return false;
  const code = codeOf(error);
  if (code !== undefined && code !== 403) return code === 429 || code >= 500;
  return /service error|service invoked too many times|server error|temporarily unavailable|timed out|empty response|rate limit|quota exceeded|internal error/i.test(
    messageOf(error),
  );
}

function isGoogles(error: unknown): boolean {
  return error instanceof Error && (error.name === 'Exception' || error.name === 'GoogleJsonResponseException');
}

/** Whether a daily quota is used up: trying again today is of no use. */
export function isDailyLimit(error: unknown): boolean {
  return /for one day|daily (user )?(sending )?(limit|quota)/i.test(messageOf(error));
}

/** The HTTP status that an advanced service reports, if it was one that failed. */
export function codeOf(error: unknown): number | undefined {
  const details = (error as { details?: { code?: unknown } } | null)?.details;
  return typeof details?.code === 'number' ? details.code : undefined;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
