import { afterAll, expect, test } from '@jest/globals';
import { accessibilityProblems } from '../support/accessibility.ts';
import { flagged, withFlags } from '../support/flags.ts';
import { closeAll, focusComesTo, office, officeFrame, served, tabTo } from '../support/pages.ts';
import { aSchool } from '../support/school.ts';

afterAll(closeAll);

const PHONE = 390;
const { people } = aSchool();
const HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=2</script> https://example.org/ you are nothing';

test('C3: on a phone a flag is opened, its words are words, one press settles it, and it can be undone', async () => {
  const { school, open } = await served(aSchool());
  withFlags(school, [
    flagged('M-CASE22', { reference: 'C-CASE22', severity: 3, category: 'threat', route: 'person' }),
    flagged('M-LOWL22', { evidence: { text: HOSTILE, subject: HOSTILE, attachments: [{ name: 'us.png', mimeType: 'image/png', bytes: 5_000 }] } }),
  ]);
  const page = await open(people.dsl, '?page=flags', { width: PHONE });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const frame = office(page);
  await frame.getByText('2 messages wait.').waitFor();
  const [threat, bullying] = [/^Threat/, /^Bullying/].map((hasText) =>
    frame.getByRole('listitem').filter({ has: frame.getByRole('button', { name: hasText }) }),
  );
  if (!threat || !bullying) throw new Error('there are no lines');
  expect(await threat.textContent()).toMatch(/high[\s\S]*Sent on by a person[\s\S]*C-CASE22/i);

  await bullying.getByRole('button', { name: /^Bullying/ }).click();
  await bullying.getByText('nobody likes you on spotted').waitFor();
  expect(await bullying.textContent()).toContain(HOSTILE);
  expect(await bullying.textContent()).toContain('us.png (image/png, 5 KB)');
  expect(await bullying.locator('img, script, iframe, a[href*="example.org"]').count()).toBe(0);
  expect(requests.filter((url) => url.includes('example.org') || url.endsWith('/x'))).toEqual([]);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await officeFrame(page).evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE);

  await threat.getByRole('button', { name: 'Not a concern' }).click();
  await frame.getByText('One message waits.').waitFor();
  expect(await threat.textContent()).toContain('Not a concern: Priya Nair');
  expect(await threat.getByRole('link', { name: 'Close C-CASE22 with its reasons' }).getAttribute('href')).toContain('page=case&reference=C-CASE22');
  expect(school.sheet('records', 'Cases').find(([reference]) => reference === 'C-CASE22')).toContain('new');
  await frame.getByText('How often each was right').click();
  await frame.getByRole('cell', { name: '0 of 1: too few to judge' }).first().waitFor();
  await threat.getByRole('button', { name: /^Undo/ }).click();
  await frame.getByText('2 messages wait.').waitFor();
  await threat.getByRole('button', { name: 'Real but known' }).waitFor();
  await frame.getByText('nothing settled yet').waitFor();
});

test('C1: by keyboard alone: open, read, settle; the focus goes to what took the place of the button', async () => {
  const { school, open } = await served(aSchool());
  withFlags(school, [flagged('M-KEYB22'), flagged('M-NEXT22', { category: 'hate' })]);
  const page = await open(people.deputy, '?page=flags', { width: PHONE });
  const frame = office(page);
  await frame.getByText('2 messages wait.').waitFor();
  await tabTo(page, /^Bullying/);
  await page.keyboard.press('Enter');
  await frame.getByText('What M-KEYB22 said.').waitFor();
  await tabTo(page, 'Not a concern');
  await page.keyboard.press('Space');
  await frame.getByText('One message waits.').waitFor();
  await focusComesTo(page, { name: expect.stringContaining('Undo') });
  await tabTo(page, /^Hate/);
});

test('C1: somebody who was quicker is said, and what stands there now is shown', async () => {
  const { school, open } = await served(aSchool());
  withFlags(school, [flagged('M-RACE22')]);
  const page = await open(people.dsl, '?page=flags', { width: PHONE });
  const frame = office(page);
  await frame.getByText('One message waits.').waitFor();
  school.as(people.deputy).get('disposeFlag', { key: 'press-of-the-other', flag: 'M-RACE22', disposition: 'real', was: '' });
  await frame.getByRole('button', { name: 'Test' }).click();
  await frame.getByRole('alert').getByText('Somebody else was quicker').waitFor();
  await frame.getByText(/^Real: /).waitFor();
});

test('C1: on a phone the DSL reads the weekly mail, which names nobody, and its link leads to what waits', async () => {
  const { school, open } = await served(aSchool());
  withFlags(school, [flagged('M-WEEK22'), flagged('M-WEEK23', { category: 'hate' })]);
  // As if the mail of this Monday had not gone yet: it has, when nothing had been flagged.
  delete school.workspace.data.scripts[school.handrail.officeId]?.properties.script['flags-counted-to'];
  school.beat();
  const page = await open(people.dsl, '/mail', { width: PHONE });
  await page.getByRole('link', { name: /flagged messages of the week/ }).click();
  const mail = page.getByRole('main');
  await mail.getByText('low, in the list alone: 2').waitFor();
  expect(await mail.textContent()).not.toMatch(/M-WEEK22|nobody likes you|one@|two@/);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE);
  await mail.getByRole('link', { name: /page=flags/ }).click();
  await office(page).getByText('2 messages wait.').waitFor();
});

test('C1: five hundred flags: fifty stand on a page, a filter finds, and a rule that is mostly wrong is proposed with examples', async () => {
  const { school, open } = await served(aSchool());
  const many = Array.from({ length: 500 }, (_, index) => flagged(`M-MANY${index}`, index % 100 === 7 ? { category: 'scam', severity: 2 } : {}));
  withFlags(school, many);
  for (let index = 10; index < 16; index += 1) {
    school.workspace.clock.pass(10_000);
    school.as(people.deputy).get('disposeFlag', { key: `press-number-${index}`, flag: `M-MANY${index}`, disposition: 'not a concern', was: '' });
  }
  const page = await open(people.dsl, '?page=flags', { width: 1000 });
  const frame = office(page);
  await frame.getByText('494 messages wait. Messages 1 to 50 of 500.').waitFor();
  await frame.getByRole('heading', { name: 'Proposed for change' }).waitFor();
  await frame.getByText('0 of 6 real.').waitFor();
  await frame.getByRole('button', { name: 'Example of' }).first().click();
  await frame.getByText(/What M-MANY1\d said\./).waitFor();
  await frame.getByText('How often each was right').click();
  await frame.getByRole('cell', { name: '0 of 6 (0 %)' }).first().waitFor();
  await frame.getByText('Filter', { exact: true }).click();
  await frame.getByLabel('What it is about').selectOption('scam');
  await frame.getByRole('button', { name: 'Show', exact: true }).click();
  await frame.getByRole('list', { name: 'Flagged messages' }).getByRole('heading', { name: /Scam/ }).nth(4).waitFor();
  expect(await frame.getByRole('list', { name: 'Flagged messages' }).getByRole('heading', { level: 2 }).count()).toBe(5);
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('B21: on a phone one asks for what is settled to be erased, another looks at it and approves it, and it is gone', async () => {
  const { school, open } = await served(aSchool());
  withFlags(school, [flagged('M-GOES22')]);
  school.as(people.dsl).get('disposeFlag', { key: 'press-that-settles', flag: 'M-GOES22', disposition: 'test', was: '' });
  const mine = await open(people.dsl, '?page=flags', { width: PHONE });
  const frame = office(mine);
  await frame.getByText('Ask for it to be erased: Bullying').click();
  await frame.getByRole('textbox', { name: 'Why' }).fill('Its time is over');
  expect(await accessibilityProblems(mine)).toEqual([]);
  await frame.getByRole('button', { name: 'Ask for it to be erased' }).click();
  await frame.getByText('Somebody else has been asked to approve that one message is erased.').waitFor();
  await frame.getByText('You asked for it yourself').waitFor();
  expect(await frame.getByRole('button', { name: /^Undo/ }).count()).toBe(0);

  const theirs = await open(people.deputy, '?page=flags', { width: PHONE });
  const other = office(theirs);
  await other.getByRole('link', { name: /you decide/ }).click();
  await other.getByText(/^Look at what goes/).click();
  await other.getByRole('button', { name: /^Bullying, .*: test$/ }).click();
  await other.getByText('What M-GOES22 said.').waitFor();
  await other.getByText(/^Approve it/).click();
  expect(await accessibilityProblems(theirs)).toEqual([]);
  expect(await officeFrame(theirs).evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE);
  await other.getByRole('button', { name: 'Erase it for good' }).click();
  await other.getByText(/^It will be done within the hour/).waitFor();
  await other.getByText('Two people have decided to erase it: it is being erased.').waitFor();
});
