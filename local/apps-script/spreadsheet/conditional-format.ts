import { colorFields } from '../../rest/sheets/styles.ts';
import type { GridRangeData } from '../../workspace/data.ts';
import { ScriptError } from '../errors.ts';
import { documented, LocalServed } from '../served.ts';
import { colorFromCss } from './convert.ts';
import { Criteria } from './criteria.ts';
import { expectArgs } from './host.ts';
import { gridRange } from './protection.ts';
import type { Range } from './range.ts';

/** As the API has it; its ranges are kept in the Workspace's own form. */
export interface ConditionalFormatData {
  ranges: GridRangeData[];
  booleanRule?: { condition: { type: string; values: unknown[] }; format: Record<string, unknown> };
  gradientRule?: Record<string, unknown>;
}

/** docs/apps-script/reference/spreadsheet/conditional-format-rule.md */
export class ConditionalFormatRule extends LocalServed {
  readonly $name = 'ConditionalFormatRule';
  constructor(
    readonly $data: ConditionalFormatData,
    readonly $ranges: readonly Range[],
  ) {
    super();
  }
  getRanges(): readonly Range[] {
    return this.$ranges;
  }
  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(structuredClone(this.$data), [...this.$ranges]);
  }
}
documented<ConditionalFormatRule, GoogleAppsScript.Spreadsheet.ConditionalFormatRule>(true);

/** docs/apps-script/reference/spreadsheet/conditional-format-rule-builder.md */
export class ConditionalFormatRuleBuilder extends Criteria {
  readonly $name = 'ConditionalFormatRuleBuilder';
  #condition: { type: string; values: unknown[] } | undefined;
  readonly #format: Record<string, unknown>;
  readonly #text: Record<string, unknown>;
  readonly #gradient: Record<string, unknown>;
  #ranges: Range[];

  constructor(data?: ConditionalFormatData, ranges: Range[] = []) {
    super();
    this.#condition = data?.booleanRule?.condition;
    this.#format = { ...data?.booleanRule?.format };
    this.#text = { ...(this.#format['textFormat'] as Record<string, unknown> | undefined) };
    this.#gradient = { ...data?.gradientRule };
    this.#ranges = ranges;
  }
  protected override $condition(type: string, values: unknown[]): this {
    this.#condition = { type, values };
    return this;
  }

  setRanges(...args: unknown[]): this {
    expectArgs('ConditionalFormatRuleBuilder.setRanges', args, 'Array');
    this.#ranges = args[0] as Range[];
    return this;
  }
  getRanges(): readonly Range[] {
    return this.#ranges;
  }
  setBackground(...args: unknown[]): this {
    Object.assign(this.#format, colorFields('backgroundColor', this.#color('setBackground', args)));
    return this;
  }
  setFontColor(...args: unknown[]): this {
    Object.assign(this.#text, colorFields('foregroundColor', this.#color('setFontColor', args)));
    return this;
  }
  #color(method: string, args: unknown[]): string | undefined {
    expectArgs(`ConditionalFormatRuleBuilder.${method}`, args, 'string|null');
    return colorFromCss(args[0], `SpreadsheetApp.ConditionalFormatRuleBuilder.${method}`);
  }
  #setText(method: string, name: string, args: unknown[]): this {
    expectArgs(`ConditionalFormatRuleBuilder.${method}`, args, 'boolean');
    this.#text[name] = args[0];
    return this;
  }
  setBold(...args: unknown[]): this {
    return this.#setText('setBold', 'bold', args);
  }
  setItalic(...args: unknown[]): this {
    return this.#setText('setItalic', 'italic', args);
  }
  setUnderline(...args: unknown[]): this {
    return this.#setText('setUnderline', 'underline', args);
  }
  setStrikethrough(...args: unknown[]): this {
    return this.#setText('setStrikethrough', 'strikethrough', args);
  }
  setGradientMinpoint(...args: unknown[]): this {
    return this.#point('setGradientMinpoint', 'minpoint', 'MIN', args);
  }
  setGradientMaxpoint(...args: unknown[]): this {
    return this.#point('setGradientMaxpoint', 'maxpoint', 'MAX', args);
  }
  #point(method: string, name: string, type: string, args: unknown[]): this {
    this.#gradient[name] = { ...colorFields('color', this.#color(method, args)), type };
    return this;
  }

  build(): ConditionalFormatRule {
    if (this.#ranges.length === 0) throw new ScriptError('Cannot create a conditional format rule without ranges.');
    const ranges = this.#ranges.map(gridRange);
    if (Object.keys(this.#gradient).length > 0) return new ConditionalFormatRule({ ranges, gradientRule: { ...this.#gradient } }, this.#ranges);
    if (!this.#condition) throw new ScriptError('Cannot create a conditional format rule without a condition.');
    const format = { ...this.#format, ...(Object.keys(this.#text).length > 0 ? { textFormat: { ...this.#text } } : {}) };
    return new ConditionalFormatRule({ ranges, booleanRule: { condition: this.#condition, format } }, this.#ranges);
  }
}
documented<ConditionalFormatRuleBuilder, GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder>(true);
