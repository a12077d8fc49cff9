import { documented, LocalServed } from './served.ts';

/** A person as scripts see them (docs/apps-script/reference/base/user.md). Blank where Google does not say who it is. */
export class User extends LocalServed {
  readonly $name = 'User';
  readonly $email: string;

  constructor(email: string) {
    super();
    this.$email = email;
  }

  getEmail(): string {
    return this.$email;
  }

  getUserLoginId(): string {
    return this.$email;
  }

  override toString(): string {
    return this.$email;
  }
}

documented<User, GoogleAppsScript.Base.User>(true);
