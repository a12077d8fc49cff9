import { afterAll, describe, expect, test } from '@jest/globals';
import { formPage } from '../../local/site/forms/form-page.ts';
import { fieldOf, OTHER, otherFieldOf } from '../../local/workspace/forms/fields.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { aPage, closeBrowser } from '../support/browser.ts';
import { anEmptyWorkspace, OFFICE, runScript, TEACHER } from '../support/script.ts';

const SHARE = `form.addPublishedReader('${TEACHER}');`;

/** A form made by a script, and a person's browser before it: `get` opens an address, `post` sends the last page with these fields on top. */
function browser(build: string, visitor = TEACHER, workspace: Workspace = anEmptyWorkspace()) {
  const made = runScript(`function main() { const form = FormApp.create('Agreement', true); ${build}; return form.getId(); }`, { workspace });
  const form = workspace.forms.find(String(made.value));
  if (!form) throw new Error(made.error?.message);
  let shown = '';
  let query = new URLSearchParams();
  const ask = (method: 'GET' | 'POST', fields: URLSearchParams) => {
    const reply = formPage(workspace, { publishedId: form.publishedId, visitor, method, query, fields });
    shown = reply.html;
    return reply;
  };
  return {
    workspace,
    form,
    get(address = '') {
      query = new URL(address, 'http://127.0.0.1/').searchParams;
      return ask('GET', new URLSearchParams());
    },
    /** As a browser would: the page's hidden fields, then what the person entered, then the button. */
    post(entered: [string, string][] = [], button = 'next') {
      const hidden = [...shown.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [name, unescaped(value)]);
      return ask('POST', new URLSearchParams([...hidden, ...entered, ['go', button]]));
    },
    field(title: string, row = 0) {
      const item = form.items.find((each) => each.title === title);
      if (!item) throw new Error(`no question ${title}`);
      return fieldOf(item, row);
    },
    otherField(title: string) {
      const item = form.items.find((each) => each.title === title);
      if (!item) throw new Error(`no question ${title}`);
      return otherFieldOf(item);
    },
  };
}

function unescaped(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

test('a signed-in person is told that their address will be recorded, answers and is thanked', () => {
  const person = browser(
    `${SHARE} form.setTitle('Staff agreement').setDescription('One\\nTwo').setCollectEmail(true).setConfirmationMessage('Thank you <3'); form.addTextItem().setTitle('Name').setRequired(true)`,
  );
  const first = person.get();
  expect(first.status).toBe(200);
  expect(first.html).toContain(`Your address ${TEACHER} will be recorded`);
  expect(first.html).toContain('<h1>Staff agreement</h1>');
  expect(first.html).toContain('One\nTwo');
  const last = person.post([[person.field('Name'), 'Sam']]);
  expect(last.html).toContain('Thank you &lt;3');
  expect(last.html).toContain(`href="/forms/d/e/${person.form.publishedId}/viewform">Submit another response`);
  expect(person.form.responses.map(({ respondentEmail, emailVerified, answers }) => [respondentEmail, emailVerified, Object.values(answers)])).toEqual([
    [TEACHER, true, ['Sam']],
  ]);
});

test('a page with mistakes comes back with a summary, the errors beside their questions, and everything that was typed', () => {
  const person = browser(`${SHARE}
    form.addTextItem().setTitle('Name').setRequired(true).setHelpText('As in the register');
    form.addParagraphTextItem().setTitle('Story');
    form.addTextItem().setTitle('Age').setValidation(FormApp.createTextValidation().requireWholeNumber().build());
    form.addMultipleChoiceItem().setTitle('Sure').setChoiceValues(['yes', 'no']).showOtherOption(true).setRequired(true);`);
  person.get();
  const reply = person.post([
    [person.field('Story'), '\n"quoted" & <b>bold</b>'],
    [person.field('Age'), 'seven'],
  ]);
  const [name] = person.form.items;
  expect(reply.status).toBe(422);
  expect(reply.html).toMatch(/<title>Error: /);
  expect(reply.html).toContain('role="alert"');
  expect(reply.html).toContain(`<a href="#q${name?.id}">Name: This is a required question</a>`);
  expect(reply.html).toContain(`aria-describedby="q${name?.id}-help q${name?.id}-error" aria-invalid="true"`);
  expect(reply.html).toContain('Age: Must be a whole number');
  expect(reply.html).toContain('value="seven"');
  expect(reply.html).toContain('>\n\n&quot;quoted&quot; &amp; &lt;b&gt;bold&lt;/b&gt;</textarea>');
  expect(person.form.responses).toEqual([]);
  const again = person.post([
    [person.field('Name'), 'Sam'],
    [person.field('Story'), 'one\r\ntwo'],
    [person.field('Age'), '7'],
    [person.field('Sure'), OTHER],
    [person.otherField('Sure'), 'perhaps'],
  ]);
  expect(again.status).toBe(200);
  expect(Object.values(person.form.responses[0]?.answers ?? {}).sort()).toEqual(['7', 'Sam', 'one\ntwo', 'perhaps']);
});

const PAGES = `${SHARE} form.setProgressBar(true);
  const way = form.addMultipleChoiceItem().setTitle('Way').setRequired(true);
  form.addTextItem().setTitle('Note');
  const left = form.addPageBreakItem().setTitle('Left side'); form.addTextItem().setTitle('L').setRequired(true);
  const right = form.addPageBreakItem().setTitle('Right side'); form.addTextItem().setTitle('R').setRequired(true);
  way.setChoices([way.createChoice('left', left), way.createChoice('right', right)]);`;

test('pages follow the choices; going back and another way keeps what was typed and sends only the way taken', () => {
  const person = browser(PAGES);
  expect(person.get().html).toContain('Page 1 of 3');
  const left = person.post([
    [person.field('Way'), 'left'],
    [person.field('Note'), 'a "note"'],
  ]);
  expect(left.html).toContain('<h2>Left side</h2>');
  expect(left.html).not.toContain('Right side');
  expect(left.html).toContain('>Next</button>');
  const back = person.post([[person.field('L'), 'half']], 'back');
  expect(back.status).toBe(200);
  expect(back.html).toContain('value="a &quot;note&quot;"');
  expect(back.html).toMatch(/value="left" checked/);
  const right = person.post([
    [person.field('Way'), 'right'],
    [person.field('Note'), 'a "note"'],
  ]);
  expect(right.html).toContain('<h2>Right side</h2>');
  expect(right.html).toContain('>Submit</button>');
  expect(person.post([[person.field('R'), '']]).html).toContain('R: This is a required question');
  person.post([[person.field('R'), 'done']]);
  expect(person.form.responses.map((response) => Object.values(response.answers).sort())).toEqual([['a "note"', 'done', 'right']]);
});

test('a page sent twice is one response', () => {
  const person = browser(`${SHARE} form.setLimitOneResponsePerUser(true)`);
  person.get();
  const shown = person.get().html;
  const key = /name="submissionKey" value="([^"]+)"/.exec(shown)?.[1] ?? '';
  const send = () =>
    formPage(person.workspace, {
      publishedId: person.form.publishedId,
      visitor: TEACHER,
      method: 'POST',
      query: new URLSearchParams(),
      fields: new URLSearchParams({ submissionKey: key, pageHistory: '0', go: 'next' }),
    });
  expect(send().html).toContain('Your response has been recorded.');
  expect(send().html).toContain('Your response has been recorded.');
  expect(person.form.responses).toHaveLength(1);
  expect(person.get().html).toContain('You have already responded');
});

test('a prefilled link fills the page in', () => {
  const person = browser(`${SHARE} form.addTextItem().setTitle('Name'); form.addCheckboxItem().setTitle('Boxes').setChoiceValues(['a', 'b', 'c'])`);
  const [name = 0, boxes = 0] = person.form.items.map((item) => item.id);
  const { html } = person.get(person.workspace.forms.prefilledUrl(person.form, { [name]: 'Sam', [boxes]: ['a', 'c'] }));
  expect(html).toContain('value="Sam"');
  expect([...html.matchAll(/type="checkbox"[^>]*value="(\w)"( checked)?/g)].map((match) => [match[1], match[2] !== undefined])).toEqual([
    ['a', true],
    ['b', false],
    ['c', true],
  ]);
});

test('those who may not answer are told why: not signed in, no permission, closed, unpublished, no such form', () => {
  const closed = browser(`${SHARE} form.setAcceptingResponses(false).setCustomClosedFormMessage('Ask the office')`);
  expect(closed.get().html).toContain('Ask the office');
  expect(browser(`${SHARE} form.setPublished(false)`).get().html).toContain('This form is not published');
  expect(browser('', TEACHER).get()).toMatchObject({ status: 403, html: expect.stringContaining('You need permission') });
  expect(browser(SHARE, '').get()).toMatchObject({ status: 403, html: expect.stringContaining('Sign in to continue') });
  const workspace = anEmptyWorkspace();
  expect(formPage(workspace, { publishedId: 'x', visitor: '', method: 'GET', query: new URLSearchParams(), fields: new URLSearchParams() }).status).toBe(404);
});

test('a form that closes while somebody answers hands their answers back to them', () => {
  const person = browser(`${SHARE} form.addTextItem().setTitle('Name')`);
  person.get();
  person.form.acceptingResponses = false;
  const reply = person.post([[person.field('Name'), 'a long <story>']]);
  expect(reply.html).toContain('Your answers were not sent');
  expect(reply.html).toContain('a long &lt;story&gt;');
  expect(person.form.responses).toEqual([]);
});

test('an edit link opens the response and changes it, while edits are on', () => {
  const person = browser(`${SHARE} form.setAllowResponseEdits(true).addTextItem().setTitle('Name')`);
  person.get();
  const link = /href="([^"]*edit2=[^"]*)"/.exec(person.post([[person.field('Name'), 'Sam']]).html)?.[1] ?? '';
  expect(person.get(link).html).toContain('value="Sam"');
  person.post([[person.field('Name'), 'Samira']]);
  expect(person.form.responses.map((response) => Object.values(response.answers))).toEqual([['Samira']]);
  person.form.allowResponseEdits = false;
  expect(person.get(link).html).toContain('This response cannot be changed');
  expect(person.get('?edit2=2_somebody-else').status).toBe(404);
});

test('a form that asks for an address to be typed wants a real one and does not call it verified', () => {
  const person = browser(SHARE);
  person.form.emailCollection = 'RESPONDER_INPUT';
  person.workspace.drive.sharing.share(OFFICE, person.form.id, { type: 'anyone', role: 'reader', view: 'published' }, { notify: false });
  person.get();
  expect(person.post([['emailAddress', 'nobody']]).html).toContain('Must be a valid email address');
  person.post([['emailAddress', 'parent@home.example']]);
  expect(person.form.responses.map(({ respondentEmail, emailVerified }) => [respondentEmail, emailVerified])).toEqual([['parent@home.example', false]]);
});

test('text of the form cannot become markup', () => {
  const nasty = '"><script>alert(1)</script>';
  const person = browser(
    `${SHARE} const x = ${JSON.stringify(nasty)}; form.setTitle(x).setDescription(x); form.addPageBreakItem().setTitle(x); form.moveItem(0, 0);
     form.addGridItem().setTitle(x).setHelpText(x).setRows([x]).setColumns([x]); form.addListItem().setTitle(x).setChoiceValues([x]);
     form.addScaleItem().setLabels(x, x); form.addSectionHeaderItem().setTitle(x).setHelpText(x)`,
  );
  expect(person.get().html).not.toContain('<script');
  const second = person.post();
  expect(second.html).toContain('&quot;&gt;&lt;script&gt;');
  expect(second.html).not.toContain('<script');
});

test('every kind of question has a label or a legend, and can be answered with its own controls', () => {
  const person = browser(`${SHARE}
    form.addDateItem().setTitle('Date'); form.addDateItem().setTitle('Birthday').setIncludesYear(false); form.addDateTimeItem().setTitle('Moment');
    form.addTimeItem().setTitle('Time'); form.addDurationItem().setTitle('Duration'); form.addScaleItem().setTitle('Scale'); form.addRatingItem().setTitle('Rating');
    form.addListItem().setTitle('List').setChoiceValues(['a', 'b']); form.addGridItem().setTitle('Grid').setRows(['r1', 'r2']).setColumns(['c', 'd']);
    form.addCheckboxGridItem().setTitle('Boxes').setRows(['r1']).setColumns(['c', 'd']);`);
  const { html } = person.get();
  const ids = new Set([...html.matchAll(/<(?:input|select|textarea)[^>]* id="([^"]+)"/g)].map((match) => match[1]));
  for (const [, target] of html.matchAll(/ for="([^"]+)"/g)) expect(ids).toContain(target);
  for (const item of person.form.items) expect(ids).toContain(`q${item.id}`);
  const reply = person.post([
    [person.field('Date'), '2026-09-07'],
    [`${person.field('Birthday')}_day`, '7'],
    [`${person.field('Birthday')}_month`, '09'],
    [person.field('Moment'), '2026-09-07T10:30'],
    [person.field('Time'), '10:30'],
    [`${person.field('Duration')}_hour`, '1'],
    [`${person.field('Duration')}_minute`, '2'],
    [`${person.field('Duration')}_second`, '3'],
    [person.field('Scale'), '4'],
    [person.field('Rating'), '3'],
    [person.field('List'), 'b'],
    [person.field('Grid', 1), 'd'],
    [person.field('Boxes'), 'c'],
    [person.field('Boxes'), 'd'],
  ]);
  expect(reply.status).toBe(200);
  const kept = person.form.responses[0]?.answers ?? {};
  expect(person.form.items.map((item) => kept[item.id])).toEqual([
    '2026-09-07',
    '09-07',
    '2026-09-07 10:30',
    '10:30',
    '01:02:03',
    '4',
    '3',
    'b',
    [null, 'd'],
    [['c', 'd']],
  ]);
});

describe('in a browser, on a small phone', () => {
  afterAll(closeBrowser);

  test('the page and its errors pass the accessibility rules and need no sideways scrolling; the summary leads to the question by keyboard', async () => {
    const person = browser(`${SHARE} form.setProgressBar(true);
      form.addTextItem().setTitle('Name').setHelpText('In full').setRequired(true);
      form.addCheckboxItem().setTitle('Promises').setChoiceValues(['one', 'two']).showOtherOption(true).setRequired(true);
      form.addScaleItem().setTitle('Scale').setBounds(0, 10).setLabels('not at all', 'very much');
      form.addGridItem().setTitle('Grid').setRows(['a', 'b']).setColumns(['agree', 'disagree', 'not sure']);
      form.addDateTimeItem().setTitle('When').setIncludesYear(false); form.addDurationItem().setTitle('How long'); form.addPageBreakItem().setTitle('Two')`);
    const page = await aPage('http://127.0.0.1', { width: 360, keyboardOnly: true });
    for (const { html } of [person.get(), person.post()]) {
      await page.setContent(html);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    }
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe(`q${person.form.items[0]?.id}`);
  }, 60_000);
});
