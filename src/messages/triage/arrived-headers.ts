type Message = GoogleAppsScript.Gmail.Schema.Message;

/** A message's headers by name, in any case; a name may come more than once. */
export interface Headers {
  /** '' when there is none. Of several the topmost: that is the last one a mail server added. */
  first(name: string): string;
  all(name: string): string[];
}

/** As they stand above the text; those of parts within it are not among them. */
export function headersOf(message: Message): Headers {
  const found = new Map<string, string[]>();
  for (const { name = '', value = '' } of message.payload?.headers ?? []) {
    const key = name.toLowerCase();
    const values = found.get(key);
    if (values) values.push(value);
    else found.set(key, [value]);
  }
  const all = (name: string) => found.get(name.toLowerCase()) ?? [];
  return { all, first: (name) => all(name)[0] ?? '' };
}
