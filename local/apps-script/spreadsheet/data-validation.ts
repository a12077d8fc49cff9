import type { ValidationData } from '../../workspace/data.ts';
import { quotedSheet } from '../../workspace/sheets/a1.ts';
import { serialOf, timeOf } from '../../workspace/sheets/serial-date.ts';
import { ScriptError } from '../errors.ts';
import { documented, type EnumValue, LocalServed } from '../served.ts';
import { DataValidationCriteria, RelativeDate } from './enums.ts';
import { expectArgs } from './host.ts';
import type { Range } from './range.ts';

/** Days in a rule are calendar days: read and given back at midnight in this zone, whatever the spreadsheet's. */
const DAY_ZONE = 'UTC';

/** docs/apps-script/reference/spreadsheet/data-validation.md */
export class DataValidation extends LocalServed {
  readonly $name = 'DataValidation';
  constructor(
    readonly $rule: ValidationData,
    /** The range whose values are allowed, while a script holds the rule it has just made. */
    readonly $range: Range | null = null,
  ) {
    super();
  }
  getCriteriaType(): EnumValue {
    return DataValidationCriteria.$of(this.$rule.criteria);
  }
  getCriteriaValues(): unknown[] {
    const { criteria, values, showDropdown } = this.$rule;
    if (criteria === 'VALUE_IN_LIST') return [values, showDropdown !== false];
    if (criteria === 'VALUE_IN_RANGE') return [this.$range ?? values[0], showDropdown !== false];
    if (criteria.endsWith('_RELATIVE')) return values.map((value) => RelativeDate.$of(String(value)));
    return criteria.startsWith('DATE') ? values.map((value) => new Date(timeOf(Number(value), DAY_ZONE))) : values;
  }
  getAllowInvalid(): boolean {
    return this.$rule.allowInvalid;
  }
  getHelpText(): string | null {
    return this.$rule.helpText;
  }
  copy(): DataValidationBuilder {
    return new DataValidationBuilder({ ...this.$rule }, this.$range);
  }
}
documented<DataValidation, GoogleAppsScript.Spreadsheet.DataValidation>(true);

/** docs/apps-script/reference/spreadsheet/data-validation-builder.md. A new rule shows a warning and takes what is entered. */
export class DataValidationBuilder extends LocalServed {
  readonly $name = 'DataValidationBuilder';
  readonly #rule: ValidationData;
  #range: Range | null;
  constructor(rule?: ValidationData, range: Range | null = null) {
    super();
    this.#rule = rule ?? { criteria: '', values: [], allowInvalid: true, helpText: null };
    this.#range = range;
  }

  #require(method: string, args: unknown[], kinds: string, criteria: string, values: ValidationData['values'] = args as ValidationData['values']): this {
    expectArgs(`DataValidationBuilder.${method}`, args, kinds);
    this.#range = null;
    delete this.#rule.showDropdown;
    Object.assign(this.#rule, { criteria, values });
    return this;
  }
  #requireDay(method: string, args: unknown[], criteria: string): this {
    expectArgs(`DataValidationBuilder.${method}`, args, Array(args.length).fill('Date').join(' ') || 'Date');
    return this.#require(
      method,
      args,
      args.length === 2 ? 'Date Date' : 'Date',
      criteria,
      (args as Date[]).map((day) => Math.floor(serialOf(day.getTime(), DAY_ZONE))),
    );
  }

  requireCheckbox(...args: unknown[]): this {
    expectArgs('DataValidationBuilder.requireCheckbox', args, '', 'any', 'any any');
    return this.#require('requireCheckbox', args, 'any? any?', 'CHECKBOX');
  }
  requireDate(...args: unknown[]): this {
    return this.#require('requireDate', args, '', 'DATE_IS_VALID_DATE');
  }
  requireDateAfter(...args: unknown[]): this {
    return this.#requireDay('requireDateAfter', args, 'DATE_AFTER');
  }
  requireDateBefore(...args: unknown[]): this {
    return this.#requireDay('requireDateBefore', args, 'DATE_BEFORE');
  }
  requireDateBetween(...args: unknown[]): this {
    return this.#requireDay('requireDateBetween', args, 'DATE_BETWEEN');
  }
  requireDateNotBetween(...args: unknown[]): this {
    return this.#requireDay('requireDateNotBetween', args, 'DATE_NOT_BETWEEN');
  }
  requireDateEqualTo(...args: unknown[]): this {
    return this.#requireDay('requireDateEqualTo', args, 'DATE_EQUAL_TO');
  }
  requireDateOnOrAfter(...args: unknown[]): this {
    return this.#requireDay('requireDateOnOrAfter', args, 'DATE_ON_OR_AFTER');
  }
  requireDateOnOrBefore(...args: unknown[]): this {
    return this.#requireDay('requireDateOnOrBefore', args, 'DATE_ON_OR_BEFORE');
  }
  requireFormulaSatisfied(...args: unknown[]): this {
    return this.#require('requireFormulaSatisfied', args, 'string', 'CUSTOM_FORMULA');
  }
  requireNumberBetween(...args: unknown[]): this {
    return this.#require('requireNumberBetween', args, 'number number', 'NUMBER_BETWEEN');
  }
  requireNumberNotBetween(...args: unknown[]): this {
    return this.#require('requireNumberNotBetween', args, 'number number', 'NUMBER_NOT_BETWEEN');
  }
  requireNumberEqualTo(...args: unknown[]): this {
    return this.#require('requireNumberEqualTo', args, 'number', 'NUMBER_EQUAL_TO');
  }
  requireNumberNotEqualTo(...args: unknown[]): this {
    return this.#require('requireNumberNotEqualTo', args, 'number', 'NUMBER_NOT_EQUAL_TO');
  }
  requireNumberGreaterThan(...args: unknown[]): this {
    return this.#require('requireNumberGreaterThan', args, 'number', 'NUMBER_GREATER_THAN');
  }
  requireNumberGreaterThanOrEqualTo(...args: unknown[]): this {
    return this.#require('requireNumberGreaterThanOrEqualTo', args, 'number', 'NUMBER_GREATER_THAN_OR_EQUAL_TO');
  }
  requireNumberLessThan(...args: unknown[]): this {
    return this.#require('requireNumberLessThan', args, 'number', 'NUMBER_LESS_THAN');
  }
  requireNumberLessThanOrEqualTo(...args: unknown[]): this {
    return this.#require('requireNumberLessThanOrEqualTo', args, 'number', 'NUMBER_LESS_THAN_OR_EQUAL_TO');
  }
  requireTextContains(...args: unknown[]): this {
    return this.#require('requireTextContains', args, 'string', 'TEXT_CONTAINS');
  }
  requireTextDoesNotContain(...args: unknown[]): this {
    return this.#require('requireTextDoesNotContain', args, 'string', 'TEXT_DOES_NOT_CONTAIN');
  }
  requireTextEqualTo(...args: unknown[]): this {
    return this.#require('requireTextEqualTo', args, 'string', 'TEXT_EQUAL_TO');
  }
  requireTextIsEmail(...args: unknown[]): this {
    return this.#require('requireTextIsEmail', args, '', 'TEXT_IS_VALID_EMAIL');
  }
  requireTextIsUrl(...args: unknown[]): this {
    return this.#require('requireTextIsUrl', args, '', 'TEXT_IS_VALID_URL');
  }
  requireValueInList(...args: unknown[]): this {
    const list = args[0] as ValidationData['values'];
    return this.#require('requireValueInList', args, 'Array boolean?', 'VALUE_IN_LIST', Array.isArray(list) ? [...list] : []).#dropdown(args[1]);
  }
  requireValueInRange(...args: unknown[]): this {
    expectArgs('DataValidationBuilder.requireValueInRange', args, 'Range boolean?');
    const range = args[0] as Range;
    const sheet = range.$inSheet((each) => each.name);
    this.#require('requireValueInRange', args, 'Range boolean?', 'VALUE_IN_RANGE', [`${quotedSheet(sheet)}!${range.getA1Notation()}`]);
    this.#range = range;
    return this.#dropdown(args[1]);
  }
  #dropdown(show: unknown): this {
    if (show === false) this.#rule.showDropdown = false;
    return this;
  }

  setAllowInvalid(...args: unknown[]): this {
    expectArgs('DataValidationBuilder.setAllowInvalid', args, 'boolean');
    this.#rule.allowInvalid = args[0] as boolean;
    return this;
  }
  setHelpText(...args: unknown[]): this {
    expectArgs('DataValidationBuilder.setHelpText', args, 'string|null');
    this.#rule.helpText = args[0] as string | null;
    return this;
  }
  getCriteriaType(): EnumValue {
    return this.build().getCriteriaType();
  }
  getCriteriaValues(): unknown[] {
    return this.build().getCriteriaValues();
  }
  getAllowInvalid(): boolean {
    return this.#rule.allowInvalid;
  }
  getHelpText(): string | null {
    return this.#rule.helpText;
  }
  copy(): DataValidationBuilder {
    return new DataValidationBuilder({ ...this.#rule }, this.#range);
  }
  build(): DataValidation {
    if (this.#rule.criteria === '') throw new ScriptError('Cannot build a data validation rule without criteria.');
    return new DataValidation({ ...this.#rule, values: [...this.#rule.values] }, this.#range);
  }
}
documented<DataValidationBuilder, GoogleAppsScript.Spreadsheet.DataValidationBuilder>(true);
