import type { FeedbackData, FormItemData } from '../../workspace/data.ts';
import { isEmpty, problemWith } from '../../workspace/forms/answers.ts';
import type { Answer } from '../../workspace/forms/sections.ts';
import { mismatch, ScriptError } from '../errors.ts';
import type { EnumValue } from '../served.ts';
import { type FormContext, FormPart } from './context.ts';
import { ItemType } from './enums.ts';
import { QuizFeedback } from './feedback.ts';
import { ItemResponse } from './item-response.ts';
import { validationIn } from './validations.ts';

/** What every item of a form has. */
export abstract class ItemBase extends FormPart {
  constructor(
    form: FormContext,
    readonly $id: number,
  ) {
    super(form);
  }

  /** What the form keeps of it. @throws ScriptError when the item was deleted */
  get $data(): FormItemData {
    return this.$form.item(this.$id);
  }

  getId(): number {
    return this.$data.id;
  }
  getIndex(): number {
    return this.$form.form.items.indexOf(this.$data);
  }
  getTitle(): string {
    return this.$data.title;
  }
  getHelpText(): string {
    return this.$data.helpText;
  }
  getType(): EnumValue {
    return ItemType.$of(this.$data.type);
  }
  setTitle(title: string): this {
    this.$data.title = this.$text(title, 'setTitle');
    this.$form.forms.itemsChanged(this.$form.form);
    return this;
  }
  setHelpText(text: string): this {
    this.$data.helpText = this.$text(text, 'setHelpText');
    return this;
  }
  /** Appended at the end, whatever the place of the original. */
  duplicate(): this {
    const copy = this.$form.forms.addItem(this.$form.form, structuredClone(this.$data));
    return new (this.constructor as new (form: FormContext, id: number) => this)(this.$form, copy.id);
  }
}

/** An item that asks something. */
export abstract class QuestionBase extends ItemBase {
  isRequired(): boolean {
    return this.$data.required;
  }
  setRequired(enabled: boolean): this {
    this.$data.required = this.$boolean(enabled, 'setRequired');
    return this;
  }

  /** Sets the validation in a `setValidation` argument; null or one without a requirement takes it away. */
  protected $validate(validation: unknown): this {
    const data = validationIn(validation, this.$name.replace(/Item$/, 'Validation'), `FormApp.${this.$name}.setValidation`);
    if (data) this.$data.validation = data;
    else delete this.$data.validation;
    return this;
  }

  /** @throws ScriptError when the answer does not fit the question */
  protected $respond(answer: Answer): ItemResponse {
    // "Required" is the form's business when it is submitted, not the item's.
    const problem = isEmpty(answer) ? null : problemWith({ ...this.$data, required: false }, answer);
    if (problem !== null) throw new ScriptError(`Invalid response submitted to item: ${problem}.`);
    return new ItemResponse(this.$form, this.$id, answer);
  }
}

/** A question that can be worth points in a quiz. */
export abstract class GradedBase extends QuestionBase {
  getPoints(): number {
    return this.$data.points ?? 0;
  }
  /** Graded questions are only allowed in quizzes (docs/apps-script/reference/forms/form.md `setIsQuiz`). */
  setPoints(points: number): this {
    const whole = this.$integer(points, 'setPoints');
    if (whole < 0 || !this.$form.form.isQuiz) throw new ScriptError('Invalid data updating form.');
    this.$data.points = whole;
    return this;
  }

  protected $getFeedback(type: keyof NonNullable<FormItemData['feedback']>): QuizFeedback | null {
    const feedback = this.$data.feedback?.[type];
    return feedback ? new QuizFeedback(feedback) : null;
  }

  protected $setFeedback(type: keyof NonNullable<FormItemData['feedback']>, feedback: unknown, method: string): this {
    if (feedback !== null && !(feedback instanceof QuizFeedback)) throw mismatch(`FormApp.${this.$name}.${method}`, [feedback]);
    const { [type]: _, ...others } = this.$data.feedback ?? {};
    const kept: Partial<Record<typeof type, FeedbackData>> = feedback === null ? others : { ...others, [type]: structuredClone(feedback.$data) };
    this.$data.feedback = kept;
    return this;
  }
}

/** A graded question that no machine can mark right or wrong. */
export abstract class GeneralFeedbackBase extends GradedBase {
  getGeneralFeedback(): QuizFeedback | null {
    return this.$getFeedback('GENERAL');
  }
  setGeneralFeedback(feedback: QuizFeedback | null): this {
    return this.$setFeedback('GENERAL', feedback, 'setGeneralFeedback');
  }
}
