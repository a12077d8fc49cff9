/**
 * Which counts of a table must be hidden so that no small one can be read or worked out (B16).
 *
 * The counts are of one whole that is published, each thing in exactly one of them. Small ones are hidden, none (0) included: what did not
 * happen tells as much about few people as what did. While what is hidden could still be worked out, the smallest of those that are left
 * are hidden as well, all that are alike at once. So it is when only one is hidden (the whole less the others is the count), when their sum
 * is itself small, and when they are all the same (they are then their sum, shared out).
 *
 * Whoever knows this rule knows no more: the hidden counts could change places among themselves and everything would look the same, and as
 * they are not all the same, each could be another number. When everything is hidden, other numbers with the same sum look the same.
 * @param smallest the smallest count that may be shown, 2 or more; the whole is at least that
 */
export function hiddenAmong(counts: readonly number[], smallest: number): boolean[] {
  let most = smallest - 1;
  for (;;) {
    const shown = counts.filter((count) => count > most);
    const hidden = counts.filter((count) => count <= most);
    if (hidden.length === 0 || shown.length === 0 || isSafe(hidden, smallest)) return counts.map((count) => count <= most);
    most = Math.min(...shown);
  }
}

function isSafe(hidden: readonly number[], smallest: number): boolean {
  const sum = hidden.reduce((before, count) => before + count, 0);
  return hidden.length > 1 && sum >= smallest && hidden.some((count) => count !== hidden[0]);
}
