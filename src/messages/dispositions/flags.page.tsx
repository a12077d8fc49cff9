import { useRef, useState } from 'preact/hooks';
import { Fold } from '../../pages/fold.tsx';
import { PartLink } from '../../pages/go-to.tsx';
import { Button } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { ErrorSummary, Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { useNotice, WhenStale } from '../../pages/small-form.tsx';
import { useWork } from '../../pages/work.ts';
import { FlagsToEraseParts } from './erase-flags.tsx';
import { FlagFilters } from './flag-filters.tsx';
import { FlagLines } from './flag-lines.tsx';
import type { FlagFilter, FlagList } from './list-flags.ts';
import { PrecisionPart } from './precision-part.tsx';

startPage(Flags);

function Flags({ parameter }: { parameter: Record<string, string> }) {
  const filter = useRef<FlagFilter>({ rule: parameter['rule'] });
  const [loaded, reload] = useLoaded(() => call('listFlags', filter.current));
  const [waiting, setWaiting] = useState<number | null>(null);
  const [notice, onDone] = useNotice(reload);
  const { busy, error, doing } = useWork();
  const show = (wanted: FlagFilter) =>
    void doing('', async () => {
      const before = filter.current;
      filter.current = wanted;
      try {
        await reload();
        setWaiting(null);
      } catch (failure) {
        filter.current = before;
        throw failure;
      }
      return '';
    });
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
            {busy === null ? foundWords(list, waiting ?? list.waiting) : 'One moment…'}
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
            <FlagFilters list={list} filter={filter.current} busy={busy !== null} onShow={show} />
          </Fold>
          <WhenStale.Provider value={reload}>
            <FlagLines list={list} address={school.address} onWaiting={setWaiting} onDone={onDone} />
          </WhenStale.Provider>
          <Pages list={list} onShow={(from) => show({ ...filter.current, from })} />
          <FlagsToEraseParts list={list} onDone={onDone} />
          <PrecisionPart list={list} address={school.address} />
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

function Pages({ list: { from, pageSize, total }, onShow }: { list: FlagList; onShow: (from: number) => void }) {
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
