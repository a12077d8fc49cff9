import { canonical, type Json } from '../../records/canonical.ts';
import { hashOf } from '../../records/hash.ts';

/** The fingerprint of what a form says and asks for as it stands: another one means that somebody changed the form by hand. */
export function formHash(form: GoogleAppsScript.Forms.Form): string {
  const items = form.getItems().map((item) => [item.getType().toString(), item.getTitle(), item.getHelpText(), ...askedBy(item)]);
  return hashOf(canonical([form.getTitle(), form.getDescription(), form.collectsEmail(), items]));
}

/** Whether an item must be answered, with which of what, and where that leads. Items of other types than ours are told apart by their type. */
function askedBy(item: GoogleAppsScript.Forms.Item): Json[] {
  const { ItemType } = FormApp;
  switch (item.getType()) {
    case ItemType.TEXT:
      return [item.asTextItem().isRequired()];
    case ItemType.PARAGRAPH_TEXT:
      return [item.asParagraphTextItem().isRequired()];
    case ItemType.CHECKBOX: {
      const ticks = item.asCheckboxItem();
      return [ticks.isRequired(), ...ticks.getChoices().map((choice) => choice.getValue())];
    }
    case ItemType.MULTIPLE_CHOICE: {
      const question = item.asMultipleChoiceItem();
      return [
        question.isRequired(),
        ...question.getChoices().map((choice) => [choice.getValue(), wayOf(choice.getPageNavigationType(), choice.getGotoPage())]),
      ];
    }
    case ItemType.GRID: {
      const grid = item.asGridItem();
      return [grid.isRequired(), grid.getRows(), grid.getColumns()];
    }
    case ItemType.PAGE_BREAK: {
      const page = item.asPageBreakItem();
      return [wayOf(page.getPageNavigationType(), page.getGoToPage())];
    }
    default:
      return [];
  }
}

function wayOf(navigation: GoogleAppsScript.Forms.PageNavigationType | null, page: GoogleAppsScript.Forms.PageBreakItem | null): Json {
  return [navigation === null ? '' : navigation.toString(), page === null ? null : page.getId()];
}
