/** The one place that the host permission covers. */
const CLASSROOM = 'https://classroom.google.com/';

/** Titles that a tab has before or without a class's name. */
const NO_NAMES = ['', 'classroom', 'google classroom'];

/** What is open in a tab, as its address and title tell; nothing else of the page is read. */
export type OpenPage =
  | { at: 'elsewhere' }
  | { at: 'classroom' }
  /** `name` as Classroom has it in the tab's title, at most 100 characters; '' when it has none (yet). */
  | { at: 'class'; name: string };

export function isClassroom(url: string | undefined): boolean {
  return url?.startsWith(CLASSROOM) ?? false;
}

/**
 * A class stands at `/c/` and its id in base64, for those who are signed in twice at `/u/1/c/…`. Google documents the stream's address as a
 * course's `alternateLink`; that classwork and people stand at `/w/` and `/r/` was seen, and an unknown letter means no class.
 * @example openPage({ url: 'https://classroom.google.com/c/NTIzNDU', title: '3A Maths' }) // { at: 'class', name: '3A Maths' }
 */
export function openPage({ url, title = '' }: { url?: string; title?: string }): OpenPage {
  if (url === undefined || !isClassroom(url)) return { at: 'elsewhere' };
  const [, id = ''] = /^\/(?:u\/\d+\/)?[cwr]\/([^/]+)/.exec(new URL(url).pathname) ?? [];
  return isCourseId(id) ? { at: 'class', name: nameIn(title) } : { at: 'classroom' };
}

/** Until a page has a title Chrome gives its address instead. */
function nameIn(title: string): string {
  const name = title.trim();
  const isAddress = /^(https:\/\/)?classroom\.google\.com\b/.test(name);
  if (isAddress || NO_NAMES.includes(name.toLowerCase())) return '';
  // Half a character, as cutting may leave it, cannot stand in an address.
  return name.slice(0, 100).replace(/\p{Surrogate}/gu, '');
}

function isCourseId(base64: string): boolean {
  try {
    return /^\d+$/.test(atob(decodeURIComponent(base64).replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return false;
  }
}
