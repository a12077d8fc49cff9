import { afterAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { roll } from '../../local/school/quillhaven.ts';
import type { ClassView } from '../../src/agreements/classes/see-class.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { closeAll, focusComesTo, office, officeFrame, served, tabTo } from '../support/pages.ts';
import { pdfText } from '../support/pdf.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

afterAll(closeAll);

const PHONE = 360;
const NARROW = 320;
const DESK = 1100;
const CLASS = '3A';

/** A school in which 3A's rules are in use and its pupils have been asked for their own agreement too. */
function withRules(): SchoolUnderTest {
  const school = aSchool();
  const { teacher, networkManager } = school.people;
  school.as(networkManager).get('publishBuiltIn', { key: 'press-0001-ks2', audience: 'ks2' });
  school.as(networkManager).get('startRound', { key: 'press-0001-of-round', why: 'first', agreements: ['ks2'], due: '2026-09-21' });
  school.as(teacher).get('publishClassAgreement', { className: CLASS, ownRules: ['We ask before we film a friend.'], version: 0, change: '' });
  school.pass(10);
  return school;
}

function opened(school: SchoolUnderTest, className = CLASS): ClassView {
  return school.as(school.people.head).get<ClassView>('openClass', { className });
}

function sign(school: SchoolUnderTest, { className, version, pupils }: ClassView, count: number): void {
  const signers = pupils.slice(0, count).map(({ person }) => person);
  school.as(school.people.head).get('witnessSignatures', { key: 'press-0001-of-tick', className, version, pupils: signers });
}

/** Nothing wrong by WCAG, on a phone and a desk; nothing runs off 320 pixels. */
async function expectGood(page: Page): Promise<void> {
  for (const width of [PHONE, DESK]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await accessibilityProblems(page)).toEqual([]);
  }
  await page.setViewportSize({ width: NARROW, height: 600 });
  expect(await officeFrame(page).evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW);
  await page.setViewportSize({ width: PHONE, height: 800 });
}

test('A7: with the keyboard alone, on a phone, a teacher adds a rule with the class, puts the rules into use, ticks who signed and takes a wrong tick back', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.teacher, `?page=class&class=${CLASS}`, { width: PHONE, keyboardOnly: true });
  const press = async (name: string | RegExp, key = 'Enter') => {
    await tabTo(page, name);
    await page.keyboard.press(key);
  };
  await office(page).getByRole('heading', { name: 'The rules' }).waitFor();
  await expectGood(page);

  await press('Add a rule');
  // A rule that was added is written next; Enter begins another one and sends nothing.
  await focusComesTo(page, { id: 'ownRules.0' });
  await page.keyboard.type('We acknowledge our collective responsibility regarding inappropriate communication.');
  await office(page).getByText('Hard to read for nine-year-olds').waitFor();
  await page.keyboard.press('Enter');
  await focusComesTo(page, { id: 'ownRules.1' });
  await press('Put these rules into use');
  await office(page).locator('.govuk-error-summary:focus').waitFor();
  await expectGood(page);
  await press('Write the rule, or take it away');
  await focusComesTo(page, { id: 'ownRules.1' });
  await press('Take away our own rule 2');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('We ask before we film a friend.');
  await press('Put these rules into use');
  await office(page).getByText('These rules are in use now.').waitFor();
  await focusComesTo(page, { name: 'These rules are in use now.' });
  expect(opened(school)).toMatchObject({ version: 1, rules: { own: ['We ask before we film a friend.'] } });

  await press('Felix Ali', 'Space');
  await press('Leo Balogun', 'Space');
  await press('Record 2 signatures');
  await office(page).getByText('2 signatures have been recorded, with you as the witness.').waitFor();
  await office(page).getByText('2 of 30 have signed').waitFor();
  await press('Undo the tick for Leo Balogun');
  await office(page).getByLabel('Why is the tick for Leo Balogun wrong?').waitFor();
  await focusComesTo(page, { id: 'undo-reason' });
  await press('Take the tick back');
  await office(page).getByRole('link', { name: 'Write why the tick is wrong' }).waitFor();
  await press('Write why the tick is wrong');
  await page.keyboard.type('He was away');
  await press('Take the tick back');
  await office(page).getByText('The tick for Leo Balogun has been taken back.').waitFor();
  expect(opened(school).pupils.flatMap(({ name, standings: [standing] }) => (standing?.isSigned ? [name] : []))).toEqual(['Felix Ali']);
});

test('A6, A7: the page of a class shows what each pupil has still to sign, and changes its rules; with no fault on any width', async () => {
  const school = withRules();
  sign(school, opened(school), 3);
  const { open } = await served(school);
  const page = await open(school.people.teacher, `?page=class&class=${CLASS}`, { width: PHONE });
  await office(page).getByText('3 of 30 have signed').waitFor();
  expect(await office(page).getByText('Still to sign: How I stay safe and kind online').count()).toBe(30);
  expect(await office(page).getByRole('link', { name: 'How I stay safe and kind online' }).getAttribute('href')).toMatch(/docs\.google\.com\/forms/);
  await office(page).getByText('How pupils get there').click();
  await office(page).getByRole('button', { name: 'Change the rules' }).click();
  await office(page).getByRole('button', { name: 'Undo the tick for Felix Ali' }).click();
  await expectGood(page);

  await office(page).getByLabel('Our own rule 1').fill('We ask before we film anybody.');
  await office(page).getByRole('button', { name: 'Put these rules into use' }).click();
  await office(page).getByRole('link', { name: 'Say whether the class must agree again' }).click();
  await focusComesTo(page, { id: 'change' });
  await office(page).getByLabel('The class must agree again').check();
  await office(page).getByRole('button', { name: 'Put these rules into use' }).click();
  await office(page).getByText('These rules are in use now.').waitFor();
  await office(page).getByText('Our class rules for going online: 3A: 0 of 30 have signed').waitFor();
});

test('A7: before the rules go to parents the page says how many mails there will be', async () => {
  const school = withRules();
  const { waiting } = opened(school).parents;
  const { open } = await served(school);
  const page = await open(school.people.teacher, `?page=class&class=${CLASS}`, { width: PHONE });
  await office(page).getByText(`${waiting} parents get one mail each`).waitFor();
  await office(page)
    .getByRole('button', { name: `Send ${waiting} mails` })
    .click();
  await office(page).getByText(`The rules are on their way to ${waiting} parents.`).waitFor();
  await office(page).getByText(`${waiting} parents have been sent these rules.`).waitFor();
  expect(await office(page).getByRole('button', { name: /^Send/ }).count()).toBe(0);
});

describe('A7: the sheet for the wall', () => {
  const LONG_NAME = ['Maximiliana-Oluwaseun', 'Featherstonehaugh-Cholmondeley'] as const;
  const LONG_RULES = Array.from({ length: 5 }, (_, place) => `Rule ${place + 1}: ${'we look after each other '.repeat(6)}`.slice(0, 119));

  /** A school with one more class, of so many pupils. */
  function withClass(size: number, nameOf: (place: number) => readonly [string, string]): SchoolUnderTest {
    const school = aSchool();
    const lines = Array.from({ length: size }, (_, place) => [`p${place}@quillhaven.example`, ...nameOf(place), 'pupil', '3/4 Elm', '', ''].join(','));
    school.as(school.people.office).get('importRoll', { csv: `${roll(school.workspace)}${lines.join('\r\n')}\r\n` });
    return school;
  }

  /** Presses the button, and prints the window that opens as a person does. */
  async function printed(page: Page) {
    const [sheet] = await Promise.all([page.waitForEvent('popup'), office(page).getByRole('button', { name: 'Print the sheet for the wall' }).click()]);
    await sheet.locator('.handrail-sheet').waitFor();
    const { pages } = await pdfText(await sheet.pdf({ preferCSSPageSize: true }));
    const points = await sheet.locator('.handrail-sheet').evaluate((element) => (Number.parseFloat(getComputedStyle(element).fontSize) * 72) / 96);
    const isCut = await sheet
      .locator('.handrail-sheet')
      .evaluate((element) => element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth);
    return { pages, points, isCut, problems: await accessibilityProblems(sheet) };
  }

  /** Names and rules are broken into lines wherever it suits. */
  const packed = (text: string) => text.replace(/\s+/g, '');

  test.each([
    // Readable from two metres: letters of about 5 millimetres, where the class is as classes are.
    { what: '1 pupil', size: 1, own: [], signed: 0, least: 24, nameOf: () => ['Ida', 'Moss'] as const },
    {
      what: '30 pupils, half of whom have signed',
      size: 30,
      own: ['We share.'],
      signed: 15,
      least: 18,
      nameOf: (place: number) => ['Ida', `Moss-${place}`] as const,
    },
    { what: '36 pupils', size: 36, own: [], signed: 36, least: 16, nameOf: (place: number) => ['Christopher', `Featherstone-${place}`] as const },
    {
      what: '36 pupils with long names and 13 long rules',
      size: 36,
      own: LONG_RULES,
      signed: 18,
      least: 11,
      nameOf: (place: number) => [`${LONG_NAME[0]}-${place}`, LONG_NAME[1]] as const,
    },
  ])('is one A4 page for $what, with every rule and every name', async ({ size, own, signed, least, nameOf }) => {
    const school = withClass(size, nameOf);
    school.as(school.people.head).get('publishClassAgreement', { className: '3/4 Elm', ownRules: own, version: 0, change: '' });
    if (signed > 0) sign(school, opened(school, '3/4 Elm'), signed);
    const view = opened(school, '3/4 Elm');
    expect(view.pupils).toHaveLength(size);
    const { open } = await served(school);
    const page = await open(school.people.head, `?page=class&class=${encodeURIComponent('3/4 Elm')}`, { width: DESK });
    const { pages, points, isCut, problems } = await printed(page);

    expect(pages).toHaveLength(1);
    const [text = ''] = pages.map(packed);
    for (const words of [view.title, '3/4 Elm', 'Quillhaven Primary', '2026-27', ...view.rules.schools, ...own]) expect(text).toContain(packed(words));
    for (const { name } of view.pupils) expect(text).toContain(packed(name));
    expect(text.split('07/09/2026').length - 1).toBe(signed + 1);
    expect({ isCut, problems }).toEqual({ isCut: false, problems: [] });
    expect(points).toBeGreaterThanOrEqual(least);
  });

  test('when the browser lets no window open, the page says what to do', async () => {
    const { school, open } = await served(withRules());
    const page = await open(school.people.teacher, `?page=class&class=${CLASS}`, { width: PHONE });
    await office(page).getByRole('button', { name: 'Print the sheet for the wall' }).waitFor();
    await officeFrame(page).evaluate(() => Object.assign(window, { open: () => null }));
    await office(page).getByRole('button', { name: 'Print the sheet for the wall' }).click();
    await office(page).getByText('Allow pop-up windows for this page').waitFor();
    await expectGood(page);
  });
});
