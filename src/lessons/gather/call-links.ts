/** Where people hold calls, by a part of their addresses. */
const PLACES: readonly (readonly [host: RegExp, name: string])[] = [
  [/\bmeet\.google\.com\/[a-z]+-[a-z]+-[a-z]+/i, 'Google Meet'],
  [/\b(?:[\w-]+\.)?zoom\.(?:us|com)\/\S/i, 'Zoom'],
  [/\bteams\.(?:microsoft|live)\.com\/\S/i, 'Microsoft Teams'],
  [/\b(?:[\w-]+\.)?webex\.com\/\S/i, 'Webex'],
  [/\b(?:join\.)?skype\.com\/\S/i, 'Skype'],
  [/\bwhereby\.com\/\S/i, 'Whereby'],
  [/\bmeet\.jit\.si\/\S/i, 'Jitsi Meet'],
  [/\b(?:[\w-]+\.)?goto(?:meeting\.com|meet\.me|\.com)\/\S/i, 'GoTo Meeting'],
  [/\bdiscord\.(?:gg|com)\/\S/i, 'Discord'],
  [/\b(?:call|chat)\.whatsapp\.com\/\S/i, 'WhatsApp'],
  [/\bfacetime\.apple\.com\/\S/i, 'FaceTime'],
  [/\b(?:youtube\.com\/live|youtu\.be|twitch\.tv)\/\S/i, 'a public stream'],
];

/** What links to calls in an event's description lead to, each once. */
export function callLinksIn(description: string): string[] {
  return PLACES.flatMap(([host, name]) => (host.test(description) ? [name] : []));
}
