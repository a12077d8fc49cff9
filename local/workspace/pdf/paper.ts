import type { jsPDF } from 'jspdf';
import type { Letters } from './letters.ts';

/** A piece of the page over its full width that is not divided. */
export interface Strip {
  height: number;
  /** `gap`: nothing at the head of a page, and of two the larger counts; `new page`: what follows begins on one. */
  kind: 'ink' | 'gap' | 'new page';
  /** @param y of the upper edge */
  draw(x: number, y: number): void;
}

export interface Paper {
  pdf: jsPDF;
  letters: Letters;
  /** The height that there is on one page, in points. */
  height: number;
}
