import { ScriptError } from '../errors.ts';
import { documented, Enumeration, type EnumValue, LocalServed } from '../served.ts';
import { colorFromCss } from './convert.ts';
import { ColorType } from './enums.ts';
import { expectArgs } from './host.ts';

export const ThemeColorType = new Enumeration('ThemeColorType', [
  'UNSUPPORTED',
  'TEXT',
  'BACKGROUND',
  'ACCENT1',
  'ACCENT2',
  'ACCENT3',
  'ACCENT4',
  'ACCENT5',
  'ACCENT6',
  'HYPERLINK',
]);

/** docs/apps-script/reference/base/rgb-color.md */
class RgbColor extends LocalServed {
  readonly $name = 'RgbColor';
  readonly #hex: string;
  constructor(hex: string) {
    super();
    this.#hex = hex;
  }
  #part(at: number): number {
    return Number.parseInt(this.#hex.slice(at, at + 2), 16);
  }
  asHexString(): string {
    return this.#hex;
  }
  getRed(): number {
    return this.#part(1);
  }
  getGreen(): number {
    return this.#part(3);
  }
  getBlue(): number {
    return this.#part(5);
  }
  getColorType(): EnumValue {
    return ColorType.$of('RGB');
  }
}
documented<RgbColor, GoogleAppsScript.Base.RgbColor>(true);

/** docs/apps-script/reference/spreadsheet/theme-color.md */
class ThemeColor extends LocalServed {
  readonly $name = 'ThemeColor';
  readonly #type: EnumValue;
  constructor(type: EnumValue) {
    super();
    this.#type = type;
  }
  getThemeColorType(): EnumValue {
    return this.#type;
  }
  getColorType(): EnumValue {
    return ColorType.$of('THEME');
  }
}
documented<ThemeColor, GoogleAppsScript.Spreadsheet.ThemeColor>(true);

/** docs/apps-script/reference/spreadsheet/color.md */
export class Color extends LocalServed {
  readonly $name: string = 'Color';
  $value: string | EnumValue | null;
  /** @param value `#rrggbb`, or a colour of the spreadsheet's theme */
  constructor(value: string | EnumValue | null) {
    super();
    this.$value = value;
  }
  getColorType(): EnumValue {
    return ColorType.$of(this.$value === null ? 'UNSUPPORTED' : typeof this.$value === 'string' ? 'RGB' : 'THEME');
  }
  asRgbColor(): RgbColor {
    if (typeof this.$value !== 'string') throw new ScriptError('Object is not of type RgbColor.');
    return new RgbColor(this.$value);
  }
  asThemeColor(): ThemeColor {
    if (this.$value === null || typeof this.$value === 'string') throw new ScriptError('Object is not of type ThemeColor.');
    return new ThemeColor(this.$value);
  }
}
documented<Color, GoogleAppsScript.Spreadsheet.Color>(true);

export class ColorBuilder extends Color {
  override readonly $name = 'ColorBuilder';
  constructor() {
    super(null);
  }
  setRgbColor(...args: unknown[]): this {
    expectArgs('ColorBuilder.setRgbColor', args, 'string');
    this.$value = colorFromCss(args[0], 'SpreadsheetApp.ColorBuilder.setRgbColor') ?? null;
    return this;
  }
  setThemeColor(...args: unknown[]): this {
    expectArgs('ColorBuilder.setThemeColor', args, 'ThemeColorType');
    this.$value = args[0] as EnumValue;
    return this;
  }
  build(): Color {
    return new Color(this.$value);
  }
}
documented<ColorBuilder, GoogleAppsScript.Spreadsheet.ColorBuilder>(true);
