import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { VisitFacts } from './answer.ts';
import { Button } from './inputs.tsx';
import { type Loaded, useLoaded } from './shell.tsx';
import { useWork, type Work } from './work.ts';

/** What a list is asked for: at least from which line on. */
interface Filter {
  from?: number | undefined;
}

/** A list of which a page shows a part at a time. */
interface Filtered<Wanted, List> {
  loaded: Loaded<List>;
  reload: () => Promise<void>;
  /** What the list on the page was asked for. */
  filter: Wanted;
  /** Asks for something else; when that fails the page keeps the list it has, and `error` says why. */
  show: (wanted: Wanted) => void;
  busy: boolean;
  error: Work['error'];
}

export function useFiltered<Wanted extends Filter, List>(
  first: Wanted,
  ask: (wanted: Wanted) => Promise<{ value: List; visit: VisitFacts }>,
): Filtered<Wanted, List> {
  const filter = useRef(first);
  const [loaded, reload] = useLoaded(() => ask(filter.current));
  const { busy, error, doing } = useWork();
  const show = (wanted: Wanted) =>
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
  return { loaded, reload, filter: filter.current, show, busy: busy !== null, error };
}

/** The form above such a list. What is chosen is asked for with "Show", from the first line on. */
export function FilterForm<Wanted extends Filter>({
  filter,
  busy,
  onShow,
  children,
}: {
  filter: Wanted;
  busy: boolean;
  onShow: (filter: Wanted | Record<string, never>) => void;
  children: (wanted: Wanted, set: (part: Partial<Wanted>) => void) => ComponentChildren;
}) {
  const [wanted, setWanted] = useState(filter);
  // A press elsewhere on the page may ask for something else.
  useEffect(() => setWanted(filter), [filter]);
  const find = (event: Event) => {
    event.preventDefault();
    onShow(wanted);
  };
  return (
    <form noValidate onSubmit={find}>
      {children(wanted, (part) => setWanted({ ...wanted, ...part, from: 0 }))}
      <div class="govuk-button-group">
        <Button busy={busy}>Show</Button>
        <Button secondary onPress={() => onShow({})}>
          Clear
        </Button>
      </div>
    </form>
  );
}

/** Back and on through such a list. */
export function Pages({
  list: { from, pageSize, total },
  onShow,
}: {
  list: { from: number; pageSize: number; total: number };
  onShow: (from: number) => void;
}) {
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
