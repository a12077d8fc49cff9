import { afterAll, expect, test } from '@jest/globals';
import { accessibilityProblems } from '../support/accessibility.ts';
import { formInUse } from '../support/agreement-forms.ts';
import { wordDocument } from '../support/docx.ts';
import { closeAll, focusComesTo, office, officeFrame, served, tabTo } from '../support/pages.ts';
import { aSchool } from '../support/school.ts';

afterAll(closeAll);

const POLICY = [
  'Online safety policy of the school',
  '',
  'This policy was approved in the summer.',
  '',
  '# Staff acceptable use agreement',
  '',
  'For everybody who works here.',
  '',
  '## Passwords',
  '1. I keep my password to myself and',
  '   change it when I am asked to.',
  '2. I lock my screen <img src=x onerror="document.title=1">.',
  '## School equipment',
  '3. I bring back what I was lent.',
  '4. I report what worries me.',
  '',
  'Full name: ........',
  'Signature: ........  Date: ........',
].join('\n');

test('A10: a pasted policy is shown beside what was recognised, corrected, and only then becomes the form', async () => {
  const { school, open } = await served(aSchool());
  const { networkManager } = school.people;
  const before = formInUse(school, 'staff').id;
  const page = await open(networkManager, '?page=publish');
  const look = office(page);
  await look.getByRole('button', { name: 'Read it', exact: true }).click();
  await look.getByRole('link', { name: 'Paste the text of your agreement first' }).click();
  await focusComesTo(page, { id: 'text' });
  await look.getByLabel('Text of your agreement').fill('Dear parents, the trip is on Friday.');
  await look.getByRole('button', { name: 'Read it', exact: true }).click();
  await look.getByRole('link', { name: /^No agreement was found/ }).waitFor();
  expect(await look.getByLabel('Text of your agreement').inputValue()).toBe('Dear parents, the trip is on Friday.');

  await look.getByLabel('Text of your agreement').fill(POLICY);
  await look.getByRole('button', { name: 'Read it', exact: true }).click();
  await look.getByRole('heading', { name: 'Look at what was recognised: Staff acceptable use agreement' }).waitFor();
  // Beside each other: the document's lines on the left, the statement on the right.
  const line = await look.getByText('I keep my password to myself and', { exact: false }).first().boundingBox();
  const statement = await look.getByText('1. I keep my password to myself and change it when I am asked to.').boundingBox();
  expect((line?.x ?? 0) + (line?.width ?? 0)).toBeLessThanOrEqual(statement?.x ?? 0);
  expect(await look.getByRole('listitem').filter({ hasText: 'change it when I am asked to.' }).getAttribute('value')).toBe('11');
  expect(await look.getByLabel('Heading of section 1').inputValue()).toBe('Passwords');
  expect(await accessibilityProblems(page)).toEqual([]);
  // Text, never markup.
  expect(await look.locator('img').count()).toBe(0);
  expect(await officeFrame(page).evaluate(() => document.title)).not.toBe('1');

  await look.getByLabel('Title').fill('Our staff agreement');
  await look.getByRole('button', { name: 'Change statement 4' }).click();
  await look.getByRole('button', { name: 'Join with 3' }).click();
  await look.getByText('3. I bring back what I was lent. I report what worries me.').waitFor();
  await look.getByRole('button', { name: 'Change statement 3' }).click();
  await look.getByRole('button', { name: 'Move up' }).click();
  await look.getByText('It is statement 3 now, in the section “Passwords”.').waitFor();
  await look.getByLabel('People are asked to').selectOption('acknowledge');
  expect(formInUse(school, 'staff').id).toBe(before);

  await look.getByLabel('The next version of “Staff agreement').check();
  await look.getByLabel('Material: everybody signs again').check();
  await look.getByRole('button', { name: 'Put it into use' }).click();
  await look.getByText('“Our staff agreement” is in use now.').waitFor();
  const form = formInUse(school, 'staff');
  expect(form.title).toContain('Our staff agreement');
  const shown = form.items.map(({ title, helpText }) => `${title}\n${helpText ?? ''}`).join('\n');
  expect(shown).toContain('I lock my screen <img src=x onerror="document.title=1">.');
  expect(shown).toContain('I bring back what I was lent. I report what worries me.');
});

test('A10: a Word document is read on the page, with the keyboard alone, on a phone', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.networkManager, '?page=publish', { width: 360, keyboardOnly: true });
  const look = office(page);
  const word = wordDocument([
    { heading: 'Volunteer agreement' },
    'For everybody who helps in school.',
    { bullet: 'I sign in at the office.' },
    { bullet: 'I take no pictures of children.' },
    { bullet: 'I tell the teacher about any worry & I keep it to myself otherwise.' },
    'Name: ________',
    'Signature: ________  Date: ________',
  ]);
  await look.getByRole('heading', { name: 'Ready to use' }).waitFor();
  await tabTo(page, 'I paste its text');
  await page.keyboard.press('ArrowDown');
  await look.getByLabel('File', { exact: true }).setInputFiles({ name: 'volunteers.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') });
  await tabTo(page, 'Read it');
  await page.keyboard.press('Enter');
  await look.getByRole('link', { name: /cannot be read here/ }).waitFor();
  await look
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'volunteers.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK broken') });
  await tabTo(page, 'Read it');
  await page.keyboard.press('Enter');
  await look.getByRole('link', { name: /cannot be read as a Word document/ }).waitFor();
  await look.getByLabel('File', { exact: true }).setInputFiles({ name: 'volunteers.docx', mimeType: 'application/octet-stream', buffer: word });
  await tabTo(page, 'Read it');
  await page.keyboard.press('Enter');
  await look.getByRole('heading', { name: 'Look at what was recognised: Volunteer agreement' }).waitFor();
  await focusComesTo(page, { name: 'Look at what was recognised: Volunteer agreement' });
  expect(await look.getByLabel('Who signs it').inputValue()).toBe('volunteer');
  await look.getByText('3. I tell the teacher about any worry & I keep it to myself otherwise.').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await officeFrame(page).evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await tabTo(page, 'Put it into use');
  await page.keyboard.press('Enter');
  await look.getByText('“Volunteer agreement” is in use now.').waitFor();
  expect(formInUse(school, 'volunteer').title).toContain('Volunteer agreement');
});

test('A10: a Google Doc that was shared with the role account is read by its address', async () => {
  const { school, open } = await served(aSchool());
  const draft = Object.values(school.workspace.data.files).find(({ name }) => name === 'Our staff agreement (draft)');
  const page = await open(school.people.networkManager, '?page=publish');
  await office(page).getByLabel('In Google Docs').check();
  await office(page).getByText(`Share the document with ${school.people.office} first`).waitFor();
  await office(page).getByLabel('Address of the document').fill(`https://docs.google.com/document/d/${draft?.id}/edit`);
  await office(page).getByRole('button', { name: 'Read it', exact: true }).click();
  await office(page).getByRole('heading', { name: 'Look at what was recognised: Our staff agreement' }).waitFor();
  expect(await office(page).getByLabel('Heading of section 1').inputValue()).toBe('Your account');
  expect(await accessibilityProblems(page)).toEqual([]);
});
