import { afterAll, expect, test } from '@jest/globals';
import { CasePage } from '../support/case-page.ts';
import { aMonitoredSchool, mailFrom } from '../support/mail.ts';
import { closeAll, served } from '../support/pages.ts';

/** The page of a case that came from mail, in a browser. */

afterAll(closeAll);

const PHONE = 390;
const HOSTILE =
  'I know where you live. I am going to kill you tomorrow after school, you are dead. <img src=x onerror="document.title=1"><script>document.title=1</script>';

/** A school whose office has read one mail, with the case's page open before the DSL. */
async function openedAfter(from: string, text: string) {
  const school = aMonitoredSchool('journal');
  const { people, workspace } = school;
  const raw = mailFrom(from, people.youngPupil, text, '<b>Watch</b> out');
  if (from.endsWith('example.org')) workspace.mail.receive(raw);
  else workspace.mail.send(from, raw);
  school.beat();
  const reference = school.sheet('records', 'Cases')[1]?.[0] ?? '';
  expect(reference).toMatch(/^C-/);
  const { open } = await served(school);
  const page = await open(people.dsl, `?page=case&reference=${reference}`, { width: PHONE });
  const at = new CasePage(page);
  await at.frame.getByRole('heading', { name: 'What to do next' }).waitFor();
  return { page, at };
}

test('C3: hostile mail stands on its case’s page as text, with its evidence, and axe finds nothing on a telephone', async () => {
  const { page, at } = await openedAfter('k.doe@example.org', HOSTILE);
  const messages = await at.unfold('Messages');
  const shown = (await messages.textContent()) ?? '';
  for (const each of ['k.doe@example.org', '<b>Watch</b> out', 'SHA-256', 'was not opened', 'found by Handrail']) expect(shown).toContain(each);
  // What is long and seldom wanted on a telephone is one press away.
  expect(await messages.getByText('SHA-256 of the text').isVisible()).toBe(false);
  await at.unfold('Why it was flagged', messages);
  expect(await messages.getByText('SHA-256 of the text').isVisible()).toBe(true);
  expect(await at.frame.locator('img[src="x"]').count()).toBe(0);
  expect(await page.title()).not.toBe('1');
  await at.unfold('Disturbing or unlawful mail');
  await at.isInOrder(PHONE);
});

test('C1: where somebody tells of despair the page proposes no sanction and says why', async () => {
  const { people } = aMonitoredSchool('journal');
  const { at } = await openedAfter(people.pupil, 'i cant do this any more. i am going to kill myself tonight. goodbye');
  const sanctions = await at.unfold('Sanctions and actions');
  expect(await sanctions.textContent()).toContain('met with support');
  expect(await at.button('Show the grids').count()).toBe(0);
});
