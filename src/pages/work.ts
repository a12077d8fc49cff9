import { useState } from 'preact/hooks';
import { Refused } from './server.ts';
import { messageOf } from './shell.tsx';

/** What a page is doing for the person, what went wrong with it, and what to say when it is done. */
export interface Work {
  /** Id of the input that the work under way belongs to, '' for the page as a whole; null when nothing is under way. */
  busy: string | null;
  error: { field?: string | undefined; message: string } | null;
  said: string;
  /**
   * Does one piece of work at a time; a press meanwhile does nothing.
   * @param field id of the input an error should lead to, '' for none
   * @param work gives the sentence to say when it is done
   */
  doing(field: string, work: () => Promise<string>): Promise<void>;
}

export function useWork(): Work {
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<Work['error']>(null);
  const [said, setSaid] = useState('');
  const doing: Work['doing'] = async (field, work) => {
    if (busy !== null) return;
    setBusy(field);
    setError(null);
    setSaid('');
    try {
      setSaid(await work());
    } catch (failure) {
      setError({ field: (failure instanceof Refused && failure.field) || field || undefined, message: messageOf(failure) });
    } finally {
      setBusy(null);
    }
  };
  return { busy, error, said, doing };
}
