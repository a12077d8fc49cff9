import { afterAll, expect, test } from '@jest/globals';
import { CasePage, closeByHand } from '../support/case-page.ts';
import { closeAll, focusComesTo, officeFrame, served, tabTo } from '../support/pages.ts';
import { PDF, PNG } from '../support/reporting.ts';
import { aSchool } from '../support/school.ts';
import { naming, raise, Working } from '../support/working.ts';

/** Five cases of different types, worked by hand on the case's page to their end; what is alike in all is done through the doors. */

afterAll(closeAll);

const PHONE = 390;
const DESKTOP = 1100;
const { people } = aSchool();

/** A case that somebody has open on its page, an hour after it was raised. */
async function opened(who: string, concern: Record<string, unknown>, options: { width?: number; keyboardOnly?: boolean } = {}) {
  const { school, open } = await served(aSchool());
  const reference = raise(school, concern);
  school.pass(60);
  const page = await open(who, `?page=case&reference=${reference}`, { width: DESKTOP, ...options });
  const at = new CasePage(page);
  await at.frame.getByRole('heading', { name: 'What to do next' }).waitFor();
  return { school, reference, page, at, doors: new Working(school, who, reference) };
}

function file(name: string, latin1: string, mimeType: string) {
  return { name, mimeType, buffer: Buffer.from(latin1, 'latin1') };
}

test('B3, B13: with the keyboard alone the DSL classifies bullying, does what is next, and closes it with a second name', async () => {
  const { page, at, doors } = await opened(
    people.dsl,
    { typeHint: 'bullying', ...naming({ [people.pupil]: 'affected', [people.youngPupil]: 'alleged' }) },
    { keyboardOnly: true },
  );
  await tabTo(page, 'Type and severity');
  await page.keyboard.press('Enter');
  await focusComesTo(page, { id: 'classification' });
  await tabTo(page, 'low');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'Save type and severity');
  await page.keyboard.press('Enter');
  await at.said('Recorded: medium severity.');
  expect(doors.file()).toMatchObject({ types: ['bullying'], severity: 'medium', classified: true });

  const [first] = doors.file().tasks.filter(({ agency }) => agency === '');
  await page.reload();
  await at.frame.getByRole('heading', { name: 'What to do next' }).waitFor();
  await tabTo(page, `Done: ${first?.what}`);
  await page.keyboard.press('Enter');
  await at.said(`Done: ${first?.what}`);
  expect(doors.file().settled).toMatchObject([{ id: first?.id, how: 'done', who: 'Priya Nair' }]);

  doors.finish();
  await page.reload();
  await at.frame.getByRole('heading', { name: 'What to do next' }).waitFor();
  await tabTo(page, 'Close the case');
  await page.keyboard.press('Enter');
  await tabTo(page, 'How did it end?');
  await page.keyboard.type('Resolved: sup');
  await tabTo(page, 'What was found and done');
  await page.keyboard.type('They talked, and it stopped.');
  await tabTo(page, 'Yes');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'Second senior name');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'Close the case');
  await page.keyboard.press('Enter');
  expect(await at.problem()).toBe('Say why the parents or carers were not told');
  await tabTo(page, 'Say why the parents or carers were not told');
  await page.keyboard.press('Enter');
  await focusComesTo(page, { name: 'Why not', visible: true });
  await page.keyboard.type('They came to us themselves.');
  await tabTo(page, 'Close the case');
  await page.keyboard.press('Enter');
  await at.said('The case is closed.');
  expect(doors.file().closed).toMatchObject({ outcome: 'Resolved: support was given', summary: 'They talked, and it stopped.', second: 'Ruth Adeyemi' });
  await at.isInOrder(DESKTOP);
});

test('B4, B7, B6: on a phone, an adult behind nudes makes the police the next thing to do; pictures are refused with the reason', async () => {
  const { page, at, doors } = await opened(people.dsl, { typeHint: 'nudes', danger: true, ...naming({ [people.pupil]: 'affected' }) }, { width: PHONE });
  await at.frame.getByText('somebody may be in danger now').waitFor();
  expect(await at.task('The first review says: police').count()).toBe(0);
  await at.unfold('Nudes and semi-nudes: the first review');
  const adult = at.step('Is an adult involved');
  await at.button('Yes', adult).click();
  await at.said('Recorded.');
  expect(await adult.textContent()).toContain('Priya Nair');

  const [police] = doors.file().tasks.filter(({ agency }) => agency === 'police');
  const task = at.task(police?.what ?? 'there is no such task');
  expect(await task.textContent()).toContain('an adult is involved');
  const form = await at.unfold('Record the decision', task);
  await at.button('Record the decision', form).click();
  expect(await at.problem()).toBe('Say whether you refer it or not');
  await form.getByLabel('Referred', { exact: true }).check();
  await form.getByLabel('Why').fill('An adult has the picture.');
  await form.getByLabel('Whom you spoke to').fill('PC Hale');
  await form.getByLabel('Their reference').fill('CAD 4471');
  await at.button('Record the decision', form).click();
  await at.said('Recorded: referred to: Police.');
  // People are not as quick as tests: Google allows so many reads a minute.
  doors.school.workspace.clock.pass(60_000);
  expect(doors.file().decisions).toMatchObject([
    { agency: 'police', referred: true, why: 'An adult has the picture.', spokeTo: 'PC Hale', theirReference: 'CAD 4471' },
  ]);
  expect(doors.file().tasks.map(({ id }) => id)).not.toContain(police?.id);

  const files = await at.unfold('Files');
  await files.getByLabel('Add a file').setInputFiles(file('seen.png', PNG, 'image/png'));
  await at.button('Add the file', files).click();
  expect(await at.problem()).toMatch(/^No picture or film can be added to this/);
  expect(doors.file().files).toEqual([]);

  await at.isInOrder(PHONE);
  doors.press('classifyCase', { types: ['nudes'], severity: 'high', was: { types: ['nudes'], severity: '' } }).finish();
  await page.reload();
  await closeByHand(at, 'Passed on: another agency leads');
  expect(doors.file()).toMatchObject({ state: 'closed', closed: { parents: expect.stringMatching(/^Told .* by Priya Nair$/) } });
});

test('B18, B6: the head decides about the ICO with a reason, adds a document to a lost laptop and fetches it again', async () => {
  const { page, at, doors } = await opened(people.head, { typeHint: 'device-lost', about: 'data', device: 'Laptop QH-L-22' });
  const ico = await at.unfold('Record the decision', at.task('Information Commissioner'));
  await ico.getByLabel('Decided not to refer').check();
  await ico.getByLabel('Why').fill('The disk is encrypted, and it was switched off.');
  await at.button('Record the decision', ico).click();
  await at.said('Recorded: not referred to: Information Commissioner (ICO).');

  const files = await at.unfold('Files');
  await files.getByLabel('Add a file').setInputFiles(file('Police report.pdf', PDF, 'application/pdf'));
  await at.button('Add the file', files).click();
  await at.said('“Police report.pdf” has been added.');
  await at.button('Fetch Police report.pdf', files).click();
  const download = page.waitForEvent('download');
  await files.getByRole('link', { name: 'Save Police report.pdf' }).click();
  expect((await download).suggestedFilename()).toBe('Police report.pdf');

  doors.press('classifyCase', { types: ['device-lost'], was: { types: ['device-lost'], severity: '' } }).finish();
  await page.reload();
  await closeByHand(at, 'Loss of data or a device: contained, nobody at risk', { parents: false });
  expect(doors.file().decisions).toContainEqual(
    expect.objectContaining({ agency: 'ico', referred: false, why: 'The disk is encrypted, and it was switched off.' }),
  );
  await at.isInOrder(DESKTOP);
});

test('B11, B10: a guide that has to be stopped says loudly what to do; a closed case takes an addendum and leads to the one it is linked with', async () => {
  const { school, page, at, doors } = await opened(people.dsl, { typeHint: 'safety-button', ...naming({ [people.youngPupil]: 'affected' }) });
  const other = raise(school, { typeHint: 'filter-let-through' });
  await at.unfold('Safety button');
  await at.button('Record the answer', at.step('Did the child mean to press it?')).click();
  expect(await at.problem()).toBe('Choose an answer');
  await at.step('Did the child mean to press it?').getByLabel('Yes, something upset them').check();
  await at.button('Record the answer', at.step('Did the child mean to press it?')).click();
  // Steps appear as answers are given.
  const judgement = at.step('one adult looks once');
  await judgement.getByLabel('It may be an image of a child').check();
  await at.button('Record the answer', judgement).click();
  expect(await at.problem()).toBe('Name the witness who was there');
  await judgement.getByLabel('Witness').fill('Lorna Beck');
  await at.button('Record the answer', judgement).click();
  await judgement.getByText('Stop. Nobody looks again.').waitFor();

  const linked = await at.unfold('Linked cases');
  await linked.getByLabel('Reference of the other case').fill(other.toLowerCase());
  await at.button('Link them', linked).click();
  await at.said('The cases are linked.');
  doors.press('classifyCase', { types: ['safety-button'], severity: 'high', was: { types: ['safety-button'], severity: '' } }).finish();
  await page.reload();
  await closeByHand(at, 'Passed on: another agency leads');
  await at.frame.getByLabel('Add an addendum').fill('The police have called back.');
  await at.button('Add the addendum').click();
  await at.said('The addendum has been added.');
  expect(doors.file().addenda).toMatchObject([{ text: 'The police have called back.', who: 'Priya Nair' }]);
  expect(await at.frame.getByLabel('Add a note').count()).toBe(0);
  await at.isInOrder(DESKTOP);
  await at.frame.getByRole('link', { name: other }).click();
  await at.frame.getByRole('heading', { name: `Case ${other}` }).waitFor();
});

test('B5, B8, B6: the head works an allegation against a member of staff, with the row of the grid that fits and the LADO', async () => {
  const { page, at, doors } = await opened(people.head, {
    typeHint: 'adult-contact',
    about: 'staff',
    ...naming({ [people.pupil]: 'affected', [people.secondTeacher]: 'alleged' }),
  });
  const grids = await at.unfold('Sanctions and actions');
  await at.button('Show the grids', grids).click();
  await grids.getByLabel('Grid', { exact: true }).selectOption('rk-staff');
  await grids.getByRole('radio').first().check();
  await grids.getByText('asks for:').waitFor();
  await at.button('Use this row', grids).click();
  await at.said(/^Chosen: /);
  expect(doors.file().gridRows).toHaveLength(1);
  expect(doors.file().tasks.filter(({ from }) => from === 'grid').length).toBeGreaterThan(0);

  // The rule and the grid both ask about the LADO: which of them a decision settles is said by the person.
  const lado = doors.file().tasks.filter(({ agency }) => agency === 'lado');
  const decisions = await at.unfold('Decisions and referrals');
  const form = await at.unfold('Record a decision', decisions);
  await form.getByLabel('Whom is it about?').selectOption('lado');
  for (const { what } of lado) await form.getByLabel(what).first().check();
  await form.getByLabel('Referred', { exact: true }).check();
  await form.getByLabel('Why').fill('She wrote to him at night.');
  await at.button('Record the decision', form).click();
  await at.said('Recorded: referred to: Local authority designated officer (LADO).');
  expect(doors.file().tasks.filter(({ agency }) => agency === 'lado')).toEqual([]);

  const share = await at.unfold('Record what was shared', await at.unfold('Information shared'));
  await share.getByLabel('No: we decided not to share it').check();
  await share.getByLabel('With whom').fill('Her agency');
  await share.getByLabel('What was not shared').fill('What is alleged');
  await share.getByLabel('Why').fill('The LADO asked us to wait.');
  await at.button('Record this', share).click();
  await at.said('Recorded: not shared with Her agency.');

  doors.press('classifyCase', { types: ['adult-contact'], severity: 'high', was: { types: ['adult-contact'], severity: '' } }).finish();
  await page.reload();
  await closeByHand(at, 'Allegation: substantiated');
  await at.isInOrder(DESKTOP);
  expect(await officeFrame(page).evaluate(() => document.querySelectorAll('.govuk-button').length)).toBeGreaterThan(0);
});
