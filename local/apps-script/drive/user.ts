import { mismatch } from '../errors.ts';
import type { Run } from '../run.ts';
import { documented, LocalServed } from '../served.ts';
import { User } from '../user.ts';

/** A person on a file's sharing list (docs/apps-script/reference/drive/user.md). */
export class DriveUser extends LocalServed {
  readonly $name = 'User';
  readonly #run: Run;
  readonly #email: string;

  constructor(run: Run, email: string) {
    super();
    this.#run = run;
    this.#email = email;
  }

  getEmail(): string {
    return this.#email;
  }

  getName(): string | null {
    const person = this.#run.workspace.people.find(this.#email);
    return person ? `${person.givenName} ${person.familyName}`.trim() : null;
  }

  getDomain(): string | null {
    return this.#email.split('@')[1] ?? null;
  }

  getPhotoUrl(): string | null {
    return null;
  }

  getUserLoginId(): string {
    return this.#email;
  }

  override toString(): string {
    return this.#email;
  }
}

documented<DriveUser, GoogleAppsScript.Drive.User>(true);

/** The address in an argument that Google takes as text or as a User. */
export function emailIn(value: unknown, method: string): string {
  if (typeof value === 'string') return value.toLowerCase();
  if (value instanceof DriveUser || value instanceof User) return value.getEmail().toLowerCase();
  throw mismatch(method, [value]);
}
