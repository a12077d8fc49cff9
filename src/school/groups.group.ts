import type { FoundPerson } from './sources.ts';

/**
 * The people in a group: its direct members with a Google account, without names (docs/apps-script/reference/groups/group).
 * @param isClass take only those who are neither owner nor manager of it: a class's group has its teacher in it
 * @throws in Google's words when there is no such group, or the role account may not see who is in it
 */
export function readGroup(address: string, isClass: boolean): FoundPerson[] {
  const group = GroupsApp.getGroupByEmail(address);
  const users = group.getUsers();
  const roles = isClass && users.length > 0 ? group.getRoles(users) : [];
  return users
    .filter((_, index) => roles[index] !== GroupsApp.Role.OWNER && roles[index] !== GroupsApp.Role.MANAGER)
    .map((user) => ({ email: user.getEmail(), givenName: '', familyName: '', guardianOf: [] }));
}
