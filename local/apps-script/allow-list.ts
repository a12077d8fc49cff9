/**
 * Whether an address is under a prefix of an allow-list (docs/apps-script/manifest/allowlist-url.md): the same address or a child of it,
 * capitals of the path counting, `*.` before a domain standing for one or more subdomains. What Google would not let a manifest
 * be saved with (no path, no https, a wildcard elsewhere) allows nothing.
 */
export function isUnder(address: string, prefix: string): boolean {
  const [, wildcard, host = '', path = ''] = /^https:\/\/(\*\.)?([^*/?#]+)(\/[^*]*)$/.exec(prefix) ?? [];
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (path === '' || url?.protocol !== 'https:') return false;
  const sameHost = wildcard ? url.host.endsWith(`.${host.toLowerCase()}`) : url.host === host.toLowerCase();
  const rest = `${url.pathname}${url.search}${url.hash}`;
  return sameHost && rest.startsWith(path) && (path.endsWith('/') || /^([/?#]|$)/.test(rest.slice(path.length)));
}
