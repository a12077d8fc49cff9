import type { Records, RecordsView } from '../../records/records.ts';
import type { Permission } from '../agreement.ts';
import { audiencesOf } from '../asking/members.ts';
import type { ConsentRow } from '../consents.ts';
import { agreementTable } from '../published.ts';
import { childrenOf, type SignatureRow } from '../signatures.ts';
import { TextsSigned } from '../texts.ts';

/** What one parent answered about one child and permission. */
export interface ConsentAnswer {
  responseId: string;
  /** The parent's address; '' when none was given. */
  by: string;
  /** As they signed. */
  name: string;
  value: boolean;
  /** ISO 8601, UTC. */
  at: string;
}

/** Every answer about a child and permission, oldest first. What was sent back or set aside is none. */
export function answersAbout(child: string, permission: string, signatures: readonly SignatureRow[]): ConsentAnswer[] {
  return signatures
    .filter((row) => (row.state === 'signed' || row.state === 'approved' || row.state === 'to be settled') && namesChild(row, child))
    .flatMap((row) =>
      childrenOf(row).flatMap(({ person, permissions }) => {
        const value = permissions[permission];
        return person !== child || value === undefined ? [] : [{ responseId: row.responseId, by: row.email, name: row.fullName, value, at: row.signedAt }];
      }),
    )
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Whether somebody is among the children of an answer: a look that needs no parsing, for thousands of answers. */
export function namesChild({ children }: Pick<SignatureRow, 'children'>, child: string): boolean {
  return children.includes(`"person":${JSON.stringify(child)}`);
}

/** Tells a consent as a page showed it from what has become of it since. */
export function stampOf(row: Pick<ConsentRow, 'value' | 'since' | 'by' | 'differs'> | undefined): string {
  return row ? [row.value ? 'yes' : 'no', row.since, row.by, row.differs ? 'differs' : ''].join('|') : '';
}

/** A permission and whether parents are still asked for it. */
export interface KnownPermission extends Permission {
  isAsked: boolean;
}

/** Every permission that parents are or were asked for, in the words of its newest text; those that are asked first. */
export function permissionsKnown(view: RecordsView, records: Pick<Records, 'history'>): KnownPermission[] {
  const texts = new TextsSigned(records);
  const known = new Map<string, KnownPermission>();
  const add = (permissions: readonly Permission[], isAsked: boolean) => {
    for (const each of permissions) if (!known.has(each.id)) known.set(each.id, { ...each, isAsked });
  };
  const versions = view
    .rows(agreementTable)
    .filter((agreement) => audiencesOf(agreement).includes('parent'))
    .map(({ id, retired }) => ({ retired, texts: texts.versionsOf(id) }));
  for (const { retired, texts: all } of versions) if (!retired) add(all[all.length - 1]?.permissions ?? [], true);
  for (const { texts: all } of versions) for (const { permissions } of [...all].reverse()) add(permissions, false);
  return [...known.values()];
}
