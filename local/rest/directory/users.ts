import { accountBy, accountId } from '../../workspace/account-id.ts';
import type { PersonData } from '../../workspace/data.ts';
import { NotModelled } from '../../workspace/errors.ts';
import type { ApiMethod, ApiRequest, Caller } from '../api.ts';
import { pageOf } from '../paging.ts';
import { readParameters } from '../parameters.ts';
import { badRequest, CUSTOMER, directoryScopes, duplicate, forbidden, notFound, requireAdmin, requireDomain } from './access.ts';

const USERS = '/admin/directory/v1/users';
const READ = directoryScopes('user user.readonly');
const WRITE = directoryScopes('user');

export const userMethods: ApiMethod[] = [
  { id: 'directory.users.list', verb: 'GET', path: USERS, scopes: READ, ms: 250, call: list },
  {
    id: 'directory.users.get',
    verb: 'GET',
    path: `${USERS}/{userKey}`,
    scopes: READ,
    ms: 150,
    call(caller, request) {
      const { viewType } = readParameters(request.query, { viewType: 'string', projection: 'string', customFieldMask: 'unmodelled' });
      requireView(caller, viewType);
      return resource(userOf(caller, request), viewType === 'domain_public');
    },
  },
  {
    id: 'directory.users.insert',
    verb: 'POST',
    path: USERS,
    scopes: WRITE,
    body: true,
    ms: 900,
    call(caller, request) {
      requireAdmin(caller);
      const { primaryEmail, name, password } = bodyOf(request);
      if (!primaryEmail || !name?.givenName || !name.familyName || !password) throw badRequest('Invalid Input: primary_user_email');
      if (!caller.workspace.people.isInDomain(primaryEmail)) throw badRequest('Domain not found.');
      if (caller.workspace.people.find(primaryEmail) || caller.workspace.data.groups[primaryEmail.toLowerCase()]) throw duplicate('Entity');
      const person = caller.workspace.people.add({ email: primaryEmail, givenName: name.givenName, familyName: name.familyName });
      return resource(Object.assign(person, changesOf(request)), false);
    },
  },
  { id: 'directory.users.update', verb: 'PUT', path: `${USERS}/{userKey}`, scopes: WRITE, body: true, ms: 400, call: change },
  { id: 'directory.users.patch', verb: 'PATCH', path: `${USERS}/{userKey}`, scopes: WRITE, body: true, ms: 400, call: change },
  {
    id: 'directory.users.aliases.insert',
    verb: 'POST',
    path: `${USERS}/{userKey}/aliases`,
    scopes: directoryScopes('user user.alias'),
    body: true,
    ms: 400,
    call(caller, request) {
      requireAdmin(caller);
      const person = userOf(caller, request);
      const alias = String((request.body as { alias?: unknown } | null)?.alias ?? '').toLowerCase();
      if (!caller.workspace.people.isInDomain(alias)) throw badRequest('Invalid Input: alias');
      if (caller.workspace.people.find(alias)) throw duplicate('Entity');
      person.aliases.push(alias);
      return { kind: 'admin#directory#alias', id: accountId(person.email), alias, primaryEmail: person.email };
    },
  },
];

/** docs/workspace/admin/directory/v1/guides/manage-users.md: everyone in the domain may ask for the public view, the rest is for administrators. */
function requireView(caller: Caller, viewType: string | undefined): void {
  if (viewType !== undefined && viewType !== 'admin_view' && viewType !== 'domain_public') throw badRequest('Invalid Input: viewType');
  if (viewType !== 'domain_public') requireAdmin(caller);
  else if (!caller.workspace.people.isInDomain(caller.email)) throw forbidden();
}

function list(caller: Caller, request: ApiRequest) {
  const query = readParameters(request.query, {
    customer: 'string',
    domain: 'string',
    maxResults: 'integer',
    orderBy: 'string',
    pageToken: 'string',
    projection: 'string',
    query: 'string',
    showDeleted: 'unmodelled',
    sortOrder: 'string',
    viewType: 'string',
    event: 'unmodelled',
    customFieldMask: 'unmodelled',
  });
  requireView(caller, query.viewType);
  requireDomain(caller, query.customer, query.domain);
  const key = { email: byEmail, givenName: byGivenName, familyName: byFamilyName }[query.orderBy ?? 'email'];
  if (!key) throw badRequest('Invalid Input: orderBy');
  const people = caller.workspace.people
    .all()
    .filter((person) => person.hasAccount && caller.workspace.people.isInDomain(person.email))
    .filter(matcher(query.query ?? ''))
    .sort((a, b) => key(a).localeCompare(key(b)));
  if (query.sortOrder === 'DESCENDING') people.reverse();
  // docs/workspace/admin/directory/reference/rest/v1/users/list.md: 100 a page, 500 at most.
  const { items, nextPageToken } = pageOf(people, Math.min(query.maxResults ?? 100, 500), query.pageToken);
  const users = items.map((person) => resource(person, query.viewType === 'domain_public'));
  return { kind: 'admin#directory#users', ...(users.length > 0 ? { users } : {}), ...(nextPageToken ? { nextPageToken } : {}) };
}

const byEmail = (person: PersonData) => person.email;
const byGivenName = (person: PersonData) => person.givenName;
const byFamilyName = (person: PersonData) => person.familyName;

/** docs/workspace/admin/directory/v1/guides/search-users.md: clauses `field:text`, `field:start*`, `field=value`, all of which must hold. */
function matcher(query: string): (person: PersonData) => boolean {
  const clauses = [...query.matchAll(/(\w+)\s*([:=])\s*(?:'((?:[^'\\]|\\')*)'|"([^"]*)"|(\S+))/g)];
  if (
    clauses
      .map(([clause]) => clause)
      .join(' ')
      .replace(/\s+/g, '') !== query.replace(/\s+/g, '')
  )
    throw new NotModelled(`the user search ${query}`);
  const tests = clauses.map(([, field = '', operator, quoted, double, bare]) => {
    const wanted = (quoted?.replaceAll("\\'", "'") ?? double ?? bare ?? '').toLowerCase();
    const read = SEARCHED[field];
    if (!read) throw new NotModelled(`the user search ${query}`);
    return (person: PersonData) =>
      read(person).some((value) => {
        const own = value.toLowerCase();
        if (field === 'orgUnitPath') return own === wanted || own.startsWith(wanted === '/' ? '/' : `${wanted}/`);
        if (operator === '=') return own === wanted;
        return wanted.endsWith('*') ? own.startsWith(wanted.slice(0, -1)) : own.split(/[\s@]/).includes(wanted) || own === wanted;
      });
  });
  return (person) => tests.every((test) => test(person));
}

const SEARCHED: Record<string, (person: PersonData) => string[]> = {
  email: (person) => [person.email, ...person.aliases],
  name: (person) => [`${person.givenName} ${person.familyName}`],
  givenName: (person) => [person.givenName],
  familyName: (person) => [person.familyName],
  orgUnitPath: (person) => [person.orgUnitPath],
  isAdmin: (person) => [String(person.isAdmin)],
  isSuspended: (person) => [String(person.suspended)],
};

interface UserBody {
  primaryEmail?: string;
  name?: { givenName?: string; familyName?: string };
  password?: string;
  suspended?: boolean;
  orgUnitPath?: string;
}

function bodyOf(request: ApiRequest): UserBody {
  const body = (request.body ?? {}) as UserBody;
  const read = ['primaryEmail', 'name', 'password', 'suspended', 'orgUnitPath'];
  const served = [
    'kind',
    'id',
    'etag',
    'isAdmin',
    'isDelegatedAdmin',
    'aliases',
    'emails',
    'customerId',
    'creationTime',
    'lastLoginTime',
    'isMailboxSetup',
    'archived',
    'thumbnailPhotoUrl',
  ];
  const other = Object.keys(body).find((name) => !read.includes(name) && !served.includes(name));
  if (other) throw new NotModelled(`${other} of a directory user`);
  return body;
}

function change(caller: Caller, request: ApiRequest) {
  requireAdmin(caller);
  const person = userOf(caller, request);
  const { primaryEmail } = bodyOf(request);
  if (primaryEmail !== undefined && primaryEmail.toLowerCase() !== person.email) throw new NotModelled('renaming an account');
  return resource(Object.assign(person, changesOf(request, caller)), false);
}

function changesOf(request: ApiRequest, caller?: Caller): Partial<PersonData> {
  const { name, suspended, orgUnitPath } = bodyOf(request);
  if (orgUnitPath !== undefined && caller && !caller.workspace.data.orgUnits.includes(orgUnitPath)) throw badRequest('Invalid Input: INVALID_OU_ID');
  return {
    ...(name?.givenName === undefined ? {} : { givenName: name.givenName }),
    ...(name?.familyName === undefined ? {} : { familyName: name.familyName }),
    ...(suspended === undefined ? {} : { suspended }),
    ...(orgUnitPath === undefined ? {} : { orgUnitPath }),
  };
}

function userOf(caller: Caller, request: ApiRequest): PersonData {
  const person = accountBy(caller.workspace, request.path['userKey'] ?? '');
  if (!person || !caller.workspace.people.isInDomain(person.email)) throw notFound('userKey');
  return person;
}

function resource(person: PersonData, isPublic: boolean) {
  const name = { givenName: person.givenName, familyName: person.familyName, fullName: `${person.givenName} ${person.familyName}` };
  const shown = {
    kind: 'admin#directory#user',
    id: accountId(person.email),
    primaryEmail: person.email,
    name,
    emails: [{ address: person.email, primary: true }],
  };
  if (isPublic) return shown;
  return {
    ...shown,
    isAdmin: person.isAdmin,
    isDelegatedAdmin: false,
    suspended: person.suspended,
    orgUnitPath: person.orgUnitPath,
    customerId: CUSTOMER,
    isMailboxSetup: true,
    ...(person.aliases.length > 0 ? { aliases: person.aliases } : {}),
  };
}
