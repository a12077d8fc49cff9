import { afterAll, expect, test } from '@jest/globals';
import { accessibilityProblems } from '../support/accessibility.ts';
import { aPress } from '../support/agreement-forms.ts';
import { closeAll, focusComesTo, office, officeFrame, served, tabTo } from '../support/pages.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

afterAll(closeAll);

function withPolicies(): SchoolUnderTest {
  const school = aSchool();
  const { officeManager, computingLead } = school.people;
  const policy = {
    ...{ id: '', was: 0, title: 'Online safety', version: '3', approvedOn: '01/09/2025', approvedBy: 'Full governing body', owner: computingLead },
    ...{ everyMonths: 12, reviewOn: '', notes: 'With the acceptable use agreements as appendices.' },
    address: 'https://quillhaven.example/information-for-parents/policies/online-safety-policy-2025-26-approved.pdf',
  };
  const others = [
    { title: 'Behaviour', approvedOn: '10/10/2024', everyMonths: 24 },
    { title: 'Safeguarding and child protection', approvedOn: '', owner: '', address: '' },
    { title: 'Data protection', approvedOn: '01/06/2026', everyMonths: 0, reviewOn: '01/06/2029' },
  ];
  for (const change of [{}, ...others]) school.as(officeManager).get('savePolicy', { key: aPress(), ...policy, ...change });
  return school;
}

test('A14: with the keyboard alone a usual policy is put on the list with its owner, a slip is mended, and it is approved again', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.officeManager, '?page=policies', { keyboardOnly: true });
  const { keyboard } = page;
  await office(page).getByText('No policy is on the list yet.').waitFor();
  // The link back to the first page has the same name.
  for (let times = 0; times < 2; times += 1) await tabTo(page, 'Online safety');
  await keyboard.press('Enter');
  await focusComesTo(page, { name: 'Add a policy' });

  await tabTo(page, 'Last approved on');
  await keyboard.type('31/02/2026');
  await tabTo(page, 'Owner');
  await keyboard.type('imo');
  await office(page).getByRole('button', { name: 'Imogen Tan' }).waitFor();
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await office(page).getByText('Imogen Tan (imogen.tan@quillhaven.example)').waitFor();
  await tabTo(page, 'Put on the list');
  await keyboard.press('Enter');

  // The way to the slip: the summary has the focus, its line leads to the input.
  await office(page).getByRole('heading', { name: 'There is a problem' }).waitFor();
  await tabTo(page, /^Enter the day on which it was approved/);
  await keyboard.press('Enter');
  await focusComesTo(page, { name: 'Last approved on' });
  await keyboard.press('Control+A');
  await keyboard.type('01/09/2025');
  await tabTo(page, 'Put on the list');
  await keyboard.press('Enter');
  await office(page).getByText('Online safety is on the list.').waitFor();
  await focusComesTo(page, { name: 'Online safety is on the list.' });
  await office(page).getByText('late for review', { exact: true }).waitFor();

  await tabTo(page, 'Reviewed and approved: Online safety');
  await keyboard.press('Enter');
  await tabTo(page, 'Approved by');
  await keyboard.type('Full governing body');
  await tabTo(page, 'Reviewed and approved: Online safety');
  await keyboard.press('Enter');
  await office(page).getByText('The next review is on 07/09/2027.').waitFor();
  await office(page).getByText('Approved on 07/09/2026 by Full governing body. Owner: Imogen Tan.').waitFor();
});

test.each([
  [360, 'a small phone'],
  [1280, 'a wide screen'],
])('A14: at %i pixels, %s, nothing is pushed sideways and axe finds nothing, with every form open', async (width) => {
  const { school, open } = await served(withPolicies());
  const page = await open(school.people.officeManager, '?page=policies', { width });
  await office(page).getByRole('heading', { name: 'Online safety' }).waitFor();
  await office(page).getByRole('button', { name: 'Enter another policy' }).click();
  await officeFrame(page).evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  const [wide, room] = await officeFrame(page).evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(wide).toBeLessThanOrEqual(room ?? 0);
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('A14: an owner sees their policies and nothing to press', async () => {
  const { school, open } = await served(withPolicies());
  const page = await open(school.people.computingLead, '?page=home', { width: 360 });
  await office(page).getByRole('link', { name: 'Policies and their reviews' }).click();
  await office(page).getByRole('heading', { name: 'Online safety late for review' }).waitFor();
  expect(await office(page).getByRole('heading', { level: 2 }).allTextContents()).toEqual([
    'Online safety late for review',
    'Behaviour review soon',
    'Data protection in date',
  ]);
  expect(await office(page).getByRole('button').count()).toBe(0);
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('A14: what is taken out of use stands at the end and can be used again', async () => {
  const { school, open } = await served(withPolicies());
  const page = await open(school.people.clerk, '?page=policies');
  await office(page).getByText('Change: Behaviour').click();
  await office(page)
    .getByRole('button', { name: /Take out of use.*Behaviour/ })
    .click();
  await office(page).getByText('Behaviour is not in use any more.').waitFor();
  await office(page).getByText('Not in use any more (1)').click();
  await office(page)
    .getByRole('button', { name: /Use it again.*Behaviour/ })
    .click();
  await office(page).getByText('Behaviour is in use again.').waitFor();
  await office(page).getByRole('heading', { name: 'Behaviour review soon' }).waitFor();
});
