import { isPassing, messageOf } from '../records/patience.script.ts';
import { Refusal } from './refusal.ts';
import { rememberFile } from './settings.script.ts';

/** A file or folder that Handrail keeps. Its key stands in the file's private properties, so that it is found again and never made twice. */
export interface KeptFile {
  /** Short and stable: `desk-dsl`. */
  key: string;
  name: string;
  kind: 'folder' | 'spreadsheet' | 'form';
  /** The folder it is made in; the top of the role account's Drive when left out. */
  folder?: string;
}

const MIME_TYPE = {
  folder: 'application/vnd.google-apps.folder',
  spreadsheet: 'application/vnd.google-apps.spreadsheet',
  form: 'application/vnd.google-apps.form',
} as const;
/** Names the private property that holds a file's key. */
export const FILE_KEY = 'handrail';

/**
 * The id of a kept file, made only when there is none. A file in the bin is taken out of it.
 * @param known the id under which it was last seen
 */
export function ensureFile(file: KeptFile, known: string | undefined): string {
  const standing = findFile(file, known);
  if (standing?.trashed) takeOutOfBin(standing.id);
  // One call makes the file with its key: a crash right after it leaves a file that the next attempt finds.
  const id =
    standing?.id ??
    idOf(
      drive().Files.create({
        name: file.name,
        mimeType: MIME_TYPE[file.kind],
        appProperties: { [FILE_KEY]: file.key },
        writersCanShare: false,
        ...(file.folder ? { parents: [file.folder] } : {}),
      }),
    );
  if (id !== known) rememberFile(file.key, id);
  return id;
}

export function takeOutOfBin(id: string): void {
  drive().Files.update({ trashed: false }, id);
}

/** Where a kept file stands, or null. Makes nothing. */
export function findFile(file: Pick<KeptFile, 'key'>, known: string | undefined): { id: string; trashed: boolean } | null {
  if (known !== undefined) {
    try {
      const found = drive().Files.get(known, { fields: 'id,trashed' });
      return { id: known, trashed: found.trashed === true };
    } catch (error) {
      // Deleted for good: perhaps a copy was made by hand and carries the key.
      if (!/not found/i.test(String((error as Error).message))) throw error;
    }
  }
  const found = drive().Files.list({
    q: `appProperties has { key='${FILE_KEY}' and value='${file.key}' } and 'me' in owners`,
    fields: 'files(id,trashed)',
    orderBy: 'createdTime',
  });
  const first = found.files?.find((each) => !each.trashed) ?? found.files?.[0];
  return first ? { id: idOf(first), trashed: first.trashed === true } : null;
}

/** Who may do what with a file besides its owner, one by one. */
export interface Sharing {
  role: 'reader' | 'writer';
  emails: readonly string[];
}

/**
 * Makes a file's sharing exactly this: adds who is missing and removes everybody else.
 * @throws Refusal when Google will not share with somebody (an address that does not exist, a policy of the domain)
 */
export function shareExactly(fileId: string, sharing: Sharing): void {
  const standing = takeAway(fileId, sharing);
  for (const emailAddress of sharing.emails) {
    if (standing.some((permission) => permission.emailAddress?.toLowerCase() === emailAddress && permission.role === sharing.role)) continue;
    try {
      // No invitation mail: it would name the file to whoever reads over a shoulder.
      drive().Permissions.create({ type: 'user', role: sharing.role, emailAddress }, fileId, { sendNotificationEmail: false });
    } catch (error) {
      throw new Refusal(
        'cannot-share',
        `Google would not share a file with ${emailAddress}: ${(error as Error).message}. Check the address, and the sharing settings of the domain.`,
      );
    }
  }
}

/**
 * Removes everybody from a file whom the sharing does not name.
 * @returns who had what before
 */
export function takeAway(fileId: string, sharing: Sharing): ReturnType<typeof permissionsOf> {
  const standing = permissionsOf(fileId);
  for (const permission of standing) {
    const isWanted = permission.type === 'user' && permission.role === sharing.role && sharing.emails.includes(permission.emailAddress?.toLowerCase() ?? '');
    if (permission.role !== 'owner' && !isWanted) drive().Permissions.remove(fileId, permission.id ?? '');
  }
  return standing;
}

/** Who of these cannot open a file yet. */
export function newcomersTo(fileId: string, emails: readonly string[]): string[] {
  const standing = permissionsOf(fileId).map((permission) => permission.emailAddress?.toLowerCase());
  return emails.filter((email) => !standing.includes(email));
}

/**
 * Takes a kept file away from everybody and deletes it with its revision history. Its key goes first: a file that is only half gone is
 * not found and used again.
 */
export function removeForGood(fileId: string): void {
  takeAway(fileId, { role: 'reader', emails: [] });
  drive().Files.update({ appProperties: { [FILE_KEY]: 'removed' } }, fileId);
  drive().Files.remove(fileId);
}

/** Whether a file is shared exactly so. */
export function isSharedExactly(fileId: string, sharing: Sharing): boolean {
  const others = permissionsOf(fileId).filter((permission) => permission.role !== 'owner');
  const found = others.map((permission) =>
    permission.type === 'user' && permission.role === sharing.role ? (permission.emailAddress?.toLowerCase() ?? '') : '?',
  );
  return JSON.stringify([...found].sort()) === JSON.stringify([...sharing.emails].sort());
}

/** Who may answer a published form: everybody with an account of a domain, or whoever has the link, without any account. */
export type Answerers = { domain: string } | 'anyone';

/**
 * Lets people answer a published form, without seeing its file. What Google answers is read back, because a domain can forbid it.
 * @throws Refusal when it does: only an administrator can change that
 */
export function letAnswer(formId: string, whom: Answerers, roleAccount: string): void {
  if (mayAnswer(formId, whom)) return;
  try {
    drive().Permissions.create(
      whom === 'anyone' ? { type: 'anyone', role: 'reader', view: 'published' } : { type: 'domain', domain: whom.domain, role: 'reader', view: 'published' },
      formId,
    );
  } catch (error) {
    if (isPassing(error)) throw error;
    throw cannotBeAnswered(whom, roleAccount, `Google says: ${messageOf(error)}`);
  }
  if (!mayAnswer(formId, whom)) throw cannotBeAnswered(whom, roleAccount, 'Google took the change and did not make it.');
}

/** Whether they may. Looks and changes nothing. */
export function mayAnswer(formId: string, whom: Answerers): boolean {
  const published = permissionsOf(formId).filter(({ view }) => view === 'published');
  return published.some(({ type, domain }) => (whom === 'anyone' ? type === 'anyone' : type === 'domain' && domain === whom.domain));
}

function cannotBeAnswered(whom: Answerers, roleAccount: string, why: string): Refusal {
  const [who, what] =
    whom === 'anyone'
      ? ['Parents and guests, who have no school account,', 'sharing outside the organisation, with files visible to anyone who has the link']
      : ['People with a school account', 'sharing with everybody in the organisation'];
  return new Refusal(
    'form-cannot-be-answered',
    `${who} could not answer this form, so it was not put into use. ${why} A Workspace administrator must allow ${roleAccount} this: ${what}. It is in the Admin console under Apps, Google Workspace, Drive and Docs, Sharing settings. Then press the button again.`,
  );
}

/** Who last changed a file, as far as Drive says. */
export function lastChangedBy(fileId: string): string | null {
  return drive().Files.get(fileId, { fields: 'lastModifyingUser(emailAddress)' }).lastModifyingUser?.emailAddress?.toLowerCase() ?? null;
}

/**
 * Who last changed kept files, by the files' ids: one call for all of them. Files that are gone or in the bin are left out. Drive's index may
 * be minutes late.
 */
export function lastChangers(keys: readonly string[]): Map<string, string> {
  const anyOf = keys.map((key) => `appProperties has { key='${FILE_KEY}' and value='${key}' }`).join(' or ');
  const found = drive().Files.list({
    q: `(${anyOf}) and 'me' in owners and trashed = false`,
    fields: 'files(id,lastModifyingUser(emailAddress))',
    pageSize: 100,
  });
  return new Map((found.files ?? []).map((file) => [idOf(file), file.lastModifyingUser?.emailAddress?.toLowerCase() ?? '']));
}

function permissionsOf(fileId: string): GoogleAppsScript.Drive_v3.Drive.V3.Schema.Permission[] {
  return (
    drive().Permissions.list(fileId, { fields: 'permissions(id,type,role,emailAddress,domain,view)', pageSize: 100, includePermissionsForView: 'published' })
      .permissions ?? []
  );
}

/** @throws Error for a file without one */
export function idOf(file: { id?: string | undefined }): string {
  if (!file.id) throw new Error('Drive gave a file without an id');
  return file.id;
}

/** @throws Error where the advanced service is not switched on */
export function drive(): GoogleAppsScript.Drive {
  if (typeof Drive === 'undefined') throw new Error('the advanced Drive service is not switched on in appsscript.json');
  return Drive;
}
