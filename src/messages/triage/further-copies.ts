import { addressesNamed, type Involvement } from '../../incidents/concern.ts';
import { type FlagRow, MOST_ADDRESSED, type SeenAgain } from '../flag.ts';
import type { Plan } from './filing-plan.ts';

/** A copy of a known message, and whether those whom it went to come in with it. */
export interface Copy {
  plan: Plan;
  bringsPeople: boolean;
}

/** What several copies of one message come to. */
export interface Copies {
  seen: SeenAgain;
  /** Whom they bring in. */
  people: Involvement[];
  /** With these it has gone to more people than are named. */
  isToMany: boolean;
}

/**
 * Whether a copy went to somebody whom none of the others shows. Those who were in it from the first are in the case, or were taken out by a person.
 * @param alike flags of the same message
 */
export function bringsPeople({ arrived, goes }: Plan, alike: readonly FlagRow[]): boolean {
  if (alike.some(({ sentTo }) => sentTo.length > MOST_ADDRESSED)) return false;
  const isNew = (address: string, known: (row: FlagRow) => readonly string[]) => !alike.some((row) => known(row).includes(address));
  return arrived.to.some((address) => isNew(address, ({ sentTo }) => sentTo)) && addressesNamed(goes.people).some((email) => isNew(email, (row) => row.named));
}

/** Copies of the message behind a flag, taken together: as long as it went to few, those whom it went to are named. */
export function takenTogether(row: FlagRow, copies: readonly Copy[]): Copies {
  const sentTo = new Set(row.sentTo);
  const people = new Map<string, Involvement>();
  for (const { plan, bringsPeople } of copies) {
    if (!bringsPeople) continue;
    for (const address of plan.arrived.to) sentTo.add(address);
    if (sentTo.size > MOST_ADDRESSED) break;
    for (const person of plan.goes.people) {
      const key = person.email || person.name;
      if (!people.has(key) && addressesNamed([person]).some((email) => !row.named.includes(email))) people.set(key, person);
    }
  }
  const brought = [...people.values()];
  return {
    seen: {
      flag: row.flag,
      gmailIds: [...new Set(copies.map(({ plan }) => plan.evidence.gmailId))],
      to: [...sentTo].slice(row.sentTo.length, MOST_ADDRESSED + 1),
      named: addressesNamed(brought),
    },
    people: brought,
    isToMany: row.sentTo.length <= MOST_ADDRESSED && sentTo.size > MOST_ADDRESSED,
  };
}
