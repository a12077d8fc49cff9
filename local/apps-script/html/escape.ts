import type { Context, ScriptState } from './context.ts';

/** What a value that may not stand in its place is replaced by, so that it can be found. */
const UNSAFE = 'zSoyz';
const URL_ATTRIBUTES = ['href', 'src', 'action', 'formaction', 'cite', 'poster', 'background', 'data', 'longdesc', 'manifest', 'ping', 'srcset'];

/**
 * A value made safe for where it is to stand, as Google's contextual escaping does
 * (docs/apps-script/guides/html/templates.md; docs/apps-script/reference/html/html-output.md, `appendUntrusted`).
 */
export function escapeFor(context: Context, value: unknown): string {
  switch (context.in) {
    case 'text':
      return escapeHtml(String(value));
    case 'comment':
      return '';
    case 'tag':
      return /^[a-z0-9-]+$/i.test(String(value)) && !/^(?:on|style$|src|href)/i.test(String(value)) ? String(value) : UNSAFE;
    case 'script':
      return escapeScript(context.script, value);
    case 'style':
      return escapeStyle(String(value));
    case 'attribute':
      return escapeAttribute(context, value);
  }
}

function escapeAttribute({ name, quote, value: before, script }: Extract<Context, { in: 'attribute' }>, value: unknown): string {
  let safe = String(value);
  if (name.startsWith('on')) safe = escapeScript(script, value);
  else if (name === 'style') safe = escapeStyle(safe);
  else if (URL_ATTRIBUTES.includes(name)) safe = escapeUrl(before, safe);
  const escaped = escapeHtml(safe);
  return quote === '' ? escaped.replace(/[\s=`]/g, (character) => `&#${character.charCodeAt(0)};`) : escaped;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** The start of an address must not name a scheme that runs code; later parts cannot break out of theirs. */
function escapeUrl(before: string, text: string): string {
  if (/[?#]/.test(before)) return encodeURIComponent(text).replace(/'/g, '%27');
  if (before.trim() === '' && /^[^/?#]*:/.test(text) && !/^(?:https?|mailto|tel):/i.test(text.trim())) return `about:invalid#${UNSAFE}`;
  return text.replace(/[\s"'()<>\\^`{|}]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

/** In a literal its characters are escaped; in code the value becomes a literal of its own. */
function escapeScript(state: ScriptState, value: unknown): string {
  if (state === 'line comment' || state === 'block comment') return '';
  if (state === 'regex') return String(value).replace(/[^A-Za-z0-9 _]/g, hexEscape);
  if (state !== 'code') return scriptText(String(value));
  // Spaces keep a number from running into a name or an operator beside it.
  if (typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined) return ` ${String(value)} `;
  return `'${scriptText(String(value))}'`;
}

function scriptText(text: string): string {
  return text.replace(/[\\'"`&<>=/${}\u2028\u2029]|\p{Cc}/gu, (character) => (character === '/' ? '\\/' : hexEscape(character)));
}

function hexEscape(character: string): string {
  const code = character.charCodeAt(0);
  return code <= 0xff ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

function escapeStyle(text: string): string {
  return /^[-\w#.,%!\s]*$/.test(text) && !/expression|moz-binding/i.test(text) ? text : UNSAFE;
}
