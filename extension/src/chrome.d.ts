/** The part of Chrome's extension API that the panel uses (developer.chrome.com/docs/extensions/reference/api). */
declare namespace chrome {
  interface Heard<Listener> {
    addListener(listener: Listener): void;
  }

  namespace tabs {
    interface Tab {
      id?: number;
      /** Only for tabs that a host permission covers, as `title` is. */
      url?: string;
      title?: string;
    }
    const onUpdated: Heard<(tabId: number, changed: { status?: string; url?: string; title?: string }, tab: Tab) => void>;
    function query(which: { url: string }): Promise<Tab[]>;
    function get(tabId: number): Promise<Tab>;
  }

  namespace sidePanel {
    function setPanelBehavior(behavior: { openPanelOnActionClick: boolean }): Promise<void>;
    function setOptions(options: { tabId: number; path: string; enabled: boolean }): Promise<void>;
  }

  namespace action {
    function enable(tabId: number): Promise<void>;
    function disable(tabId: number): Promise<void>;
  }

  namespace runtime {
    const onInstalled: Heard<() => void>;
  }

  namespace storage {
    const managed: { get(name: string): Promise<Record<string, unknown>> };
    const onChanged: Heard<() => void>;
  }
}
