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
  return `${office}?page=${page}${words === '' ? '' : `&class=${encodeURIComponent(words)}`}`;
}
