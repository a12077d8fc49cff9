import { expect, test } from '@jest/globals';
import { execute } from '../../local/apps-script/engine.ts';
import { AnswersRefused, FormRefused } from '../../local/workspace/forms.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { anEmptyWorkspace, aScript, OFFICE, runScript, TEACHER } from '../support/script.ts';

/** The script's result, or its error's message. */
function outcome(source: string, options: Parameters<typeof runScript>[1] = {}): unknown {
  const result = runScript(source, options);
  return result.ok ? result.value : `${result.error?.name}: ${result.error?.message}`;
}

/** Makes a form with a script (`form` is there) and gives it back with its Workspace. */
function aForm(build: string, workspace: Workspace = anEmptyWorkspace()) {
  const id = outcome(`function main() { const form = FormApp.create('Staff agreement', true); ${build}; return form.getId(); }`, { workspace });
  const form = workspace.forms.find(String(id));
  if (!form) throw new Error(String(id));
  return { workspace, form };
}

const answerable = `form.addPublishedReader('${TEACHER}');`;

test('create() names the file and leaves the title empty; since July 2026 the form starts unpublished', () => {
  // docs/workspace/forms/api/guides/api-changes-to-google-forms.md; the empty title is as observed.
  expect(
    outcome(`function main() {
      const form = FormApp.create('Staff agreement');
      return [form.getTitle(), form.isPublished(), form.isAcceptingResponses(), form.supportsAdvancedResponderPermissions(), form.getPublishedUrl().replace(/e\\/.*\\//, 'e/…/')];
    }`),
  ).toEqual(['', false, false, true, 'https://docs.google.com/forms/d/e/…/viewform']);
  expect(outcome("function main() { return FormApp.create('Agreement', true).isAcceptingResponses() }")).toBe(true);
  expect(outcome("function main() { FormApp.create('') }")).toMatch(/^Exception: /);
});

test('publishing opens and closes; an unpublished form cannot accept responses', () => {
  // docs/apps-script/reference/forms/form.md setPublished, setAcceptingResponses
  expect(
    outcome(`function main() {
      const form = FormApp.create('Agreement', true).setAcceptingResponses(false);
      const closed = form.isAcceptingResponses();
      form.setPublished(false).setPublished(true);
      const reopened = form.isAcceptingResponses();
      form.setPublished(false);
      try { form.setAcceptingResponses(true) } catch (e) { return [closed, reopened, e.name] }
    }`),
  ).toEqual([false, true, 'Exception']);
});

test('only editors open a form; anyone else is told it is not there', () => {
  // docs/apps-script/reference/forms/form-app.md openById
  const { workspace, form } = aForm(answerable);
  const open = `function main() { return FormApp.openById('${form.id}').getId() }`;
  expect(outcome(open, { workspace, as: TEACHER })).toMatch(/^Exception: No item with the given ID could be found/);
  runScript(`function main() { FormApp.openById('${form.id}').addEditor('${TEACHER}') }`, { workspace });
  expect(outcome(open, { workspace, as: TEACHER })).toBe(form.id);
  expect(outcome(`function main() { return FormApp.openByUrl('${workspace.forms.publishedUrl(form)}') }`, { workspace })).toBe(
    'Exception: Invalid argument: url',
  );
});

test('a script without the forms scope is refused', () => {
  expect(outcome("function main() { FormApp.create('x') }", { scopes: ['https://www.googleapis.com/auth/forms.currentonly'] })).toMatch(
    /Required permissions: https:\/\/www\.googleapis\.com\/auth\/forms$/,
  );
});

test('getActiveForm() is the form that holds the script, for which the smaller scope is enough; elsewhere it is null', () => {
  // docs/apps-script/reference/forms/form-app.md getActiveForm
  expect(outcome('function main() { return FormApp.getActiveForm() }')).toBeNull();
  const { workspace, form } = aForm('');
  const script = aScript(workspace, "function main() { return FormApp.getActiveForm().addTextItem().setTitle('Name').getTitle() }", [
    'https://www.googleapis.com/auth/forms.currentonly',
  ]);
  script.container = form.id;
  expect(execute(workspace, { scriptId: script.id, kind: 'editor', active: OFFICE, effective: OFFICE, fn: 'main' })).toMatchObject({ ok: true, value: 'Name' });
});

test('every kind of item can be added, found by type and cast; another cast throws', () => {
  // docs/apps-script/reference/forms/item.md
  expect(
    outcome(`function main() {
      const form = FormApp.create('All');
      const kinds = ['CheckboxGrid','Checkbox','Date','DateTime','Duration','Grid','Image','List','MultipleChoice','PageBreak','ParagraphText','Rating','Scale','SectionHeader','Text','Time','Video'];
      kinds.forEach((kind) => form['add' + kind + 'Item']().setTitle(kind));
      const names = form.getItems().map((item, i) => item['as' + kinds[i] + 'Item']().getTitle() + ' ' + item.getType());
      let wrong; try { form.getItems()[1].asTextItem() } catch (e) { wrong = e.message }
      return [names.length, names[1], names[3], form.getItems(FormApp.ItemType.DATETIME).length, form.getItems()[2].getType() === FormApp.ItemType.DATE, wrong];
    }`),
  ).toEqual([17, 'Checkbox CHECKBOX', 'DateTime DATETIME', 1, true, 'Invalid conversion for item type: CHECKBOX.']);
});

test('items are moved, copied to the end and deleted; a deleted one is gone', () => {
  expect(
    outcome(`function main() {
      const form = FormApp.create('Order');
      const a = form.addTextItem().setTitle('a'), b = form.addTextItem().setTitle('b'), id = b.getId();
      const titles = () => form.getItems().map((item) => item.getTitle()).join('');
      const seen = [titles()];
      form.moveItem(1, 0); seen.push(titles());
      a.duplicate().setTitle('c'); seen.push(titles());
      form.deleteItem(b); seen.push(titles());
      form.deleteItem(0); seen.push(titles(), form.getItemById(id));
      try { b.getTitle() } catch (e) { seen.push(e.name) }
      try { form.moveItem(0, 9) } catch (e) { seen.push(e.message) }
      return seen;
    }`),
  ).toEqual(['ab', 'ba', 'bac', 'ac', 'c', null, 'Exception', 'Index (9) must be less than size (1).']);
});

test('a new choice question has one empty choice; an empty list, twins and half-navigation are refused', () => {
  // docs/apps-script/reference/forms/multiple-choice-item.md, page-navigation-type.md
  expect(
    outcome(`function main() {
      const form = FormApp.create('Choices');
      const item = form.addMultipleChoiceItem();
      const seen = [item.getChoices().map((choice) => choice.getValue())];
      const page = form.addPageBreakItem();
      for (const wrong of [
        () => item.setChoiceValues([]),
        () => item.setChoiceValues(['a', 'a']),
        () => item.setChoices([item.createChoice('a', page), item.createChoice('b')]),
        () => item.createResponse('nowhere'),
      ]) try { wrong(); seen.push('accepted') } catch (e) { seen.push(e.message.slice(0, 25)) }
      item.setChoices([item.createChoice('a', page), item.createChoice('b', FormApp.PageNavigationType.SUBMIT)]);
      const [a, b] = item.getChoices();
      return seen.concat([a.getGotoPage().getId() === page.getId(), String(a.getPageNavigationType()), b.getGotoPage(), String(b.getPageNavigationType())]);
    }`),
  ).toEqual([
    [''],
    'Array is empty: values',
    'Questions cannot have dup',
    'Choices with page navigat',
    'Invalid response submitte',
    true,
    'GO_TO_PAGE',
    null,
    'SUBMIT',
  ]);
});

test.each([
  ['requireNumber()', ['12', '-3.5'], ['twelve']],
  ['requireWholeNumber()', ['12'], ['1.5']],
  ['requireNumberBetween(1, 5)', ['1', '5'], ['0', '6', 'x']],
  ['requireNumberNotBetween(1, 5)', ['0', '6'], ['1', '5']],
  ['requireNumberGreaterThan(3)', ['4'], ['3']],
  ['requireTextIsEmail()', ['a@b.example'], ['a@b', 'nobody']],
  ['requireTextIsUrl()', ['https://quillhaven.example/x'], ['quillhaven']],
  ["requireTextMatchesPattern('[A-Z]{2}')", ['AB'], ['ABC', 'ab']],
  ["requireTextContainsPattern('[0-9]')", ['a1'], ['a']],
  ["requireTextDoesNotContainPattern('[0-9]')", ['a'], ['a1']],
  ['requireTextLengthLessThanOrEqualTo(3)', ['abc'], ['abcd']],
  ['requireTextLengthGreaterThanOrEqualTo(3)', ['abc'], ['ab']],
])('TextValidationBuilder.%s', (rule, good, bad) => {
  // docs/apps-script/reference/forms/text-validation-builder.md
  const { workspace, form } = aForm(`form.addTextItem().setValidation(FormApp.createTextValidation().setHelpText('Look again').${rule}.build())`);
  const [item] = form.items;
  const problems = (text: string) => workspace.forms.problemsWith(form, { answers: { [item?.id ?? 0]: text } });
  for (const text of good) expect(problems(text)).toEqual({});
  for (const text of bad) expect(Object.values(problems(text))).toEqual(['Look again']);
});

test('checkbox counts, grid columns and required rows are checked', () => {
  // docs/apps-script/reference/forms/checkbox-validation-builder.md, grid-validation-builder.md
  const { workspace, form } = aForm(`
    form.addCheckboxItem().setChoiceValues(['a', 'b', 'c']).setValidation(FormApp.createCheckboxValidation().requireSelectAtLeast(2).build());
    form.addGridItem().setRows(['r1', 'r2']).setColumns(['1', '2']).setRequired(true).setValidation(FormApp.createGridValidation().requireLimitOneResponsePerColumn().build());
    form.addCheckboxGridItem().setRows(['r']).setColumns(['x', 'y']);`);
  const [boxes = 0, grid = 0, boxGrid = 0] = form.items.map((item) => item.id);
  const wrong = (answers: Record<number, string[] | (string | string[] | null)[]>) =>
    Object.keys(workspace.forms.problemsWith(form, { answers })).map((id) => ['boxes', 'grid', 'boxGrid'][[boxes, grid, boxGrid].indexOf(Number(id))]);
  expect(wrong({ [boxes]: ['a', 'c'], [grid]: ['2', '1'], [boxGrid]: [['x', 'y']] })).toEqual([]);
  expect(wrong({ [boxes]: ['a'], [grid]: ['2', '2'], [boxGrid]: [['z']] }).sort()).toEqual(['boxGrid', 'boxes', 'grid']);
  expect(wrong({ [grid]: ['2', null] })).toEqual(['grid']);
  expect(wrong({})).toEqual(['grid']);
});

test('a validation built for another kind of question is refused', () => {
  expect(outcome("function main() { FormApp.create('x').addTextItem().setValidation(FormApp.createGridValidation().build()) }")).toMatch(
    /don't match the method signature/,
  );
});

test('times run on like a clock, durations are cut to their bounds, dates are the script’s own', () => {
  // docs/apps-script/reference/forms/time-item.md, duration-item.md, date-item.md
  expect(
    outcome(`function main() {
      const form = FormApp.create('Times');
      return [
        form.addTimeItem().createResponse(10, 90).getResponse(),
        form.addTimeItem().createResponse(-1, 60).getResponse(),
        form.addDurationItem().createResponse(24, 60, 90).getResponse(),
        form.addDateItem().createResponse(new Date(2026, 8, 7, 23, 59)).getResponse(),
        form.addDateItem().setIncludesYear(false).createResponse(new Date(2026, 8, 7)).getResponse(),
      ];
    }`),
  ).toEqual(['11:30', '00:00', '24:59:59', expect.stringMatching(/^2026-09-0[78]$/), expect.stringMatching(/^09-0[67]$/)]);
});

const branching = `
  const q = form.addMultipleChoiceItem().setTitle('Way').setRequired(true);
  const left = form.addPageBreakItem().setTitle('Left'); form.addTextItem().setTitle('L').setRequired(true);
  const right = form.addPageBreakItem().setTitle('Right').setGoToPage(FormApp.PageNavigationType.SUBMIT); form.addTextItem().setTitle('R').setRequired(true);
  q.setChoices([q.createChoice('left', left), q.createChoice('right', right), q.createChoice('out', FormApp.PageNavigationType.SUBMIT), q.createChoice('again', FormApp.PageNavigationType.RESTART)]);`;

test('only the pages on the way count: their questions are required, their answers kept', () => {
  // docs/apps-script/reference/forms/page-break-item.md, page-navigation-type.md
  const { workspace, form } = aForm(answerable + branching);
  const [way = 0, , left = 0, , right = 0] = form.items.map((item) => item.id);
  expect(Object.keys(workspace.forms.problemsWith(form, { answers: { [way]: 'left' } }))).toEqual([String(left)]);
  expect(Object.keys(workspace.forms.problemsWith(form, { answers: { [way]: 'right' } }))).toEqual([String(right)]);
  expect(workspace.forms.problemsWith(form, { answers: { [way]: 'out' } })).toEqual({});
  // The page break "Right" sends those who come from "Left" straight to the end.
  const kept = workspace.forms.submit(form, TEACHER, { answers: { [way]: 'left', [left]: 'yes', [right]: 'left over' } });
  expect(kept.answers).toEqual({ [way]: 'left', [left]: 'yes' });
  expect(() => workspace.forms.submit(form, TEACHER, { answers: { [way]: 'again' } })).toThrow(AnswersRefused);
});

test('who may answer: people with the published view or more, while the form is published and open', () => {
  // docs/workspace/forms/api/guides/publish-form.md
  const { workspace, form } = aForm("form.setCustomClosedFormMessage('Come back in September')");
  const reason = (visitor: string) => workspace.forms.refusalFor(form, visitor)?.reason ?? null;
  expect([reason(OFFICE), reason(TEACHER), reason('')]).toEqual([null, 'no-permission', 'sign-in']);
  runScript(`function main() { FormApp.openById('${form.id}').addPublishedReader('${TEACHER}') }`, { workspace });
  expect(reason(TEACHER)).toBeNull();
  expect(workspace.drive.mayRead(TEACHER, form.id)).toBe(false);
  workspace.drive.sharing.share(OFFICE, form.id, { type: 'anyone', role: 'reader', view: 'published' }, { notify: false });
  expect(reason('')).toBeNull();
  runScript(`function main() { FormApp.openById('${form.id}').setCollectEmail(true).setAcceptingResponses(true) }`, { workspace });
  expect(reason('')).toBe('sign-in');
  runScript(`function main() { FormApp.openById('${form.id}').setAcceptingResponses(false) }`, { workspace });
  expect(workspace.forms.refusalFor(form, TEACHER)).toEqual({ reason: 'closed', message: 'Come back in September' });
  runScript(`function main() { FormApp.openById('${form.id}').setPublished(false) }`, { workspace });
  expect(reason(TEACHER)).toBe('unpublished');
});

test('responders are listed, and taken away with whatever else they had', () => {
  // docs/apps-script/reference/forms/form.md addPublishedReader, removePublishedReader
  expect(
    outcome(`function main() {
      const form = FormApp.create('Readers', true).addPublishedReaders(['${TEACHER}']);
      const list = (users) => users.map((user) => user.getEmail());
      const seen = [list(form.getPublishedReaders()), list(form.getEditors())];
      form.addEditor('${TEACHER}'); seen.push(list(form.getPublishedReaders()), list(form.getEditors()));
      form.addPublishedReader('${TEACHER}'); seen.push(list(form.getPublishedReaders()));
      form.removePublishedReader('${TEACHER}'); seen.push(list(form.getEditors()));
      try { form.addPublishedReader('nobody@quillhaven.example') } catch (e) { seen.push(e.name) }
      return seen;
    }`),
  ).toEqual([[TEACHER], [OFFICE], [], [OFFICE, TEACHER], [], [OFFICE], 'Exception']);
});

test('a person’s response carries the verified address and fires the hook; the same page sent twice is one response', () => {
  const { workspace, form } = aForm(`${answerable} form.setCollectEmail(true).addTextItem().setTitle('Name').setRequired(true)`);
  const [item] = form.items;
  const seen: string[] = [];
  workspace.forms.onSubmit.push(({ response }) => seen.push(response.id));
  const sent = { answers: { [item?.id ?? 0]: 'Sam' }, submissionKey: 'k1' };
  const kept = workspace.forms.submit(form, TEACHER, sent);
  expect(workspace.forms.submit(form, TEACHER, sent)).toBe(kept);
  expect(seen).toEqual([kept.id]);
  expect(
    outcome(
      `function main() { const [r] = FormApp.openById('${form.id}').getResponses(); return [r.getRespondentEmail(), r.getTimestamp() instanceof Date, r.getItemResponses()[0].getResponse(), r.getItemResponses()[0].getItem().getTitle()] }`,
      { workspace },
    ),
  ).toEqual([TEACHER, true, 'Sam', 'Name']);
});

test('one response each, even when addresses are not collected; a script cannot submit to such a form', () => {
  // docs/apps-script/reference/forms/form.md setLimitOneResponsePerUser
  const { workspace, form } = aForm(`${answerable} form.setLimitOneResponsePerUser(true)`);
  expect(workspace.forms.submit(form, TEACHER, { answers: {} }).respondentEmail).toBe('');
  expect(() => workspace.forms.submit(form, TEACHER, { answers: {} })).toThrow(FormRefused);
  expect(outcome(`function main() { FormApp.openById('${form.id}').createResponse().submit() }`, { workspace })).toMatch(/one response per user/);
});

test('a script’s own submission is kept, once, and fires nothing', () => {
  // docs/apps-script/reference/forms/form-response.md; docs/apps-script/guides/triggers/installable.md
  const { workspace, form } = aForm("form.addTextItem().setTitle('Name')");
  let fired = 0;
  workspace.forms.onSubmit.push(() => {
    fired += 1;
  });
  expect(
    outcome(
      `function main() {
        const form = FormApp.openById('${form.id}');
        const draft = form.createResponse();
        const before = [draft.getId(), draft.getTimestamp(), draft.getRespondentEmail(), draft.getEditResponseUrl()];
        const sent = draft.withItemResponse(form.getItems()[0].asTextItem().createResponse('Sam')).submit();
        let twice; try { draft.submit() } catch (e) { twice = e.name }
        return [before, form.getResponse(sent.getId()).getItemResponses()[0].getResponse(), sent.getRespondentEmail(), twice];
      }`,
      { workspace },
    ),
  ).toEqual([[null, null, null, null], 'Sam', '', 'Exception']);
  expect(fired).toBe(0);
});

test('a script’s submission meets the form’s own rules: closed, or without a required answer, it is refused', () => {
  const { workspace, form } = aForm("form.addTextItem().setTitle('Name').setRequired(true)");
  const submit = `function main() { FormApp.openById('${form.id}').createResponse().submit() }`;
  expect(outcome(submit, { workspace })).toMatch(/This is a required question/);
  form.acceptingResponses = false;
  expect(outcome(submit, { workspace })).toBe('Exception: This form is not currently accepting responses.');
  expect(form.responses).toEqual([]);
});

test('getItemResponses() gives unanswered texts as blanks and leaves other unanswered questions out', () => {
  // docs/apps-script/reference/forms/form-response.md getItemResponses
  expect(
    outcome(`function main() {
      const form = FormApp.create('Blanks', true);
      form.addTextItem(); form.addListItem().setChoiceValues(['a']); form.addDateItem();
      const sent = form.createResponse().submit();
      return [sent.getItemResponses().map((r) => [String(r.getItem().getType()), r.getResponse()]), sent.getResponseForItem(form.getItems()[0])];
    }`),
  ).toEqual([
    [
      ['TEXT', ''],
      ['DATE', ''],
    ],
    null,
  ]);
});

test('getResponses(since) takes what was sent at or after that time, an edited response anew', () => {
  const { workspace, form } = aForm(`${answerable} form.setAllowResponseEdits(true).addTextItem()`);
  const first = workspace.forms.submit(form, TEACHER, { answers: {} });
  workspace.clock.pass(60_000);
  const later = workspace.clock.now();
  workspace.forms.submit(form, TEACHER, { answers: {} });
  const since = () => outcome(`function main() { return FormApp.openById('${form.id}').getResponses(new Date(${later})).length }`, { workspace });
  expect(since()).toBe(1);
  workspace.forms.edit(form, first, OFFICE, { answers: {} });
  expect(since()).toBe(2);
});

test('an edit link changes nothing while edits are off', () => {
  // docs/apps-script/reference/forms/form-response.md getEditResponseUrl
  const { workspace, form } = aForm(`${answerable} form.addTextItem()`);
  const kept = workspace.forms.submit(form, TEACHER, { answers: {} });
  expect(() => workspace.forms.edit(form, kept, TEACHER, { answers: {} })).toThrow(FormRefused);
});

test('a prefilled link names every answer and is read back the same', async () => {
  const { readAnswers } = await import('../../local/workspace/forms/fields.ts');
  const { workspace, form } = aForm(`
    form.addTextItem(); form.addMultipleChoiceItem().setChoiceValues(['a', 'b']).showOtherOption(true);
    form.addCheckboxItem().setChoiceValues(['x', 'y']); form.addGridItem().setRows(['1', '2']).setColumns(['c', 'd']);
    form.addCheckboxGridItem().setRows(['1', '2']).setColumns(['c', 'd']); form.addDateItem(); form.addDateTimeItem(); form.addDurationItem(); form.addDateItem().setIncludesYear(false); form.addTimeItem(); form.addScaleItem();`);
  const given = ['Sam & Co ="1"', 'my own', ['x', 'y'], ['c', null], [null, ['c', 'd']], '2026-09-07', '2026-09-07 10:30', '01:02:03', '09-07', '10:30', '4'];
  const answers = Object.fromEntries(form.items.map((item, index) => [item.id, given[index] ?? '']));
  const url = new URL(workspace.forms.prefilledUrl(form, answers));
  expect(url.searchParams.get('usp')).toBe('pp_url');
  expect(readAnswers(form, url.searchParams)).toEqual(answers);
});

test('a linked spreadsheet gets a tab with every response, new columns at the right, formulas as text', () => {
  const workspace = anEmptyWorkspace();
  const { id } = workspace.sheets.create(OFFICE, { name: 'Register' });
  const { form } = aForm(
    `${answerable} form.setCollectEmail(true).addTextItem().setTitle('Name'); form.setDestination(FormApp.DestinationType.SPREADSHEET, '${id}'); form.addGridItem().setTitle('Grid').setRows(['r1', 'r2']).setColumns(['c'])`,
    workspace,
  );
  const [name = 0, grid = 0] = form.items.map((item) => item.id);
  workspace.forms.submit(form, TEACHER, { answers: { [name]: '=1+1', [grid]: [null, 'c'] } });
  const [sheet] = workspace.data.spreadsheets[id]?.sheets ?? [];
  expect(sheet?.name).toBe('Form responses 1');
  expect(sheet?.rows[0]?.map((cell) => cell?.v ?? null)).toEqual(['Timestamp', 'Email Address', 'Name', 'Grid [r1]', 'Grid [r2]']);
  expect(sheet?.rows[1]?.map((cell) => [cell?.v ?? null, cell?.f ?? null]).slice(1)).toEqual([
    [TEACHER, null],
    ['=1+1', null],
    [null, null],
    ['c', null],
  ]);
  expect(workspace.forms.writingTo(id, sheet?.id)).toBe(form);
  expect(outcome(`function main() { return FormApp.openById('${form.id}').removeDestination().getDestinationId() }`, { workspace })).toBe(
    'Exception: The form currently has no response destination.',
  );
});

test('a response destination must be a spreadsheet that the account may edit', () => {
  expect(outcome("function main() { FormApp.create('x').setDestination(FormApp.DestinationType.SPREADSHEET, 'nowhere') }")).toMatch(
    /^Exception: Invalid destination ID/,
  );
});

test('what is not modelled says so', () => {
  expect(outcome("function main() { FormApp.create('x').submitGrades([]) }")).toBe('Error: not in the local Workspace: Form.submitGrades');
});

test('points belong to quizzes, and go when the form is none any more', () => {
  // docs/apps-script/reference/forms/form.md setIsQuiz
  expect(
    outcome(`function main() {
      const form = FormApp.create('Quiz');
      const item = form.addTextItem();
      let refused; try { item.setPoints(2) } catch (e) { refused = e.name }
      form.setIsQuiz(true);
      item.setPoints(2).setGeneralFeedback(FormApp.createFeedback().setText('Well done').addLink('https://quillhaven.example').build());
      const during = [item.getPoints(), item.getGeneralFeedback().getText(), item.getGeneralFeedback().getLinkUrls()];
      form.setIsQuiz(false);
      return [refused, during, item.getPoints(), item.getGeneralFeedback()];
    }`),
  ).toEqual(['Exception', [2, 'Well done', ['https://quillhaven.example']], 0, null]);
});
