import { accountBy, accountId } from '../../workspace/account-id.ts';
import type { GroupData } from '../../workspace/data.ts';
import type { ApiMethod, ApiRequest, Caller } from '../api.ts';
import { pageOf } from '../paging.ts';
import { readParameters } from '../parameters.ts';
import { badRequest, directoryScopes, duplicate, notFound, requireAdmin, requireDomain } from './access.ts';

const GROUPS = '/admin/directory/v1/groups';
const ONE = `${GROUPS}/{groupKey}`;
const READ = directoryScopes('group group.readonly');
const READ_MEMBERS = directoryScopes('group group.readonly group.member group.member.readonly');
const WRITE_MEMBERS = directoryScopes('group group.member');
type Member = GroupData['members'][number];

/** Groups, their members, and organisational units: all for administrators alone. */
export const groupMethods: ApiMethod[] = [
  {
    id: 'directory.groups.list',
    verb: 'GET',
    path: GROUPS,
    scopes: READ,
    ms: 250,
    call(caller, request) {
      requireAdmin(caller);
      const query = readParameters(request.query, {
        customer: 'string',
        domain: 'string',
        userKey: 'string',
        maxResults: 'integer',
        pageToken: 'string',
        orderBy: 'string',
        sortOrder: 'string',
        query: 'unmodelled',
      });
      if (query.userKey === undefined) requireDomain(caller, query.customer, query.domain);
      const member = query.userKey === undefined ? undefined : (accountBy(caller.workspace, query.userKey)?.email ?? query.userKey.toLowerCase());
      const groups = Object.values(caller.workspace.data.groups)
        .filter((group) => member === undefined || group.members.some((each) => each.email === member))
        .sort((a, b) => a.email.localeCompare(b.email));
      const { items, nextPageToken } = pageOf(groups, Math.min(query.maxResults ?? 200, 200), query.pageToken);
      return { kind: 'admin#directory#groups', ...(items.length > 0 ? { groups: items.map(resource) } : {}), ...(nextPageToken ? { nextPageToken } : {}) };
    },
  },
  {
    id: 'directory.groups.get',
    verb: 'GET',
    path: ONE,
    scopes: READ,
    call(caller, request) {
      requireAdmin(caller);
      return resource(groupOf(caller, request));
    },
  },
  {
    id: 'directory.members.list',
    verb: 'GET',
    path: `${ONE}/members`,
    scopes: READ_MEMBERS,
    call(caller, request) {
      requireAdmin(caller);
      const query = readParameters(request.query, { roles: 'string', includeDerivedMembership: 'boolean', maxResults: 'integer', pageToken: 'string' });
      const group = groupOf(caller, request);
      const roles = query.roles?.split(',');
      const all = query.includeDerivedMembership ? derived(caller, group) : group.members;
      const { items, nextPageToken } = pageOf(
        all.filter(({ role }) => !roles || roles.includes(role)),
        Math.min(query.maxResults ?? 200, 200),
        query.pageToken,
      );
      const members = items.map((each) => memberResource(caller, each));
      return { kind: 'admin#directory#members', ...(members.length > 0 ? { members } : {}), ...(nextPageToken ? { nextPageToken } : {}) };
    },
  },
  {
    id: 'directory.members.get',
    verb: 'GET',
    path: `${ONE}/members/{memberKey}`,
    scopes: READ_MEMBERS,
    call(caller, request) {
      requireAdmin(caller);
      const email = memberKey(caller, request);
      const member = groupOf(caller, request).members.find((each) => each.email === email);
      if (!member) throw notFound('memberKey');
      return memberResource(caller, member);
    },
  },
  {
    id: 'directory.members.hasMember',
    verb: 'GET',
    path: `${ONE}/hasMember/{memberKey}`,
    scopes: READ_MEMBERS,
    call(caller, request) {
      requireAdmin(caller);
      return { isMember: caller.workspace.people.isMember(groupOf(caller, request).email, memberKey(caller, request)) };
    },
  },
  {
    id: 'directory.members.insert',
    verb: 'POST',
    path: `${ONE}/members`,
    scopes: WRITE_MEMBERS,
    body: true,
    ms: 400,
    call(caller, request) {
      requireAdmin(caller);
      const group = groupOf(caller, request);
      const { email, role = 'MEMBER' } = (request.body ?? {}) as Partial<Member>;
      if (!email) throw badRequest('Missing required field: memberKey');
      if (!['OWNER', 'MANAGER', 'MEMBER'].includes(role)) throw badRequest('Invalid Input: role');
      const added = { email: email.toLowerCase(), role };
      if (caller.workspace.people.isInDomain(added.email) && !accountBy(caller.workspace, added.email) && !caller.workspace.data.groups[added.email])
        throw notFound('memberKey');
      if (group.members.some((each) => each.email === added.email)) throw duplicate('Member');
      group.members.push(added);
      return memberResource(caller, added);
    },
  },
  {
    id: 'directory.members.delete',
    verb: 'DELETE',
    path: `${ONE}/members/{memberKey}`,
    scopes: WRITE_MEMBERS,
    ms: 400,
    call(caller, request) {
      requireAdmin(caller);
      const group = groupOf(caller, request);
      const email = memberKey(caller, request);
      if (!group.members.some((each) => each.email === email)) throw notFound('memberKey');
      group.members = group.members.filter((each) => each.email !== email);
      return undefined;
    },
  },
  {
    id: 'directory.orgunits.list',
    verb: 'GET',
    path: '/admin/directory/v1/customer/{customerId}/orgunits',
    scopes: directoryScopes('orgunit orgunit.readonly'),
    call(caller, request) {
      requireAdmin(caller);
      requireDomain(caller, request.path['customerId'], undefined);
      const { orgUnitPath = '/', type = 'children' } = readParameters(request.query, { orgUnitPath: 'string', type: 'string' });
      const parent = orgUnitPath === '/' ? '' : `/${orgUnitPath.replace(/^\//, '')}`;
      const below = caller.workspace.data.orgUnits.filter((path) => path !== '/' && path.startsWith(`${parent}/`));
      const units = below.filter((path) => type !== 'children' || !path.slice(parent.length + 1).includes('/'));
      const shown = units.map((path) => ({
        kind: 'admin#directory#orgUnit',
        name: path.slice(path.lastIndexOf('/') + 1),
        orgUnitPath: path,
        orgUnitId: `id:${accountId(path)}`,
        parentOrgUnitPath: path.slice(0, path.lastIndexOf('/')) || '/',
      }));
      return { kind: 'admin#directory#orgUnits', ...(shown.length > 0 ? { organizationUnits: shown } : {}) };
    },
  },
];

function groupOf(caller: Caller, request: ApiRequest): GroupData {
  const key = (request.path['groupKey'] ?? '').toLowerCase();
  const group = caller.workspace.data.groups[key] ?? Object.values(caller.workspace.data.groups).find((each) => accountId(each.email) === key);
  if (!group) throw notFound('groupKey');
  return group;
}

function memberKey(caller: Caller, request: ApiRequest): string {
  const key = request.path['memberKey'] ?? '';
  return accountBy(caller.workspace, key)?.email ?? key.toLowerCase();
}

/** "Whether to list indirect memberships": everyone in the groups inside it as well, each once. */
function derived(caller: Caller, group: GroupData, seen: string[] = []): Member[] {
  const all = new Map<string, Member>();
  for (const member of group.members) {
    all.set(member.email, member);
    const inner = caller.workspace.data.groups[member.email];
    if (inner && !seen.includes(inner.email))
      for (const each of derived(caller, inner, [...seen, group.email])) if (!all.has(each.email)) all.set(each.email, each);
  }
  return [...all.values()];
}

function resource({ email, name, description, members }: GroupData) {
  return { kind: 'admin#directory#group', id: accountId(email), email, name, description, directMembersCount: String(members.length), adminCreated: true };
}

function memberResource(caller: Caller, { email, role }: Member) {
  const type = caller.workspace.data.groups[email] ? 'GROUP' : 'USER';
  return { kind: 'admin#directory#member', id: accountId(email), email, role, type, ...(type === 'USER' ? { status: 'ACTIVE' } : {}) };
}
