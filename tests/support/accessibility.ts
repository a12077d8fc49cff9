import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** axe gives a frame one second to take its script, and leaves out one that is slower: on a busy machine it is asked again. */
const TRIES = 10;

/** What axe finds wrong with the page and its frames by WCAG 2.2 A and AA, as `rule: where it is`; empty when nothing. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { violations, incomplete } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    if (incomplete.some(({ id }) => id === 'frame-tested')) continue;
    return violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}`));
  }
  throw new Error('axe could not look into a frame of the page');
}
