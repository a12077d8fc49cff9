import { authorize } from '../../local/apps-script/authorization.ts';
import { typeIntoConsole } from '../../local/school/console.ts';
import { compose } from '../../local/workspace/mail/compose.ts';
import { withServices } from '../../scripts/optional-services.ts';
import { settingForJournal, settingsForWords } from '../../src/messages/gmail/console-settings.ts';
import { WORDS } from '../../src/messages/gmail/words.ts';
import type { Mode } from '../../src/messages/monitoring.ts';
import { aSchool, type SchoolUnderTest } from './school.ts';

/** A school whose DSL has switched monitoring on, and whose administrator has typed the settings into the console for all pupils. */
export function aMonitoredSchool(mode: Exclude<Mode, 'off'> = 'sieve'): SchoolUnderTest {
  const school = aSchool();
  const dsl = school.as(school.people.dsl);
  const change = (why: string) => ({ key: `press-${why.replace(/\W/g, '-')}`, why, version: dsl.get<{ version: string }>('readMonitoring').version });
  if (mode === 'journal') {
    const decision = {
      dpia: 'DPIA-7',
      decidedBy: 'Ruth Adeyemi, headteacher',
      decidedOn: '01/09/2026',
      until: '31/07/2027',
      units: 'Pupils',
      told: 'All, by letter',
    };
    dsl.get('decideJournal', { ...change('decided by the head'), ...decision });
  }
  dsl.get('setMode', { ...change('agreed with the governors'), mode });
  const settings = mode === 'journal' ? [settingForJournal()] : settingsForWords(WORDS);
  typeIntoConsole(school.workspace, settings, { unit: '/Pupils', mailbox: school.people.office });
  return school;
}

/** Deployed again with the right to delete mail for good, and `start` run again. */
export function allowDeleting({ workspace, handrail, people }: SchoolUnderTest): void {
  const manifest = workspace.data.scripts[handrail.officeId]?.files.find(({ name }) => name === 'appsscript');
  if (!manifest) throw new Error('the office has no manifest');
  manifest.source = withServices(manifest.source, ['mail-journal']);
  authorize(workspace, handrail.officeId, people.office);
}

/** A mail from outside the school. */
export function mailFrom(from: string, to: string, text: string, subject = 'Hi'): string {
  return compose({ from: { name: '', address: from }, to, subject, text });
}
