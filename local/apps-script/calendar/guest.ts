import type { CalendarEventData } from '../../workspace/data.ts';
import type { Run } from '../run.ts';
import { documented, type EnumValue, LocalServed } from '../served.ts';
import { GUEST_STATUSES, STATUS_OF } from './enums.ts';

/** docs/apps-script/reference/calendar/event-guest.md */
export class EventGuest extends LocalServed {
  readonly $name = 'EventGuest';
  readonly #run: Run;
  readonly #guest: CalendarEventData['attendees'][number];
  readonly #isOwner: boolean;

  constructor(run: Run, guest: CalendarEventData['attendees'][number], isOwner: boolean) {
    super();
    this.#run = run;
    this.#guest = guest;
    this.#isOwner = isOwner;
  }

  getAdditionalGuests(): number {
    return this.#guest.additionalGuests ?? 0;
  }

  getEmail(): string {
    return this.#guest.email;
  }

  getGuestStatus(): EnumValue {
    return GUEST_STATUSES.$of(this.#isOwner ? 'OWNER' : STATUS_OF[this.#guest.responseStatus]);
  }

  /** The address, when there is no name. */
  getName(): string {
    const person = this.#run.workspace.people.find(this.#guest.email);
    return this.#guest.displayName ?? (person ? `${person.givenName} ${person.familyName}`.trim() : this.#guest.email);
  }

  getStatus(): string {
    return this.getGuestStatus().$name.toLowerCase();
  }
}

documented<EventGuest, GoogleAppsScript.Calendar.EventGuest & { getStatus(): string }>(true);
