import type { SetUpStep } from '../../school/set-up.ts';
import type { Visit } from '../../school/visit.ts';
import { lookAtFilters, mendFilters } from './filters.mail.ts';
import { wantedFilters } from './filters.ts';
import { rulesOf } from './see-mail-rules.ts';

/**
 * The filters of the safeguarding mailbox, in the set-up.
 * @param areRecordsWhole asked first: the school's own words stand in the records
 */
export function filtersStep(visit: () => Visit, areRecordsWhole: () => boolean): SetUpStep {
  const wanted = () => wantedFilters(rulesOf(visit()));
  return {
    id: 'mail-filters',
    title: 'Filters of the safeguarding mailbox',
    what: 'Gmail’s own filters keep copies out of spam and label those with certain words, for somebody who looks into the mailbox.',
    look: () => {
      if (!areRecordsWhole()) return 'missing';
      const { there, missing, changed } = lookAtFilters(wanted());
      if (missing.length === 0 && changed.length === 0) return 'there';
      return there === 0 && changed.length === 0 ? 'missing' : 'to be mended';
    },
    make: () => void mendFilters(wanted()),
  };
}
