import type { Answer } from '../../workspace/forms/sections.ts';
import { documented, type Served } from '../served.ts';
import { type FormContext, FormPart } from './context.ts';

/** The answer to one question (docs/apps-script/reference/forms/item-response.md). */
export class ItemResponse extends FormPart {
  readonly $name = 'ItemResponse';
  constructor(
    form: FormContext,
    readonly $itemId: number,
    readonly $answer: Answer,
  ) {
    super(form);
  }

  getItem(): Served {
    return this.$form.itemFor(this.$form, this.$itemId);
  }

  /** Text; a list for checkboxes and grids, with '' where a grid's row was left out. */
  getResponse(): string | string[] | (string | string[])[] {
    return typeof this.$answer === 'string' ? this.$answer : this.$answer.map((entry) => entry ?? '');
  }
}

documented<ItemResponse, GoogleAppsScript.Forms.ItemResponse>(true);
