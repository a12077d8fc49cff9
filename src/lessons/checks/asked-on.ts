import type { Finding } from '../finding.ts';
import type { CheckId } from './checks.ts';

/** What the office finds from the guests that the sidebar reports. */
const FROM_GUESTS: readonly string[] = ['second-adult', 'one-to-one', 'pupils-signed', 'plans'] satisfies CheckId[];

/**
 * What Google said on another day does not make a lesson fine today: a card's address may have been kept. What was not fine stays so, until
 * Google is asked again.
 */
export function asKnownSince(asked: string, findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => {
    const isKnown = finding.by === 'office' && !FROM_GUESTS.includes(finding.check);
    if (isKnown || finding.state !== 'fine') return finding;
    return { ...finding, state: 'cannot verify', words: `On ${asked}: ${finding.words}`, mend: 'Open the event in Calendar again.' };
  });
}
