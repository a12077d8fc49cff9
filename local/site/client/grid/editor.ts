import { type Cell, inputOf } from './cells.ts';

/**
 * What a cell turns into while it is edited: a list to choose from when its rule is a dropdown, else a line of text.
 * Enter and leaving the cell keep the change, Escape drops it.
 */
export function editorFor(
  cell: Cell | null | undefined,
  name: string,
  onRendered: (callback: () => void) => void,
  success: (value: string) => unknown,
  cancel: (value: unknown) => void,
): HTMLElement | false {
  if (cell?.checkbox) return false;
  const before = inputOf(cell);
  const editor = cell?.list ? choosing(cell.list, before) : Object.assign(document.createElement('input'), { value: before });
  editor.className = 'cell-editor';
  editor.setAttribute('aria-label', name);
  let done = false;
  const keep = () => {
    if (done) return;
    done = true;
    success(editor.value);
  };
  editor.addEventListener('blur', keep);
  if (cell?.list) editor.addEventListener('change', keep);
  editor.addEventListener('keydown', (event) => {
    const { key } = event as KeyboardEvent;
    if (key === 'Enter' || key === 'Tab') keep();
    if (key === 'Escape') {
      done = true;
      cancel(null);
    }
    event.stopPropagation();
  });
  onRendered(() => {
    editor.focus({ preventScroll: true });
    if (editor instanceof HTMLInputElement) editor.select();
  });
  return editor;
}

/** The rule's choices, nothing, and what stands there now even if the rule does not offer it. */
function choosing(list: readonly string[], before: string): HTMLSelectElement {
  const select = document.createElement('select');
  for (const choice of new Set(['', before, ...list])) select.append(new Option(choice, choice, false, choice === before));
  return select;
}
