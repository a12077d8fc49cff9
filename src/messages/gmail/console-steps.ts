import { COPY_HEADER } from '../triage/arrived-from.ts';
import type { ConsoleSetting } from './console-settings.ts';

const WHERE: Record<ConsoleSetting['kind'], { place: string; section: string }> = {
  'content compliance': { place: 'Apps, Google Workspace, Gmail, Compliance', section: 'Content compliance' },
  'objectionable content': { place: 'Apps, Google Workspace, Gmail, Compliance', section: 'Objectionable content' },
  routing: { place: 'Apps, Google Workspace, Gmail, Routing', section: 'Routing' },
};

/**
 * What an administrator does in the console, step by step. The names are those of Google's help pages as last read (content compliance
 * support.google.com/a/answer/1346934, objectionable content /1346936, routing /2685650); the console may call a thing a little differently.
 * @param mailbox the safeguarding mailbox
 */
export function consoleSteps(kind: ConsoleSetting['kind'], mailbox: string): string[] {
  const { place, section } = WHERE[kind];
  const copiedBy = kind === 'routing' ? 'journal' : 'words';
  return [
    `Sign in to admin.google.com as an administrator and open ${place}.`,
    kind === 'routing'
      ? 'On the left choose the organisational unit that was decided on, pupils say, and no other: this copies all of its mail.'
      : 'On the left choose the organisational unit whose mail is to be looked at; the topmost is the whole school.',
    `In the section "${section}" press Configure, or Add another rule, and paste the name.`,
    'Under "Email messages to affect" tick Inbound, Outbound, Internal - Sending and Internal - Receiving. A message that is copied twice is filed once.',
    ...whatToFind(kind),
    'For what is done then, leave "Modify message". Never choose Reject or Quarantine: mail to and from a child is never held back.',
    'Tick "Add X-Gm-Original-To header": without it nobody can tell for whom a copy was.',
    `Tick "Add custom headers" and add ${COPY_HEADER.replace(/^X-/, '')} with the value ${copiedBy} (the console puts X- before it).`,
    `Under "Also deliver to" tick "Add more recipients" and add ${mailbox}. If it offers "Do not deliver spam to this recipient", leave that unticked.`,
    'Leave everything else as it is, press Save, and save again at the foot of the page if it asks. It can take a day until it holds everywhere.',
    `The account ${mailbox} itself must not be in a unit for which this holds: give it a unit of its own and switch the rule off there.`,
  ];
}

function whatToFind(kind: ConsoleSetting['kind']): string[] {
  switch (kind) {
    case 'content compliance':
      return [
        'Under "Expressions" choose "If ANY of the following match the message".',
        'For each expression below press Add, choose "Advanced content match", location "Headers + Body", match type "Matches regex", paste it, and save it.',
      ];
    case 'objectionable content':
      return ['Tick "Custom objectionable words" and paste the words. It takes single words only, in any case, and whole words.'];
    case 'routing':
      return ['Add no filter and no list of addresses: all mail of the unit is meant. Under "Account types to affect" tick Users alone.'];
  }
}

/** One setting as text: what is pasted where. */
export function textOfSetting({ kind, name, expressions, words }: ConsoleSetting): string {
  return [`${WHERE[kind].section}: ${name}`, ...expressions, ...(words === '' ? [] : [words])].join('\n');
}
