import { belongsToStaff, type RollEntry } from '../../school/roll.ts';
import type { School } from '../../school/school.ts';
import type { MessageToScore, Party } from '../message.ts';
import type { Arrived } from './arrived.ts';

/** What is known of the people in mails, looked up once for a whole round. */
export interface Parties {
  partyOf(address: string): Party;
  /** First and family names of pupils. */
  names: readonly string[];
}

export function partiesOf(roll: readonly RollEntry[], { domain }: Pick<School, 'domain'>): Parties {
  const kinds = new Map(roll.map(({ email, kind }) => [email, kind]));
  const partyOf = (address: string): Party => {
    const kind = kinds.get(address);
    if (kind === 'pupil' || kind === 'parent') return kind;
    if (belongsToStaff(kind) || kind === 'volunteer') return 'staff';
    // An address of the school that is nobody's on the list may be a group, a room or somebody new.
    return address === '' || address.endsWith(`@${domain}`) ? '' : 'outside';
  };
  const names = roll.filter(({ kind }) => kind === 'pupil').flatMap(({ givenName, familyName }) => [givenName, familyName]);
  return { partyOf, names: [...new Set(names.filter((name) => name !== ''))] };
}

/** A message as the scorer looks at it: who writes to whom by the roll, not by what the mail calls them. */
export function toScore({ evidence, text, from, to }: Arrived, { partyOf, names }: Parties): MessageToScore {
  const [first = ''] = to;
  return {
    subject: evidence.subject,
    text,
    from: partyOf(from),
    to: to.length > 1 ? 'group' : partyOf(first),
    sentAt: evidence.date || evidence.received,
    names,
  };
}
