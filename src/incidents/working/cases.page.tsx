import { Pages, useFiltered } from '../../pages/filtered.tsx';
import { Fold } from '../../pages/fold.tsx';
import { call } from '../../pages/server.ts';
import { ErrorSummary, Page, startPage } from '../../pages/shell.tsx';
import { STATES } from '../concern.ts';
import { CaseCounts } from './case-counts.tsx';
import { CaseFilters } from './case-filters.tsx';
import { CaseLines } from './case-lines.tsx';
import type { CaseFilter, CaseList } from './see-cases.ts';

startPage(Cases);

function Cases({ parameter }: { parameter: Record<string, string> }) {
  const { loaded, filter, show, busy, error } = useFiltered(filterFrom(parameter), (wanted) => call('listCases', wanted));
  return (
    <Page title="Cases" loaded={loaded}>
      {(list, visit) => (
        <>
          <p class="govuk-body">You read: {list.lanes.join('; ')}. A case that names you is not in this list.</p>
          <ErrorSummary errors={error ? [error] : []} />
          <CaseCounts counts={list.counts} me={visit.me.email} onShow={show} />
          <Fold summary="Search and filter">
            <CaseFilters list={list} filter={filter} busy={busy} onShow={show} />
          </Fold>
          <p class="govuk-body" role="status">
            {busy ? 'One moment…' : foundWords(list, filter)}
          </p>
          <CaseLines list={list} address={visit.school.address} />
          <Pages list={list} onShow={(from) => show({ ...filter, from })} />
        </>
      )}
    </Page>
  );
}

/** A link may lead to a part of the list: `&state=closed`, `&overdue=yes`. */
function filterFrom({ state = '', overdue = '' }: Record<string, string>): CaseFilter {
  return { state: [...STATES, 'handed over' as const].find((each) => each === state), overdue: overdue === 'yes' || undefined };
}

/** What the list shows, in words: it is read out when it changes. */
function foundWords({ total, from, lines, stubs }: CaseList, { state }: CaseFilter): string {
  if (state === 'handed over') return stubs.length === 1 ? 'One case was handed over.' : `${stubs.length} cases were handed over.`;
  if (total === 0) return 'There are no such cases for you to read.';
  if (lines.length === total) return total === 1 ? 'One case.' : `${total} cases.`;
  return `Cases ${from + 1} to ${from + lines.length} of ${total}.`;
}
