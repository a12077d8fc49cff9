/**
 * Follows HTML as a browser reads it, so that a printing scriptlet can be escaped for the place where it stands
 * (docs/apps-script/guides/html/templates.md, "Print scriptlets").
 */

/** Where a script or a script attribute stands: in code or in one of its literals. */
export type ScriptState = 'code' | 'double quoted' | 'single quoted' | 'template' | 'regex' | 'line comment' | 'block comment';

export type Context =
  | { in: 'text' }
  | { in: 'comment' }
  /** Inside a tag, outside its attributes' values. */
  | { in: 'tag' }
  | { in: 'attribute'; name: string; quote: '"' | "'" | ''; value: string; script: ScriptState }
  | { in: 'script'; script: ScriptState }
  | { in: 'style' };

type State = 'text' | 'markup' | 'comment' | 'tag' | 'attribute name' | 'after name' | 'before value' | 'value' | 'raw';

/** Elements whose content is not markup. */
const RAW_ELEMENTS = ['script', 'style', 'textarea', 'title'];
/** After these a slash begins a regular expression; after a value it divides. */
const BEFORE_REGEX = /(?:^|[(,=:[!&|?{};+\-*%~^<>\n]|\breturn|\btypeof|\bcase)\s*$/;

export class HtmlScanner {
  #state: State = 'text';
  #pending = '';
  #element = '';
  #attribute = '';
  #quote: '"' | "'" | '' = '';
  #value = '';
  #script = new ScriptScanner();

  feed(html: string): void {
    for (const character of html) this.#next(character);
  }

  get context(): Context {
    switch (this.#state) {
      case 'text':
        return { in: 'text' };
      case 'comment':
        return { in: 'comment' };
      case 'before value':
        return { in: 'attribute', name: this.#attribute, quote: '', value: '', script: 'code' };
      case 'value':
        return { in: 'attribute', name: this.#attribute, quote: this.#quote, value: this.#value, script: this.#script.state };
      case 'raw':
        if (this.#element === 'script') return { in: 'script', script: this.#script.state };
        return this.#element === 'style' ? { in: 'style' } : { in: 'text' };
      default:
        return { in: 'tag' };
    }
  }

  #next(character: string): void {
    switch (this.#state) {
      case 'text':
        if (character === '<') this.#begin('markup');
        return;
      case 'markup':
        this.#markup(character);
        return;
      case 'comment':
        this.#pending = (this.#pending + character).slice(-3);
        if (this.#pending === '-->') this.#begin('text');
        return;
      case 'raw':
        this.#raw(character);
        return;
      case 'tag':
        if (character === '>') this.#endTag();
        else if (!/[\s/]/.test(character)) this.#begin('attribute name', character);
        return;
      case 'attribute name':
      case 'after name':
        this.#name(character);
        return;
      case 'before value':
        if (character === '>') this.#endTag();
        else if (character === '"' || character === "'") this.#beginValue(character);
        else if (!/\s/.test(character)) {
          this.#beginValue('');
          this.#inValue(character);
        }
        return;
      case 'value':
        this.#valueCharacter(character);
        return;
    }
  }

  #begin(state: State, pending = ''): void {
    this.#state = state;
    this.#pending = pending;
  }

  /** Just after `<`: a tag, a comment, or only a less-than sign. */
  #markup(character: string): void {
    const seen = this.#pending + character;
    this.#pending = seen;
    if (seen === '!--') this.#begin('comment');
    else if ('!--'.startsWith(seen)) return;
    else if (/^\/?[a-z][^\s/>]*$/i.test(seen) || seen === '/') return;
    else if (/^\/?[a-z]/i.test(seen)) {
      this.#element = seen.slice(0, -1).toLowerCase();
      this.#begin('tag');
      if (character === '>') this.#endTag();
    } else this.#begin(character === '<' ? 'markup' : 'text');
  }

  #endTag(): void {
    this.#begin(RAW_ELEMENTS.includes(this.#element) ? 'raw' : 'text');
    this.#script = new ScriptScanner();
  }

  #raw(character: string): void {
    const end = `</${this.#element}`;
    this.#pending = (this.#pending + character).slice(-end.length);
    if (this.#element === 'script') this.#script.next(character);
    if (this.#pending.toLowerCase() !== end) return;
    this.#element = '';
    this.#begin('tag');
  }

  #name(character: string): void {
    if (character === '>') this.#endTag();
    else if (character === '=') {
      this.#attribute = this.#pending.toLowerCase();
      this.#begin('before value');
    } else if (/[\s/]/.test(character)) this.#state = 'after name';
    else if (this.#state === 'after name') this.#begin('attribute name', character);
    else this.#pending += character;
  }

  #beginValue(quote: '"' | "'" | ''): void {
    this.#quote = quote;
    this.#value = '';
    this.#script = new ScriptScanner();
    this.#begin('value');
  }

  #valueCharacter(character: string): void {
    if (this.#quote === '' && character === '>') this.#endTag();
    else if (this.#quote === '' ? /\s/.test(character) : character === this.#quote) this.#begin('tag');
    else this.#inValue(character);
  }

  #inValue(character: string): void {
    this.#value += character;
    this.#script.next(character);
  }
}

/** As much of JavaScript's grammar as tells code from literals and comments. */
class ScriptScanner {
  state: ScriptState = 'code';
  #escaped = false;
  #before = '';

  next(character: string): void {
    const pair = this.#before.slice(-1) + character;
    if (this.state === 'code') this.#code(character, pair);
    else if (this.state === 'line comment') {
      if (character === '\n') this.state = 'code';
    } else if (this.state === 'block comment') {
      if (pair === '*/') this.state = 'code';
    } else this.#literal(character);
    this.#before = (this.#before + character).slice(-40);
  }

  #code(character: string, pair: string): void {
    if (pair === '//') this.state = 'line comment';
    else if (pair === '/*') this.state = 'block comment';
    else if (this.#before.endsWith('/') && BEFORE_REGEX.test(this.#before.slice(0, -1))) {
      this.state = 'regex';
      this.#literal(character);
    } else if (character === '"') this.state = 'double quoted';
    else if (character === "'") this.state = 'single quoted';
    else if (character === '`') this.state = 'template';
  }

  #literal(character: string): void {
    if (this.#escaped) {
      this.#escaped = false;
      return;
    }
    if (character === '\\') this.#escaped = true;
    const ends = { 'double quoted': '"', 'single quoted': "'", template: '`', regex: '/' }[this.state as 'regex'];
    if (character === ends || (character === '\n' && this.state !== 'template')) this.state = 'code';
  }
}
