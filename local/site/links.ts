/** Google's hosts whose pages the local site shows, and where their paths stand on it. */
const LOCAL: Record<string, (url: URL) => string | null> = {
  'script.google.com': (url) => {
    // A Workspace domain's own address has `/a/macros/DOMAIN/s/…` in place of `/macros/s/…`.
    const path = url.pathname.replace(/^\/a\/macros\/[^/]+\/s\//, '/macros/s/');
    return path.startsWith('/macros/s/') ? path : null;
  },
  'docs.google.com': (url) => {
    const path = url.pathname.replace(/^\/a\/[^/]+\//, '/');
    return /^\/(forms|spreadsheets|document)\//.test(path) ? path : null;
  },
  'drive.google.com': (url) =>
    /^\/(open|uc)$/.test(url.pathname) ? `/drive${url.pathname}` : url.pathname.startsWith('/drive') ? url.pathname : `/drive${url.pathname}`,
  // Gmail and Calendar keep their place in the fragment or in words of their own: the front page is what can be promised.
  'mail.google.com': () => '/mail',
  'calendar.google.com': () => '/calendar',
  // The second account of a browser has `/u/1` in front.
  'classroom.google.com': (url) => `/classroom${url.pathname.replace(/^\/u\/\d+(?=\/|$)/, '')}`,
  'meet.google.com': (url) => `/meet${url.pathname}`,
};

/**
 * Where a Google address is found on the local site: `https://docs.google.com/spreadsheets/d/ID/edit#gid=0` becomes
 * `/spreadsheets/d/ID/edit#gid=0`. Any other address comes back as it is. The Workspace itself keeps Google's addresses;
 * this is for what is shown.
 */
export function localLink(address: string): string {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return address;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return address;
  const path = LOCAL[url.hostname]?.(url) ?? null;
  if (path === null) return address;
  return path.replace(/\/$/, '') + url.search + url.hash;
}
