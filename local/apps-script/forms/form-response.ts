import type { FormResponseData } from '../../workspace/data.ts';
import { isEmpty } from '../../workspace/forms/answers.ts';
import type { Answers } from '../../workspace/forms/sections.ts';
import { mismatch, ScriptError } from '../errors.ts';
import { documented } from '../served.ts';
import { type FormContext, FormPart, latencyOf } from './context.ts';
import { ItemBase } from './item-base.ts';
import { ItemResponse } from './item-response.ts';

/** Questions that answer '' when nobody answered them (docs/apps-script/reference/forms/form-response.md `getItemResponses`). */
const BLANK_WHEN_UNANSWERED = new Set(['TEXT', 'DATE', 'TIME', 'PARAGRAPH_TEXT']);

/** A response: one kept by the form (`responseId`), or one that the script is putting together. */
export class FormResponse extends FormPart {
  readonly $name = 'FormResponse';
  override readonly $latency: Readonly<Record<string, number>> = { ...latencyOf(this), submit: 500 };
  #submitted = false;
  readonly #draft: Answers = {};

  constructor(
    form: FormContext,
    readonly $responseId: string | null,
  ) {
    super(form);
  }

  get #kept(): FormResponseData | null {
    if (this.$responseId === null) return null;
    const found = this.$form.form.responses.find((response) => response.id === this.$responseId);
    if (!found) throw noSuchResponse();
    return found;
  }

  get #answers(): Answers {
    return this.#kept?.answers ?? this.#draft;
  }

  getId(): string | null {
    return this.#kept?.id ?? null;
  }
  getTimestamp(): Date | null {
    const kept = this.#kept;
    return kept ? new Date(kept.submittedTime) : null;
  }
  /** '' when the form did not collect it. */
  getRespondentEmail(): string | null {
    return this.#kept?.respondentEmail ?? null;
  }
  getEditResponseUrl(): string | null {
    const kept = this.#kept;
    return kept ? this.$form.forms.editResponseUrl(this.$form.form, kept) : null;
  }
  toPrefilledUrl(): string {
    return this.$form.forms.prefilledUrl(this.$form.form, this.#answers);
  }

  /** In the form's order; an unanswered text, date or time comes as '', any other unanswered question not at all. */
  getItemResponses(): ItemResponse[] {
    const answers = this.#answers;
    return this.$form.form.items.flatMap((item) => {
      const answer = answers[item.id];
      if (answer !== undefined && !isEmpty(answer)) return [new ItemResponse(this.$form, item.id, answer)];
      return BLANK_WHEN_UNANSWERED.has(item.type) ? [new ItemResponse(this.$form, item.id, '')] : [];
    });
  }

  getResponseForItem(item: ItemBase): ItemResponse | null {
    if (!(item instanceof ItemBase)) throw mismatch('FormApp.FormResponse.getResponseForItem', [item]);
    const answer = this.#answers[item.$id];
    return answer === undefined || isEmpty(answer) ? null : new ItemResponse(this.$form, item.$id, answer);
  }

  withItemResponse(response: ItemResponse): this {
    if (!(response instanceof ItemResponse)) throw mismatch('FormApp.FormResponse.withItemResponse', [response]);
    if (this.$responseId !== null || this.#submitted) throw alreadySubmitted();
    this.$form.item(response.$itemId);
    this.#draft[response.$itemId] = response.$answer;
    return this;
  }

  /** Fires no trigger. A form of one response each takes none from scripts (docs/apps-script/reference/forms/form.md). */
  submit(): FormResponse {
    if (this.$responseId !== null || this.#submitted) throw alreadySubmitted();
    const { form, forms } = this.$form;
    if (form.limitOneResponsePerUser) throw new ScriptError('Scripts cannot submit responses to a form that is limited to one response per user.');
    if (!form.published || !form.acceptingResponses) throw new ScriptError('This form is not currently accepting responses.');
    const [problem] = Object.entries(forms.problemsWith({ ...form, emailCollection: 'DO_NOT_COLLECT' }, { answers: this.#draft }));
    if (problem) throw new ScriptError(`Invalid response submitted to item ${problem[0]}: ${problem[1]}.`);
    const kept = forms.submitFromScript(form, this.#draft);
    this.#submitted = true;
    return new FormResponse(this.$form, kept.id);
  }
}

documented<FormResponse, GoogleAppsScript.Forms.FormResponse>(true);

export function noSuchResponse(): ScriptError {
  return new ScriptError('The form response could not be found.');
}

function alreadySubmitted(): ScriptError {
  return new ScriptError('This response has already been submitted.');
}
