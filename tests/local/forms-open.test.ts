import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { people, quillhaven } from '../../local/school/quillhaven.ts';
import { localLink } from '../../local/site/links.ts';
import { type Site, startSite } from '../../local/site/site.ts';
import type { FormData } from '../../local/workspace/data.ts';
import { fieldOf } from '../../local/workspace/forms/fields.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { aPage, closeBrowser } from '../support/browser.ts';
import { walkThrough } from '../support/form-walk.ts';
import { aSchool } from '../support/school.ts';
import { anEmptyWorkspace, MONDAY, OFFICE, runScript, TEACHER } from '../support/script.ts';
import { aSite } from '../support/site.ts';

/** A parents' form as an agreement needs one: two children at most, permissions as yes and no, a way to say no. */
const FAMILY = `
  const form = FormApp.create('Parents and carers', true).setTitle('Parents and carers').setCollectEmail(false).setShowLinkToRespondAgain(false);
  form.addTextItem().setTitle('Your address').setValidation(FormApp.createTextValidation().requireTextIsEmail().build());
  const agree = form.addMultipleChoiceItem().setTitle('Do you agree?').setRequired(true);
  const first = form.addPageBreakItem().setTitle('First child');
  form.addTextItem().setTitle('Name').setRequired(true);
  form.addListItem().setTitle('Class').setChoiceValues(['1A', '3A']).setRequired(true);
  form.addGridItem().setTitle('May your child be seen').setRows(['In a display', 'On the website']).setColumns(['Yes', 'No']).setRequired(true);
  const more = form.addMultipleChoiceItem().setTitle('Another child?').setRequired(true);
  const second = form.addPageBreakItem().setTitle('Second child');
  form.addTextItem().setTitle('Name').setRequired(true);
  const sign = form.addPageBreakItem().setTitle('Signature');
  form.addCheckboxItem().setTitle('Promises').setChoiceValues(['Kind', 'Safe', 'Tell']).setRequired(true)
    .setValidation(FormApp.createCheckboxValidation().requireSelectExactly(3).build());
  form.addParagraphTextItem().setTitle('Anything else');
  const no = form.addPageBreakItem().setTitle('Not agreed').setGoToPage(FormApp.PageNavigationType.SUBMIT);
  form.addParagraphTextItem().setTitle('Why');
  more.setChoices([more.createChoice('Yes', second), more.createChoice('No', sign)]);
  agree.setChoices([agree.createChoice('I agree', first), agree.createChoice('I do not agree', no)]);
  form.addPageBreakItem().setTitle('Never reached').setGoToPage(FormApp.PageNavigationType.SUBMIT);`;
const OPEN = `Drive.Permissions.create({ type: 'anyone', role: 'reader', view: 'published' }, form.getId());`;

/** The parents' form in a Workspace, open to anybody who has its address. */
function familyForm(workspace: Workspace): FormData {
  const { value, error } = runScript(`function main() { ${FAMILY} ${OPEN} return form.getId() }`, { workspace });
  const form = workspace.forms.find(String(value));
  if (!form) throw new Error(error?.message);
  return form;
}

// docs/workspace/forms/api/guides/publish-form.md, "Check if the form accepts responses from 'Anyone with link'"
test('a form is opened to anyone and read back so; the form’s own file is not', () => {
  const workspace = anEmptyWorkspace();
  const { value } = runScript(
    `function main() {
      ${FAMILY}
      const before = Drive.Permissions.list(form.getId(), { includePermissionsForView: 'published' }).permissions.length;
      ${OPEN}
      const seen = (options) => Drive.Permissions.list(form.getId(), options).permissions.map(({ type, role, view, id }) => [type, role, view, id]);
      return { before, plain: seen({ fields: 'permissions(id,type,role,view)' }), published: seen({ includePermissionsForView: 'published', fields: 'permissions(id,type,role,view)' }), id: form.getId() };
    }`,
    { workspace },
  );
  const { before, plain, published, id } = value as { before: number; plain: unknown[]; published: unknown[]; id: string };
  expect({ before, plain: plain.length, opened: published.filter((each) => !plain.some((other) => JSON.stringify(other) === JSON.stringify(each))) }).toEqual({
    before: 1,
    plain: 1,
    opened: [['anyone', 'reader', 'published', 'anyoneWithLink']],
  });
  expect(workspace.drive.mayRead('', id)).toBe(false);
  expect(workspace.forms.refusalFor(workspace.data.forms[id] as FormData, '')).toBeNull();
});

// docs/workspace/drive/api/guides/handle-errors.md, "The ACL change isn't allowed for this user"; docs/apps-script/reference/drive/access.md
test('a domain that forbids sharing by link refuses it, by every way, and takes nothing away', () => {
  const workspace = anEmptyWorkspace();
  workspace.data.linkSharingOff = true;
  const { value } = runScript(
    `function main() {
      ${FAMILY}
      const refusal = (work) => { try { work(); return 'done' } catch (error) { return [error.name, error.message, error.details && error.details.code, error.details && error.details.errors[0].reason] } };
      const file = DriveApp.createFile('a.txt', 'x').setSharing(DriveApp.Access.DOMAIN, DriveApp.Permission.VIEW);
      return {
        form: refusal(() => { ${OPEN} }),
        file: refusal(() => file.setSharing(DriveApp.Access.ANYONE_WITH_LINK, DriveApp.Permission.VIEW)),
        still: file.getSharingAccess().toString(),
        domain: refusal(() => Drive.Permissions.create({ type: 'domain', domain: 'quillhaven.example', role: 'reader', view: 'published' }, form.getId())),
      };
    }`,
    { workspace },
  );
  expect(value).toEqual({
    form: [
      'GoogleJsonResponseException',
      'API call to drive.permissions.create failed with error: Bad Request. User message: "ACL change not allowed."',
      400,
      'invalidSharingRequest',
    ],
    file: ['Exception', 'Bad Request. User message: "ACL change not allowed."', undefined, undefined],
    still: 'DOMAIN',
    domain: 'done',
  });
});

test('a parent without an account, and somebody who has chosen nobody, answer without signing in; no address goes with it', async () => {
  const site = aSite();
  const form = familyForm(site.workspace);
  const address = `/forms/d/e/${form.publishedId}/viewform`;
  for (const as of [people.parent, undefined]) {
    const page = await (await site.get(address, as)).text();
    expect(page).toContain('<h1>Parents and carers</h1>');
    expect(page).not.toMatch(/signed in as/i);
    const no = form.items.find((item) => item.title === 'Do you agree?');
    const why = form.items.find((item) => item.title === 'Why');
    if (!no || !why) throw new Error('the form has lost a question');
    const fields = { [fieldOf(no)]: 'I do not agree', submissionKey: `key-${as}`, go: 'next' };
    const second = await (await site.send(address, { ...fields, pageHistory: '0' }, as)).text();
    expect(second).toContain('<h2>Not agreed</h2>');
    const sent = await (await site.send(address, { ...fields, [fieldOf(why)]: 'Not yet', pageHistory: '0,4' }, as)).text();
    expect(sent).toContain('Your response has been recorded.');
  }
  expect(form.responses.map(({ account, respondentEmail, answers }) => [account, respondentEmail, Object.values(answers).sort()])).toEqual([
    ['', '', ['I do not agree', 'Not yet']],
    ['', '', ['I do not agree', 'Not yet']],
  ]);
});

test('a prefilled address of every kind of question opens filled in, from the mail as well', async () => {
  const site = aSite();
  const { value, error } = runScript(
    `function main() {
      ${FAMILY} ${OPEN}
      const item = (title) => form.getItems().find((each) => each.getTitle() === title);
      return form.createResponse()
        .withItemResponse(item('Your address').asTextItem().createResponse('nadia.khan@example.org'))
        .withItemResponse(item('Do you agree?').asMultipleChoiceItem().createResponse('I agree'))
        .withItemResponse(item('Class').asListItem().createResponse('3A'))
        .withItemResponse(item('May your child be seen').asGridItem().createResponse(['No', 'Yes']))
        .withItemResponse(item('Promises').asCheckboxItem().createResponse(['Kind', 'Safe', 'Tell']))
        .toPrefilledUrl();
    }`,
    { workspace: site.workspace, as: people.office },
  );
  expect(error).toBeUndefined();
  const html = await (await site.get(localLink(String(value)), people.parent)).text();
  expect(html).toContain('value="nadia.khan@example.org"');
  expect(html).toMatch(/value="I agree" checked/);
  // What stands on later pages travels along.
  for (const carried of ['3A', 'No', 'Yes', 'Kind', 'Safe', 'Tell']) expect(html).toMatch(new RegExp(`type="hidden" name="entry\\.\\d+" value="${carried}"`));
});

const AGREED = {
  'Do you agree?': 'I agree',
  'First child / Name': 'Amira Khan',
  Class: '3A',
  'May your child be seen': ['Yes', 'No'],
  Promises: ['Kind', 'Safe', 'Tell'],
};

test('a form is answered by titles, along the way that the choices lead', () => {
  const school = aSchool();
  const form = familyForm(school.workspace);
  const id = school.answerForm(form.id, people.parent, { ...AGREED, 'Another child?': 'Yes', 'Second child / Name': 'Yusuf Khan' });
  const kept = form.responses.find((response) => response.id === id);
  expect(form.items.flatMap((item) => (kept?.answers[item.id] === undefined ? [] : [[item.title, kept.answers[item.id]]]))).toEqual([
    ['Do you agree?', 'I agree'],
    ['Name', 'Amira Khan'],
    ['Class', '3A'],
    ['May your child be seen', ['Yes', 'No']],
    ['Another child?', 'Yes'],
    ['Name', 'Yusuf Khan'],
    ['Promises', ['Kind', 'Safe', 'Tell']],
  ]);
  expect(kept).toMatchObject({ account: '', respondentEmail: '' });
});

test.each<[string, Record<string, string | string[]>, string]>([
  ['a required question on the way is left out', { ...AGREED }, '“Another child?” must be answered'],
  [
    'a row of a required grid is left out',
    { ...AGREED, 'Another child?': 'No', 'May your child be seen': ['Yes', ''] },
    'May your child be seen: This question needs an answer in each row',
  ],
  ['too few are ticked', { ...AGREED, 'Another child?': 'No', Promises: ['Kind'] }, 'Promises: Choose exactly 3'],
  [
    'an answer is for a page that is not on the way',
    { ...AGREED, 'Another child?': 'No', 'Second child / Name': 'Yusuf' },
    'nobody asks “Second child / Name”',
  ],
  ['the address is none', { 'Your address': 'at home', 'Do you agree?': 'I do not agree' }, 'Your address: Must be a valid email address'],
])('nothing is sent when %s', (_, answers, words) => {
  const school = aSchool();
  const form = familyForm(school.workspace);
  expect(() => school.answerForm(form.id, people.parent, answers)).toThrow(words);
  expect(form.responses).toEqual([]);
});

test('whoever the form is not open to is refused as on its page', () => {
  const school = aSchool();
  const form = familyForm(school.workspace);
  form.emailCollection = 'VERIFIED';
  expect(() => school.answerForm(form.id, people.parent, { 'Do you agree?': 'I do not agree' })).toThrow('To answer this form you must be signed in.');
});

test('a way that leads back to where it was is seen', () => {
  const workspace = anEmptyWorkspace();
  const { value } = runScript(
    `function main() {
      const form = FormApp.create('Round', true); form.addPublishedReader('${TEACHER}');
      const item = form.addMultipleChoiceItem().setTitle('Again?');
      form.addPageBreakItem();
      item.setChoices([item.createChoice('Yes', FormApp.PageNavigationType.RESTART), item.createChoice('No', FormApp.PageNavigationType.CONTINUE)]);
      return form.getId();
    }`,
    { workspace, as: OFFICE },
  );
  expect(() => walkThrough(workspace.data.forms[String(value)] as FormData, { 'Again?': 'Yes' })).toThrow('lead back to a page already filled in');
});

describe('in a browser, on a small phone, with the keyboard alone', () => {
  const workspace = quillhaven(MONDAY);
  let site: Site;
  let form: FormData;

  beforeAll(async () => {
    form = familyForm(workspace);
    site = await startSite({ workspace, port: 0 });
  });
  afterAll(async () => {
    await closeBrowser();
    await site.close();
  });

  /** Goes on with Tab until the control with this name has the focus; radio buttons are reached by their group's first. */
  async function tabTo(page: Page, name: string): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const control = document.activeElement as HTMLInputElement | null;
        return control?.labels?.[0]?.textContent ?? control?.textContent ?? '';
      });
      if (focused.startsWith(name)) return;
    }
    throw new Error(`Tab never comes to ${name}`);
  }

  async function settled(page: Page, heading: string): Promise<void> {
    await page.getByRole('heading', { name: heading, exact: true }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  }

  test('a parent with no account fills in every page and sends it', async () => {
    const page = await aPage(site.url, { as: people.parent, width: 360, keyboardOnly: true });
    await page.goto(`/forms/d/e/${form.publishedId}/viewform`);
    await settled(page, 'Parents and carers');
    await tabTo(page, 'Your address');
    await page.keyboard.type('nadia.khan@example.org');
    await tabTo(page, 'I agree');
    await page.keyboard.press('Space');
    await tabTo(page, 'Next');
    await page.keyboard.press('Enter');
    await settled(page, 'First child');
    await tabTo(page, 'Name');
    await page.keyboard.type('Amira Khan');
    await tabTo(page, 'Class');
    await page.keyboard.type('3A');
    await tabTo(page, 'Yes');
    await page.keyboard.press('Space');
    await tabTo(page, 'Yes');
    await page.keyboard.press('ArrowRight');
    await tabTo(page, 'Yes');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'Next');
    await page.keyboard.press('Enter');
    await settled(page, 'Signature');
    for (const promise of ['Kind', 'Safe']) {
      await tabTo(page, promise);
      await page.keyboard.press('Space');
    }
    await page.keyboard.press('Enter');
    await page.getByText('There is a problem').waitFor();
    await settled(page, 'Signature');
    await tabTo(page, 'Promises: Choose exactly 3');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Tell');
    await page.keyboard.press('Space');
    await tabTo(page, 'Submit');
    await page.keyboard.press('Enter');
    await page.getByText('Your response has been recorded.').waitFor();
    const [sent] = form.responses;
    expect(form.items.flatMap((item) => (sent?.answers[item.id] === undefined ? [] : [sent.answers[item.id]]))).toEqual([
      'nadia.khan@example.org',
      'I agree',
      'Amira Khan',
      '3A',
      ['Yes', 'No'],
      'No',
      ['Kind', 'Safe', 'Tell'],
    ]);
  });
});
