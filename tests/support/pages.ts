import { expect } from '@jest/globals';
import type { Frame, FrameLocator, Page } from 'playwright-core';
import { type Site, startSite } from '../../local/site/site.ts';
import { aPage, closeBrowser, type PageOptions } from './browser.ts';
import type { SchoolUnderTest } from './school.ts';

/** A school's site, served, as people see it in a real browser. */
interface ServedSchool {
  school: SchoolUnderTest;
  /** A window in which somebody has opened one of the site's pages, or a page of the office by its query. */
  open(as: string, path: string, options?: Omit<PageOptions, 'as'>): Promise<Page>;
}

const sites: Site[] = [];

export async function served(school: SchoolUnderTest): Promise<ServedSchool> {
  const site = await startSite({ workspace: school.workspace, port: 0 });
  sites.push(site);
  return {
    school,
    open: async (as, path, options = {}) => {
      const page = await aPage(site.url, { ...options, as });
      await page.goto(path.startsWith('?') ? `/macros/s/${school.handrail.deploymentId}/exec${path}` : path);
      return page;
    },
  };
}

/** Ends what `served` and the pages have begun. */
export async function closeAll(): Promise<void> {
  await closeBrowser();
  await Promise.all(sites.splice(0).map((site) => site.close()));
}

/** What stands in the office's page: a web app's page is in a frame. */
export function office(page: Page): FrameLocator {
  return page.frameLocator('iframe');
}

/** The frame itself, to ask the browser about it. */
export function officeFrame(page: Page): Frame {
  const frame = page.frames().find((each) => each.parentFrame() !== null);
  if (!frame) throw new Error('the page has no frame');
  return frame;
}

/** The focus is where the page puts it when it has drawn itself: soon, and after the words that a test may have waited for. */
export async function focusComesTo(page: Page, expected: { id?: unknown; name?: unknown; visible?: boolean }): Promise<void> {
  for (let looks = 0; looks < 50; looks += 1) {
    try {
      return expect(await focused(page)).toMatchObject(expected);
    } catch {
      await page.waitForTimeout(100);
    }
  }
  expect(await focused(page)).toMatchObject(expected);
}

/** What has the focus in the office's page: its id, the words it goes by, and whether one can see that it has it. */
function focused(page: Page): Promise<{ id: string; name: string; visible: boolean }> {
  return officeFrame(page).evaluate(() => {
    const element = document.activeElement as HTMLInputElement;
    if (element === document.body) return { id: '', name: '', visible: true };
    const label = element.labels?.[0];
    const drawn = element.matches('[type=radio], [type=checkbox]') && label ? getComputedStyle(label, '::before') : getComputedStyle(element);
    // On the calendar button inside a date input the browser draws its own ring.
    const visible = element.matches('[type=datetime-local]') || drawn.boxShadow !== 'none' || (drawn.outlineStyle !== 'none' && drawn.outlineWidth !== '0px');
    return { id: element.id, name: (label ?? element).textContent?.trim() ?? '', visible };
  });
}

/** Goes on with the Tab key to what bears the name. @throws Error when a stop on the way does not show that it has the focus */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stops = 0; stops < 40; stops += 1) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (!at.visible) throw new Error(`the focus on "${at.name}" cannot be seen`);
    if (typeof name === 'string' ? at.name === name : name.test(at.name)) return;
    passed.push(at.name.slice(0, 30));
  }
  throw new Error(`Tab does not come to ${name}: it passed ${passed.join(' | ')}`);
}
