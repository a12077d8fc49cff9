import { canonical, type Json } from '../records/canonical.ts';
import { hashOf } from '../records/hash.ts';
import type { AgreementText } from './agreement.ts';
import type { PublishedForm } from './events.ts';
import type { FormAnswer } from './sign.ts';

type Form = GoogleAppsScript.Forms.Form;

const AGREE = 'I have read these and I agree to each of them';

/**
 * Makes a form ask for an agreement: the clauses in groups, each on a page of its own with a tick, then name, job title and signature.
 * Whatever was in the form before goes, so that a half-built form can be built again.
 * @returns which items the answers will be read from
 */
export function buildForm(form: Form, agreement: AgreementText): PublishedForm['items'] {
  for (const item of form.getItems().reverse()) form.deleteItem(item);
  form
    .setTitle(agreement.title)
    .setDescription(agreement.introduction)
    .setCollectEmail(true)
    .setAllowResponseEdits(false)
    .setLimitOneResponsePerUser(false)
    .setShowLinkToRespondAgain(false)
    .setProgressBar(true)
    .setConfirmationMessage(
      'Thank you. Your agreement has been recorded and goes to the school for approval. You will get a copy by mail when it is approved.',
    );

  const items: PublishedForm['items'] = {};
  agreement.sections.forEach(({ heading, clauses }, index) => {
    const text = clauses.join('\n\n');
    // The first part stands on the form's first page; each other begins a page.
    if (index === 0) form.addSectionHeaderItem().setTitle(heading).setHelpText(text);
    else form.addPageBreakItem().setTitle(heading).setHelpText(text);
    const tick = form
      .addCheckboxItem()
      .setTitle(`Part ${index + 1}: do you agree?`)
      .setRequired(true);
    tick.setChoiceValues([AGREE]);
    items[`section-${index}`] = tick.getId();
  });

  form.addPageBreakItem().setTitle('Your signature').setHelpText('The date and your school account are recorded when you send this form.');
  const fullName = form.addTextItem().setTitle('Full name').setRequired(true);
  const jobTitle = form.addTextItem().setTitle('Job title').setRequired(true);
  const signature = form.addTextItem().setTitle('Signature').setHelpText('Type your name as your signature.').setRequired(true);
  return { ...items, fullName: fullName.getId(), role: jobTitle.getId(), signature: signature.getId() };
}

/** The fingerprint of what a form says and asks for as it stands: another one means that somebody changed the form by hand. */
export function formHash(form: Form): string {
  const items = form.getItems().map((item) => [item.getType().toString(), item.getTitle(), item.getHelpText(), ...askedBy(item)]);
  return hashOf(canonical([form.getTitle(), form.getDescription(), form.collectsEmail(), items]));
}

/**
 * Answers sent since a time.
 * @param since milliseconds since 1970; 0 for all
 */
export function readAnswers(form: Form, since: number): FormAnswer[] {
  const responses = since > 0 ? form.getResponses(new Date(since)) : form.getResponses();
  return responses.map((response) => {
    const answers: FormAnswer['answers'] = {};
    for (const answer of response.getItemResponses()) answers[answer.getItem().getId()] = answer.getResponse() as string | string[];
    return { responseId: response.getId(), email: response.getRespondentEmail(), sentAt: response.getTimestamp().toISOString(), answers };
  });
}

/** Whether an item must be answered, and with which of what choices. Items of other types than ours are told apart by their type. */
function askedBy(item: GoogleAppsScript.Forms.Item): Json[] {
  if (item.getType() === FormApp.ItemType.TEXT) return [item.asTextItem().isRequired()];
  if (item.getType() !== FormApp.ItemType.CHECKBOX) return [];
  const tick = item.asCheckboxItem();
  return [tick.isRequired(), ...tick.getChoices().map((choice) => choice.getValue())];
}
