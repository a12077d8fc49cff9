import { type HTMLElement, type Node, NodeType } from 'node-html-parser';
import { tagOf } from './style.ts';

const BULLETS = ['•', '◦', '▪'];
const ROMAN: readonly (readonly [number, string])[] = [
  ...([
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
];

/** A list's children; an item has the sign that stands before it. */
export function listItems(list: HTMLElement, tag: 'ul' | 'ol'): { node: Node; marker?: string }[] {
  let number = Number(list.getAttribute('start') ?? 1) || 1;
  return list.childNodes.map((node) => {
    if (node.nodeType !== NodeType.ELEMENT_NODE || tagOf(node as HTMLElement) !== 'li') return { node };
    if (tag === 'ul') return { node, marker: BULLETS[Math.min(depthOf(list), BULLETS.length) - 1] ?? '•' };
    const value = Number((node as HTMLElement).getAttribute('value'));
    if (value > 0) number = value;
    const marker = `${numbered(number, list.getAttribute('type') ?? '1')}.`;
    number += 1;
    return { node, marker };
  });
}

/** How many bulleted lists it is in, itself counted. */
function depthOf(list: HTMLElement): number {
  let depth = 0;
  for (let each: HTMLElement | null = list; each; each = each.parentNode) if (tagOf(each) === 'ul') depth += 1;
  return depth;
}

/** @param type as in the `type` attribute of `<ol>`: 1, a, A, i, I */
function numbered(number: number, type: string): string {
  switch (type) {
    case 'a':
      return letters(number);
    case 'A':
      return letters(number).toUpperCase();
    case 'i':
      return roman(number);
    case 'I':
      return roman(number).toUpperCase();
    default:
      return String(number);
  }
}

/** a … z, aa, ab … */
function letters(number: number): string {
  const rest = Math.floor((number - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(97 + ((number - 1) % 26));
}

function roman(number: number): string {
  let text = '';
  let rest = number;
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}
