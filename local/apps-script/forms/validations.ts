import type { FormItemData } from '../../workspace/data.ts';
import { mismatch, ScriptError } from '../errors.ts';
import { documented, LocalServed } from '../served.ts';

type ValidationData = FormItemData['validation'];

/** A built validation: the kind of question it is for, and what it asks (undefined: nothing was required of it). */
class Validation extends LocalServed {
  constructor(
    readonly $name: string,
    readonly $data: ValidationData,
  ) {
    super();
  }
}

/**
 * The validation in an argument of `setValidation`; null, or one that requires nothing, takes any validation away.
 * @throws what Apps Script throws for the validation of another kind of question
 */
export function validationIn(value: unknown, name: string, method: string): ValidationData {
  if (value === null) return undefined;
  if (!(value instanceof Validation) || value.$name !== name) throw mismatch(method, [value]);
  return value.$data && structuredClone(value.$data);
}

/** A later requirement replaces an earlier one: a question has one rule. */
abstract class ValidationBuilder extends LocalServed {
  #kind: string | null = null;
  #values: (string | number)[] = [];
  #helpText: string | null = null;

  setHelpText(text: string): this {
    if (typeof text !== 'string') throw mismatch(`FormApp.${this.$name}.setHelpText`, [text]);
    this.#helpText = text;
    return this;
  }

  build(): Validation {
    const data = this.#kind === null ? undefined : { kind: this.#kind, values: this.#values, helpText: this.#helpText };
    return new Validation(this.$name.replace(/Builder$/, ''), data);
  }

  protected $require(kind: string, ...values: (string | number)[]): this {
    this.#kind = kind;
    this.#values = values;
    return this;
  }

  protected $number(kind: string, ...values: number[]): this {
    if (!values.every((value) => typeof value === 'number' && Number.isFinite(value))) throw mismatch(`FormApp.${this.$name}.${kind}`, values);
    return this.$require(kind, ...values);
  }

  protected $count(kind: string, value: number): this {
    if (typeof value !== 'number' || value < 0) throw mismatch(`FormApp.${this.$name}.${kind}`, [value]);
    return this.$require(kind, Math.trunc(value));
  }

  protected $pattern(kind: string, pattern: string): this {
    if (typeof pattern !== 'string') throw mismatch(`FormApp.${this.$name}.${kind}`, [pattern]);
    try {
      new RegExp(pattern);
    } catch {
      throw new ScriptError(`Invalid regular expression: ${pattern}`);
    }
    return this.$require(kind, pattern);
  }
}

export class ParagraphTextValidationBuilder extends ValidationBuilder {
  readonly $name: string = 'ParagraphTextValidationBuilder';
  requireTextContainsPattern(pattern: string): this {
    return this.$pattern('requireTextContainsPattern', pattern);
  }
  requireTextDoesNotContainPattern(pattern: string): this {
    return this.$pattern('requireTextDoesNotContainPattern', pattern);
  }
  requireTextMatchesPattern(pattern: string): this {
    return this.$pattern('requireTextMatchesPattern', pattern);
  }
  requireTextDoesNotMatchPattern(pattern: string): this {
    return this.$pattern('requireTextDoesNotMatchPattern', pattern);
  }
  requireTextLengthGreaterThanOrEqualTo(number: number): this {
    return this.$count('requireTextLengthGreaterThanOrEqualTo', number);
  }
  requireTextLengthLessThanOrEqualTo(number: number): this {
    return this.$count('requireTextLengthLessThanOrEqualTo', number);
  }
}

documented<ParagraphTextValidationBuilder, GoogleAppsScript.Forms.ParagraphTextValidationBuilder>(true);

export class TextValidationBuilder extends ParagraphTextValidationBuilder {
  override readonly $name = 'TextValidationBuilder';
  requireNumber(): this {
    return this.$require('requireNumber');
  }
  requireWholeNumber(): this {
    return this.$require('requireWholeNumber');
  }
  requireNumberBetween(start: number, end: number): this {
    return this.$number('requireNumberBetween', start, end);
  }
  requireNumberNotBetween(start: number, end: number): this {
    return this.$number('requireNumberNotBetween', start, end);
  }
  requireNumberEqualTo(number: number): this {
    return this.$number('requireNumberEqualTo', number);
  }
  requireNumberNotEqualTo(number: number): this {
    return this.$number('requireNumberNotEqualTo', number);
  }
  requireNumberGreaterThan(number: number): this {
    return this.$number('requireNumberGreaterThan', number);
  }
  requireNumberGreaterThanOrEqualTo(number: number): this {
    return this.$number('requireNumberGreaterThanOrEqualTo', number);
  }
  requireNumberLessThan(number: number): this {
    return this.$number('requireNumberLessThan', number);
  }
  requireNumberLessThanOrEqualTo(number: number): this {
    return this.$number('requireNumberLessThanOrEqualTo', number);
  }
  requireTextIsEmail(): this {
    return this.$require('requireTextIsEmail');
  }
  requireTextIsUrl(): this {
    return this.$require('requireTextIsUrl');
  }
}

documented<TextValidationBuilder, GoogleAppsScript.Forms.TextValidationBuilder>(true);

export class CheckboxValidationBuilder extends ValidationBuilder {
  readonly $name = 'CheckboxValidationBuilder';
  requireSelectAtLeast(number: number): this {
    return this.$count('requireSelectAtLeast', number);
  }
  requireSelectAtMost(number: number): this {
    return this.$count('requireSelectAtMost', number);
  }
  requireSelectExactly(number: number): this {
    return this.$count('requireSelectExactly', number);
  }
}

documented<CheckboxValidationBuilder, GoogleAppsScript.Forms.CheckboxValidationBuilder>(true);

export class GridValidationBuilder extends ValidationBuilder {
  readonly $name: string = 'GridValidationBuilder';
  requireLimitOneResponsePerColumn(): this {
    return this.$require('requireLimitOneResponsePerColumn');
  }
}

documented<GridValidationBuilder, GoogleAppsScript.Forms.GridValidationBuilder>(true);

export class CheckboxGridValidationBuilder extends GridValidationBuilder {
  override readonly $name = 'CheckboxGridValidationBuilder';
}

documented<CheckboxGridValidationBuilder, GoogleAppsScript.Forms.CheckboxGridValidationBuilder>(true);
