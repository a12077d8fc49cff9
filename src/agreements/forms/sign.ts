import type { NewEvent } from '../../records/journal.ts';
import { ukDay } from '../../school/calendar.ts';
import { fullName, type RollEntry } from '../../school/roll.ts';
import type { School } from '../../school/school.ts';
import { classKey, NO_CLASS } from '../asking/members.ts';
import { SIGNING } from '../audience.ts';
import { signedAs } from '../by-hand/approval.ts';
import { type ConsentRow, FORM } from '../consents.ts';
import { type AddressProof, type AgreementEvents, type ConsentSaid, type NamedChild, type StandingName, standingKey } from '../events.ts';
import type { AgreementRow, FormRow } from '../published.ts';
import { childrenOf, type SignatureRow } from '../signatures.ts';
import { after, type State } from '../standing.ts';
import { type StandingRow, stateNow } from '../standings.ts';
import type { Said } from './answers.ts';
import { childrenMeant, type KnownParent } from './family.ts';

/** One answer to a form as it was read. */
export interface FormAnswer {
  responseId: string;
  /** Of the account, as Google gives it; '' where the form collects none. */
  email: string;
  /** ISO 8601, UTC. */
  sentAt: string;
  said: Said;
  /** SHA-256 of the answers. */
  answersHash: string;
}

/** An answer and its form. */
export interface AnswerRead {
  form: FormRow;
  /** Whether the form still says what was published. */
  isUnchanged: boolean;
  answer: FormAnswer;
}

/** What is on record at the moment of deciding. */
export interface OnRecord {
  agreement(id: string): AgreementRow | undefined;
  standing(key: string): StandingRow | undefined;
  signatures: readonly SignatureRow[];
  /** Needed where an answer comes late: what the office has noted since must stay. */
  consents: readonly ConsentRow[];
}

/** Who people are. */
export interface People {
  school: Pick<School, 'domain'>;
  roll: readonly RollEntry[];
  parentOf(said: Pick<Said, 'code' | 'typedEmail'>): KnownParent | null;
}

/** Who has answered, whom that is about, and whether somebody must still say who is meant. */
interface Signer {
  email: string;
  address: AddressProof;
  standings: StandingName[];
  children: NamedChild[];
  isApproved: boolean;
}

/** The answers that are not on record yet, in the order in which they were sent, one event each (A1 to A9, A11). */
export function answersToRecord(read: readonly AnswerRead[], onRecord: OnRecord, people: People): NewEvent[] {
  const recorded = new Set(onRecord.signatures.map(({ responseId }) => responseId));
  // What one answer settles is settled for those after it.
  const states = new Map<string, State>();
  const stateOf = (key: string, agreement: AgreementRow): State => {
    const row = onRecord.standing(key);
    return states.get(key) ?? (row ? stateNow(row, agreement) : 'not asked');
  };
  const answeredAt = lastAnswers(onRecord.signatures);
  const events: NewEvent[] = [];
  for (const { form, isUnchanged, answer } of inOrder(read)) {
    const agreement = onRecord.agreement(form.agreementId);
    if (!agreement || recorded.has(answer.responseId)) continue;
    recorded.add(answer.responseId);
    const signer = signerOf(form, agreement, answer, people);
    const formUnchanged = isUnchanged && (form.kind !== 'account' || answer.email !== '');
    const happening = answer.said.hasDeclined ? 'decline' : 'sign';
    // A text that counts no more settles nothing: whoever signed it is asked to sign the new one.
    const settled = signer.standings.filter((name) => {
      if (!formUnchanged || form.version < agreement.countsFrom) return false;
      const key = standingKey(name);
      // What Google shows late does not undo what was said after it.
      if ((answeredAt.get(key) ?? '') > answer.sentAt) return false;
      // A guest may come again; whoever has left is asked anew once the list says that they are back.
      if (stateOf(key, agreement) === 'closed' && (onRecord.standing(key)?.accessEnds ?? null) === null) return false;
      const state = after(stateOf(key, agreement), happening, signer.isApproved);
      if (state !== null) states.set(key, state);
      return state !== null;
    });
    events.push(answer.said.hasDeclined ? declined(form, answer, signer, settled) : signed(form, agreement, answer, signer, settled, formUnchanged, onRecord));
  }
  return events;
}

/** When each standing was last answered about. */
function lastAnswers(signatures: readonly SignatureRow[]): ReadonlyMap<string, string> {
  const last = new Map<string, string>();
  for (const { standings, signedAt } of signatures) for (const key of standings) if ((last.get(key) ?? '') < signedAt) last.set(key, signedAt);
  return last;
}

/** As they were sent, the earliest first. */
export function inOrder(read: readonly AnswerRead[]): AnswerRead[] {
  return [...read].sort((a, b) => (a.answer.sentAt < b.answer.sentAt ? -1 : a.answer.sentAt > b.answer.sentAt ? 1 : 0));
}

function signed(
  form: FormRow,
  agreement: AgreementRow,
  answer: FormAnswer,
  { email, address, children, isApproved }: Signer,
  standings: StandingName[],
  formUnchanged: boolean,
  onRecord: OnRecord,
): NewEvent {
  const { responseId, said, answersHash, sentAt } = answer;
  const payload: AgreementEvents['agreement signed'] = {
    ...{ responseId, formId: form.formId, formKind: form.kind, agreementId: form.agreementId, version: form.version, sha256: form.sha256 },
    ...{ email, address, fullName: said.fullName, role: said.role, signature: said.signature, signedAt: sentAt, formUnchanged },
    isApproved: isApproved && standings.length > 0,
    ...{ countsFrom: agreement.countsFrom, answersHash, children, standings },
    consents: formUnchanged ? consentsIn(children, email).filter((consent) => !isOvertaken(consent, form, answer, onRecord)) : [],
  };
  return { action: 'agreement signed', subject: responseId, payload };
}

function declined(form: FormRow, { responseId, said, answersHash, sentAt }: FormAnswer, { email, address }: Signer, standings: StandingName[]): NewEvent {
  const payload: AgreementEvents['agreement declined'] = {
    ...{ responseId, formId: form.formId, formKind: form.kind, agreementId: form.agreementId, version: form.version, sha256: form.sha256 },
    ...{ email, address, fullName: said.fullName, reason: said.reason, signedAt: sentAt, answersHash, standings },
  };
  return { action: 'agreement declined', subject: responseId, payload };
}

function signerOf(form: FormRow, agreement: AgreementRow, answer: FormAnswer, people: People): Signer {
  return form.kind === 'family' || form.kind === 'promises' ? parentSigning(form, answer, people) : oneSigning(form, agreement, answer, people);
}

/** A parent signs for children of their own, as far as it is certain which are meant. A "no" to the parents' agreement is one for all of them. */
function parentSigning(form: FormRow, { said }: FormAnswer, { roll, parentOf }: People): Signer {
  const parent = parentOf(said);
  const meant = childrenMeant(said.children, parent?.entry ?? null, roll);
  const isForAll = said.hasDeclined && form.kind === 'family';
  const about = isForAll
    ? roll.filter(({ kind, email }) => kind === 'pupil' && parent?.entry.children.includes(email))
    : meant.filter((entry) => entry !== null);
  return {
    email: parent?.entry.email ?? said.typedEmail,
    address: parent?.by ?? 'typed',
    standings: about.map((entry) => pupilStanding(form, entry)),
    children: said.children.map((child, index) => ({ ...child, person: meant[index]?.email ?? null })),
    isApproved: false,
  };
}

/** Somebody signs for themself: by their account, or by an address they typed. */
function oneSigning(form: FormRow, agreement: AgreementRow, { responseId, email, said }: FormAnswer, { school, roll }: People): Signer {
  const isTyped = form.kind === 'open';
  const address = isTyped ? said.typedEmail : email.toLowerCase();
  const entry = roll.find((each) => each.email === address);
  const audience = signedAs({ email: address, formKind: form.kind }, agreement, roll);
  const { name: group, isApproved, told } = SIGNING[audience];
  const signer: Omit<Signer, 'standings'> = { email: address, address: isTyped ? 'typed' : 'not verified by Google', children: [], isApproved };
  if (told === 'class teacher') return { ...signer, standings: entry && isPupilFor(agreement, entry) ? [pupilStanding(form, entry)] : [] };
  // Pupils sign nothing that is for adults.
  if (entry?.kind === 'pupil') return { ...signer, standings: [] };
  // Whoever has an account signs with it: an address of the school that is only typed may be anybody's.
  const isGuest = isTyped && (!entry || address.endsWith(`@${school.domain}`));
  if (isGuest) return { ...signer, standings: [{ agreementId: form.agreementId, person: `guest:${responseId}`, name: said.fullName, group }] };
  return { ...signer, standings: address === '' ? [] : [{ agreementId: form.agreementId, person: address, name: entry ? fullName(entry) : address, group }] };
}

/** Pupils' agreements are signed by pupils alone, a class's own by its pupils. */
function isPupilFor({ className }: AgreementRow, entry: RollEntry): boolean {
  return entry.kind === 'pupil' && (className === '' || classKey(entry.className) === classKey(className));
}

function pupilStanding({ agreementId }: FormRow, entry: RollEntry): StandingName {
  return { agreementId, person: entry.email, name: fullName(entry), group: entry.className || NO_CLASS };
}

export function consentsIn(children: readonly NamedChild[], by: string): ConsentSaid[] {
  return children.flatMap(({ person, permissions }) =>
    person === null ? [] : Object.entries(permissions).map(([permission, value]): ConsentSaid => ({ child: person, permission, value, by })),
  );
}

/** Whether something newer is on record already: an answer may come late, or be settled late. */
export function isOvertaken(
  { child, permission, by }: ConsentSaid,
  { agreementId }: Pick<FormRow, 'agreementId'>,
  { sentAt }: Pick<FormAnswer, 'sentAt'>,
  { signatures, consents }: Pick<OnRecord, 'signatures' | 'consents'>,
): boolean {
  // Two answers without an address may be two people's.
  const isLater = (row: SignatureRow) => by !== '' && row.email === by && row.agreementId === agreementId && row.signedAt > sentAt;
  return (
    signatures.some((row) => isLater(row) && childrenOf(row).some(({ person }) => person === child)) ||
    consents.some((row) => row.child === child && row.permission === permission && row.how !== FORM && row.since >= ukDay(sentAt))
  );
}
