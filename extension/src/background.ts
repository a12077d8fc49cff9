import { isClassroom } from './open-class.ts';

/** The icon can be pressed, and the panel be open, beside Classroom alone; of other tabs Chrome tells neither address nor title. */
async function offerBeside({ id, url }: chrome.tabs.Tab): Promise<void> {
  if (id === undefined) return;
  const enabled = isClassroom(url);
  try {
    // Each tab has a panel of its own, which goes on about its tab while another is in front.
    await chrome.sidePanel.setOptions({ tabId: id, path: `panel.html?tab=${id}`, enabled });
    await (enabled ? chrome.action.enable(id) : chrome.action.disable(id));
  } catch {
    // The tab was closed meanwhile.
  }
}

chrome.tabs.onUpdated.addListener((_, changed, tab) => {
  if (changed.status !== undefined || changed.url !== undefined) void offerBeside(tab);
});

chrome.runtime.onInstalled.addListener(async () => {
  await chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
  // A policy installs while people work: their classes are open already.
  for (const tab of await chrome.tabs.query({ url: 'https://classroom.google.com/*' })) await offerBeside(tab);
});
