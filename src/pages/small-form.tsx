import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { PressKeys, Refused } from './server.ts';
import { ErrorSummary } from './shell.tsx';
import { useWork } from './work.ts';

/** One of several small forms on a page: its inputs' ids begin with its own, so that a refusal leads to the right one. */
export interface SmallForm {
  busy: boolean;
  idOf(field: string): string;
  errorFor(field: string): string | undefined;
  /** What is wrong, for the top of the form. */
  problem: ComponentChildren;
  /**
   * Sends it once, however often it is pressed.
   * @param content what was typed and chosen: the same content is the same request
   * @param work gives the sentence to say when it is done
   */
  send(content: unknown, work: (key: string) => Promise<string>): void;
}

/** What a page does when somebody else was quicker: it fetches what is so now, and what was typed stays. */
export const WhenStale = createContext<() => Promise<void>>(async () => {});

/**
 * @param id the page's own for this form
 * @param onDone is told what to say once it is recorded
 */
export function useSmallForm(id: string, onDone: (said: string) => Promise<void>): SmallForm {
  const { busy, error, doing } = useWork();
  const keys = useRef(new PressKeys());
  const freshen = useContext(WhenStale);
  const idOf = (field: string) => `${id}-${field}`;
  return {
    busy: busy !== null,
    idOf,
    errorFor: (field) => (error?.field === field ? error.message : undefined),
    problem: <ErrorSummary errors={error ? [{ message: error.message, field: error.field && idOf(error.field) }] : []} />,
    send: (content, work) =>
      void doing('', async () => {
        const said = await work(keys.current.keyFor(content)).catch(async (failure) => {
          // Whether it can be fetched or not, what is said is why the press was refused.
          if (failure instanceof Refused && failure.code === 'changed-meanwhile') await freshen().catch(() => {});
          throw failure;
        });
        keys.current.answered();
        await onDone(said);
        return said;
      }),
  };
}

/** What was done last, read out and with the focus on it: the form that was pressed may be gone. */
export function useNotice(reload: () => Promise<void>): [notice: ComponentChildren, onDone: (said: string) => Promise<void>] {
  const [said, setSaid] = useState({ text: '', count: 0 });
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (said.count > 0) line.current?.focus();
  }, [said.count]);
  const notice = (
    <p class="govuk-body" role="status" tabIndex={-1} ref={line}>
      {said.text}
    </p>
  );
  return [
    notice,
    async (text) => {
      await reload();
      setSaid(({ count }) => ({ text, count: count + 1 }));
    },
  ];
}
