import { mismatch, ScriptError } from '../errors.ts';
import { documented, Enumeration, EnumValue, LocalServed } from '../served.ts';

const MIME_TYPES = new Enumeration('MimeType', ['ATOM', 'CSV', 'ICAL', 'JAVASCRIPT', 'JSON', 'RSS', 'TEXT', 'VCARD', 'XML']);

/** What the browser is told for each value of `ContentService.MimeType`. */
const CONTENT_TYPES: Record<string, string> = {
  ATOM: 'application/atom+xml',
  CSV: 'text/csv',
  ICAL: 'text/calendar',
  JAVASCRIPT: 'application/javascript',
  JSON: 'application/json',
  RSS: 'application/rss+xml',
  TEXT: 'text/plain',
  VCARD: 'text/vcard',
  XML: 'text/xml',
};

/** docs/apps-script/reference/content/content-service.md */
export class ContentService extends LocalServed {
  readonly $name = 'ContentService';
  readonly MimeType = MIME_TYPES;

  createTextOutput(...args: unknown[]): TextOutput {
    return new TextOutput(args.length === 0 ? '' : textOf('createTextOutput', args[0]));
  }
}

documented<ContentService, GoogleAppsScript.Content.ContentService>(true);

/** docs/apps-script/reference/content/text-output.md */
export class TextOutput extends LocalServed {
  readonly $name = 'TextOutput';
  $content: string;
  $mimeType: EnumValue = MIME_TYPES.$of('TEXT');
  $downloadAs: string | null = null;

  constructor(content: string) {
    super();
    this.$content = content;
  }

  /** The header's value. */
  get $contentType(): string {
    return CONTENT_TYPES[this.$mimeType.$name] ?? 'text/plain';
  }

  append(content: string): TextOutput {
    this.$content += textOf('TextOutput.append', content);
    return this;
  }

  clear(): TextOutput {
    this.$content = '';
    return this;
  }

  downloadAsFile(filename: string | null): TextOutput {
    if (filename !== null && typeof filename !== 'string') throw mismatch('TextOutput.downloadAsFile', [filename]);
    if (filename !== null && /["\\/\r\n]/.test(filename)) throw new ScriptError(`Illegal character in filename: ${filename}`);
    this.$downloadAs = filename;
    return this;
  }

  getContent(): string {
    return this.$content;
  }

  getFileName(): string | null {
    return this.$downloadAs;
  }

  getMimeType(): EnumValue {
    return this.$mimeType;
  }

  setContent(content: string): TextOutput {
    this.$content = textOf('TextOutput.setContent', content);
    return this;
  }

  setMimeType(mimeType: unknown): TextOutput {
    if (!(mimeType instanceof EnumValue) || MIME_TYPES.$values[mimeType.$name] !== mimeType) throw mismatch('TextOutput.setMimeType', [mimeType]);
    this.$mimeType = mimeType;
    return this;
  }
}

documented<TextOutput, GoogleAppsScript.Content.TextOutput>(true);

function textOf(method: string, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw mismatch(method, [value]);
}
