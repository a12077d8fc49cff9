import { raw } from 'hono/html';
import { escapeHtml } from '../../workspace/mail/text.ts';
import { localLink } from '../links.ts';
import type { Markup } from '../shell.ts';

const PLAIN = /^<(\/?)(b|i|u|s|strike)>$/i;

/**
 * A card's text with the few tags that cards know (docs/workspace/add-ons/concepts/widgets.md, "Text formatting");
 * everything else is shown as it was written.
 */
export function cardText(text: unknown): Markup {
  const pieces = String(text ?? '').split(/(<[^<>]*>|\n)/);
  return raw(pieces.map((piece, index) => (index % 2 === 0 ? escapeHtml(piece) : tag(piece))).join(''));
}

function tag(piece: string): string {
  if (piece === '\n' || /^<br\s*\/?>$/i.test(piece)) return '<br>';
  const plain = PLAIN.exec(piece);
  if (plain) return `<${plain[1]}${plain[2]?.toLowerCase() === 'strike' ? 's' : plain[2]?.toLowerCase()}>`;
  if (/^<\/?time\b[^>]*>$/i.test(piece)) return '';
  if (/^<\/(a|font)>$/i.test(piece)) return piece.toLowerCase() === '</a>' ? '</a>' : '</span>';
  const link = /^<a\s+href\s*=\s*["']?(https?:\/\/[^"'\s>]+)["']?[^>]*>$/i.exec(piece);
  if (link) return `<a href="${escapeHtml(localLink(link[1] ?? ''))}" target="_blank" rel="noopener">`;
  const color = /^<font\s+color\s*=\s*["']?(#[0-9a-f]{3,8}|[a-z]+)["']?\s*>$/i.exec(piece);
  if (color) return `<span style="color:${escapeHtml(color[1] ?? '')}">`;
  return escapeHtml(piece);
}
