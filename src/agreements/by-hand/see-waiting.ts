import { isAddress } from '../../records/mime.ts';
import { ukDate, ukDay } from '../../school/calendar.ts';
import { nameOn } from '../../school/roll.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { SIGNING } from '../audience.ts';
import { agreementTable } from '../published.ts';
import { copyAddress } from '../register/register.ts';
import { type SignatureRow, signatureTable } from '../signatures.ts';
import { standingTable } from '../standings.ts';
import { suggestedEnds } from './access-end.ts';
import { APPROVE_WHEN, isOwn, isWaiting, proofIn, signedAs, wantsOf } from './approval.ts';
import { agreementOf } from './countersign.ts';

/** A signature that waits for approval. */
export interface WaitingLine {
  responseId: string;
  /** As it was signed. */
  name: string;
  /** What the list of people calls the account, where that is another name; else ''. */
  knownAs: string;
  role: string;
  /** As which of the people the agreement is for. */
  audience: string;
  /** '' for a guest without one. */
  account: string;
  proof: SignatureRow['address'];
  proofMeans: string;
  /** dd/MM/yyyy HH:mm */
  signed: string;
  /** The approver must have seen them; guests get a last day of access. */
  wants: { seeing: boolean; lastDay: boolean };
  /** False: the copy is printed for them. */
  getsMail: boolean;
  copy: string;
}

export interface Waiting {
  /** By agreement, in the order of their titles; in each the oldest first. */
  groups: { agreementId: string; title: string; lines: WaitingLine[] }[];
  /** Titles of agreements that the approver signed and somebody else must approve. */
  own: string[];
  /** Last days of access to choose from. */
  ends: { day: string; text: string }[];
}

/** Every signature that waits for this approver (A2). */
export function seeWaiting(_: Record<string, never>, { me, school, records, roll, now }: Visit): Waiting {
  const view = records.view([agreementTable, signatureTable, standingTable]);
  const waiting = view
    .rows(signatureTable)
    .filter((row) => isWaiting(row, agreementOf(view, row), (key) => view.find(standingTable, key)))
    .sort((a, b) => (a.signedAt < b.signedAt ? -1 : 1))
    .map((row) => ({ row, agreement: agreementOf(view, row) }));
  const own = waiting.filter(({ row }) => isOwn(row, me, roll));
  const groups = new Map<string, Waiting['groups'][number]>();
  for (const { row, agreement } of waiting.filter((each) => !own.includes(each))) {
    const group = groups.get(agreement.id) ?? { agreementId: agreement.id, title: agreement.title, lines: [] };
    const audience = signedAs(row, agreement, roll);
    const knownAs = nameOn(roll, row.email);
    group.lines.push({
      ...{ responseId: row.responseId, name: row.fullName, role: row.role, audience: SIGNING[audience].name, account: row.email },
      knownAs: knownAs === row.email || knownAs === row.fullName ? '' : knownAs,
      ...{ proof: row.address, proofMeans: `${proofIn(row)} ${APPROVE_WHEN[row.address]}`.trim(), signed: ukTime(row.signedAt) },
      wants: wantsOf(row, audience),
      ...{ getsMail: isAddress(row.email), copy: copyAddress(row.responseId, school) },
    });
    groups.set(agreement.id, group);
  }
  return {
    groups: [...groups.values()].sort((a, b) => (a.title < b.title ? -1 : 1)),
    own: own.map(({ agreement }) => agreement.title),
    ends: suggestedEnds(ukDay(now), school).map(({ day, text }) => ({ day: ukDate(day), text })),
  };
}
