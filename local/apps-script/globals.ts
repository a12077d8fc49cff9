import { advancedGlobals } from './advanced.ts';
import { calendarGlobals } from './calendar.ts';
import { cardGlobals } from './cards.ts';
import { chartGlobals } from './charts.ts';
import { coreGlobals } from './core.ts';
import { documentGlobals } from './document.ts';
import { driveGlobals } from './drive.ts';
import { formGlobals } from './forms.ts';
import { gmailGlobals } from './gmail.ts';
import { groupGlobals } from './groups.ts';
import { htmlGlobals } from './html.ts';
import type { Globals } from './realm.ts';
import type { Run } from './run.ts';
import { spreadsheetGlobals } from './spreadsheet/app.ts';

const builtIn: Globals = {
  ...coreGlobals,
  ...spreadsheetGlobals,
  ...formGlobals,
  ...gmailGlobals,
  ...driveGlobals,
  ...documentGlobals,
  ...calendarGlobals,
  ...cardGlobals,
  ...htmlGlobals,
  ...groupGlobals,
  ...chartGlobals,
};

/** Every global a run can reach: the built-in services, and the advanced ones its manifest enables. */
export function globalsFor(run: Run): Globals {
  return { ...builtIn, ...advancedGlobals(run) };
}
