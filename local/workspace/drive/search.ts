import type { FileData } from '../data.ts';
import type { Workspace } from '../workspace.ts';
import { MIME, RANK } from './kinds.ts';
import { type Dialect, parseQuery, type Term } from './query.ts';
import { fileNotFound } from './refusals.ts';
import { textOf } from './text.ts';

export interface SearchOptions {
  /** A search as in docs/workspace/drive/api/guides/ref-search-terms.md; '' for everything. */
  q?: string;
  /** `v3`, or `v2` as DriveApp takes it (`title`, `modifiedDate`). */
  dialect?: Dialect;
  /** The app that asks, for `appProperties`. */
  app?: string;
}

/**
 * The files of an account that match: its own, and those shared with it by name or through a group or a folder. What is merely
 * open to anyone with the link is not among them (docs/workspace/drive/api/guides/about-files.md "corpora").
 * @throws ApiError 400 when the query cannot be read
 */
export function search(workspace: Workspace, who: string, { q = '', dialect = 'v3', app = '' }: SearchOptions): FileData[] {
  const query = parseQuery(q, dialect);
  const context: Context = { workspace, who, app };
  return Object.values(workspace.data.files).filter((file) => !workspace.drive.isRoot(file) && matches(query, file, context) && isListed(workspace, who, file));
}

interface Context {
  workspace: Workspace;
  who: string;
  app: string;
}

function isListed({ drive }: Workspace, who: string, file: FileData): boolean {
  return drive.permissionsOf(file.id).some((each) => each.view === undefined && (each.type === 'user' || each.type === 'group') && drive.covers(each, who));
}

function matches(term: Term, file: FileData, context: Context): boolean {
  switch (term.kind) {
    case 'all':
      return term.of.every((each) => matches(each, file, context));
    case 'any':
      return term.of.some((each) => matches(each, file, context));
    case 'not':
      return !matches(term.of, file, context);
    case 'text':
      return matchesText(term.field, term.operator, term.value, file, context);
    case 'time':
      return compare(term.field === 'modifiedTime' ? file.modifiedTime : file.createdTime, term.operator, term.value);
    case 'flag':
      return flag(term.field, file, context) === term.value;
    case 'in':
      return isIn(term.value, term.collection, file, context);
    case 'has': {
      const held = term.collection === 'properties' ? file.properties : (file.appProperties[context.app] ?? {});
      return Object.hasOwn(held, term.key) && held[term.key] === term.value;
    }
  }
}

function matchesText(field: string, operator: '=' | '!=' | 'contains', value: string, file: FileData, context: Context): boolean {
  if (field === 'fullText') return containsText(`${file.name} ${file.description} ${textOf(context.workspace, file)}`, value);
  if (field === 'name' && operator === 'contains') return containsPrefixes(file.name, value);
  const own = field === 'name' ? file.name : field === 'mimeType' ? file.mimeType : field === 'visibility' ? visibilityOf(file) : (file.shortcutTarget ?? '');
  if (operator === 'contains') return own.includes(value);
  return (own === value) === (operator === '=');
}

/** `contains` on a name matches the beginnings of its words: "Hello" finds "HelloWorld", "World" does not. */
function containsPrefixes(name: string, value: string): boolean {
  const own = wordsOf(name);
  return wordsOf(value).every((wanted) => own.some((word) => word.startsWith(wanted)));
}

/** `contains` on the full text matches whole words; a phrase in double quotes as it stands. */
function containsText(text: string, value: string): boolean {
  const own = wordsOf(text);
  const phrase = /^"(.*)"$/s.exec(value)?.[1];
  if (phrase !== undefined) return ` ${own.join(' ')} `.includes(` ${wordsOf(phrase).join(' ')} `);
  return wordsOf(value).every((wanted) => own.includes(wanted));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function compare(own: number, operator: string, value: number): boolean {
  if (operator === '<') return own < value;
  if (operator === '<=') return own <= value;
  if (operator === '>') return own > value;
  if (operator === '>=') return own >= value;
  return (own === value) === (operator === '=');
}

function flag(field: 'trashed' | 'starred' | 'sharedWithMe', file: FileData, { workspace, who }: Context): boolean {
  if (field === 'trashed') return workspace.drive.isTrashed(file);
  if (field === 'starred') return file.starredBy.includes(who);
  return file.owner !== who && file.permissions.some((each) => each.type === 'user' && each.view === undefined && each.emailAddress === who);
}

function isIn(value: string, collection: 'parents' | 'owners' | 'writers' | 'readers', file: FileData, { workspace, who }: Context): boolean {
  const { drive } = workspace;
  if (collection === 'parents') {
    const folder = value === 'root' ? drive.rootOf(who) : drive.find(value);
    if (!folder || folder.mimeType !== MIME.folder || !drive.mayRead(who, folder.id)) throw fileNotFound('');
    return file.parents.includes(folder.id);
  }
  const email = value === 'me' ? who : value.toLowerCase();
  if (collection === 'owners') return file.owner === email;
  const least = collection === 'writers' ? RANK.writer : RANK.reader;
  return drive.permissionsOf(file.id).some((each) => each.view === undefined && each.emailAddress === email && RANK[each.role] >= least);
}

function visibilityOf(file: FileData): string {
  const anyone = file.permissions.find((each) => each.type === 'anyone' && each.view === undefined);
  if (anyone) return anyone.allowFileDiscovery ? 'anyoneCanFind' : 'anyoneWithLink';
  const domain = file.permissions.find((each) => each.type === 'domain' && each.view === undefined);
  if (domain) return domain.allowFileDiscovery ? 'domainCanFind' : 'domainWithLink';
  return 'limited';
}
