import { expect, test } from '@jest/globals';
import { execute } from '../../local/apps-script/engine.ts';
import { MENUS, type MenuEntry } from '../../local/apps-script/ui.ts';
import { anEmptyWorkspace, aScript, OFFICE } from '../support/script.ts';

function runBoundTo(kind: 'sheet' | 'form', body: string) {
  const workspace = anEmptyWorkspace();
  const script = aScript(workspace, `function main() { ${body} }`);
  script.container = kind === 'form' ? workspace.forms.create(OFFICE, 'Form').id : workspace.sheets.create(OFFICE, { name: 'Sheet' }).id;
  let menus: MenuEntry[] = [];
  const result = execute(workspace, {
    scriptId: script.id,
    kind: 'editor',
    active: OFFICE,
    effective: OFFICE,
    fn: 'main',
    onStart: (run) => {
      run.atEnd.push(() => {
        menus = (run.memory.get(MENUS) as MenuEntry[] | undefined) ?? [];
      });
    },
  });
  return { ...result, menus: menus.map((menu) => [menu.caption, (menu.entries ?? []).map((entry) => entry.fn ?? entry.caption)]) };
}

// docs/apps-script/reference/forms/form-app.md, getUi
test('a form’s script has the form’s user interface, and a sheet’s script the sheet’s', () => {
  const menu = `.getUi().createAddonMenu().addItem('Open', 'open').addToUi()`;
  expect(runBoundTo('form', `FormApp${menu}`).menus).toEqual([['Script', ['open']]]);
  expect(runBoundTo('sheet', `SpreadsheetApp${menu}`).menus).toEqual([['Script', ['open']]]);
  expect(runBoundTo('sheet', `FormApp${menu}`).error?.message).toBe('Cannot call FormApp.getUi() from this context.');
  expect(runBoundTo('form', `SpreadsheetApp${menu}`).error?.message).toBe('Cannot call SpreadsheetApp.getUi() from this context.');
});

// docs/apps-script/reference/spreadsheet/spreadsheet.md, addMenu, updateMenu, removeMenu
test('menus of a spreadsheet are added, changed and taken away by name', () => {
  const { menus, error } = runBoundTo(
    'sheet',
    `const ss = SpreadsheetApp.getActive();
     ss.addMenu('One', [{ name: 'a', functionName: 'a' }, null]);
     ss.addMenu('Two', [{ name: 'b', functionName: 'b' }]);
     ss.updateMenu('One', [{ name: 'c', functionName: 'c' }]);
     ss.removeMenu('Two');
     ss.removeMenu('None');`,
  );
  expect(error).toBeUndefined();
  expect(menus).toEqual([['One', ['c']]]);
});
