import type { Audience } from '../../agreements/audience.ts';
import type { AgreementRow } from '../../agreements/published.ts';
import { ukDate } from '../../school/calendar.ts';
import type { Group } from '../monitoring.ts';

/** An agreement in use whose form says that mail is monitored. */
export interface AgreementSays {
  title: string;
  version: number;
  /** From which day, dd/MM/yyyy. */
  since: string;
  /** Whether people have been asked to sign it. */
  asks: boolean;
}

const GROUP_OF: Record<Audience, Group> = {
  ...{ ks1: 'pupils', ks2: 'pupils', secondary: 'pupils', class: 'pupils' },
  ...{ staff: 'staff', technician: 'staff', supply: 'staff', parent: 'parents' },
  ...{ governor: 'guests', volunteer: 'guests', visitor: 'guests', external: 'guests', photographer: 'guests' },
};

/**
 * Agreements by which a group is told. Every form of Handrail's says below its introduction that the school monitors its systems and mail
 * (`form-words.ts`), so each version that was put into use does.
 */
export function agreementsThatSay(group: Group, agreements: readonly AgreementRow[]): AgreementSays[] {
  return agreements
    .filter(({ retired, audience, alsoFor }) => !retired && [audience, ...(alsoFor as Audience[])].some((each) => GROUP_OF[each] === group))
    .map(({ title, version, effective, asks }) => ({ title, version, since: ukDate(effective), asks }));
}
