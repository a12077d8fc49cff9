import { useRef, useState } from 'preact/hooks';
import { call } from '../../pages/server.ts';
import { type Loaded, messageOf, useLoaded } from '../../pages/shell.tsx';
import type { LessonAsked } from './look-at-lesson.ts';
import type { OpenedLesson } from './open-lesson.ts';

/** What is known of a lesson while somebody goes on saying what it is. */
export interface Look {
  loaded: Loaded<OpenedLesson>;
  /** What was last asked. */
  asked: LessonAsked;
  /** Asks with this changed; a change meanwhile is asked after it. When it fails the page keeps what it has. */
  look: (change: Partial<LessonAsked>) => Promise<void>;
  busy: boolean;
  /** Why the last look failed; ''. */
  error: string;
}

export function useLook(first: LessonAsked): Look {
  const asked = useRef(first);
  const looking = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const [loaded, reload] = useLoaded(() => call('openLesson', asked.current));
  const look = async (change: Partial<LessonAsked>) => {
    asked.current = { ...asked.current, ...change };
    if (looking.current) return;
    looking.current = true;
    setBusy(true);
    setError('');
    try {
      for (let answered: LessonAsked | null = null; answered !== asked.current; ) {
        answered = asked.current;
        await reload();
      }
    } catch (failure) {
      setError(messageOf(failure));
    } finally {
      looking.current = false;
      setBusy(false);
    }
  };
  return { loaded, asked: asked.current, look, busy, error };
}
