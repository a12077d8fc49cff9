import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { installedBrowser } from '../support/browser.ts';
import { ChromiumWithPanel, eventually, OFFICE } from '../support/extension.ts';

const HOME = 'https://classroom.google.com/h';
const STREAM = 'https://classroom.google.com/c/NTIzNDU2Nzg5MDEy';
const SECOND_ACCOUNT = 'https://classroom.google.com/u/1/c/NjAwMDAwMDAwMDAx';
const ELSEWHERE = 'https://quillhaven.example/';

const TITLES = { [HOME]: 'Classroom', [STREAM]: '3A Maths', [SECOND_ACCOUNT]: 'Year 6 & friends', [ELSEWHERE]: 'Quillhaven Primary' };

const canLoadExtensions = installedBrowser() !== undefined;
if (!canLoadExtensions) {
  // Jest keeps what a skipped file says on the console to itself.
  process.stderr.write(
    'NOT TESTED: the extension in a real browser. The one that npm brings has no extensions: install Chrome or Chromium, or set CHROME_PATH.\n',
  );
}

(canLoadExtensions ? describe : describe.skip)('in a Chromium that loads extensions', () => {
  let chromium: ChromiumWithPanel;

  beforeAll(async () => {
    chromium = await ChromiumWithPanel.start(OFFICE, TITLES);
  });
  afterEach(async () => {
    // Leaving Classroom closes the panel.
    await chromium.tab.goto(ELSEWHERE);
    await eventually(
      () => chromium.panels(),
      (open) => open === 0,
    );
  });
  afterAll(() => chromium.close());

  /** Whether Chrome would let a person press the icon beside the first tab, and has a panel for it. */
  function offered(): Promise<{ icon: boolean; panel: boolean }> {
    return chromium.askWorker(
      `chrome.tabs.query({ index: 0 }).then(async ([{ id }]) => ({
        icon: await chrome.action.isEnabled(id),
        panel: await chrome.sidePanel.getOptions({ tabId: id }).then(({ enabled, path }) => enabled === true && path === 'panel.html?tab=' + id),
      }))`,
    );
  }

  async function openPanelAt(address: string) {
    await chromium.tab.goto(address);
    await eventually(offered, ({ icon, panel }) => icon && panel);
    await chromium.pressIcon(chromium.tab);
    return chromium.panel();
  }

  test('D1: one press on the icon beside a class opens the panel, which names the class and leads to its checks in a tab; another press closes it', async () => {
    const panel = await openPanelAt(STREAM);
    await panel.shows('Class: 3A Maths');
    await panel.shows('A second adult is in the lesson');
    const checks = await chromium.opened(() => panel.press('Open my checks'));
    expect(checks.url()).toBe(`${OFFICE}?page=lesson&class=3A%20Maths`);
    await checks.close();
    await chromium.pressIcon(chromium.tab);
    await eventually(
      () => chromium.panels(),
      (open) => open === 0,
    );
  });

  test('D6, B1: what pupils see and a concern open in tabs too; a concern takes no class with it', async () => {
    const panel = await openPanelAt(SECOND_ACCOUNT);
    await panel.shows('Class: Year 6 & friends');
    const rules = await chromium.opened(() => panel.press('What pupils see'));
    expect(rules.url()).toBe(`${OFFICE}?page=lesson-rules&class=Year%206%20%26%20friends`);
    await rules.close();
    const concern = await chromium.opened(() => panel.press('Raise a concern'));
    expect(concern.url()).toBe(`${OFFICE}?page=report`);
    await concern.close();
  });

  test('D1: the open panel follows when another class is opened in the tab', async () => {
    const panel = await openPanelAt(HOME);
    await panel.shows('Open a class in Classroom');
    await chromium.tab.goto(STREAM);
    await panel.shows('Class: 3A Maths');
    // Classroom changes address and title without loading a page.
    await chromium.tab.evaluate("history.pushState(null, '', '/w/NjAwMDAwMDAwMDAx/t/all'); document.title = '6B Science'");
    await panel.shows('Class: 6B Science');
  });

  test('D1: outside Classroom the icon cannot be pressed and there is no panel, and an open one closes', async () => {
    await chromium.tab.goto(ELSEWHERE);
    await eventually(offered, ({ icon, panel }) => !icon && !panel);
    await chromium.pressIcon(chromium.tab);
    expect(await chromium.panels()).toBe(0);
    await openPanelAt(STREAM);
    expect(await chromium.panels()).toBe(1);
    await chromium.tab.goto(ELSEWHERE);
    await eventually(
      () => chromium.panels(),
      (open) => open === 0,
    );
    expect(await offered()).toEqual({ icon: false, panel: false });
  });

  test('D1: of a tab outside Classroom the extension learns neither address nor title', async () => {
    await chromium.tab.goto(ELSEWHERE);
    const seen = await chromium.askWorker<object[]>('chrome.tabs.query({}).then((tabs) => tabs.map(({ url, title }) => ({ url, title })))');
    expect(seen).toEqual([{}]);
  });

  test('D1: each tab has a panel of its own, about its own class, once its icon is pressed', async () => {
    const panel = await openPanelAt(STREAM);
    const second = await chromium.aTab();
    await second.goto(SECOND_ACCOUNT);
    expect(await chromium.panels()).toBe(1);
    await chromium.pressIcon(second);
    await eventually(
      () => chromium.panels(),
      (open) => open === 2,
    );
    await panel.shows('Class: 3A Maths');
    await second.close();
  });

  test('D1: the extension itself asks the internet for nothing, and could not', async () => {
    const before = chromium.asked.length;
    const panel = await openPanelAt(STREAM);
    await panel.shows('Class: 3A Maths');
    expect(chromium.asked.slice(before).filter((url) => !url.startsWith('chrome-extension:'))).toEqual([STREAM]);
    const forbidden = await panel.evaluate<string>(
      `new Promise((done) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => done(effectiveDirective));
        fetch('https://quillhaven.example/').then(() => done('answered'), () => {});
      })`,
    );
    expect(forbidden).toBe('connect-src');
  });

  describe('without an office’s address', () => {
    let unconnected: ChromiumWithPanel;

    beforeAll(async () => {
      unconnected = await ChromiumWithPanel.start('', TITLES);
      await unconnected.tab.goto(STREAM);
      await eventually(() => unconnected.askWorker<boolean>('chrome.tabs.query({}).then(([{ id }]) => chrome.action.isEnabled(id))'), Boolean);
      await unconnected.pressIcon(unconnected.tab);
    });
    afterAll(() => unconnected.close());

    test('D1: the panel says that it is not connected and what to do, and reminds all the same', async () => {
      const panel = await unconnected.panel();
      await panel.shows('Not connected to your school’s Handrail');
      await panel.shows('Ask your technician');
      await panel.shows('A second adult is in the lesson');
      expect(await panel.evaluate('document.links.length')).toBe(0);
    });

    test('D1: once the school’s policy sets one, the open panel leads there', async () => {
      if (!(await unconnected.setPolicy({ officeAddress: OFFICE }))) {
        console.warn('NOT TESTED: a policy in a real browser. Chrome has no page to try policies on; Chromium has.');
        return;
      }
      await unconnected.tab.bringToFront();
      const panel = await unconnected.panel();
      await panel.shows('Open my checks');
      expect(await panel.evaluate('document.links[0].href')).toBe(`${OFFICE}?page=lesson&class=3A%20Maths`);
    });
  });
});
