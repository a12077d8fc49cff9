/** Types that files of a school commonly have, by the extension that stands for them first. */
const TYPES: readonly (readonly [extension: string, mimeType: string])[] = [
  ['txt', 'text/plain'],
  ['text', 'text/plain'],
  ['csv', 'text/csv'],
  ['tsv', 'text/tab-separated-values'],
  ['html', 'text/html'],
  ['htm', 'text/html'],
  ['css', 'text/css'],
  ['js', 'text/javascript'],
  ['md', 'text/markdown'],
  ['json', 'application/json'],
  ['xml', 'text/xml'],
  ['ics', 'text/calendar'],
  ['eml', 'message/rfc822'],
  ['pdf', 'application/pdf'],
  ['zip', 'application/zip'],
  ['rtf', 'application/rtf'],
  ['doc', 'application/msword'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xls', 'application/vnd.ms-excel'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt', 'application/vnd.ms-powerpoint'],
  ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['odt', 'application/vnd.oasis.opendocument.text'],
  ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['bmp', 'image/bmp'],
  ['svg', 'image/svg+xml'],
  ['webp', 'image/webp'],
  ['mp3', 'audio/mpeg'],
  ['wav', 'audio/wav'],
  ['mp4', 'video/mp4'],
  ['mov', 'video/quicktime'],
];

/** The type that a file name's extension stands for, or null. */
export function mimeTypeOf(fileName: string): string | null {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  return TYPES.find(([each]) => fileName.includes('.') && each === extension)?.[1] ?? null;
}

/** The extension usual for a type, without its dot, or null. */
export function extensionOf(mimeType: string): string | null {
  return TYPES.find(([, each]) => each === mimeType)?.[0] ?? null;
}
