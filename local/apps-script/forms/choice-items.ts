import type { FormItemData } from '../../workspace/data.ts';
import { mismatch, ScriptError } from '../errors.ts';
import { documented, type EnumValue } from '../served.ts';
import { type FormContext, FormPart } from './context.ts';
import { PageNavigationType } from './enums.ts';
import type { QuizFeedback } from './feedback.ts';
import { GradedBase } from './item-base.ts';
import type { ItemResponse } from './item-response.ts';
import { destinationIn, PageBreakItem } from './layout-items.ts';

type ChoiceData = NonNullable<FormItemData['choices']>[number];

/** One option of a question (docs/apps-script/reference/forms/choice.md). */
export class Choice extends FormPart {
  readonly $name = 'Choice';
  constructor(
    form: FormContext,
    readonly $data: ChoiceData,
  ) {
    super(form);
  }

  getValue(): string {
    return this.$data.value;
  }
  getGotoPage(): PageBreakItem | null {
    return typeof this.$data.goTo === 'number' ? new PageBreakItem(this.$form, this.$data.goTo) : null;
  }
  getPageNavigationType(): EnumValue | null {
    const { goTo } = this.$data;
    return goTo === undefined ? null : PageNavigationType.$of(typeof goTo === 'number' ? 'GO_TO_PAGE' : goTo);
  }
  isCorrectAnswer(): boolean {
    return this.$form.form.isQuiz && this.$data.isCorrect === true;
  }
}

documented<Choice, GoogleAppsScript.Forms.Choice>(true);

abstract class ChoiceBase extends GradedBase {
  getChoices(): Choice[] {
    return (this.$data.choices ?? []).map((choice) => new Choice(this.$form, { ...choice }));
  }

  setChoices(choices: Choice[]): this {
    if (!Array.isArray(choices) || !choices.every((choice) => choice instanceof Choice)) throw mismatch(`FormApp.${this.$name}.setChoices`, [choices]);
    return this.$keep(
      choices.map((choice) => ({ ...choice.$data })),
      'choices',
    );
  }

  setChoiceValues(values: string[]): this {
    return this.$keep(
      this.$texts(values, 'setChoiceValues').map((value) => ({ value })),
      'values',
    );
  }

  getFeedbackForCorrect(): QuizFeedback | null {
    return this.$getFeedback('CORRECT');
  }
  getFeedbackForIncorrect(): QuizFeedback | null {
    return this.$getFeedback('INCORRECT');
  }
  setFeedbackForCorrect(feedback: QuizFeedback | null): this {
    return this.$setFeedback('CORRECT', feedback, 'setFeedbackForCorrect');
  }
  setFeedbackForIncorrect(feedback: QuizFeedback | null): this {
    return this.$setFeedback('INCORRECT', feedback, 'setFeedbackForIncorrect');
  }

  /** Choices with and without navigation do not mix in one item (docs/apps-script/reference/forms/page-navigation-type.md). */
  protected $keep(choices: ChoiceData[], argument: string): this {
    if (choices.length === 0) throw new ScriptError(`Array is empty: ${argument}`);
    if (new Set(choices.map((choice) => choice.value)).size < choices.length) throw new ScriptError('Questions cannot have duplicate choice values.');
    const leading = choices.filter((choice) => choice.goTo !== undefined).length;
    if (leading > 0 && leading < choices.length) throw new ScriptError('Choices with page navigation cannot be combined with choices without it.');
    this.$data.choices = choices;
    return this;
  }

  protected $choice(args: [value: string, second?: unknown], mayNavigate: boolean): Choice {
    const [value, second] = args;
    const method = `FormApp.${this.$name}.createChoice`;
    if (typeof value !== 'string') throw mismatch(method, args);
    if (second === undefined) return new Choice(this.$form, { value });
    if (typeof second === 'boolean') return new Choice(this.$form, { value, isCorrect: second });
    if (!mayNavigate) throw mismatch(method, args);
    return new Choice(this.$form, { value, goTo: destinationIn(second, method) });
  }
}

export class MultipleChoiceItem extends ChoiceBase {
  readonly $name = 'MultipleChoiceItem';
  createChoice(value: string, ...then: [(boolean | PageBreakItem | EnumValue)?]): Choice {
    return this.$choice([value, ...then], true);
  }
  createResponse(response: string): ItemResponse {
    return this.$respond(this.$text(response, 'createResponse'));
  }
  hasOtherOption(): boolean {
    return this.$data.hasOther === true;
  }
  showOtherOption(enabled: boolean): this {
    this.$data.hasOther = this.$boolean(enabled, 'showOtherOption');
    return this;
  }
}

documented<MultipleChoiceItem, GoogleAppsScript.Forms.MultipleChoiceItem>(true);

export class ListItem extends ChoiceBase {
  readonly $name = 'ListItem';
  createChoice(value: string, ...then: [(boolean | PageBreakItem | EnumValue)?]): Choice {
    return this.$choice([value, ...then], true);
  }
  createResponse(response: string): ItemResponse {
    return this.$respond(this.$text(response, 'createResponse'));
  }
}

documented<ListItem, GoogleAppsScript.Forms.ListItem>(true);

export class CheckboxItem extends ChoiceBase {
  readonly $name = 'CheckboxItem';
  createChoice(value: string, ...then: [boolean?]): Choice {
    return this.$choice([value, ...then], false);
  }
  createResponse(responses: string[]): ItemResponse {
    return this.$respond([...this.$texts(responses, 'createResponse')]);
  }
  hasOtherOption(): boolean {
    return this.$data.hasOther === true;
  }
  showOtherOption(enabled: boolean): this {
    this.$data.hasOther = this.$boolean(enabled, 'showOtherOption');
    return this;
  }
  setValidation(validation: unknown): this {
    return this.$validate(validation);
  }
  clearValidation(): this {
    return this.$validate(null);
  }
}

documented<CheckboxItem, GoogleAppsScript.Forms.CheckboxItem>(true);
