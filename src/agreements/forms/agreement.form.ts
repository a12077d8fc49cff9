import type { PublishedForm } from '../events.ts';
import type { FormPlan, PlannedItem, PlannedPage } from './form-plan.ts';
import { CODE_HERE } from './form-words.ts';

type Form = GoogleAppsScript.Forms.Form;
type PageBreak = GoogleAppsScript.Forms.PageBreakItem;

/**
 * Makes a form ask what was planned. Whatever was in it before goes, so that a half-built form can be built again.
 * @returns which items the answers will be read from, by key
 */
export function buildForm(form: Form, plan: FormPlan): PublishedForm['items'] {
  for (const item of form.getItems().reverse()) form.deleteItem(item);
  form
    .setTitle(plan.title)
    .setDescription(plan.description)
    .setConfirmationMessage(plan.confirmation)
    .setCollectEmail(plan.collectsAccount)
    .setAllowResponseEdits(false)
    // The same text is signed again next year, and who declined may think again.
    .setLimitOneResponsePerUser(false)
    .setShowLinkToRespondAgain(false)
    .setProgressBar(true);

  const items: PublishedForm['items'] = {};
  const pages = new Map<string, PageBreak>();
  const waiting: (() => void)[] = [];
  plan.pages.forEach((page, index) => {
    if (index > 0) pages.set(page.key, addPage(form, page));
    for (const item of page.items) {
      if (item.type === 'words') form.addSectionHeaderItem().setHelpText(item.text);
      else if (item.type === 'choice') {
        const question = form.addMultipleChoiceItem().setTitle(item.title).setHelpText(item.help).setRequired(true);
        items[item.key] = question.getId();
        // A choice names the page it leads to, which must be there first.
        waiting.push(() => question.setChoices(item.choices.map(({ text, leadsTo }) => choiceTo(question, text, pages.get(leadsTo)))));
      } else items[item.key] = addQuestion(form, item);
    }
  });
  for (const finish of waiting) finish();
  return items;
}

/** The address of a form with its code filled in, `CODE_HERE` standing for it; '' for a form that asks for none. */
export function prefilledAddress(form: Form, items: PublishedForm['items']): string {
  const code = items['code'] === undefined ? null : form.getItemById(items['code']);
  return code ? form.createResponse().withItemResponse(code.asTextItem().createResponse(CODE_HERE)).toPrefilledUrl() : '';
}

function addPage(form: Form, { title, help, isSideway }: PlannedPage): PageBreak {
  const page = form.addPageBreakItem().setTitle(title).setHelpText(help);
  // What is set at a page break holds for those who come to it from the page before (docs/apps-script/reference/forms/page-break-item).
  return isSideway ? page.setGoToPage(FormApp.PageNavigationType.SUBMIT) : page;
}

/** Choices that lead somewhere and choices that do not cannot stand together, so "next" is said as well (docs/…/forms/page-navigation-type). */
function choiceTo(question: GoogleAppsScript.Forms.MultipleChoiceItem, text: string, page: PageBreak | undefined): GoogleAppsScript.Forms.Choice {
  return page ? question.createChoice(text, page) : question.createChoice(text, FormApp.PageNavigationType.CONTINUE);
}

function addQuestion(form: Form, item: Exclude<PlannedItem, { type: 'words' | 'choice' }>): number {
  switch (item.type) {
    case 'text': {
      const question = form.addTextItem().setTitle(item.title).setHelpText(item.help).setRequired(item.isRequired);
      if (item.isEmail) question.setValidation(FormApp.createTextValidation().requireTextIsEmail().setHelpText('Enter an e-mail address.').build());
      return question.getId();
    }
    case 'paragraph':
      return form.addParagraphTextItem().setTitle(item.title).setHelpText(item.help).setRequired(item.isRequired).getId();
    case 'ticks': {
      const all = FormApp.createCheckboxValidation().requireSelectExactly(item.choices.length).setHelpText('Please tick all of them.').build();
      const question = form.addCheckboxItem().setTitle(item.title).setHelpText(item.help).setRequired(true).setChoiceValues(item.choices);
      return question.setValidation(all).getId();
    }
    case 'grid':
      return form.addGridItem().setTitle(item.title).setHelpText(item.help).setRequired(true).setRows(item.rows).setColumns(item.columns).getId();
  }
}
