import { expect, test } from '@jest/globals';
import { execute, type RunResult } from '../../local/apps-script/engine.ts';
import { anEmptyWorkspace, aScript, OFFICE } from '../support/script.ts';

/** Runs `main()` of a project with HTML files beside its code. */
function run(source: string, files: Record<string, string> = {}): RunResult {
  const workspace = anEmptyWorkspace();
  const script = aScript(workspace, source);
  for (const [name, html] of Object.entries(files)) script.files.push({ name, type: 'HTML', source: html });
  return execute(workspace, { scriptId: script.id, kind: 'editor', active: OFFICE, effective: OFFICE, fn: 'main' });
}

/** What a template with the variable `v` comes to. */
function evaluated(template: string, v: string): unknown {
  const result = run(`function main() { const t = HtmlService.createTemplateFromFile('page'); t.v = ${v}; return t.evaluate().getContent(); }`, {
    page: template,
  });
  if (!result.ok) throw new Error(result.error?.message);
  return result.value;
}

// reference/html/html-output.md
test('an output is put together from trusted and untrusted parts', () => {
  const result = run(`function main() {
    const o = HtmlService.createHtmlOutput('<b>Hello</b>').append('<p>').appendUntrusted('<i>&').setTitle('T').setWidth(300.4).setHeight(null);
    return [o.getContent(), o.getTitle(), o.getWidth(), o.getHeight(), o.getFaviconUrl(), o.clear().getContent(), o.setContent('x').getContent()];
  }`);
  expect(result.value).toEqual(['<b>Hello</b><p>&lt;i&gt;&amp;', 'T', 300, null, null, '', 'x']);
});

test('only the four meta tags that Google allows can be added', () => {
  const result = run(`function main() {
    const o = HtmlService.createHtmlOutput().addMetaTag('viewport', 'width=device-width');
    try { o.addMetaTag('robots', 'noindex') } catch (e) { return [o.getMetaTags().map((t) => t.getName() + '=' + t.getContent()), e.message] }
  }`);
  expect(result.value).toEqual([['viewport=width=device-width'], 'The meta tag you specified is not allowed in this context.']);
});

test('a mode is one of the enumeration’s values', () => {
  const result = run(`function main() {
    const o = HtmlService.createHtmlOutput().setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL).setSandboxMode(HtmlService.SandboxMode.IFRAME);
    o.setXFrameOptionsMode('ALLOWALL');
  }`);
  expect(result.error?.message).toContain("don't match the method signature for HtmlOutput.setXFrameOptionsMode");
});

// reference/html/html-service.md
test('files of the project are found with and without their ending, others are not', () => {
  const result = run(
    `function main() {
      const found = [HtmlService.createHtmlOutputFromFile('page').getContent(), HtmlService.createHtmlOutputFromFile('page.html').getContent()];
      try { HtmlService.createTemplateFromFile('missing') } catch (e) { return [...found, e.message, HtmlService.getUserAgent()] }
    }`,
    { page: '<p>hi' },
  );
  expect(result.value).toEqual(['<p>hi', '<p>hi', 'No HTML file named missing was found.', null]);
});

// guides/html/templates.md
test('scriptlets run among the script’s own functions and see what was pushed to the template', () => {
  const result = run(
    `const suffix = '!';
    class Cat { constructor(name) { this.name = name } speak() { return this.name + suffix } }
    function shout(text) { return text.toUpperCase() }
    function include(name) { return HtmlService.createHtmlOutputFromFile(name).getContent() }
    function main() {
      const t = HtmlService.createTemplateFromFile('page');
      t.cats = [new Cat('a'), new Cat('<b>')]; t.when = new Date(0);
      const undefinedBefore = t.nothing === undefined, readBack = t.cats.length;
      return [t.evaluate().getContent(), undefinedBefore, readBack];
    }`,
    {
      page: `<?!= include('style') ?>\n<? for (const cat of cats) { ?><li><?= shout(cat.speak()) ?></li>\n<? } ?><?= when.getTime() ?>`,
      style: '<style>p{}</style>',
    },
  );
  expect(result.value).toEqual(['<style>p{}</style>\n<li>A!</li>\n<li>&lt;B&gt;!</li>\n0', true, 2]);
});

test('a printing scriptlet prints its first statement only, and a comment in a scriptlet hides the rest of its line', () => {
  expect(evaluated(`<?= 'Hello, world!'; 'abc' ?>|<? var x; // a comment ?> not printed\nprinted <? /* ?> hidden\nhidden <? */ ?>end`, '1')).toBe(
    'Hello, world!|printed end',
  );
});

test('getCode is code that a script can evaluate itself, line for line', () => {
  const result = run(
    `function main() {
      const t = HtmlService.createTemplateFromFile('page'), code = t.getCode(), name = 'Ada';
      return [eval(code).getContent(), code.split('\\n').findIndex((line) => line.includes('name')), t.getRawContent(), t.getCodeWithComments().includes('// two <?= name ?>')];
    }`,
    { page: 'one\ntwo <?= name ?>' },
  );
  expect(result.value).toEqual(['one\ntwo Ada', 1, 'one\ntwo <?= name ?>', true]);
});

test('an error in a scriptlet reaches the script', () => {
  const result = run(
    "function main() { try { HtmlService.createTemplate('<?= missing ?>').evaluate() } catch (e) { return e instanceof ReferenceError && e.message } }",
  );
  expect(result.value).toBe('missing is not defined');
});

// guides/html/templates.md, "Print scriptlets": escaping by context
test.each([
  ['<p><?= v ?></p>', '<b>&"', '<p>&lt;b&gt;&amp;&quot;</p>'],
  ['<p title="<?= v ?>">', '"><script>', '<p title="&quot;&gt;&lt;script&gt;">'],
  ['<p title=<?= v ?>>', 'a onclick=x', '<p title=a&#32;onclick&#61;x>'],
  ['<a href="<?= v ?>">', 'javascript:alert(1)', '<a href="about:invalid#zSoyz">'],
  ['<a href="<?= v ?>">', 'https://x.example/?a=b&c', '<a href="https://x.example/?a=b&amp;c">'],
  ['<a href="/p?q=<?= v ?>">', 'a&b="', '<a href="/p?q=a%26b%3D%22">'],
  ['<b onclick="f(\'<?= v ?>\')">', "');evil('", '<b onclick="f(\'\\x27);evil(\\x27\')">'],
  ['<script>var a = <?= v ?>;</script>', '</script>', "<script>var a = '\\x3c\\/script\\x3e';</script>"],
  ['<script>var a = "<?= v ?>";</script>', '";alert(1)//', '<script>var a = "\\x22;alert(1)\\/\\/";</script>'],
  ['<script>/* it\'s */ var a = "<?= v ?>";</script>', '"', '<script>/* it\'s */ var a = "\\x22";</script>'],
  ['<script>var r = /"/; var a = <?= v ?>;</script>', 'x', "<script>var r = /\"/; var a = 'x';</script>"],
  ['<style>p { color: <?= v ?> }</style>', 'red; } body { x: url(y)', '<style>p { color: zSoyz }</style>'],
  ['<!-- <?= v ?> --><p>', '--><script>', '<!--  --><p>'],
  ['a < b <?= v ?>', '<', 'a < b &lt;'],
  ['<textarea><?= v ?></textarea>', '</textarea>', '<textarea>&lt;/textarea&gt;</textarea>'],
])('in %s the value %j is escaped for its place', (template, value, expected) => {
  expect(evaluated(template, JSON.stringify(value))).toBe(expected);
});

test('in a script a number stays a number, and JSON becomes a text to be parsed', () => {
  expect(evaluated('<script>f(<?= v ?>)</script>', '42')).toBe('<script>f( 42 )</script>');
  expect(evaluated('<script>JSON.parse(<?= v ?>)</script>', 'JSON.stringify({a:"<"})')).toBe(
    "<script>JSON.parse('\\x7b\\x22a\\x22:\\x22\\x3c\\x22\\x7d')</script>",
  );
});

test('a service object other than a template takes no properties', () => {
  expect(run("function main() { 'use strict'; HtmlService.createHtmlOutput().extra = 1 }").error?.message).toContain('Cannot add property extra');
});
