/** Which files a concern takes: documents and screenshots, known by their bytes and not by what they call themselves. */

/** Bytes. Google states no limit for what a page may send (docs/apps-script/guides/html/reference/run.md); this much goes over a school's line in time. */
export const LARGEST_FILE = 5_000_000;
export const MOST_FILES = 10;

export interface FileKind {
  /** As people say it. */
  title: string;
  endings: readonly string[];
  mimeType: string;
  isPicture?: true;
  fits(bytes: FileBytes): boolean;
}

/** A file's bytes as text of one character a byte: what is to be found in it can be searched for. */
interface FileBytes {
  /** The first 64. */
  start: string;
  /** Whether these ASCII letters stand anywhere in it. */
  holds(ascii: string): boolean;
  isPlainText(): boolean;
}

const ZIP = 'PK\x03\x04';
/** What makes an Office document run something when it is opened. */
const MACROS = 'vbaProject.bin';

function office(title: string, ending: string, mimeType: string, part: string): FileKind {
  return { title, endings: [ending], mimeType, fits: ({ start, holds }) => start.startsWith(ZIP) && holds(part) && !holds(MACROS) };
}

const OOXML = 'application/vnd.openxmlformats-officedocument';

export const FILE_KINDS: readonly FileKind[] = [
  { title: 'PDF', endings: ['pdf'], mimeType: 'application/pdf', fits: ({ start }) => start.startsWith('%PDF-') },
  office('Word', 'docx', `${OOXML}.wordprocessingml.document`, 'word/document.xml'),
  office('Excel', 'xlsx', `${OOXML}.spreadsheetml.sheet`, 'xl/workbook.xml'),
  office('PowerPoint', 'pptx', `${OOXML}.presentationml.presentation`, 'ppt/presentation.xml'),
  {
    ...{ title: 'OpenDocument text', endings: ['odt'], mimeType: 'application/vnd.oasis.opendocument.text' },
    fits: ({ start, holds }) => start.startsWith(ZIP) && holds('mimetypeapplication/vnd.oasis.opendocument.text'),
  },
  { title: 'PNG picture', endings: ['png'], mimeType: 'image/png', isPicture: true, fits: ({ start }) => start.startsWith('\x89PNG\r\n\x1a\n') },
  { title: 'JPEG picture', endings: ['jpg', 'jpeg'], mimeType: 'image/jpeg', isPicture: true, fits: ({ start }) => start.startsWith('\xff\xd8\xff') },
  {
    ...{ title: 'WebP picture', endings: ['webp'], mimeType: 'image/webp', isPicture: true },
    fits: ({ start }) => start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP',
  },
  {
    ...{ title: 'HEIC picture', endings: ['heic'], mimeType: 'image/heic', isPicture: true },
    fits: ({ start }) => start.slice(4, 8) === 'ftyp' && ['heic', 'heix', 'mif1'].includes(start.slice(8, 12)),
  },
  { title: 'plain text', endings: ['txt'], mimeType: 'text/plain', fits: (bytes) => bytes.isPlainText() },
];

/** For a page's file chooser: `.pdf,.docx,…`. */
export const ENDINGS_TAKEN = FILE_KINDS.flatMap(({ endings }) => endings.map((ending) => `.${ending}`)).join(',');

/**
 * What a file is, by its bytes and its name together; null when it is none of those that are taken, or is not what its name says.
 * @param bytes 0 to 255, or -128 to 127 as Apps Script's blobs have them
 */
export function kindOfFile(name: string, bytes: readonly number[]): FileKind | null {
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '';
  const kind = FILE_KINDS.find(({ endings }) => endings.includes(ending));
  return kind?.fits(look(bytes)) ? kind : null;
}

/** Whether a file is a picture or a film by the type it has or claims. */
export function isPicture(mimeType: string): boolean {
  return /^(image|video)\//i.test(mimeType);
}

/** A name that is safe anywhere it is shown or saved: no folders, nothing that cannot be seen, 120 characters at most with its ending. */
export function cleanName(name: string): string {
  const clean = name
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]+/gu, '')
    .trim();
  const ending = /\.[^.]{1,8}$/.exec(clean)?.[0] ?? '';
  return `${clean.slice(0, clean.length - ending.length).slice(0, 120 - ending.length)}${ending}`;
}

function look(bytes: readonly number[]): FileBytes {
  return {
    start: String.fromCharCode(...bytes.slice(0, 64).map((byte) => byte & 0xff)),
    holds: (ascii) => stands(ascii, bytes),
    isPlainText: () => !bytes.some((byte) => (byte & 0xff) < 0x20 && byte !== 9 && byte !== 10 && byte !== 13),
  };
}

function stands(ascii: string, bytes: readonly number[]): boolean {
  const codes = Array.from(ascii, (letter) => letter.charCodeAt(0));
  for (let place = bytes.indexOf(codes[0] ?? 0); place >= 0; place = bytes.indexOf(codes[0] ?? 0, place + 1)) {
    if (codes.every((code, offset) => bytes[place + offset] === code)) return true;
  }
  return false;
}
