import type { CursorStore } from './jobs.ts';

const PREFIX = 'job:';

/** Cursors in the script's properties: they outlive the run. */
export function keptCursors(): CursorStore {
  const properties = PropertiesService.getScriptProperties();
  return {
    load: (name) => properties.getProperty(PREFIX + name),
    save: (name, cursor) => void properties.setProperty(PREFIX + name, cursor),
    clear: (name) => void properties.deleteProperty(PREFIX + name),
  };
}
