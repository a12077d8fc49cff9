import type { BorderData, TextRunData } from '../../workspace/data.ts';
import { ApiError, NotModelled } from '../../workspace/errors.ts';
import { compact, type Json, objectAt, onlyKnown, unlessEmpty } from './json.ts';

/** `#rrggbb` of the API's colour, from its `…Style` field when both are given. @throws NotModelled for theme colours */
export function colorFrom(color: unknown, style: unknown): string | undefined {
  const styled = objectAt(style, 'colorStyle');
  if (styled['themeColor'] !== undefined) throw new NotModelled('theme colours');
  const rgb = styled['rgbColor'] ?? color;
  if (rgb === undefined || rgb === null) return undefined;
  const parts = objectAt(rgb, 'color');
  onlyKnown(parts, ['red', 'green', 'blue', 'alpha'], 'color');
  const hex = ['red', 'green', 'blue'].map((name) => {
    const value = parts[name] ?? 0;
    if (typeof value !== 'number' || value < 0 || value > 1) throw new ApiError(400, `Invalid color ${name}: ${String(value)}`);
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${hex.join('')}`;
}

/** The API's colour of `#rrggbb`; parts that are 0 are left out, as Google leaves them out. */
function colorJson(hex: string | undefined): Json | undefined {
  if (hex === undefined) return undefined;
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255 || undefined;
  return compact({ red: part(1), green: part(3), blue: part(5) });
}

/** `{ color, colorStyle }` for an answer, under the field's name. */
export function colorFields(name: string, hex: string | undefined): Json {
  const color = colorJson(hex);
  return color ? { [name]: color, [`${name}Style`]: { rgbColor: color } } : {};
}

const SIDES = ['top', 'bottom', 'left', 'right'] as const;
const BORDER_STYLES = ['NONE', 'DOTTED', 'DASHED', 'SOLID', 'SOLID_MEDIUM', 'SOLID_THICK', 'DOUBLE'];

export function borderFrom(value: unknown): BorderData | undefined {
  const border = objectAt(value, 'border');
  onlyKnown(border, ['style', 'width', 'color', 'colorStyle'], 'border');
  const style = border['style'] ?? 'NONE';
  if (!BORDER_STYLES.includes(String(style))) throw new ApiError(400, `Invalid value at 'border.style' (Style), "${String(style)}"`);
  return style === 'NONE' ? undefined : { style: String(style), color: colorFrom(border['color'], border['colorStyle']) ?? '#000000' };
}

export function bordersFrom(value: unknown): Partial<Record<(typeof SIDES)[number], BorderData>> | undefined {
  const borders = objectAt(value, 'borders');
  onlyKnown(borders, SIDES, 'borders');
  const found = compact(Object.fromEntries(SIDES.map((side) => [side, borders[side] === undefined ? undefined : borderFrom(borders[side])])));
  return Object.keys(found).length === 0 ? undefined : found;
}

export function bordersJson(borders: Partial<Record<string, BorderData>> | undefined): Json | undefined {
  return (
    borders &&
    Object.fromEntries(Object.entries(borders).map(([side, border]) => [side, border && { style: border.style, ...colorFields('color', border.color) }]))
  );
}

/** TextFormatRuns of the API as they are kept. */
export function runsFrom(value: unknown): TextRunData[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return value.map((item, index) => {
    const run = objectAt(item, `textFormatRuns[${index}]`);
    onlyKnown(run, ['startIndex', 'format'], `textFormatRuns[${index}]`);
    const format = objectAt(run['format'], 'format');
    onlyKnown(
      format,
      ['foregroundColor', 'foregroundColorStyle', 'fontFamily', 'fontSize', 'bold', 'italic', 'strikethrough', 'underline', 'link'],
      `textFormatRuns[${index}].format`,
    );
    const link = objectAt(format['link'], 'link')['uri'] as string | undefined;
    const { bold, italic, underline, strikethrough, fontSize, fontFamily } = format as TextRunData['style'];
    const color = colorFrom(format['foregroundColor'], format['foregroundColorStyle']);
    return { start: Number(run['startIndex'] ?? 0), style: compact({ bold, italic, underline, strikethrough, fontSize, fontFamily, color, link }) };
  });
}

export function runsJson(runs: readonly TextRunData[] | undefined): Json[] | undefined {
  return runs?.map(({ start, style }) => {
    const { color, link, ...rest } = style;
    const format = unlessEmpty({ ...rest, ...colorFields('foregroundColor', color), link: link === undefined ? undefined : { uri: link } }) ?? {};
    return { ...(start === 0 ? {} : { startIndex: start }), format };
  });
}
