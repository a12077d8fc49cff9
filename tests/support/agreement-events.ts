import { type Permission, versionOf } from '../../src/agreements/agreement.ts';
import { type Audience, SIGNING } from '../../src/agreements/audience.ts';
import { type AgreementEvents, agreementSubject, type StandingName, standingKey } from '../../src/agreements/events.ts';
import type { NewEvent } from '../../src/records/journal.ts';

/** Events as the journal holds them, of which only what matters is said. */

function made<Action extends keyof AgreementEvents>(action: Action, subject: string, payload: AgreementEvents[Action]): NewEvent {
  return { action, subject, payload };
}

export function published(
  id: string,
  {
    audience = 'staff',
    version = 1,
    change = 'material',
    className = '',
    alsoFor = [],
    permissions = [],
  }: {
    audience?: Audience;
    version?: number;
    change?: 'minor' | 'material';
    className?: string;
    alsoFor?: Audience[];
    permissions?: Permission[];
  } = {},
): NewEvent {
  const section = { heading: 'What I agree to', asks: 'agree' as const, clauses: [`Clause of version ${version}`] };
  const text = { title: `Agreement ${id}`, audience, alsoFor, introduction: '', sections: [section], permissions, signatureFields: [] };
  return made('agreement published', agreementSubject(id), {
    ...{ agreement: versionOf(id, version, text), forms: [], replaces: [], className },
    facts: { change, effective: '2026-09-01', approvedBy: '' },
  });
}

export function started(roundId: string, agreements: string[], why: AgreementEvents['round started']['why'] = 'first'): NewEvent {
  return made('round started', roundId, { roundId, why, agreements, due: '2026-09-21' });
}

export function finished(roundId: string): NewEvent {
  return made('round finished', roundId, { roundId });
}

/** Signed by somebody: in force at once unless the audience wants approval. */
export function signed(
  agreementId: string,
  person: string,
  { audience = 'staff', version = 1, countsFrom = 1, at }: { audience?: Audience; version?: number; countsFrom?: number; at: string },
): NewEvent {
  const name: StandingName = { agreementId, person, name: person, group: SIGNING[audience].name };
  return made('agreement signed', `response-${person}`, {
    ...{ responseId: `response-${agreementId}-${person}-${at}`, formId: 'form', formKind: 'account', agreementId, version, sha256: 'x' },
    ...{ email: person, address: 'verified by Google', fullName: person, role: '', signature: person, signedAt: at, formUnchanged: true },
    ...{ isApproved: SIGNING[audience].isApproved, countsFrom, answersHash: '', children: [], consents: [], standings: [name] },
  });
}

export function approved(agreementId: string, person: string, accessEnds: string | null = null): NewEvent {
  const responseId = `response-${agreementId}-${person}`;
  const standings = [standingKey({ agreementId, person })];
  return made('signature approved', responseId, {
    ...{ responseId, approver: 'approver@q.example', approverName: 'Approver' },
    ...{ accessEnds, seenInPerson: true, standings },
  });
}

export function declined(agreementId: string, person: string, at: string): NewEvent {
  const name: StandingName = { agreementId, person, name: person, group: '' };
  return made('agreement declined', `response-${person}`, {
    ...{ responseId: `response-${agreementId}-${person}-${at}`, formId: 'form', formKind: 'account', agreementId, version: 1, sha256: 'x' },
    ...{ email: person, address: 'verified by Google', fullName: person, reason: 'No', signedAt: at, answersHash: '', standings: [name] },
  });
}

export function closed(agreementId: string, person: string, why: string): NewEvent {
  return made('standings closed', person, { standings: [standingKey({ agreementId, person })], why });
}

export function withdrawn(agreementId: string, person: string): NewEvent {
  return made('standings withdrawn', person, { standings: [standingKey({ agreementId, person })], since: '2026-09-01', how: 'telephone' });
}

export function retired(agreementId: string): NewEvent {
  return made('agreement retired', agreementSubject(agreementId), { agreementId, forms: [] });
}
