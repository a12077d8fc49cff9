/**
 * What is made when it is first asked for, and kept. Google evaluates the whole script anew at every visit, and a visit needs little of it:
 * what costs something to make waits until somebody wants it.
 */
export function once<T extends NonNullable<unknown>>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
