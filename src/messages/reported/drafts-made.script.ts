/** The longest that Google keeps what a script remembers for one person (docs/apps-script/reference/cache/cache.md). */
const SIX_HOURS_S = 21_600;

/** Whether this person made a draft about the message within the last hours, as far as Google still remembers. */
export function draftMadeFor(messageId: string): boolean {
  try {
    return CacheService.getUserCache().get(keyOf(messageId)) !== null;
  } catch {
    // Nobody is kept from reporting because a cache does not answer.
    return false;
  }
}

export function rememberDraft(messageId: string): void {
  try {
    CacheService.getUserCache().put(keyOf(messageId), 'made', SIX_HOURS_S);
  } catch (error) {
    console.warn(`not remembered: ${String((error as Error).message ?? error)}`);
  }
}

function keyOf(messageId: string): string {
  return `report:${messageId}`;
}
