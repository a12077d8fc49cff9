import { LETTER_HEIGHT, widthOf, write } from './letters.ts';
import { type Colour, Picture } from './png.ts';

export interface BarPlan {
  title: string;
  width: number;
  height: number;
  /** `#rrggbb` */
  colour: string;
  /** From the top down; null for one that has no value: it has no bar. */
  bars: readonly { label: string; value: number | null }[];
}

const WHITE: Colour = [255, 255, 255];
const BLACK: Colour = [51, 51, 51];
const EDGE = 10;

/** A bar chart: its title, and each bar with its label before it and its value behind it. Bars share the width by the longest. */
export function drawBars({ title, width, height, colour, bars }: BarPlan): Buffer {
  const picture = new Picture(width, height, WHITE);
  write(picture, title, Math.max(EDGE, Math.round((width - widthOf(title)) / 2)), EDGE, BLACK);
  const top = 2 * EDGE + LETTER_HEIGHT;
  const step = Math.floor((height - top - EDGE) / Math.max(1, bars.length));
  const labels = Math.min(Math.max(0, ...bars.map(({ label }) => widthOf(label))), Math.floor(width / 2)) + EDGE;
  const values = bars.map(({ value }) => value ?? 0);
  const longest = width - labels - 3 * EDGE - widthOf(String(Math.max(0, ...values)));
  const most = Math.max(1, ...values);
  for (const [index, { label, value }] of bars.entries()) {
    const middle = top + index * step + Math.floor(step / 2);
    const thick = Math.max(2, Math.floor(step * 0.6));
    const letters = middle - LETTER_HEIGHT / 2;
    write(picture, label.slice(0, Math.floor((labels - EDGE) / widthOf('n'))), EDGE, letters, BLACK);
    if (value === null) continue;
    const long = Math.max(0, Math.round((longest * value) / most));
    picture.fill(labels + EDGE, middle - Math.floor(thick / 2), long, thick, colourOf(colour));
    write(picture, String(value), labels + EDGE + long + 4, letters, BLACK);
  }
  return picture.png();
}

function colourOf(css: string): Colour {
  const value = Number.parseInt(css.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
}
