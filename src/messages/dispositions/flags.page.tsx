import { useEffect, useState } from 'preact/hooks';
import { Pages, useFiltered } from '../../pages/filtered.tsx';
import { Fold } from '../../pages/fold.tsx';
import { PartLink } from '../../pages/go-to.tsx';
import { call } from '../../pages/server.ts';
import { ErrorSummary, Page, startPage } from '../../pages/shell.tsx';
import { useNotice, WhenStale } from '../../pages/small-form.tsx';
import { FlagsToEraseParts } from './erase-flags.tsx';
import { FlagFilters } from './flag-filters.tsx';
import { FlagLines } from './flag-lines.tsx';
import type { FlagFilter, FlagList, Standing } from './list-flags.ts';
import { PrecisionPart } from './precision-part.tsx';

startPage(Flags);

function Flags({ parameter }: { parameter: Record<string, string> }) {
  const first: FlagFilter = { rule: parameter['rule'] };
  const { loaded, reload, filter, show, busy, error } = useFiltered(first, (wanted) => call('listFlags', wanted));
  // What a press on a line has changed, until the list itself says it again.
  const [standing, setStanding] = useState<Standing | null>(null);
  useEffect(() => setStanding(null), [loaded]);
  const [notice, onDone] = useNotice(reload);
  return (
    <Page title="Flagged messages" loaded={loaded}>
      {(list, { school }) => (
        <>
          <p class="govuk-body">
            Say of each what it turned out to be: one press, and it can be undone. That is how Handrail shows which of its rules are worth having. Nothing here
            is sent, deleted or closed by it.
          </p>
          {notice}
          <ErrorSummary errors={error ? [error] : []} />
          <p class="govuk-body" role="status">
            {busy ? 'One moment…' : foundWords(list, (standing ?? list).waiting)}
          </p>
          {list.erasures.some(({ isMine }) => !isMine) && (
            <p class="govuk-body">
              <PartLink id="erasures">Somebody has asked for messages to be erased: you decide</PartLink>
            </p>
          )}
          {list.proposals.length > 0 && (
            <p class="govuk-body">
              <PartLink id="proposals">{list.proposals.length === 1 ? 'One rule is' : `${list.proposals.length} rules are`} proposed for change</PartLink>
            </p>
          )}
          <Fold summary="Filter">
            <FlagFilters list={list} filter={filter} busy={busy} onShow={show} />
          </Fold>
          <WhenStale.Provider value={reload}>
            <FlagLines list={list} address={school.address} onDisposed={setStanding} onDone={onDone} />
          </WhenStale.Provider>
          <Pages list={list} onShow={(from) => show({ ...filter, from })} />
          <FlagsToEraseParts list={list} onDone={onDone} />
          <PrecisionPart list={{ ...list, ...standing }} address={school.address} />
        </>
      )}
    </Page>
  );
}

function foundWords({ total, from, lines }: FlagList, waiting: number): string {
  const open = waiting === 0 ? 'Nothing waits for you.' : waiting === 1 ? 'One message waits.' : `${waiting} messages wait.`;
  if (total === 0) return `${open} There are none that you may see.`;
  return lines.length === total ? open : `${open} Messages ${from + 1} to ${from + lines.length} of ${total}.`;
}
