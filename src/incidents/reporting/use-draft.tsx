import { useEffect, useRef, useState } from 'preact/hooks';
import { call, Refused } from '../../pages/server.ts';
import { messageOf } from '../../pages/shell.tsx';
import type { DraftText, Writing } from './draft.ts';

/** After the last key: a sentence is kept about when it is finished. */
const PAUSE_MS = 1_500;
/** How often it is tried again while the line is down. */
const AGAIN_MS = 10_000;

/** Everything that is typed, and the key of the press that would send exactly this. */
export interface ToKeep {
  text: DraftText;
  key: string;
}

export interface KeptDraft {
  /** Id of the draft on the server; '' until it is kept for the first time. */
  id(): string;
  /** In words, for the bottom of the page; '' before anything was typed. */
  state: string;
  /** It was written at elsewhere as well, or sent or thrown away there: what to say, and whether it can be taken from there. */
  clash: { message: string; isGone: boolean } | null;
  /** Keeps this soon. */
  keep(what: ToKeep): void;
  /** Keeps this now, so that files can be put to it. @returns its id. @throws Refused when it cannot be kept */
  ready(what: ToKeep): Promise<string>;
  /** Nothing more is kept; resolves when what is on its way has arrived or not. */
  rest(): Promise<void>;
  /** Goes on with a draft that is there; `withMine`: it is to hold what this page has. */
  take(draft: { id: string; revision: number }, withMine: boolean): void;
}

/**
 * Keeps on the server what somebody types, a moment after they pause and at once when they turn away; again and again while the line is
 * down. One call at a time, the latest words always last.
 * @param begun what the page goes on with
 */
export function useDraft(what: Writing, begun: { id: string; revision: number } | null): KeptDraft {
  const [state, setState] = useState('');
  const [clash, setClash] = useState<KeptDraft['clash']>(null);
  const standing = useRef({ id: begun?.id ?? '', revision: begun?.revision ?? 0 });
  const waiting = useRef<ToKeep | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const under = useRef<Promise<void>>(Promise.resolve());
  const resting = useRef(false);

  const write = async () => {
    const next = waiting.current;
    if (next === null || resting.current) return;
    waiting.current = null;
    setState('Keeping what you typed…');
    try {
      const { id: draft, revision: was } = standing.current;
      const { value } = await call('saveDraft', { what, draft, was, ...next });
      standing.current = { id: value.draft, revision: value.revision };
      setState(waiting.current === null ? 'What you typed is kept.' : 'Keeping what you typed…');
      setClash(null);
    } catch (failure) {
      waiting.current ??= next;
      const code = failure instanceof Refused ? failure.code : '';
      if (code === 'draft-gone' || code === 'draft-elsewhere') setClash({ message: messageOf(failure), isGone: code === 'draft-gone' });
      else soon(AGAIN_MS);
      setState('What you typed is on this page only: it could not be kept yet.');
      throw failure;
    }
  };
  const writeInTurn = (): Promise<void> => {
    clearTimeout(timer.current);
    const turn = under.current.then(write);
    under.current = turn.catch(() => undefined);
    return turn;
  };
  const quietly = () => void writeInTurn().catch(() => undefined);
  const soon = (pause: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(quietly, pause);
  };

  useEffect(() => {
    const whenHidden = () => document.visibilityState === 'hidden' && quietly();
    window.addEventListener('online', quietly);
    document.addEventListener('visibilitychange', whenHidden);
    return () => {
      clearTimeout(timer.current);
      window.removeEventListener('online', quietly);
      document.removeEventListener('visibilitychange', whenHidden);
    };
  }, []);

  return {
    id: () => standing.current.id,
    state,
    clash,
    keep: (next) => {
      resting.current = false;
      waiting.current = next;
      if (clash === null) soon(PAUSE_MS);
    },
    ready: async (next) => {
      resting.current = false;
      if (standing.current.id === '') waiting.current ??= next;
      await writeInTurn();
      return standing.current.id;
    },
    rest: async () => {
      resting.current = true;
      clearTimeout(timer.current);
      await under.current;
    },
    take: ({ id, revision }, withMine) => {
      standing.current = { id, revision };
      setClash(null);
      if (!withMine) waiting.current = null;
      quietly();
    },
  };
}
