import { expect, test } from '@jest/globals';
import { execute } from '../../local/apps-script/engine.ts';
import { people, quillhaven } from '../../local/school/quillhaven.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { anEmptyWorkspace, aScript, MONDAY, OFFICE, runScript, TEACHER } from '../support/script.ts';

const ADMIN = 'ict@quillhaven.example';

/** A school with an administrator, a pupil, nested groups and organisational units. */
function aSchool() {
  const workspace = anEmptyWorkspace();
  workspace.people.add({ email: ADMIN, givenName: 'Ira', familyName: 'Cole', isAdmin: true });
  workspace.people.add({ email: 'pip@quillhaven.example', givenName: 'Pip', familyName: 'Lane', orgUnitPath: '/Pupils/Year 4' });
  workspace.people.add({ email: 'parent@home.example', givenName: 'Ada', familyName: 'Lane', hasAccount: false });
  workspace.data.orgUnits = ['/', '/Pupils', '/Pupils/Year 4', '/Staff'];
  const group = (email: string, members: [string, 'OWNER' | 'MEMBER'][]) => {
    workspace.data.groups[email] = { email, name: email, description: '', members: members.map(([each, role]) => ({ email: each, role })) };
  };
  group('teachers@quillhaven.example', [[TEACHER, 'OWNER']]);
  group('staff@quillhaven.example', [
    ['teachers@quillhaven.example', 'MEMBER'],
    [OFFICE, 'OWNER'],
  ]);
  group('governors@quillhaven.example', [['chair@elsewhere.example', 'MEMBER']]);
  return workspace;
}

/** Runs `main()` as somebody who has agreed to every scope. */
function runAs(email: string, workspace: Workspace, source: string) {
  const script = aScript(workspace, source);
  script.grants[email] = ['*'];
  return execute(workspace, { scriptId: script.id, kind: 'editor', active: email, effective: email, fn: 'main' });
}

const caught = (call: string) =>
  `function main() { try { return ${call} } catch (e) { return [e.details.code, e.details.message, e.details.errors[0].reason] } }`;

// docs/workspace/admin/directory/v1/guides/manage-users.md: non-administrators have the public view only
test('the directory is for administrators; others get its public view', () => {
  const workspace = aSchool();
  const forbidden = [403, 'Not Authorized to access this resource/api', 'forbidden'];
  expect(runScript(caught(`AdminDirectory.Users.list({ customer: 'my_customer' })`), { workspace }).value).toEqual(forbidden);
  expect(runScript(caught(`AdminDirectory.Groups.list({ customer: 'my_customer' })`), { workspace }).value).toEqual(forbidden);
  expect(runScript(caught(`AdminDirectory.Orgunits.list('my_customer')`), { workspace }).value).toEqual(forbidden);
  const open = runScript(caught(`AdminDirectory.Users.get('pip@quillhaven.example', { viewType: 'domain_public' })`), { workspace }).value;
  expect(open).toMatchObject({ name: { fullName: 'Pip Lane' } });
  expect(open).not.toHaveProperty('orgUnitPath');
});

test('users are listed in order, page by page, by unit and by name; people without an account are not there', () => {
  const { value } = runAs(
    ADMIN,
    aSchool(),
    `function main() {
      const first = AdminDirectory.Users.list({ domain: 'quillhaven.example', maxResults: 2, orderBy: 'givenName' });
      const rest = AdminDirectory.Users.list({ domain: 'quillhaven.example', maxResults: 2, orderBy: 'givenName', pageToken: first.nextPageToken });
      const found = (query) => (AdminDirectory.Users.list({ customer: 'my_customer', query }).users || []).map((u) => u.name.givenName);
      return [[...first.users, ...rest.users].map((u) => u.name.givenName), rest.nextPageToken === undefined, found("orgUnitPath='/Pupils'"), found('email:pip*'), found('familyName=Lane'), found('givenName:Nobody')];
    }`,
  );
  expect(value).toEqual([['Ira', 'Pip', 'Safeguarding', 'Sam'], true, ['Pip'], ['Pip'], ['Pip'], []]);
});

test('a list without a customer or domain is refused, as are a double account and an unknown one', () => {
  const workspace = aSchool();
  const refused = (call: string) => (runAs(ADMIN, workspace, caught(call)).value as unknown[]).slice(0, 2);
  expect(refused('AdminDirectory.Users.list({})')).toEqual([400, 'Bad Request']);
  expect(refused(`AdminDirectory.Users.get('nobody@quillhaven.example')`)).toEqual([404, 'Resource Not Found: userKey']);
  expect(refused(`AdminDirectory.Users.insert({ primaryEmail: '${TEACHER}', name: { givenName: 'S', familyName: 'O' }, password: 'x' })`)).toEqual([
    409,
    'Entity already exists.',
  ]);
});

// docs/workspace/admin/directory/reference/rest/v1/members/hasMember.md: "Membership can be direct or nested"
test('members are direct ones unless derived ones are asked for', () => {
  const { value } = runAs(
    ADMIN,
    aSchool(),
    `function main() {
      const emails = (options) => AdminDirectory.Members.list('staff@quillhaven.example', options).members.map((m) => m.email + ' ' + m.type);
      AdminDirectory.Members.insert({ email: 'pip@quillhaven.example' }, 'teachers@quillhaven.example');
      AdminDirectory.Members.remove('teachers@quillhaven.example', '${TEACHER}');
      const has = (who) => AdminDirectory.Members.hasMember('staff@quillhaven.example', who).isMember;
      return [emails({}), emails({ includeDerivedMembership: true }), has('pip@quillhaven.example'), has('${TEACHER}')];
    }`,
  );
  const direct = ['teachers@quillhaven.example GROUP', `${OFFICE} USER`];
  expect(value).toEqual([direct, [direct[0], 'pip@quillhaven.example USER', direct[1]], true, false]);
});

test('organisational units are children of the one asked for, or all', () => {
  const { value } = runAs(
    ADMIN,
    aSchool(),
    `function main() {
      const paths = (options) => AdminDirectory.Orgunits.list('my_customer', options).organizationUnits.map((u) => u.orgUnitPath);
      return [paths({}), paths({ type: 'all' }), paths({ orgUnitPath: 'Pupils' })];
    }`,
  );
  expect(value).toEqual([['/Pupils', '/Staff'], ['/Pupils', '/Pupils/Year 4', '/Staff'], ['/Pupils/Year 4']]);
});

// docs/apps-script/reference/groups/group.md: direct members only
test('GroupsApp sees direct members, and those in a group inside it as that group', () => {
  const { value } = runScript(
    `function main() {
      const staff = GroupsApp.getGroupByEmail('staff@quillhaven.example');
      return [staff.getUsers().map((u) => u.getEmail()), staff.getGroups().map((g) => g.getEmail()), staff.hasUser('${TEACHER}'), staff.hasGroup('teachers@quillhaven.example'),
        staff.getRole('${OFFICE}') === GroupsApp.Role.OWNER, GroupsApp.getGroups().map((g) => g.getEmail())];
    }`,
    { workspace: aSchool(), as: OFFICE },
  );
  expect(value).toEqual([[OFFICE], ['teachers@quillhaven.example'], false, true, true, ['staff@quillhaven.example']]);
});

test('the members of a group one is not in cannot be seen, nor a group that is not there', () => {
  const workspace = aSchool();
  const fails = (body: string) => runScript(`function main() { return ${body} }`, { workspace }).error?.message;
  expect(fails(`GroupsApp.getGroupByEmail('governors@quillhaven.example').getUsers()`)).toMatch(/do not have permission to view the member list/);
  expect(fails(`GroupsApp.getGroupByEmail('nobody@quillhaven.example')`)).toMatch(/^Cannot find a group named/);
  expect(fails(`GroupsApp.getGroupByEmail('staff@quillhaven.example').getRole('${TEACHER}')`)).toMatch(/is not a member/);
});

// docs/apps-script/guides/services/quotas.md, "Groups read"
test('ten thousand reads of groups are all that a day has', () => {
  const workspace = aSchool();
  const source = `function main() { return GroupsApp.getGroupByEmail('staff@quillhaven.example').getUsers().length }`;
  expect(runScript(source, { workspace }).quota).toEqual({ 'groups read': 2 });
  workspace.quotas.use(OFFICE, 'groups read', 9_998);
  expect(runScript(source, { workspace }).error?.message).toBe('Service invoked too many times for one day: groups read.');
});

test('at Quillhaven the role account, which is no administrator, reads who is in the groups it manages, and in no other', () => {
  const workspace = quillhaven(MONDAY);
  const { value } = runScript(
    `function main() {
      const members = (name) => GroupsApp.getGroupByEmail(name + '@quillhaven.example').getUsers().map((user) => user.getEmail());
      const group = GroupsApp.getGroupByEmail('class-3a@quillhaven.example');
      const refused = (name) => { try { return members(name).length } catch (error) { return error.message } };
      return {
        staff: members('staff'), class: members('class-3a').length, governors: members('governors'), role: group.getRole('${people.office}').toString(),
        pupil: group.getRole('${people.pupil}').toString(), leaders: refused('slt'), every: refused('pupils'),
        directory: (() => { try { AdminDirectory.Users.list({ customer: 'my_customer' }) } catch (error) { return error.details.code } })(),
      };
    }`,
    { workspace, as: people.office },
  );
  const { staff, governors, ...rest } = value as { staff: string[]; governors: string[]; [name: string]: unknown };
  expect(rest).toEqual({
    class: 31,
    role: 'MANAGER',
    pupil: 'MEMBER',
    leaders: 'You do not have permission to view the member list for the group: slt@quillhaven.example',
    every: 'You do not have permission to view the member list for the group: pupils@quillhaven.example',
    directory: 403,
  });
  expect([staff.length, staff.includes(people.teacher), staff.includes(people.pupil)]).toEqual([45, true, false]);
  // Governors who read at an address of their own have no Google account: Google does not name them.
  expect([governors.includes(people.chair), governors.includes(people.governor)]).toEqual([true, false]);
});

test('an administrator reads the whole school page by page, and nobody twice', () => {
  const { value } = runAs(
    people.networkManager,
    quillhaven(MONDAY),
    `function main() {
      const users = []; let pages = 0; let pageToken;
      do {
        const page = AdminDirectory.Users.list({ customer: 'my_customer', maxResults: 100, ...(pageToken ? { pageToken } : {}) });
        users.push(...page.users.map((user) => user.primaryEmail)); pages += 1; pageToken = page.nextPageToken;
      } while (pageToken);
      const courses = Classroom.Courses.list({ pageSize: 10 });
      const more = Classroom.Courses.list({ pageSize: 10, pageToken: courses.nextPageToken });
      const students = Classroom.Courses.Students.list(courses.courses[0].id, { pageSize: 20 });
      const last = Classroom.Courses.Students.list(courses.courses[0].id, { pageSize: 20, pageToken: students.nextPageToken });
      return { pages, users: users.length, once: new Set(users).size, courses: courses.courses.length + more.courses.length, end: more.nextPageToken, students: [students.students.length, last.students.length, last.nextPageToken] };
    }`,
  );
  expect(value).toMatchObject({ pages: 5, courses: 14, students: [20, 10, undefined] });
  const { users, once } = value as { users: number; once: number };
  expect([users > 460, once === users]).toEqual([true, true]);
});
