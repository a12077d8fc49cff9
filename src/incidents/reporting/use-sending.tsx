import { useEffect, useRef, useState } from 'preact/hooks';
import { Refused } from '../../pages/server.ts';
import { messageOf } from '../../pages/shell.tsx';
import { Telephone } from './emergency.tsx';

/** Between tries while the line is down. */
const AGAIN_MS = 8_000;

export interface Sending {
  /** `waiting`: the line is down, and it is sent by itself when it is back. */
  phase: 'writing' | 'sending' | 'waiting';
  error: { field?: string | undefined; message: string } | null;
  /** @param work sends; called again and again while the server cannot be reached, so it must be the same request each time */
  send(work: () => Promise<void>): void;
  tryNow(): void;
  /** Back to writing: what was not sent is not sent by itself any more. */
  stop(): void;
}

/** Sends, and while the line is down waits for it. Nothing counts as sent before the server has answered. */
export function useSending(): Sending {
  const [phase, setPhase] = useState<Sending['phase']>('writing');
  const [error, setError] = useState<Sending['error']>(null);
  const wanted = useRef<(() => Promise<void>) | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const busy = useRef(false);

  const attempt = async () => {
    clearTimeout(timer.current);
    const work = wanted.current;
    if (work === null || busy.current) return;
    busy.current = true;
    try {
      await work();
      wanted.current = null;
      setPhase('writing');
    } catch (failure) {
      // Stopped meanwhile: the person is typing again.
      if (wanted.current === null) return;
      if (failure instanceof Refused && failure.code === '') {
        setPhase('waiting');
        timer.current = setTimeout(attempt, AGAIN_MS);
      } else {
        wanted.current = null;
        setPhase('writing');
        setError({ field: failure instanceof Refused ? failure.field : undefined, message: messageOf(failure) });
      }
    } finally {
      busy.current = false;
    }
  };

  useEffect(() => {
    const whenBack = () => void attempt();
    window.addEventListener('online', whenBack);
    return () => {
      clearTimeout(timer.current);
      window.removeEventListener('online', whenBack);
    };
  }, []);

  return {
    phase,
    error,
    send: (work) => {
      if (busy.current) return;
      wanted.current = work;
      setError(null);
      setPhase('sending');
      void attempt();
    },
    tryNow: () => void attempt(),
    stop: () => {
      clearTimeout(timer.current);
      wanted.current = null;
      setPhase('writing');
    },
  };
}

/** While the line is down: what happens, and what one can do meanwhile. It has the focus, because the button that was pressed has gone. */
export function WaitingForTheLine({ sending, telephone }: { sending: Sending; telephone: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div class="govuk-inset-text handrail-waiting" role="status" tabIndex={-1} ref={box}>
      <p class="govuk-body">
        <strong>Not sent yet: waiting for the line.</strong> Keep this page open. It sends by itself as soon as there is a connection, once.
      </p>
      <p class="govuk-body">
        If it cannot wait, telephone <Telephone number={telephone} />.
      </p>
      <div class="govuk-button-group">
        <button type="button" class="govuk-button govuk-button--secondary" onClick={sending.tryNow}>
          Try now
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={sending.stop}>
          Go on writing
        </button>
      </div>
    </div>
  );
}
