import type { EnumValue } from '../served.ts';
import type { Color } from './color.ts';
import type { DataValidation } from './data-validation.ts';
import { expectArgs } from './host.ts';
import type { Range } from './range.ts';
import { LOOKS, type Look } from './range-looks.ts';
import { RangeValues } from './range-values.ts';
import type { TextStyle } from './rich-text.ts';

/** What the cells of a range look like and accept. */
export abstract class RangeFormat extends RangeValues {
  #get<T>(look: Look<T>): T {
    return this.$first(look.read);
  }
  #all<T>(look: Look<T>): T[][] {
    return this.$cells(look.read);
  }
  #set<T>(look: Look<T>, args: unknown[]): Range {
    expectArgs(look.method, args, look.kind);
    return this.$style(look.write(args[0]));
  }
  #setEach<T>(look: Look<T>, args: unknown[]): Range {
    expectArgs(`${look.method}s`, args, 'Array');
    return this.$styleEach(args[0], (value) => {
      expectArgs(`${look.method}s`, [value ?? null], `${look.kind}|null`);
      return look.write(value ?? null);
    });
  }

  getBackground(): string {
    return this.#get(LOOKS.background);
  }
  getBackgrounds(): string[][] {
    return this.#all(LOOKS.background);
  }
  setBackground(...args: unknown[]): Range {
    return this.#set(LOOKS.background, args);
  }
  setBackgrounds(...args: unknown[]): Range {
    return this.#setEach(LOOKS.background, args);
  }
  getBackgroundObject(): Color {
    return this.#get(LOOKS.backgroundObject);
  }
  getBackgroundObjects(): Color[][] {
    return this.#all(LOOKS.backgroundObject);
  }
  setBackgroundObject(...args: unknown[]): Range {
    return this.#set(LOOKS.backgroundObject, args);
  }
  setBackgroundObjects(...args: unknown[]): Range {
    return this.#setEach(LOOKS.backgroundObject, args);
  }
  getFontColorObject(): Color {
    return this.#get(LOOKS.fontColorObject);
  }
  getFontColorObjects(): Color[][] {
    return this.#all(LOOKS.fontColorObject);
  }
  setFontColorObject(...args: unknown[]): Range {
    return this.#set(LOOKS.fontColorObject, args);
  }
  setFontColorObjects(...args: unknown[]): Range {
    return this.#setEach(LOOKS.fontColorObject, args);
  }
  setFontColor(...args: unknown[]): Range {
    return this.#set(LOOKS.fontColor, args);
  }
  setFontColors(...args: unknown[]): Range {
    return this.#setEach(LOOKS.fontColor, args);
  }
  getFontFamily(): string {
    return this.#get(LOOKS.fontFamily);
  }
  getFontFamilies(): string[][] {
    return this.#all(LOOKS.fontFamily);
  }
  setFontFamily(...args: unknown[]): Range {
    return this.#set(LOOKS.fontFamily, args);
  }
  setFontFamilies(...args: unknown[]): Range {
    return this.#setEach(LOOKS.fontFamily, args);
  }
  getFontSize(): number {
    return this.#get(LOOKS.fontSize);
  }
  getFontSizes(): number[][] {
    return this.#all(LOOKS.fontSize);
  }
  setFontSize(...args: unknown[]): Range {
    return this.#set(LOOKS.fontSize, args);
  }
  setFontSizes(...args: unknown[]): Range {
    return this.#setEach(LOOKS.fontSize, args);
  }
  getFontWeight(): string {
    return this.#get(LOOKS.fontWeight);
  }
  getFontWeights(): string[][] {
    return this.#all(LOOKS.fontWeight);
  }
  setFontWeight(...args: unknown[]): Range {
    return this.#set(LOOKS.fontWeight, args);
  }
  setFontWeights(...args: unknown[]): Range {
    return this.#setEach(LOOKS.fontWeight, args);
  }
  getFontStyle(): string {
    return this.#get(LOOKS.fontStyle);
  }
  getFontStyles(): string[][] {
    return this.#all(LOOKS.fontStyle);
  }
  setFontStyle(...args: unknown[]): Range {
    return this.#set(LOOKS.fontStyle, args);
  }
  setFontStyles(...args: unknown[]): Range {
    return this.#setEach(LOOKS.fontStyle, args);
  }
  getFontLine(): string {
    return this.#get(LOOKS.fontLine);
  }
  getFontLines(): string[][] {
    return this.#all(LOOKS.fontLine);
  }
  setFontLine(...args: unknown[]): Range {
    return this.#set(LOOKS.fontLine, args);
  }
  setFontLines(...args: unknown[]): Range {
    return this.#setEach(LOOKS.fontLine, args);
  }
  getHorizontalAlignment(): string {
    return this.#get(LOOKS.horizontal);
  }
  getHorizontalAlignments(): string[][] {
    return this.#all(LOOKS.horizontal);
  }
  setHorizontalAlignment(...args: unknown[]): Range {
    return this.#set(LOOKS.horizontal, args);
  }
  setHorizontalAlignments(...args: unknown[]): Range {
    return this.#setEach(LOOKS.horizontal, args);
  }
  getVerticalAlignment(): string {
    return this.#get(LOOKS.vertical);
  }
  getVerticalAlignments(): string[][] {
    return this.#all(LOOKS.vertical);
  }
  setVerticalAlignment(...args: unknown[]): Range {
    return this.#set(LOOKS.vertical, args);
  }
  setVerticalAlignments(...args: unknown[]): Range {
    return this.#setEach(LOOKS.vertical, args);
  }
  getNumberFormat(): string {
    return this.#get(LOOKS.numberFormat);
  }
  getNumberFormats(): string[][] {
    return this.#all(LOOKS.numberFormat);
  }
  setNumberFormat(...args: unknown[]): Range {
    return this.#set(LOOKS.numberFormat, args);
  }
  setNumberFormats(...args: unknown[]): Range {
    return this.#setEach(LOOKS.numberFormat, args);
  }
  getWrap(): boolean {
    return this.#get(LOOKS.wrapped);
  }
  getWraps(): boolean[][] {
    return this.#all(LOOKS.wrapped);
  }
  setWrap(...args: unknown[]): Range {
    return this.#set(LOOKS.wrapped, args);
  }
  setWraps(...args: unknown[]): Range {
    return this.#setEach(LOOKS.wrapped, args);
  }
  getWrapStrategy(): EnumValue {
    return this.#get(LOOKS.wrap);
  }
  getWrapStrategies(): EnumValue[][] {
    return this.#all(LOOKS.wrap);
  }
  setWrapStrategy(...args: unknown[]): Range {
    return this.#set(LOOKS.wrap, args);
  }
  setWrapStrategies(...args: unknown[]): Range {
    return this.#setEach(LOOKS.wrap, args);
  }
  getTextStyle(): TextStyle {
    return this.#get(LOOKS.textStyle);
  }
  getTextStyles(): TextStyle[][] {
    return this.#all(LOOKS.textStyle);
  }
  setTextStyle(...args: unknown[]): Range {
    return this.#set(LOOKS.textStyle, args);
  }
  setTextStyles(...args: unknown[]): Range {
    return this.#setEach(LOOKS.textStyle, args);
  }
  getDataValidation(): DataValidation | null {
    return this.#get(LOOKS.validation);
  }
  getDataValidations(): (DataValidation | null)[][] {
    return this.#all(LOOKS.validation);
  }
  setDataValidation(...args: unknown[]): Range {
    return this.#set(LOOKS.validation, args);
  }
  setDataValidations(...args: unknown[]): Range {
    return this.#setEach(LOOKS.validation, args);
  }
  /** Older names that scripts still use; Google keeps them working. */
  getBackgroundColor(): string {
    return this.getBackground();
  }
  setBackgroundColor(...args: unknown[]): Range {
    return this.#set(LOOKS.background, args);
  }
  setBackgroundRGB(...args: unknown[]): Range {
    expectArgs('Range.setBackgroundRGB', args, 'integer integer integer');
    return this.$style(LOOKS.background.write(`rgb(${args.join(',')})`));
  }
}
