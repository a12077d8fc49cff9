import { isSettled, publishListing, readListing } from '../records/listing.sheet.ts';
import { alone } from '../records/lock.script.ts';
import type { Visit } from '../school/visit.ts';
import { agreementTable } from './published.ts';
import { registerLines, registerListing } from './register.ts';
import { signatureTable } from './signatures.ts';

export const REGISTER_KEY = 'register';

/** Makes the register Sheet show what is on record. */
export function publishRegister({ school, records, roll }: Visit, files: Record<string, string>): void {
  const register = files[REGISTER_KEY];
  if (register === undefined) return;
  const listing = registerListing(school);
  const wanted = () => {
    const view = records.view([agreementTable, signatureTable]);
    return registerLines(view.rows(signatureTable), view.rows(agreementTable), school, roll);
  };
  // Most of the time nothing has changed: a look without the lock is enough to see that.
  if (isSettled(readListing(register, listing), wanted())) return;
  alone(() => publishListing(readListing(register, listing), listing, wanted(), school.roleAccount));
}
