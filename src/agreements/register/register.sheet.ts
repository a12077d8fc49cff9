import { isSettled, publishListing, readListing } from '../../records/listing.sheet.ts';
import { alone } from '../../records/lock.script.ts';
import { ukDay } from '../../school/calendar.ts';
import { type Memory, remember } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { agreementTable } from '../published.ts';
import { signatureTable } from '../signatures.ts';
import { standingTable } from '../standings.ts';
import { registerLines, registerListing } from './register.ts';

export const REGISTER_KEY = 'register';
/** The script property that says what the register shows: `SEQUENCE HOUR`. */
const SHOWN = 'register-shown';

/**
 * The register, if anything was recorded since it was last made to show everything. It is long, so it is looked at only then, and once
 * an hour: nobody but the role account could have changed it.
 */
export function publishRegisterWhenStale(visit: Visit, { files, rest }: Memory): void {
  const shown = `${visit.records.glance([]).sequence} ${visit.now.slice(0, 13)}`;
  if (rest[SHOWN] === shown) return;
  if (publishRegister(visit, files) === 0) remember(SHOWN, shown);
}

/**
 * Makes the register Sheet show what is on record.
 * @returns how many changes are left for the next time
 */
export function publishRegister({ school, records, roll, now }: Visit, files: Memory['files']): number {
  const register = files[REGISTER_KEY];
  if (register === undefined) return 0;
  const listing = registerListing(school);
  const wanted = () => {
    const view = records.view([agreementTable, standingTable, signatureTable]);
    const rows = { agreements: view.rows(agreementTable), standings: view.rows(standingTable), signatures: view.rows(signatureTable) };
    return registerLines(rows, school, roll, ukDay(now));
  };
  // Most of the time nothing has changed: a look without the lock is enough to see that.
  if (isSettled(readListing(register, listing), wanted())) return 0;
  return alone(() => publishListing(readListing(register, listing), listing, wanted(), school.roleAccount));
}
