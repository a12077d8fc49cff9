import { createHash } from 'node:crypto';
import type { Run } from '../run.ts';
import { documented, Served } from '../served.ts';
import { User } from '../user.ts';

const EMAIL_SCOPE = ['https://www.googleapis.com/auth/userinfo.email'];
/** The key changes every 30 days (docs/apps-script/reference/base/session.md). */
const KEY_LIFE_MS = 30 * 86_400_000;

/** Who is there, and in whose name the script runs (docs/apps-script/reference/base/session.md). */
export class Session extends Served {
  readonly $name = 'Session';
  override readonly $methodScopes = { getActiveUser: EMAIL_SCOPE, getEffectiveUser: EMAIL_SCOPE, getUser: EMAIL_SCOPE };
  override readonly $latency = { getActiveUser: 20, getEffectiveUser: 20, getUser: 20 };
  readonly #run: Run;

  constructor(run: Run) {
    super();
    this.#run = run;
  }

  getActiveUser(): User {
    return new User(this.#run.active);
  }

  getEffectiveUser(): User {
    return new User(this.#run.effective);
  }

  getUser(): User {
    return this.getActiveUser();
  }

  /** Every account of the local Workspace has its interface in English. */
  getActiveUserLocale(): string {
    return 'en';
  }

  getScriptTimeZone(): string {
    return this.#run.manifest.timeZone;
  }

  getTimeZone(): string {
    return this.#run.manifest.timeZone;
  }

  /** The same for one person and script during 30 days, different for every other. */
  getTemporaryActiveUserKey(): string {
    const period = Math.floor(this.#run.workspace.clock.now() / KEY_LIFE_MS);
    const who = this.#run.active || `anonymous ${this.#run.effective}`;
    return createHash('sha256').update(`${who}\n${this.#run.script.id}\n${period}`).digest('base64url');
  }
}

documented<Session, GoogleAppsScript.Base.Session>(true);
