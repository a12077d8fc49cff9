import { ukDate, ukDay } from '../../school/calendar.ts';
import { fullName, nameOn } from '../../school/roll.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { type ConsentRow, consentTable, FORM } from '../consents.ts';
import { agreementTable } from '../published.ts';
import { copyAddress } from '../register/register.ts';
import { childrenOf, isUnclear, type SignatureRow, signatureTable } from '../signatures.ts';
import { proofIn } from './approval.ts';
import { type Candidate, Candidates } from './candidates.ts';
import { answersAbout, type KnownPermission, permissionsKnown, stampOf } from './consent-answers.ts';

/** A page shows so many of each kind; the oldest come first, and what is settled makes place. */
const MOST_SHOWN = 40;

/** An answer as every part of the page shows it. */
export interface AnswerLine {
  responseId: string;
  agreement: string;
  /** As it was signed. */
  name: string;
  /** Relationship, job or organisation, as it was typed. */
  role: string;
  account: string;
  /** dd/MM/yyyy HH:mm */
  signed: string;
  copy: string;
}

export interface UnsettledChild {
  name: string;
  className: string;
  /** False: settled already, with another child of the same answer still open. */
  isOpen: boolean;
  /** Whom it was settled to be; '' for nobody, and while it is open. */
  settledAs: string;
  candidates: Candidate[];
}

export interface UnsettledAnswer extends AnswerLine {
  proofMeans: string;
  /** The list of people has a parent with this address. */
  isKnown: boolean;
  children: UnsettledChild[];
}

/** A child about whom two parents said different things. */
export interface UnsettledConsents {
  child: string;
  name: string;
  className: string;
  consents: {
    permission: string;
    question: string;
    /** What was said, oldest first. */
    said: { name: string; value: boolean; on: string }[];
    stamp: string;
  }[];
}

export interface Unsettled {
  answers: UnsettledAnswer[];
  consents: UnsettledConsents[];
  /** Signed on a form whose text had been changed by hand. */
  changed: AnswerLine[];
  /** Edited or deleted in the form after they were recorded. */
  different: (AnswerLine & { how: string })[];
  /** How many of each there are; fewer may be shown. */
  counts: { answers: number; consents: number; changed: number; different: number };
  /** dd/MM/yyyy */
  today: string;
}

/** Everything about agreements that a person must decide, because no rule could without guessing. */
export function seeUnsettled(_: Record<string, never>, visit: Visit): Unsettled {
  const { records, roll, school, now } = visit;
  const view = records.view([agreementTable, signatureTable, consentTable]);
  const signatures = [...view.rows(signatureTable)].sort((a, b) => (a.signedAt < b.signedAt ? -1 : 1));
  const lineFor = (row: SignatureRow): AnswerLine => ({
    ...{ responseId: row.responseId, agreement: view.find(agreementTable, row.agreementId)?.title ?? row.agreementId, name: row.fullName, role: row.role },
    ...{ account: row.email, signed: ukTime(row.signedAt), copy: copyAddress(row.responseId, school) },
  });

  const open = signatures.filter(({ state }) => state === 'to be settled');
  const changed = signatures.filter(({ state }) => state === 'form was changed');
  const different = signatures.filter(({ differs }) => differs === 'edited' || differs === 'deleted');
  const differing = view.rows(consentTable).filter(({ differs }) => differs);
  const children = [...new Set(differing.map(({ child }) => child))];
  const candidates = new Candidates(roll, ukDay(now));
  const questions = differing.length === 0 ? [] : permissionsKnown(view, records);
  return {
    answers: open.slice(0, MOST_SHOWN).map((row) => ({
      ...lineFor(row),
      proofMeans: proofIn(row),
      isKnown: roll.some(({ email, children }) => email === row.email && children.length > 0),
      children: childrenOf(row).map((child) => ({
        ...{ name: child.name, className: child.className, isOpen: isUnclear(child) },
        settledAs: child.person === null ? '' : nameOn(roll, child.person),
        candidates: isUnclear(child) ? candidates.for(child, row).filter(({ person }) => childrenOf(row).every((each) => each.person !== person)) : [],
      })),
    })),
    consents: children.slice(0, MOST_SHOWN).map((child) => {
      const rows = differing.filter((row) => row.child === child);
      return { ...nameAndClass(child, roll), consents: rows.map((row) => differingConsent(row, questions, signatures, roll)) };
    }),
    changed: changed.slice(0, MOST_SHOWN).map(lineFor),
    different: different.slice(0, MOST_SHOWN).map((row) => ({ ...lineFor(row), how: row.differs })),
    counts: { answers: open.length, consents: children.length, changed: changed.length, different: different.length },
    today: ukDate(ukDay(now)),
  };
}

function nameAndClass(child: string, roll: Visit['roll']): Pick<UnsettledConsents, 'child' | 'name' | 'className'> {
  const entry = roll.find(({ email }) => email === child);
  return { child, name: entry ? fullName(entry) : child, className: entry?.className ?? '' };
}

function differingConsent(
  row: ConsentRow,
  questions: readonly KnownPermission[],
  signatures: readonly SignatureRow[],
  roll: Visit['roll'],
): UnsettledConsents['consents'][number] {
  const said = answersAbout(row.child, row.permission, signatures).map(({ name, value, at }) => ({ name, value, on: ukTime(at) }));
  const byHand = row.how === FORM ? [] : [{ name: `${nameOn(roll, row.by)} (recorded by hand: ${row.how})`, value: row.value, on: ukDate(row.since) }];
  const question = questions.find(({ id }) => id === row.permission)?.question ?? row.permission;
  return { permission: row.permission, question, stamp: stampOf(row), said: [...byHand, ...said] };
}
