import { type FlagRow, hashOfWords } from '../flag.ts';
import type { Arrived } from './arrived.ts';

/** Letters and digits of a hash that tell one flag from another. */
const LONGEST_ID = 14;

/** The id of the flag for a message of the mailbox: reading it again finds the same one. */
export function flagIdOf({ evidence }: Pick<Arrived, 'evidence'>): string {
  return `M-${hashOfWords(evidence.gmailId).slice(0, LONGEST_ID).toUpperCase()}`;
}

/**
 * The flags of the same message, by whichever routes it came before, its own first. A Message-ID alone proves nothing: its sender chooses it, and could hide a
 * second message behind the first one's. So what counts is sender, date and text; the Message-ID helps where those say too little, and the moment at
 * which Gmail received it where this is the same copy read by another version of the office.
 */
export function sameMessages(arrived: Arrived, flags: readonly FlagRow[]): FlagRow[] {
  const { evidence, fingerprint } = arrived;
  const own = flagIdOf(arrived);
  const idHash = evidence.messageId === '' ? '' : hashOfWords(evidence.messageId);
  const saysEnough = evidence.date !== '' && evidence.text.trim() !== '';
  const isSame = (row: FlagRow) => {
    if (row.flag === own) return true;
    const hasItsId = idHash !== '' && row.messageIdHash === idHash;
    if (row.fingerprint === fingerprint) return saysEnough || hasItsId;
    return hasItsId && row.conversation === evidence.threadId && row.received === evidence.received;
  };
  return flags.filter(isSame).sort((one, other) => Number(other.flag === own) - Number(one.flag === own));
}

/**
 * Flags of the conversation that a message belongs to, the oldest first: Gmail's thread in the mailbox, or a message that it answers. The thread of a mail
 * with which somebody sent a message on is their own, and says nothing about that message.
 */
export function conversationOf({ evidence, answers, route }: Pick<Arrived, 'evidence' | 'answers' | 'route'>, flags: readonly FlagRow[]): FlagRow[] {
  const answered = new Set(answers.map(hashOfWords));
  const thread = route === 'person' ? '' : evidence.threadId;
  return flags
    .filter((row) => (thread !== '' && row.route !== 'person' && row.conversation === thread) || (row.messageIdHash !== '' && answered.has(row.messageIdHash)))
    .sort((one, other) => (one.flagged < other.flagged ? -1 : Number(one.flagged > other.flagged)));
}
