import { UNPROVEN } from '../../incidents/mail/shown-message.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Evidence } from '../flag.ts';
import type { Category } from '../message.ts';
import { CATEGORY_WORDS } from '../words.ts';

/** Who brought a message to the office, when a person did. */
export interface Bringer {
  email: string;
  name: string;
  isPupil: boolean;
}

/** How a case or an addition tells a message: plainly how it was found, what its headers claim, and what was written. */
export interface MailStory {
  how: 'rule' | 'person' | 'written to us';
  category: Category | '';
  bringer: Bringer | null;
  remark: string;
  evidence: Evidence;
}

export function storyOfMail({ how, category, bringer, remark, evidence }: MailStory): string {
  const { from, to, cc, date, received, subject, text, isUnproven = false } = evidence;
  const headers: [string, string][] = [
    ['From', from],
    ['To', to.join(', ')],
    ['Cc', cc.join(', ')],
    ['Date', ukTime(date) || ukTime(received)],
    ['Subject', subject],
  ];
  const lines = headers.filter(([, value]) => value.trim() !== '').map(([label, value]) => `${label}: ${value}`);
  const found = [foundWords(how, bringer?.name || 'Somebody', isUnproven), ...(isUnproven ? [UNPROVEN] : []), ...aboutWords(category)].join(' ');
  return [found, remark.trim() === '' ? '' : `They wrote: ${remark.trim()}`, lines.join('\n'), text.trim()].filter((part) => part !== '').join('\n\n');
}

function foundWords(how: MailStory['how'], who: string, isUnproven: boolean): string {
  if (how === 'rule') return 'Found by Handrail in the school’s mail: nobody reported it.';
  const [did, to] = how === 'person' ? ['sent', 'this message on'] : ['wrote', 'this to the safeguarding mailbox'];
  return isUnproven ? `Somebody ${did} ${to} in the name of ${who}.` : `${who} ${did} ${to}.`;
}

function aboutWords(category: Category | ''): string[] {
  return category === '' ? [] : [`What it may be: ${CATEGORY_WORDS[category].toLowerCase()}.`];
}
