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
  const { from, to, cc, date, received, subject, text } = evidence;
  const headers: [string, string][] = [
    ['From', from],
    ['To', to.join(', ')],
    ['Cc', cc.join(', ')],
    ['Date', ukTime(date) || ukTime(received)],
    ['Subject', subject],
  ];
  const lines = headers.filter(([, value]) => value.trim() !== '').map(([label, value]) => `${label}: ${value}`);
  return [foundWords(how, category, bringer), remark.trim() === '' ? '' : `They wrote: ${remark.trim()}`, lines.join('\n'), text.trim()]
    .filter((part) => part !== '')
    .join('\n\n');
}

function foundWords(how: MailStory['how'], category: Category | '', bringer: Bringer | null): string {
  const about = category === '' ? '' : ` What it may be: ${CATEGORY_WORDS[category].toLowerCase()}.`;
  const who = bringer?.name || 'Somebody';
  if (how === 'person') return `${who} sent this message on.${about}`;
  if (how === 'written to us') return `${who} wrote this to the safeguarding mailbox.${about}`;
  return `Found by Handrail in the school’s mail: nobody reported it.${about}`;
}
