declare const __OFFICE__: string;

/**
 * Where the office answers: as the school's policy says, else as built in.
 * @returns null when there is neither, or what there is cannot be such an address
 */
export async function officeAddress(): Promise<string | null> {
  // Without a policy there may be no managed storage to read.
  const { officeAddress: set } = await chrome.storage.managed.get('officeAddress').catch((): Record<string, unknown> => ({}));
  return addressFrom(set) ?? addressFrom(__OFFICE__);
}

/**
 * An address that a query can be put behind: https, or the school on one's own computer, for trying it out.
 * @example addressFrom('https://script.google.com/a/macros/quillhaven.example/s/AKf/exec')
 */
export function addressFrom(set: unknown): string | null {
  try {
    const { protocol, hostname, origin, pathname } = new URL(String(set));
    return protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost') ? origin + pathname : null;
  } catch {
    return null;
  }
}

/** A page of the office; `words` name the class, for the office to find it on its list. */
export function officePage(office: string, page: 'lesson' | 'lesson-rules' | 'report', words = ''): string {
  const query = new URLSearchParams({ page, ...(words === '' ? {} : { class: words }) });
  return `${office}?${query}`;
}
