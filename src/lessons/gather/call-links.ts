/** Where people hold calls, by a part of their addresses. */
const PLACES: readonly (readonly [host: RegExp, name: string])[] = [
  [/\bmeet\.google\.com\/(?:[a-z]+-[a-z]+-[a-z]+|lookup\/|new\b)|\bg\.co\/meet\//i, 'Google Meet'],
  [/\b(?:[\w-]+\.)?zoom(?:gov)?\.(?:us|com)\/\S/i, 'Zoom'],
  [/\bteams\.(?:(?:microsoft|live)\.com|cloud\.microsoft)\/\S|\baka\.ms\/jointeamsmeeting/i, 'Microsoft Teams'],
  [/\b(?:[\w-]+\.)?webex\.com\/\S/i, 'Webex'],
  [/\b(?:join\.)?skype\.com\/\S/i, 'Skype'],
  [/\bwhereby\.com\/\S/i, 'Whereby'],
  [/\bmeet\.jit\.si\/\S/i, 'Jitsi Meet'],
  [/\b(?:[\w-]+\.)?goto(?:meeting\.com|meet\.me|\.com)\/\S/i, 'GoTo Meeting'],
  [/\bdiscord\.(?:gg|com)\/\S/i, 'Discord'],
  [/\b(?:call|chat)\.whatsapp\.com\/\S/i, 'WhatsApp'],
  [/\bfacetime\.apple\.com\/\S/i, 'FaceTime'],
  [/\b(?:youtube\.com\/live|twitch\.tv)\/\S/i, 'a public stream'],
];

/** What links to calls in an event's words lead to, each once. Calendar keeps a description as HTML, and links inside other links. */
export function callLinksIn(words: string): string[] {
  const plain = words
    .replace(/<\/?(?:wbr|b|i|u|span)\b[^>]*>/gi, '')
    .replace(/&#(?:x2f|47);|%2f/gi, '/')
    .replace(/&#(?:x2e|46);|%2e/gi, '.')
    .replace(/%2d/gi, '-')
    .replace(/&nbsp;/gi, ' ');
  return PLACES.flatMap(([host, name]) => (host.test(plain) ? [name] : []));
}
