import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityProblems } from '../support/accessibility.ts';
import { codeOf, familySigns, publishText, putIntoUse, signs } from '../support/agreement-forms.ts';
import { closeAll, focusComesTo, office, officeFrame, served, tabTo } from '../support/pages.ts';
import { pdfText } from '../support/pdf.ts';
import { aSchool } from '../support/school.ts';

afterAll(closeAll);

/** Long, foreign, and what elsewhere would be markup or a formula. */
const HOSTILE = [
  '<script>document.title = "taken"</script>',
  '=HYPERLINK("https://example.org")',
  `${'word '.repeat(999)}end.`,
  'قاعدة بالعربية للجميع',
  'x'.repeat(400),
];

const copies = { staff: '', family: '' };
const school = aSchool();
const { teacher, secondTeacher, parent, officeManager } = school.people;

beforeAll(() => {
  const text = { title: 'Staff agreement', audience: 'staff', introduction: 'For staff.' } as const;
  const sections = [
    { heading: 'What I do', asks: 'agree' as const, clauses: HOSTILE },
    { heading: 'What I have read', asks: 'acknowledge' as const, clauses: ['Use is monitored.'] },
  ];
  publishText(school, 'staff', { ...text, alsoFor: [], permissions: [], signatureFields: [], sections });
  putIntoUse(school, 'parent');
  copies.staff = signs(school, 'staff', teacher, '<b>Sam</b> Okafor');
  copies.family = familySigns(school, {
    code: codeOf(school, parent),
    children: [{ name: 'Amira Khan', allowed: ['images-website'] }, { name: 'Yusuf Khan' }],
  });
  school.pass(5);
});

function addressOf(signature: string): string {
  return `?page=copy&signature=${encodeURIComponent(signature)}`;
}

/** What somebody gets who saves the file that a link offers. */
async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const { pages } = await pdfText(readFileSync(await download.path()));
  return { name: download.suggestedFilename(), text: pages.join('\n').replace(/\s+/g, ' ') };
}

test('A11: a teacher reads their copy on a phone with the keyboard alone, and saves it as a PDF with every word in it', async () => {
  const { open } = await served(school);
  const page = await open(teacher, addressOf(copies.staff), { width: 360, keyboardOnly: true });
  await office(page).getByRole('heading', { name: 'Signed, awaiting approval', level: 1 }).waitFor();
  const shown = await office(page).getByRole('main').textContent();
  for (const part of [...HOSTILE, 'What I have read (read and acknowledged)', '<b>Sam</b> Okafor', copies.staff]) expect(shown).toContain(part);
  expect(await page.title()).toBe('Signed agreement');
  const wide = await officeFrame(page).evaluate(
    () => [...document.querySelectorAll('main *')].filter((each) => each.getBoundingClientRect().right > window.innerWidth + 1).length,
  );
  expect(wide).toBe(0);

  await tabTo(page, 'Make a PDF to save');
  await page.keyboard.press('Enter');
  await office(page)
    .getByRole('link', { name: /^Save / })
    .waitFor();
  await focusComesTo(page, { name: 'Save Staff agreement - -b-Sam-b- Okafor.pdf', visible: true });
  expect(await office(page).getByRole('status').allInnerTexts()).toContain('The PDF is ready.');
  const file = await saved(page, () => page.keyboard.press('Enter'));
  expect(file.name).toBe('Staff agreement - -b-Sam-b- Okafor.pdf');
  for (const part of ['1. <script>document.title = "taken"</script>', 'word end.', '6. Use is monitored.', copies.staff]) expect(file.text).toContain(part);
});

test('A8, A11: the office sees each child’s yes and no, and saves the parent’s copy', async () => {
  const { open } = await served(school);
  const page = await open(officeManager, addressOf(copies.family));
  await office(page).getByRole('heading', { name: 'Child: Amira Khan' }).waitFor();
  for (const [child, answer] of [
    ['Amira Khan', 'Yes'],
    ['Yusuf Khan', 'No'],
  ] as const) {
    const answers = office(page).getByRole('table', { name: `Answers about ${child}` });
    expect(
      await answers
        .getByRole('row', { name: /appear on the school’s website/ })
        .getByRole('cell')
        .allTextContents(),
    ).toEqual([answer]);
  }
  await office(page).getByRole('button', { name: 'Make a PDF to save' }).click();
  const link = office(page).getByRole('link', { name: /^Save / });
  const file = await saved(page, () => link.click());
  expect(file.text).toContain('Child: Yusuf Khan');
  expect(await accessibilityProblems(page)).toEqual([]);
});

test.each([1280, 360])('A11: a copy is free of accessibility problems, %i pixels wide', async (width) => {
  const { open } = await served(school);
  const page = await open(teacher, addressOf(copies.staff), { width });
  await office(page).getByRole('button', { name: 'Make a PDF to save' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('A11: on paper there are no buttons, and the whole text', async () => {
  const { open } = await served(school);
  const page = await open(teacher, addressOf(copies.staff));
  await office(page).getByRole('button', { name: 'Print' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await office(page).getByRole('button').count()).toBe(0);
  expect(await office(page).getByText('Use is monitored.').isVisible()).toBe(true);
});

test('A11: whoever may not read a copy is told the same as where there is none', async () => {
  const { open } = await served(school);
  const words: (string | null)[] = [];
  for (const signature of [copies.staff, copies.family, 'no-such-signature']) {
    const page = await open(secondTeacher, addressOf(signature));
    words.push(await office(page).getByRole('alert').textContent());
  }
  expect(new Set(words).size).toBe(1);
});

test('A11: when no PDF can be made today the page says what to do instead', async () => {
  const tired = school.clone();
  const { quotas } = tired.workspace;
  quotas.use(school.people.office, 'files converted', quotas.remaining(school.people.office, 'files converted'));
  const { open } = await served(tired);
  const page = await open(teacher, addressOf(copies.staff));
  await office(page).getByRole('button', { name: 'Make a PDF to save' }).click();
  await office(page).getByText('Print this page instead').waitFor();
});
