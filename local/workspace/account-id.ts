import { createHash } from 'node:crypto';
import type { PersonData } from './data.ts';
import type { Workspace } from './workspace.ts';

/** The number by which Google's APIs call an account or group: 21 digits, the same for an address every time. */
export function accountId(email: string): string {
  const digest = createHash('sha256').update(email).digest('hex').slice(0, 16);
  return `1${BigInt(`0x${digest}`).toString().padStart(20, '0').slice(-20)}`;
}

/** An account by address, alias or number; those without a Google sign-in are in no directory. */
export function accountBy(workspace: Workspace, key: string): PersonData | undefined {
  const found = /^\d{21}$/.test(key) ? workspace.people.all().find((person) => accountId(person.email) === key) : workspace.people.find(key);
  return found?.hasAccount ? found : undefined;
}
