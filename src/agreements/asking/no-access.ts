import { type IsoDate, ukDay } from '../../school/calendar.ts';
import { isUnsignedStarter, placesOf } from '../register/overview.ts';
import type { StandingRow } from '../standings.ts';
import type { AgreementSettings } from './settings.ts';
import type { AskedAgreement } from './telling.ts';

/** People who should have no access, because they never signed (A12), of whom those who give access are to be told. */
export interface NoAccess {
  /** How many came on the list since the last mail, and how many are on it. */
  fresh: number;
  all: number;
  /** What is not noted yet as told. */
  rows: StandingRow[];
}

/**
 * Whether those who give access are to be told today: once a day at most, and only when somebody is new on the list.
 * @returns null when they are not
 */
export function noAccessToTell(today: IsoDate, asked: readonly AskedAgreement[], settings: AgreementSettings): NoAccess | null {
  const standings = asked.flatMap((each) => each.standings);
  if (standings.some(({ noAccessToldAt }) => noAccessToldAt !== null && ukDay(noAccessToldAt) === today)) return null;
  const byId = new Map(asked.map((each) => [each.agreement.id, each]));
  const places = placesOf(
    asked.map(({ agreement }) => agreement),
    standings,
    ({ id }) => [...(byId.get(id)?.members.values() ?? [])],
    today,
  );
  const rows = places.flatMap((place) => (place.row && isUnsignedStarter(place, byId.get(place.agreementId)?.agreement, settings, today) ? [place.row] : []));
  const people = new Set(rows.map(({ person }) => person));
  const known = new Set(rows.filter(({ noAccessToldAt }) => noAccessToldAt !== null).map(({ person }) => person));
  const fresh = people.size - known.size;
  return fresh === 0 ? null : { fresh, all: people.size, rows: rows.filter(({ noAccessToldAt }) => noAccessToldAt === null) };
}
