import { RecordsMissing } from '../../records/errors.ts';
import { codeOf, patiently } from '../../records/patience.script.ts';
import { Refusal } from '../../school/refusal.ts';
import { compareFilters, type FiltersCompared, filterAsGmail, MOST_FILTERS, type StandingFilter, type WantedFilter } from './filters.ts';

/** What the safeguarding mailbox has, compared with what it should have; two calls. Changes nothing. */
export function lookAtFilters(wanted: readonly WantedFilter[]): FiltersCompared {
  return compareFilters(wanted, standingFilters(labels()));
}

/**
 * Makes what is missing and then removes Handrail's filters that are old or were changed, so that at no moment there is less than before. Doing it again
 * changes nothing, whichever call failed before. Somebody else's filters stay.
 * @returns what the mailbox has afterwards, read back
 * @throws Refusal when Gmail takes no more filters
 */
export function mendFilters(wanted: readonly WantedFilter[]): FiltersCompared {
  const known = labels();
  const standing = standingFilters(known);
  const { missing, changed } = compareFilters(wanted, standing);
  if (standing.length + missing.length > MOST_FILTERS)
    throw new Refusal(
      'too-many-filters',
      `Gmail takes ${MOST_FILTERS} filters at most, and there are ${standing.length} already. Remove those that are not Handrail’s: Gmail, Settings, Filters.`,
    );
  const idOf = (name: string) => {
    const id = known.find((label) => label.name === name)?.id ?? makeLabel(name);
    if (!known.some((label) => label.id === id)) known.push({ id, name });
    return id;
  };
  for (const filter of missing) makeFilter(filterAsGmail(filter, idOf));
  for (const { id } of changed) removeFilter(id);
  return lookAtFilters(wanted);
}

interface Label {
  id: string;
  name: string;
}

function labels(): Label[] {
  return (patiently(() => users().Labels.list('me')).labels ?? []).map(({ id = '', name = '' }) => ({ id, name }));
}

function standingFilters(known: readonly Label[]): StandingFilter[] {
  const nameOf = (id: string) => known.find((label) => label.id === id)?.name ?? id;
  return (patiently(() => users().Settings.Filters.list('me')).filter ?? []).map(({ id = '', criteria = {}, action = {} }) => ({
    id,
    criteria: { ...criteria } as StandingFilter['criteria'],
    add: (action.addLabelIds ?? []).map(nameOf),
    remove: action.removeLabelIds ?? [],
    forward: action.forward ?? '',
  }));
}

function makeLabel(name: string): string {
  const { id } = patiently(() => {
    // A call that failed may have made it.
    const standing = labels().find((label) => label.name.toLowerCase() === name.toLowerCase());
    return standing ?? users().Labels.create({ name }, 'me');
  });
  if (!id) throw new Error('Gmail made a label and did not say which');
  return id;
}

/** Gmail refuses a filter that is there already: then a call that seemed to fail had its effect. */
function makeFilter(filter: ReturnType<typeof filterAsGmail>): void {
  try {
    patiently(() => users().Settings.Filters.create(filter, 'me'));
  } catch (error) {
    if (!/already exists/i.test(String((error as Error).message))) throw error;
  }
}

function removeFilter(id: string): void {
  try {
    patiently(() => users().Settings.Filters.remove('me', id));
  } catch (error) {
    if (codeOf(error) !== 404) throw error;
  }
}

function users(): GoogleAppsScript.Gmail.Collection.UsersCollection {
  if (typeof Gmail === 'undefined') throw new RecordsMissing('The advanced Gmail service is not enabled in this script.', 'Please deploy Handrail again.');
  return Gmail.Users;
}
