import { expect } from '@jest/globals';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { accessibilityProblems } from './accessibility.ts';
import { office, officeFrame } from './pages.ts';

/** Somebody in front of a case's page. */
export class CasePage {
  readonly frame: FrameLocator;

  constructor(readonly page: Page) {
    this.frame = office(page);
  }

  /** Unfolds a part of the page, or a form in one, by the words it goes by. */
  async unfold(words: string | RegExp, within: FrameLocator | Locator = this.frame): Promise<Locator> {
    const fold = within.locator('details', { has: this.page.locator('> summary', { hasText: words }) }).last();
    if ((await fold.getAttribute('open')) === null) await fold.locator('> summary').click();
    return fold;
  }

  /** The thing to do whose words these are. */
  task(words: string | RegExp): Locator {
    return this.frame.locator('.handrail-tasks > li').filter({ hasText: words });
  }

  /** A step of a guide. */
  step(words: string | RegExp): Locator {
    return this.frame.locator('.handrail-steps > li').filter({ hasText: words });
  }

  button(name: string | RegExp, within: FrameLocator | Locator = this.frame): Locator {
    return within.getByRole('button', { name });
  }

  /** What the page says was done; it has the focus. */
  async said(words: string | RegExp): Promise<void> {
    await this.frame.locator('[role=status]:focus').filter({ hasText: words }).waitFor();
  }

  /** What the page says is wrong, where the focus is. */
  async problem(): Promise<string> {
    await this.frame.locator('.govuk-error-summary:focus').waitFor();
    return (await this.frame.locator('.govuk-error-summary:focus li').textContent()) ?? '';
  }

  /** Nothing that axe finds, nothing wider than the window: with everything unfolded. */
  async isInOrder(width: number): Promise<void> {
    await officeFrame(this.page).evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    expect(await accessibilityProblems(this.page)).toEqual([]);
    expect(await officeFrame(this.page).evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
}

/** Fills in the form that closes a case and presses its button. */
export async function closeByHand(at: CasePage, outcome: string, { parents = true }: { parents?: boolean } = {}): Promise<void> {
  const part = await at.unfold('Close the case');
  await part.getByLabel('How did it end?').selectOption({ label: outcome });
  await part.getByLabel('What was found and done').fill('They talked, it stopped, and somebody looks after both.');
  if (parents) {
    await part.getByLabel('Yes').check();
    await part.getByLabel('Who told them').fill('Priya Nair');
  }
  await part.getByLabel('Second senior name').selectOption({ index: 1 });
  await at.button('Close the case', part).click();
  await at.said('The case is closed.');
}
