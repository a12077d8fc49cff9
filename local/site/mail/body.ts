import { html, raw } from 'hono/html';
import type { MessageData } from '../../workspace/data.ts';
import { contentIdOf, contentOf, type ParsedMessage, type Part } from '../../workspace/mail/parse.ts';
import { escapeHtml } from '../../workspace/mail/text.ts';
import { localLink } from '../links.ts';
import type { Markup } from '../shell.ts';

/** What the frame of an HTML message may load: pictures that came with it, and nothing from anywhere. */
const FRAME_HEAD = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"><base target="_top"><style>body{margin:1rem;font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}img{max-width:100%}</style>`;

/** A message's text: HTML in a frame where no script runs, plain text as it is with its addresses made into links. */
export function messageBody(message: MessageData): Markup {
  const content = contentOf(message);
  if (!content.hasHtml) return html`<div class="mail-text">${raw(withLinks(content.text))}</div>`;
  // The site may measure the frame (allow-same-origin), but nothing in it can run.
  return html`<iframe class="mail-html" title="Message text" sandbox="allow-same-origin allow-popups allow-top-navigation-by-user-activation" srcdoc="${framed(content)}"></iframe>`;
}

/** Lets frames be as high as what is in them. */
export const FIT_FRAMES = html`<script>
for (const frame of document.querySelectorAll('iframe.mail-html')) {
  const fit = () => { frame.style.height = '0'; frame.style.height = frame.contentDocument.documentElement.scrollHeight + 'px'; };
  frame.addEventListener('load', fit);
  if (frame.contentDocument.readyState === 'complete') fit();
}
</script>`;

/** Escaped text whose web addresses are links; Google's lead to where the local site has the page. */
function withLinks(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'])/)
    .map((piece, index) => (index % 2 === 1 ? `<a href="${escapeHtml(localLink(piece))}">${escapeHtml(piece)}</a>` : escapeHtml(piece)))
    .join('');
}

function framed(content: ParsedMessage): string {
  const body = content.html
    .replace(/<(?:base|meta|link)\b[^>]*>/gi, '')
    .replace(/(<a\b[^>]*?\bhref\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi, (_, start: string, ...values: (string | undefined)[]) => {
      const address = unescapeHtml(values.slice(0, 3).find((value) => value !== undefined) ?? '');
      return `${start}"${escapeHtml(localLink(address))}"`;
    })
    .replace(/\btarget\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+)/gi, '')
    .replace(/(\bsrc\s*=\s*["']?)cid:([^"'\s>]+)/gi, (whole, start: string, id: string) => {
      const image = content.files.find((part) => contentIdOf(part) === id);
      return image ? start + dataAddress(image) : whole;
    });
  return FRAME_HEAD + body;
}

function dataAddress(part: Part): string {
  return `data:${part.mimeType.replace(/[^\w/+.-]/g, '')};base64,${part.body.toString('base64')}`;
}

function unescapeHtml(text: string): string {
  return text.replace(/&(amp|quot|#39|lt|gt);/g, (whole, name: string) => ({ amp: '&', quot: '"', '#39': "'", lt: '<', gt: '>' })[name] ?? whole);
}
