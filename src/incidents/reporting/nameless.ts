import type { Person } from '../../school/person.ts';
import { Refusal } from '../../school/refusal.ts';
import type { IncidentSettings } from '../settings.ts';

/** Who stands in the journal for a reporter who asked not to be named. */
export const NAMELESS = 'someone without a name';

/** A reporter as the journal names them, and as the concern does. */
export interface Reporter {
  actor: string;
  email: string;
  name: string;
  /** A pupil may be telling about themselves. */
  isPupil: boolean;
}

/**
 * Whom to record as the reporter. Without a name, no address is kept: not in the journal, the row, the answer to the press, or a file.
 * @throws Refusal when the school does not take concerns without a name
 */
export function reporterOf(
  nameless: boolean,
  me: Pick<Person, 'email' | 'name' | 'kind'>,
  { allowNameless }: Pick<IncidentSettings, 'allowNameless'>,
): Reporter {
  if (!nameless) return { actor: me.email, email: me.email, name: me.name, isPupil: me.kind === 'pupil' };
  if (!allowNameless)
    throw new Refusal('must-be-named', 'This school does not take concerns without a name. Take the tick away to send it with yours.', 'nameless');
  return { actor: NAMELESS, email: '', name: 'Someone without a name', isPupil: false };
}
