import type { HTMLElement } from 'node-html-parser';
import type { Face } from './letters.ts';

export type Align = 'left' | 'center' | 'right';

/** What an element hands on to what is in it. */
export interface Style extends Face {
  align: Align;
  /** Spaces and line ends stand as they are, as in `<pre>`. */
  keepsSpaces: boolean;
  /** Of lists, in points. */
  indent: number;
}

export type Declarations = Readonly<Record<string, string>>;

export const PLAIN: Style = { size: 12, bold: false, italic: false, align: 'left', keepsSpaces: false, indent: 0 };

/** How browsers draw these, in `em` of the text around them (html.spec.whatwg.org, "Rendering"). */
const BY_TAG: Readonly<Record<string, Declarations>> = {
  h1: { 'font-size': '2em', 'font-weight': 'bold' },
  h2: { 'font-size': '1.5em', 'font-weight': 'bold' },
  h3: { 'font-size': '1.17em', 'font-weight': 'bold' },
  h4: { 'font-weight': 'bold' },
  h5: { 'font-size': '0.83em', 'font-weight': 'bold' },
  h6: { 'font-size': '0.67em', 'font-weight': 'bold' },
  b: { 'font-weight': 'bold' },
  strong: { 'font-weight': 'bold' },
  th: { 'font-weight': 'bold', 'text-align': 'center' },
  i: { 'font-style': 'italic' },
  em: { 'font-style': 'italic' },
  cite: { 'font-style': 'italic' },
  address: { 'font-style': 'italic' },
  small: { 'font-size': '0.83em' },
  center: { 'text-align': 'center' },
  pre: { 'white-space': 'pre' },
};

/**
 * What the page's `<style>` elements and `style` attributes say of each element, the later over the earlier. A selector's weight
 * does not count here.
 */
export function styleSheetOf(page: HTMLElement): (element: HTMLElement) => Declarations {
  const ruled = new Map<HTMLElement, Declarations>();
  const sheet = page
    .querySelectorAll('style')
    .map((element) => element.rawText)
    .join('\n');
  for (const { selector, declarations } of rulesIn(sheet)) {
    for (const element of selected(page, selector)) ruled.set(element, { ...ruled.get(element), ...declarations });
  }
  return (element) => ({ ...BY_TAG[tagOf(element)], ...ruled.get(element), ...declarationsIn(element.getAttribute('style') ?? '') });
}

export function tagOf(element: HTMLElement): string {
  return (element.rawTagName ?? '').toLowerCase();
}

/** The style inside an element that says `said`, itself within `outer`. */
export function inherited(outer: Style, said: Declarations): Style {
  const { 'font-size': size, 'font-weight': weight, 'font-style': slant, 'text-align': align, 'white-space': spaces } = said;
  return {
    ...outer,
    size: size === undefined ? outer.size : (pointsOf(size, outer.size) ?? outer.size),
    bold: weight === undefined ? outer.bold : /^(bold|bolder|[6-9]00)$/.test(weight),
    italic: slant === undefined ? outer.italic : /^(italic|oblique)/.test(slant),
    align: align === 'center' || align === 'right' || align === 'left' ? align : outer.align,
    keepsSpaces: spaces === undefined ? outer.keepsSpaces : /^pre/.test(spaces),
  };
}

/** A new page before or after the element (`page-break-before: always`, `break-before: page`). */
export function breaksPage(side: 'before' | 'after', said: Declarations): boolean {
  return /^(always|page|left|right)$/.test(said[`break-${side}`] ?? said[`page-break-${side}`] ?? '');
}

/** A length in points; a pixel of CSS is three quarters of one. Undefined where it is none. */
export function pointsOf(length: string, em: number): number | undefined {
  const [, number, unit] = /^([\d.]+)(pt|px|em|rem|%|cm|mm|in)?$/.exec(length.trim()) ?? [];
  if (number === undefined) return undefined;
  const points: Readonly<Record<string, number>> = { pt: 1, px: 0.75, em, rem: PLAIN.size, '%': em / 100, cm: 72 / 2.54, mm: 72 / 25.4, in: 72 };
  return Number(number) * (points[unit ?? 'px'] ?? 1);
}

interface Rule {
  selector: string;
  declarations: Declarations;
}

/** Rules for the screen and rules about sheets of paper (`@page`) are left out; those in `@media print` are not. */
function rulesIn(css: string): Rule[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@(?:import|charset)[^;]*;/g, '');
  const flat = plain.replace(/@([^{]*)\{((?:[^{}]|\{[^{}]*\})*)\}/g, (_, at: string, inner: string) => (/^media\b(?!.*\bscreen\b)/.test(at) ? inner : ''));
  return [...flat.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({ selector: selector.trim(), declarations: declarationsIn(body) }));
}

function declarationsIn(css: string): Declarations {
  return Object.fromEntries(
    css.split(';').flatMap((declaration) => {
      const [, name, value] = /^\s*([\w-]+)\s*:\s*(.*?)\s*(?:!important)?\s*$/s.exec(declaration) ?? [];
      return name !== undefined && value !== undefined ? [[name.toLowerCase(), value.toLowerCase()]] : [];
    }),
  );
}

/** A selector of what only a screen has (`a:hover`) chooses nothing on paper. */
function selected(page: HTMLElement, selector: string): HTMLElement[] {
  try {
    return page.querySelectorAll(selector);
  } catch {
    return [];
  }
}
