import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** What a page has as `axe` once this has run in it. */
const AXE = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

const OPTIONS: Axe.RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  resultTypes: ['violations'],
};

/** What axe finds wrong with the page and its frames by WCAG 2.2 A and AA, as `rule: where it is`; empty when nothing. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const found = await lookInto(page.mainFrame(), { include: [], exclude: [] });
  return page.evaluate(
    async ({ found, options }) => {
      const { axe } = globalThis as unknown as { axe: typeof Axe };
      const { violations } = await axe.finishRun(
        found.map((part) => JSON.parse(part) as Axe.PartialResult),
        options,
      );
      return violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}`));
    },
    { found, options: OPTIONS },
  );
}

/**
 * What axe finds in a frame and in those inside it, outermost first. It comes as JSON: the driver would take the objects to pieces one by
 * one, and that would last longer than looking.
 */
async function lookInto(frame: Frame, context: Axe.FrameContextObject): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(AXE);
  const { found, inside } = await frame.evaluate(
    async ({ context, options }) => {
      const { axe } = globalThis as unknown as { axe: typeof Axe };
      const inside = axe.utils.getFrameContexts(context, options);
      return { found: JSON.stringify(await axe.runPartial(context, options)), inside };
    },
    { context, options: OPTIONS },
  );
  const all = [found];
  for (const { frameSelector, frameContext } of inside) {
    const element = await frame.evaluateHandle(
      (selector) => (globalThis as unknown as { axe: typeof Axe }).axe.utils.shadowSelect(selector) as HTMLIFrameElement,
      frameSelector,
    );
    const child = await element.contentFrame();
    if (!child) throw new Error(`axe could not look into the frame ${String(frameSelector)}`);
    all.push(...(await lookInto(child, frameContext)));
  }
  return all;
}
