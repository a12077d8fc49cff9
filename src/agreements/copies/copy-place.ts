import { canonical } from '../../records/canonical.ts';
import { hashOf } from '../../records/hash.ts';
import { schoolYearOf, ukDay } from '../../school/calendar.ts';
import type { RollEntry } from '../../school/roll.ts';
import { classKey, NO_CLASS } from '../asking/members.ts';
import { type Audience, SIGNING } from '../audience.ts';
import { signedAs } from '../by-hand/approval.ts';
import { standingKey } from '../events.ts';
import type { AgreementRow } from '../published.ts';
import { childrenOf, type SignatureRow } from '../signatures.ts';
import type { StandingRow } from '../standings.ts';
import type { SignedCopy } from './signed-copy.ts';

/** A folder by what it is called and the key it is found by: namesakes have folders of their own. */
export interface PlacedFolder {
  key: string;
  name: string;
}

/** Where a signed copy is filed: folders from the top down, and what the file is called there. */
export interface CopyPlace {
  folders: PlacedFolder[];
  /** @param title of the text that was signed */
  nameFor(title: string): string;
}

type Drawer = 'Staff' | 'Governors' | 'Volunteers' | 'Guests' | 'Pupils' | 'Parents';

const DRAWERS: Record<Audience, Drawer> = {
  ...{ staff: 'Staff', technician: 'Staff', supply: 'Staff', governor: 'Governors', volunteer: 'Volunteers' },
  ...{ visitor: 'Guests', external: 'Guests', photographer: 'Guests' },
  ...{ ks1: 'Pupils', ks2: 'Pupils', secondary: 'Pupils', class: 'Pupils', parent: 'Parents' },
};

const LONGEST_NAME = 80;

/** Whether a signature is to be filed: it counts, settles something or answers for a child, and has no copy yet (A11). */
export function isToBeFiled(row: Pick<SignatureRow, 'state' | 'copy' | 'standings' | 'children'>): boolean {
  if (row.copy !== '' || (row.state !== 'signed' && row.state !== 'approved')) return false;
  return row.standings.length > 0 || childrenOf(row).some(({ person }) => person !== null);
}

/** What a copy's file is found by. Google takes 124 bytes for it, and says nothing about the length of an answer's id. */
export function copyKey(responseId: string): string {
  return `copy-${hashOf(responseId).slice(0, 40)}`;
}

/**
 * Where a signature's copy belongs: pupils' and parents' by school year and class, guests' by school year, everybody else's in a folder of
 * their own (A11).
 * @param standingOf finds a standing by its key
 * @example `Pupils/2026-27/3A/Khan, Amira - Pupil agreement - 2026-09-07.pdf`
 */
export function copyPlace(
  row: SignatureRow,
  agreement: Pick<AgreementRow, 'audience' | 'alsoFor'>,
  { roll, standingOf }: { roll: readonly RollEntry[]; standingOf(key: string): StandingRow | undefined },
): CopyPlace {
  const audience = signedAs(row, agreement, roll);
  const children = childrenOf(row).flatMap(({ person }) => person ?? []);
  const [child] = children;
  const standing = standingOf(child === undefined ? (row.standings[0] ?? '') : standingKey({ agreementId: row.agreementId, person: child }));
  const person = child ?? standing?.person ?? row.email;
  const entry = roll.find(({ email }) => email === person);
  const name = entry ? [entry.familyName, entry.givenName].filter((part) => part !== '').join(', ') : (standing?.name ?? row.fullName);
  const day = ukDay(row.signedAt);
  const drawer = SIGNING[audience].isGuest && person.startsWith('guest:') ? 'Guests' : DRAWERS[audience];
  const top = { id: drawer, name: drawer };
  const year = { id: schoolYearOf(day), name: schoolYearOf(day) };
  if (drawer === 'Pupils' || drawer === 'Parents') {
    const className = standing?.group ?? (entry?.className || NO_CLASS);
    const more = children.length > 1 ? ` and ${children.length - 1} more` : '';
    const by = drawer === 'Parents' ? ` (${row.fullName})` : '';
    return place([top, year, { id: classKey(className), name: className }], (title) => [`${name}${more}`, `${title}${by}`, day]);
  }
  if (drawer === 'Guests') return place([top, year], (title) => [name, title, day]);
  return place([top, { id: person, name }], (title) => [title, day]);
}

/** What a copy is called where it is saved or mailed. */
export function copyFileName({ title }: Pick<SignedCopy, 'title'>, { fullName }: Pick<SignatureRow, 'fullName'>): string {
  return fileName([title, fullName]);
}

function place(folders: readonly { id: string; name: string }[], words: (title: string) => string[]): CopyPlace {
  return {
    folders: folders.map(({ name }, depth) => {
      const path = folders.slice(0, depth + 1).map(({ id }) => id);
      return { key: `copies-${hashOf(canonical(path)).slice(0, 40)}`, name: cleanName(name) };
    }),
    nameFor: (title) => fileName(words(title)),
  };
}

function fileName(words: readonly string[]): string {
  return `${words.map(cleanName).join(' - ')}.pdf`;
}

/** What Windows takes in a name too, and nothing that turns its direction round. */
function cleanName(text: string): string {
  const clean = text
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\s*:\s+/g, ' - ')
    .replace(/[\\/:*?"<>|]+/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  const letters = Array.from(clean);
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME).join('')}…` : clean || 'Without a name';
}
