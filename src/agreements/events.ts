import type { RecordedEvent } from '../records/journal.ts';
import type { AgreementVersion, VersionFacts } from './agreement.ts';
import type { FormKind } from './audience.ts';

/** A form as it was built: what its answers are read by. */
export type PublishedForm = {
  formId: string;
  kind: FormKind;
  address: string;
  /** FormApp's item ids, by the keys of the form's plan. */
  items: Record<string, number>;
  /** Fingerprint of what the form says: another one means that somebody changed it by hand. */
  hash: string;
  /** Its address with the code of a parent filled in, `CODE_HERE` standing for the code; '' for a form that asks for none. */
  prefill: string;
  /** Ids of the permissions it asks for, in the order of its rows. */
  permissions: string[];
};

/** Where an answer's address comes from, and so how far it proves who signed. */
export const ADDRESS_PROOFS = ['verified by Google', 'not verified by Google', 'by the code we mailed', 'typed'] as const;
export type AddressProof = (typeof ADDRESS_PROOFS)[number];

/** A child as a parent named it, and whom the roll knows by it. */
export type NamedChild = {
  name: string;
  className: string;
  /** The child's address on the roll; null until the office has settled who it is. */
  person: string | null;
  /** Why the office says that this is no pupil of the school; then nobody looks for them any more. */
  notOurs?: string;
  /** By permission id; empty where none was asked. */
  permissions: Record<string, boolean>;
  /** KS1 only, else '': trusted adults (A5). */
  trustedAtSchool: string;
  trustedAtHome: string;
};

/** A parent's yes or no about one child (A8). */
export type ConsentSaid = {
  child: string;
  permission: string;
  value: boolean;
  /** The parent's address, or the office's account where it was recorded by hand. */
  by: string;
};

/** Somebody who is asked, as the roll names them on that day. For parents' and young pupils' agreements the child. */
export type AskedPerson = {
  /** Address on the roll: with the agreement's id the key of the standing. */
  person: string;
  name: string;
  /** Class of a pupil, name of the audience for adults. */
  group: string;
};

export type RoundWhy = 'first' | 'year' | 'new version';

/** The journal's actions about agreements. To add one: name it here and teach the projections what it changes. Days are ISO days, moments ISO 8601 UTC. */
export type AgreementEvents = {
  /** Subject: `agreement ID`, so that all versions of one are found together. */
  'agreement published': {
    agreement: AgreementVersion;
    facts: VersionFacts;
    forms: PublishedForm[];
    /** Ids of the forms of the version before. */
    replaces: string[];
    /** '' unless it is a class's own. */
    className: string;
  };
  /** Nobody is asked any more; its forms are closed. Subject as above. */
  'agreement retired': { agreementId: string; forms: string[] };

  /** Subject: the round's id. From now on its agreements are also asked of whoever joins. */
  'round started': { roundId: string; why: RoundWhy; agreements: string[]; due: string };
  /**
   * A part of a round's people, or people who joined (`roundId` ''). What was signed before counts no more: expired or superseded.
   * By hand: `why`, and the person as the subject.
   */
  'people asked': {
    agreementId: string;
    version: number;
    roundId: string;
    before: 'expire' | 'supersede' | null;
    due: string;
    people: AskedPerson[];
    why?: string;
  };
  /** The list of people says something else than standings do: another name or class, or that somebody is on it now who signed before. */
  'people moved': { standings: StandingName[] };
  /** Everybody in the round was asked. */
  'round finished': { roundId: string };
  /** A mail went about these standings: `step` 0 is the first, reminders count from 1. */
  'people told': { standings: string[]; step: number };
  /** Those who give access were told that these people should have none yet (A12). */
  'no access told': { standings: string[] };
  /** Line managers (step 'line manager') or the head were told about these standings. */
  escalated: { standings: string[]; to: 'line manager' | 'head' };
  /** Whoever let a guest in was told that the access ends (A4). */
  'access end told': { standings: string[]; accessEnds: string };

  /** Subject: the form response's id, as for all below about one answer. */
  'agreement signed': {
    responseId: string;
    formId: string;
    formKind: FormKind;
    agreementId: string;
    version: number;
    sha256: string;
    email: string;
    address: AddressProof;
    fullName: string;
    /** Job title, organisation, or relationship to the child. */
    role: string;
    signature: string;
    /** When the form was sent. */
    signedAt: string;
    /** False when the form's text was changed by hand, so that it is not certain what was agreed to. */
    formUnchanged: boolean;
    /** Whether this agreement wants a countersignature. */
    isApproved: boolean;
    /** The oldest version that counted when it was signed: a signature under an older one makes place for this one. */
    countsFrom: number;
    /** SHA-256 of the answers as they were read: another one later means that they were edited. */
    answersHash: string;
    children: NamedChild[];
    consents: ConsentSaid[];
    /** The standings it settles: of the children who are known; none when the form was changed, or when nothing was left to settle. */
    standings: StandingName[];
  };
  'agreement declined': {
    responseId: string;
    formId: string;
    formKind: FormKind;
    agreementId: string;
    version: number;
    sha256: string;
    email: string;
    address: AddressProof;
    fullName: string;
    reason: string;
    signedAt: string;
    answersHash: string;
    standings: StandingName[];
  };
  /** The office said whom a parent meant. `children` whole, as they stand now; `standings` and `consents` those that this adds. */
  'answer settled': {
    responseId: string;
    version: number;
    countsFrom: number;
    signedAt: string;
    children: NamedChild[];
    consents: ConsentSaid[];
    standings: StandingName[];
  };
  'signature approved': { responseId: string; approver: string; approverName: string; accessEnds: string | null; seenInPerson: boolean; standings: string[] };
  /** The signer is asked again, by another day. */
  'signature sent back': { responseId: string; reason: string; due: string; standings: string[] };
  /** The nightly comparison found that the form's own answer is not what was recorded. */
  'answer differs': { responseId: string; how: 'edited' | 'deleted' };
  /** Somebody has looked into that; what was recorded stays. */
  'difference seen': { responseId: string; note: string };
  /** Signed on paper or on the teacher's device, in front of a witness. Subject: the agreement. */
  'signed in person': {
    agreementId: string;
    version: number;
    sha256: string;
    isApproved: boolean;
    countsFrom: number;
    witness: string;
    witnessName: string;
    people: AskedPerson[];
  };

  /** Parents were sent a version of their child's class agreement, a mail each. Subject: the agreement. */
  'agreement shared': { agreementId: string; version: number; parents: string[] };

  /** Recorded by the office for a parent who telephoned or wrote. Subject: the child. */
  'consent recorded': { consents: ConsentSaid[]; since: string; how: string };
  /** Subject of this and the next two, where it was done by hand: the person. */
  'standings withdrawn': { standings: string[]; since: string; how: string };
  'standings closed': { standings: string[]; why: string };
  /** Access of a guest lasts until another day. */
  'access extended': { standings: string[]; until: string };
  /** Signed copies were put into people's folders. */
  'copies filed': { copies: { responseId: string; fileId: string }[] };

  /** A policy as it stands from now on (A14). Subject: its id. */
  'policy saved': {
    policyId: string;
    title: string;
    version: string;
    approvedOn: string | null;
    approvedBy: string;
    owner: string;
    everyMonths: number;
    nextReview: string | null;
    address: string;
    notes: string;
    archived: boolean;
  };
  /** Owners and the governors' clerk were reminded of these reviews. Subject: `policies`. */
  'policies reminded': { policies: { policyId: string; reminder: string }[] };
};

/** A standing that may not be on record yet, with what it needs to be. */
export type StandingName = { agreementId: string; person: string; name: string; group: string };

export function standingKey({ agreementId, person }: Pick<StandingName, 'agreementId' | 'person'>): string {
  return `${agreementId}|${person}`;
}

/** The subject of what was done by hand about one person. Subjects are ASCII; an address need not be. */
export function personSubject(person: string): string {
  return person.replace(/[^\x21-\x7e]/gu, encodeURIComponent);
}

/** The subject of everything about an agreement's text. */
export function agreementSubject(agreementId: string): string {
  return `agreement ${agreementId}`;
}

type EventOf<Action extends keyof AgreementEvents> = RecordedEvent & { payload: AgreementEvents[Action] };

/** Whether an event is of that action; its payload is then known. */
export function is<Action extends keyof AgreementEvents>(event: RecordedEvent, action: Action): event is EventOf<Action> {
  return event.action === action;
}
