import type { RecordedEvent } from '../../records/journal.ts';
import { ukDate } from '../../school/calendar.ts';
import { nameOn, type RollEntry } from '../../school/roll.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { AgreementVersion, Permission } from '../agreement.ts';
import { PROOF_MEANS } from '../by-hand/approval.ts';
import { is, type NamedChild } from '../events.ts';
import { childrenOf, isUnclear, type SignatureRow, type SignatureState } from '../signatures.ts';

/** Something that proves a signature, or says more about it. */
export interface Fact {
  label: string;
  value: string;
}

export interface CopySection {
  heading: string;
  /** Read and acknowledged, rather than agreed to (A9). */
  isAcknowledged: boolean;
  /** Number of its first clause: clauses are numbered through. */
  first: number;
  clauses: string[];
}

/** A child as the parent named it, with what was answered about it. */
export interface CopyChild {
  name: string;
  className: string;
  /** '' when it is clear who is meant. */
  note: string;
  answers: { question: string; answer: 'Yes' | 'No' | 'No answer' }[];
  /** KS1 only, else '': trusted adults. */
  trustedAtSchool: string;
  trustedAtHome: string;
}

/** A copy of exactly what somebody agreed to, or declined, with what proves it (A11). All of it is text, whoever wrote it. */
export interface SignedCopy {
  school: string;
  title: string;
  /** What this is: `Signed and approved`. */
  heading: string;
  /** What that means, where it is no valid signature. */
  note: string;
  /** Why it was declined, sent back or set aside. */
  reason: string;
  introduction: string;
  sections: CopySection[];
  children: CopyChild[];
  facts: Fact[];
}

/** What is on record about one answer to a form. */
export interface OnCopy {
  row: SignatureRow;
  /** The version that was signed. */
  text: AgreementVersion;
  /** All that was recorded about it, oldest first. */
  history: readonly RecordedEvent[];
}

const STATES: Record<SignatureState, { heading: string; note: string }> = {
  signed: { heading: 'Signed agreement', note: '' },
  approved: { heading: 'Signed and approved agreement', note: '' },
  'awaiting approval': { heading: 'Signed, awaiting approval', note: 'The school has not approved this yet: until then it gives no access.' },
  'sent back': { heading: 'Sent back', note: 'This was signed and sent back: it does not count. The signer was asked to sign again.' },
  declined: { heading: 'Declined', note: 'This was not agreed to. It shows the text that was declined.' },
  'to be settled': { heading: 'Not settled yet', note: 'The school office has still to say which children are meant. For them this does not count yet.' },
  'form was changed': { heading: 'Not valid', note: 'The form had been changed by hand, so it is not certain which text was shown. It must be signed again.' },
  'set aside': { heading: 'Set aside', note: 'The school office has set this answer aside: it does not count.' },
};

/** In other states a reason is about a part of the answer, and the office's own. */
const REASONED: readonly SignatureState[] = ['declined', 'sent back', 'set aside'];

/** The answer to a form as a copy that people can read, in this order: what it is, the text, the answers, the proof. */
export function signedCopy({ row, text, history }: OnCopy, school: string, roll: readonly RollEntry[]): SignedCopy {
  const { heading, note } = STATES[row.state];
  return {
    ...{ school, title: text.title, heading, note, introduction: text.introduction },
    reason: REASONED.includes(row.state) ? row.reason : '',
    sections: sectionsOf(text),
    children: childrenOf(row).map((child) => copyChild(child, text.permissions)),
    facts: [...factsOf(row), ...historyFacts(history, roll), ...differenceFacts(row)],
  };
}

/** What proves a signature, as far as its row tells: who, by which account, when, which text. */
export function factsOf(row: SignatureRow): Fact[] {
  return [
    { label: row.state === 'declined' ? 'Declined by' : 'Signed by', value: `${row.fullName}${row.role ? `, ${row.role}` : ''}` },
    ...addressFacts(row),
    { label: row.state === 'declined' ? 'Declined' : 'Signed', value: `${ukTime(row.signedAt)} (UK time)` },
    { label: 'Version', value: String(row.version) },
    { label: 'Fingerprint of the text (SHA-256)', value: row.sha256 },
    { label: 'Form response', value: row.responseId },
  ];
}

function addressFacts({ formKind, email, address }: SignatureRow): Fact[] {
  const label = formKind === 'account' ? 'Account' : 'E-mail address';
  if (email === '') return [{ label, value: 'none given' }];
  return [
    { label, value: `${email} (${address})` },
    { label: 'What that proves', value: PROOF_MEANS[address] },
  ];
}

function sectionsOf({ sections }: AgreementVersion): CopySection[] {
  let next = 1;
  return sections.map(({ heading, asks, clauses }) => {
    const first = next;
    next += clauses.length;
    return { heading, isAcknowledged: asks === 'acknowledge', first, clauses };
  });
}

function copyChild(child: NamedChild, permissions: readonly Permission[]): CopyChild {
  const { name, className, person, trustedAtSchool, trustedAtHome } = child;
  const note = person !== null ? '' : isUnclear(child) ? 'The school has still to say who this is.' : 'The school has no such pupil: this does not count.';
  return { name, className, note, answers: permissions.map(({ id, question }) => ({ question, answer: answerIn(child, id) })), trustedAtSchool, trustedAtHome };
}

function answerIn({ permissions }: NamedChild, id: string): CopyChild['answers'][number]['answer'] {
  const value = permissions[id];
  return value === undefined ? 'No answer' : value ? 'Yes' : 'No';
}

/** What was typed as a signature, when it was recorded, and what people have decided about it since. */
function historyFacts(history: readonly RecordedEvent[], roll: readonly RollEntry[]): Fact[] {
  return history.flatMap((event): Fact[] => {
    const recorded = { label: 'Recorded', value: `${ukTime(event.at)}, entry ${event.sequence} of the school’s journal` };
    if (is(event, 'agreement signed')) return [{ label: 'Signature as typed', value: event.payload.signature }, recorded];
    if (is(event, 'agreement declined')) return [recorded];
    if (is(event, 'answer settled')) return [{ label: 'Children settled', value: `by ${nameOn(roll, event.actor)}, ${ukTime(event.at)}` }];
    if (is(event, 'signature sent back')) return [{ label: 'Sent back', value: `by ${nameOn(roll, event.actor)}, ${ukTime(event.at)}` }];
    if (!is(event, 'signature approved')) return [];
    const { approverName, seenInPerson, accessEnds } = event.payload;
    return [
      { label: 'Approved', value: `by ${approverName}, ${ukTime(event.at)}${seenInPerson ? ', who has seen the signer in person' : ''}` },
      ...(accessEnds === null ? [] : [{ label: 'Access approved until', value: ukDate(accessEnds) }]),
    ];
  });
}

function differenceFacts({ differs }: SignatureRow): Fact[] {
  if (differs === '') return [];
  const how = differs.startsWith('deleted') ? 'deleted' : 'changed';
  return [{ label: 'Afterwards', value: `The answer was ${how} in the form. This copy shows what was recorded when it came in.` }];
}
