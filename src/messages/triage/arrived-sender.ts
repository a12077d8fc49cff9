import type { Headers } from './arrived-headers.ts';

/** What Google's servers call themselves where they write what they found. */
const GOOGLE = 'mx.google.com';
/** How deep remarks in a header may stand in one another: what is deeper proves nothing. */
const DEEPEST = 5;
/** The domain that Google signs for a school without a key of its own: school.example by `school-example.20230601.gappssmtp.com`. */
const SIGNED_BY_GOOGLE = /^(.+)\.\d+\.gappssmtp\.com$/;

/**
 * Whether Google looked where a mail came from and found no proof that it is from the domain of From (RFC 8601, RFC 7489). Not so where Google wrote
 * nothing down, as it may of mail inside a school: then nobody can tell. What others wrote proves nothing, and Google's results stand above it. Nor does
 * `arc=pass` (RFC 8617): it shows that a forwarder wrote down what it says it found, and anybody who forwards can seal a lie. Google's page on it
 * says that it tells nothing of who forwards, nor whether they added something (support.google.com/a/answer/13198639).
 * @param from the addresses of From, lower case
 */
export function isUnproven(header: Headers, from: readonly string[]): boolean {
  const [server, ...results] = withoutRemarks(header.first('Authentication-Results')).toLowerCase().split(';').map(wordsOf);
  if (server?.[0] !== GOOGLE) return false;
  const [domain, ...others] = new Set(from.map(domainOf));
  if (domain === undefined || others.length > 0 || results.some(([result]) => result === 'dmarc=fail')) return true;
  return !results.some(([result = '', ...found]) => found.some((each) => isProof(result, each, domain)));
}

/**
 * @param result `dkim=pass`
 * @param found what it was found of: `header.i=@school.example`
 */
function isProof(result: string, found: string, domain: string): boolean {
  const at = found.indexOf('=');
  const [what, of] = [found.slice(0, at), domainOf(found.slice(at + 1))];
  if (result === 'dmarc=pass') return what === 'header.from' && of === domain;
  if (result === 'spf=pass') return what === 'smtp.mailfrom' && of === domain;
  if (result !== 'dkim=pass' || (what !== 'header.i' && what !== 'header.d')) return false;
  return of === domain || SIGNED_BY_GOOGLE.exec(of)?.[1] === domain.replace(/\./g, '-');
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** Without what a sender can have chosen: quoted names, and remarks in brackets. */
function withoutRemarks(value: string): string {
  let plain = value.replace(/"(?:\\.|[^"\\])*(?:"|$)/g, '');
  for (let depth = 0; depth < DEEPEST; depth += 1) plain = plain.replace(/\([^()]*\)/g, ' ');
  return plain;
}

function wordsOf(result: string): string[] {
  return result.split(/\s+/).filter((word) => word !== '');
}
