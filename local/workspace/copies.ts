/**
 * A copy of plain JSON data that shares nothing with it that could change. What `copiedWhenTouched` has not copied yet stays so in the copy.
 * Much quicker than `structuredClone`, which does not know that there are only objects, lists and values.
 */
export function copyOf<Data>(data: Data): Data {
  if (typeof data !== 'object' || data === null) return data;
  return (Array.isArray(data) ? copyOfList(data) : copyOfObject(data)) as Data;
}

function copyOfList(list: readonly unknown[]): unknown[] {
  const copy = new Array<unknown>(list.length);
  for (let index = 0; index < list.length; index += 1) {
    const entry = list[index];
    // A gap stays a gap.
    if (entry !== undefined || index in list) copy[index] = copyOf(entry);
  }
  return copy;
}

function copyOfObject(object: object): object {
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(object)) {
    const untouched = WITH_UNTOUCHED.has(object) ? Object.getOwnPropertyDescriptor(object, key) : undefined;
    if (untouched?.get) Object.defineProperty(copy, key, untouched);
    else copy[key] = copyOf((object as Record<string, unknown>)[key]);
  }
  if (WITH_UNTOUCHED.has(object)) WITH_UNTOUCHED.add(copy);
  return copy;
}

const WITH_UNTOUCHED = new WeakSet<object>();

/**
 * A copy of a record that copies each entry when it is first touched.
 * @param record must not change any more
 */
export function copiedWhenTouched<Entry>(record: Readonly<Record<string, Entry>>): Record<string, Entry> {
  const copy: Record<string, Entry> = {};
  WITH_UNTOUCHED.add(copy);
  for (const key of Object.keys(record)) {
    Object.defineProperty(copy, key, {
      configurable: true,
      enumerable: true,
      get(this: Record<string, Entry>) {
        const own = copyOf(record[key] as Entry);
        Object.defineProperty(this, key, { configurable: true, enumerable: true, writable: true, value: own });
        return own;
      },
      set(this: Record<string, Entry>, entry: Entry) {
        Object.defineProperty(this, key, { configurable: true, enumerable: true, writable: true, value: entry });
      },
    });
  }
  return copy;
}
