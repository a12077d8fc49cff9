/**
 * The JavaScript that stands for a template (docs/apps-script/guides/html/templates.md, "The getCode function"): HTML is appended
 * through `output._`, printing scriptlets through `output._$`. Line numbers are those of the template, so comments that begin in a
 * scriptlet reach as far as Google says they do.
 */
export function templateCode(template: string): string {
  const parts = template.split(/(<\?(?:!=|=)?[\s\S]*?\?>)/);
  const body = parts.map((part) => (part.startsWith('<?') && part.endsWith('?>') ? scriptlet(part) : literal(part))).join('');
  return `(function() { var output = HtmlService.initTemplate(); ${body}\n  /* End of user code */\n  return output.$out.append('');\n})();`;
}

/** The same with each line of the template beside its code. */
export function templateCodeWithComments(template: string): string {
  const lines = template.split('\n');
  return templateCode(template)
    .split('\n')
    .map((line, index) => (index < lines.length ? `${line} // ${lines[index]}` : line))
    .join('\n');
}

function scriptlet(part: string): string {
  if (part.startsWith('<?!=')) return `output._ = ${part.slice(4, -2)}; `;
  if (part.startsWith('<?=')) return `output._$ = ${part.slice(3, -2)}; `;
  return `${part.slice(2, -2)}; `;
}

/** The first line is a statement of its own, so that a comment before it takes no more than that line. */
function literal(html: string): string {
  if (html === '') return '';
  const [first, ...rest] = html.split(/(?<=\n)/);
  const statements = [quoted(first ?? '')];
  if (rest.length > 0) statements.push(rest.map(quoted).join(' +\n    '));
  return statements.map((text, index) => `output._ = ${text};${endsLine(index === 0 ? first : rest.at(-1)) ? '\n  ' : ' '}`).join('');
}

function endsLine(text: string | undefined): boolean {
  return text?.endsWith('\n') ?? false;
}

function quoted(text: string): string {
  return `'${text
    .replace(/[\\']/g, '\\$&')
    .replace(/\r/g, '\\r')
    .replace(/\n/g, '\\n')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')}'`;
}
