import type { IsoDate } from '../../school/calendar.ts';
import type { RollEntry } from '../../school/roll.ts';
import type { School } from '../../school/school.ts';
import { membersOf } from '../asking/members.ts';
import type { AgreementSettings } from '../asking/settings.ts';
import { AUDIENCES, type Audience, SIGNING } from '../audience.ts';
import type { ConsentRow } from '../consents.ts';
import type { AgreementRow, FormRow } from '../published.ts';
import type { SignatureRow } from '../signatures.ts';
import { endsSoon, isUnsignedStarter, type Place } from './overview.ts';

/** What somebody has to see to; each a number, or the names that a sentence is made of. */
export interface NeedsDoing {
  toApprove: number;
  /** Answers of which nobody can say yet whom they are about, and children about whom two parents said different things (A8). */
  toSettle: number;
  /** People with access who never had an agreement in force (A12). */
  unsigned: number;
  declined: number;
  /** Guests whose access ends soon (A4). */
  endingSoon: number;
  /** Answers given on a form whose text had been changed by hand: they do not count. */
  onChangedForms: number;
  /** Agreements whose forms are still as somebody changed them. */
  changedForms: { id: string; title: string }[];
  /** Answers that were edited or deleted in the form after they had been recorded. */
  differing: number;
  /** Whom the list of people names and no agreement in use is for. */
  withoutAgreement: string[];
}

/** The records and what the school has set, as they stand. */
export interface AsItStands {
  places: readonly Place[];
  agreements: readonly AgreementRow[];
  forms: readonly FormRow[];
  signatures: readonly SignatureRow[];
  consents: readonly ConsentRow[];
  settings: AgreementSettings;
  /** ISO day in the UK. */
  today: IsoDate;
}

export function whatNeedsDoing(
  { places, agreements, forms, signatures, consents, settings, today }: AsItStands,
  roll: readonly RollEntry[],
  school: School,
): NeedsDoing {
  const byId = new Map(agreements.map((agreement) => [agreement.id, agreement]));
  const count = (fits: (place: Place) => boolean) => places.filter(fits).length;
  const changed = signatures.filter(({ state }) => state === 'form was changed');
  return {
    toApprove: count(({ segment }) => segment === 'awaiting approval'),
    toSettle:
      signatures.filter(({ state }) => state === 'to be settled').length + new Set(consents.filter(({ differs }) => differs).map(({ child }) => child)).size,
    unsigned: new Set(places.filter((place) => isUnsignedStarter(place, byId.get(place.agreementId), settings, today)).map(({ person }) => person)).size,
    declined: count(({ segment }) => segment === 'declined'),
    endingSoon: count((place) => endsSoon(place, settings, today)),
    onChangedForms: changed.length,
    changedForms: agreementsOf(changed, forms, byId),
    differing: signatures.filter(({ differs }) => differs === 'edited' || differs === 'deleted').length,
    withoutAgreement: audiencesWithout(agreements, roll, school, today).map((audience) => SIGNING[audience].name),
  };
}

/** Forms that are still in use: what was changed on an earlier one is over. */
function agreementsOf(changed: readonly SignatureRow[], forms: readonly FormRow[], byId: ReadonlyMap<string, AgreementRow>): NeedsDoing['changedForms'] {
  const inUse = new Set(forms.filter((form) => form.inUse).map(({ formId }) => formId));
  const ids = new Set(changed.filter(({ formId }) => inUse.has(formId)).map(({ agreementId }) => agreementId));
  return [...ids].map((id) => ({ id, title: byId.get(id)?.title ?? id }));
}

/** Whom the list of people names and nothing is there to sign for, in the order of audiences. A class's agreement is a class's own affair. */
function audiencesWithout(agreements: readonly AgreementRow[], roll: readonly RollEntry[], school: School, today: IsoDate): Audience[] {
  const provided = new Set<string>(agreements.filter(({ retired }) => !retired).flatMap(({ audience, alsoFor }) => [audience, ...alsoFor]));
  const missing = AUDIENCES.filter((audience) => audience !== 'class' && !provided.has(audience));
  return missing.filter((audience) => membersOf({ audience, alsoFor: [], className: '' }, roll, school, today).length > 0);
}
