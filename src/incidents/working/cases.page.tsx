import { useRef } from 'preact/hooks';
import { Fold } from '../../pages/fold.tsx';
import { Button } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { ErrorSummary, Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { useWork } from '../../pages/work.ts';
import { STATES } from '../concern.ts';
import { CaseCounts } from './case-counts.tsx';
import { CaseFilters } from './case-filters.tsx';
import { CaseLines } from './case-lines.tsx';
import type { CaseFilter, CaseList } from './see-cases.ts';

startPage(Cases);

function Cases({ parameter }: { parameter: Record<string, string> }) {
  const filter = useRef(filterFrom(parameter));
  const [loaded, reload] = useLoaded(() => call('listCases', filter.current));
  const { busy, error, doing } = useWork();
  const show = (wanted: CaseFilter) =>
    void doing('', async () => {
      const before = filter.current;
      filter.current = wanted;
      try {
        await reload();
      } catch (failure) {
        filter.current = before;
        throw failure;
      }
      return '';
    });
  return (
    <Page title="Cases" loaded={loaded}>
      {(list, visit) => (
        <>
          <p class="govuk-body">You read: {list.lanes.join('; ')}. A case that names you is not in this list.</p>
          <ErrorSummary errors={error ? [error] : []} />
          <CaseCounts counts={list.counts} me={visit.me.email} onShow={show} />
          <Fold summary="Search and filter">
            <CaseFilters {...{ list }} filter={filter.current} busy={busy !== null} onShow={show} />
          </Fold>
          <p class="govuk-body" role="status">
            {busy === null ? foundWords(list, filter.current) : 'One moment…'}
          </p>
          <CaseLines list={list} address={visit.school.address} />
          <Pages list={list} onShow={(from) => show({ ...filter.current, from })} />
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

function Pages({ list, onShow }: { list: CaseList; onShow: (from: number) => void }) {
  const { from, pageSize, total } = list;
  return (
    <div class="govuk-button-group">
      {from > 0 && (
        <Button secondary onPress={() => onShow(Math.max(0, from - pageSize))}>
          Back
        </Button>
      )}
      {from + pageSize < total && (
        <Button secondary onPress={() => onShow(from + pageSize)}>
          More
        </Button>
      )}
    </div>
  );
}
