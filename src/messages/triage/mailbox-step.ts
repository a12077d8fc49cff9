import { ukDay } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import type { SetUpStep } from '../../school/set-up.ts';
import type { Visit } from '../../school/visit.ts';
import { modeOn, monitoringFrom, monitoringTable } from '../monitoring.ts';
import { forwardsEverything } from './mailbox.mail.ts';
import { keepMailbox, keptMailbox } from './mailbox.script.ts';
import { unreadable } from './mailbox.ts';
import { startMailbox } from './triage.ts';

/**
 * Whether the safeguarding mailbox can do its work: it is read, nobody gets its mail besides, every message in it could be read, and harmless mail can
 * be deleted where the school has decided to look at all of it.
 * @param areRecordsWhole asked first: without records nothing can be filed
 */
export function mailboxStep(visit: () => Visit, areRecordsWhole: () => boolean): SetUpStep {
  return {
    id: 'mailbox',
    title: 'The safeguarding mailbox',
    what: 'Mail that comes to the role account’s own mailbox is read every five minutes: what people send on, and what the admin console copies. Nobody else may get it.',
    look: () => {
      if (!areRecordsWhole() || keptMailbox().history === '') return 'missing';
      return unreadable(keptMailbox()).length > 0 || keptMailbox().rulesAlone !== '' || cannotDelete(visit()) || forwardsEverything()
        ? 'to be mended'
        : 'there';
    },
    make: () => {
      if (keptMailbox().history === '') startMailbox(visit().now);
      if (forwardsEverything())
        throw new Refusal(
          'mailbox-forwarded',
          'Gmail sends everything that comes to the safeguarding mailbox on to another address. Sign in as the role account, open Gmail’s settings, "Forwarding and POP/IMAP", and choose "Disable forwarding".',
        );
      if (cannotDelete(visit()))
        throw new Refusal(
          'may-not-delete',
          'All mail of some units is copied here, and harmless mail cannot be deleted for good: it lies in the bin for thirty days. Run "npm run deploy -- --with mail-journal", then "start" in the script editor as the role account.',
        );
      readAgain();
      if (keptMailbox().rulesAlone !== '')
        throw new Refusal(
          'rules-alone',
          'The file with the second voice ("model") could not be read when mail came last, so most of what holds no bad word is missed. Run "npm run deploy" again; this goes away with the next message.',
        );
    },
  };
}

/** Messages that could not be read are tried again from the next beat on. */
function readAgain(): void {
  const state = keptMailbox();
  if (unreadable(state).length === 0) return;
  const unread = Object.fromEntries(Object.entries(state.unread).map(([id, { since }]) => [id, { since, tries: 0 }]));
  keepMailbox({ ...state, unread });
}

function cannotDelete({ records, now }: Pick<Visit, 'records' | 'now'>): boolean {
  return keptMailbox().mayNotDelete && modeOn(ukDay(now), monitoringFrom(records.view([monitoringTable]).rows(monitoringTable))) === 'journal';
}
