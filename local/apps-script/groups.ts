import type { GroupData } from '../workspace/data.ts';
import { mismatch, ScriptError } from './errors.ts';
import type { Globals } from './realm.ts';
import type { Run } from './run.ts';
import { documented, Enumeration, type EnumValue, Served } from './served.ts';
import { User } from './user.ts';

const SCOPES = ['https://www.googleapis.com/auth/groups'];
const ROLES = new Enumeration('Role', ['OWNER', 'MANAGER', 'MEMBER', 'INVITED', 'PENDING']);

/** A group and its direct members; whoever is in a group inside it is not counted (docs/apps-script/reference/groups/group.md). */
class Group extends Served {
  readonly $name = 'Group';
  override readonly $scopes = SCOPES;
  override readonly $latency = { getEmail: 0, getGroups: 150, getRole: 150, getRoles: 200, getUsers: 200, hasGroup: 150, hasUser: 150 };
  readonly #run: Run;
  readonly $email: string;

  constructor(run: Run, email: string) {
    super();
    this.#run = run;
    this.$email = email;
  }

  getEmail(): string {
    return this.$email;
  }

  getGroups(): Group[] {
    const { groups } = this.#run.workspace.data;
    return this.#members()
      .filter(({ email }) => groups[email])
      .map(({ email }) => new Group(this.#run, email));
  }

  /** Members "that have a known corresponding Google account". */
  getUsers(): User[] {
    return this.#members()
      .filter(({ email }) => this.#run.workspace.people.find(email)?.hasAccount)
      .map(({ email }) => new User(email));
  }

  getRole(user: string | User): EnumValue {
    const email = addressOf(user, 'Group.getRole');
    const member = this.#members().find((each) => each.email === email);
    if (!member) throw new ScriptError(`The user ${email} is not a member of the group ${this.$email}.`);
    return ROLES.$of(member.role);
  }

  getRoles(users: User[]): EnumValue[] {
    if (!Array.isArray(users)) throw mismatch('Group.getRoles', [users]);
    return users.map((user) => this.getRole(user));
  }

  hasUser(user: string | User): boolean {
    const email = addressOf(user, 'Group.hasUser');
    return this.#members().some((each) => each.email === email) && !this.#run.workspace.data.groups[email];
  }

  hasGroup(group: string | Group): boolean {
    const email = group instanceof Group ? group.$email : addressOf(group, 'Group.hasGroup');
    return this.#members().some((each) => each.email === email) && this.#run.workspace.data.groups[email] !== undefined;
  }

  /** Each group's settings say who sees its members; here it is those who are in it themselves, and administrators. */
  #members(): GroupData['members'] {
    const { workspace, effective } = this.#run;
    countRead(this.#run);
    const group = workspace.data.groups[this.$email];
    if (!group || !(group.members.some(({ email }) => email === effective) || workspace.people.find(effective)?.isAdmin)) {
      throw new ScriptError(`You do not have permission to view the member list for the group: ${this.$email}`);
    }
    return group.members;
  }
}

class GroupsApp extends Served {
  readonly $name = 'GroupsApp';
  override readonly $scopes = SCOPES;
  override readonly $latency = { getGroupByEmail: 200, getGroups: 300 };
  readonly Role = ROLES;
  readonly #run: Run;

  constructor(run: Run) {
    super();
    this.#run = run;
  }

  /** @throws when there is no such group, or the account is of another domain and not in it */
  getGroupByEmail(email: string): Group {
    if (typeof email !== 'string') throw mismatch('GroupsApp.getGroupByEmail', [email]);
    const { workspace, effective } = this.#run;
    countRead(this.#run);
    const group = workspace.data.groups[email.toLowerCase()];
    if (!group || !(workspace.people.isInDomain(effective) || workspace.people.isMember(group.email, effective))) {
      throw new ScriptError(`Cannot find a group named: ${email}.`);
    }
    return new Group(this.#run, group.email);
  }

  /** Groups the account is a direct member or a pending member of. */
  getGroups(): Group[] {
    const { workspace, effective } = this.#run;
    countRead(this.#run);
    return Object.values(workspace.data.groups)
      .filter((group) => group.members.some(({ email }) => email === effective))
      .map((group) => new Group(this.#run, group.email));
  }
}

/** docs/apps-script/guides/services/quotas.md, "Groups read". */
function countRead({ workspace, effective }: Run): void {
  if (!workspace.quotas.use(effective, 'groups read')) throw new ScriptError('Service invoked too many times for one day: groups read.');
}

function addressOf(user: unknown, method: string): string {
  if (user instanceof User) return user.getEmail();
  if (typeof user !== 'string') throw mismatch(method, [user]);
  return user.toLowerCase();
}

documented<Group, GoogleAppsScript.Groups.Group>(true);
documented<GroupsApp, GoogleAppsScript.Groups.GroupsApp>(true);

export const groupGlobals: Globals = { GroupsApp: (run) => new GroupsApp(run) };
