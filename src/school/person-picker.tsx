import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, TextInput } from '../pages/inputs.tsx';
import type { FoundPerson } from './find-people.ts';

/** After the last key: long enough not to ask at every letter. */
const PAUSE_MS = 300;

/**
 * Finds somebody on the roll by the beginning of their names. A plain box with a list of buttons below it: works by keyboard, by touch and
 * with a screen reader, without a combobox.
 */
export function PersonPicker({
  id,
  label,
  hint,
  error,
  find,
  mayType = false,
  linkTo,
  onPick,
}: {
  id: string;
  label: string;
  hint: string;
  error?: string | undefined;
  /** Null when names may only be typed. */
  find: ((text: string) => Promise<FoundPerson[]>) | null;
  /** A name that is not found may be taken as it was typed; its address is then ''. */
  mayType?: boolean;
  /** Leads to a page about the person instead of choosing them. */
  linkTo?: (email: string) => string;
  onPick?: (person: { email: string; name: string }) => void;
}) {
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<FoundPerson[]>([]);
  const list = useRef<HTMLUListElement>(null);
  const mayFind = find !== null;

  useEffect(() => {
    setFound([]);
    if (!find || typed.trim().length < 2) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      // A failed search is no error for the person: the next letter asks again.
      const people = await find(typed).catch(() => null);
      if (isCurrent && people) setFound(people);
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [typed, mayFind]);

  const pick = (person: { email: string; name: string }) => {
    onPick?.(person);
    setTyped('');
  };

  return (
    <>
      <TextInput
        id={id}
        label={label}
        hint={hint}
        error={error}
        value={typed}
        onInput={setTyped}
        // The form is not sent half-way through a name: Enter goes on to the people found.
        onEnter={() => list.current?.querySelector<HTMLElement>('button, a')?.focus()}
      />
      <div aria-live="polite">
        {found.length > 0 && (
          <ul class="handrail-choices" aria-label="People found" ref={list}>
            {found.map((person) => (
              <li key={person.email}>
                {linkTo ? (
                  <a href={linkTo(person.email)}>
                    <PersonFound person={person} />
                  </a>
                ) : (
                  <button type="button" onClick={() => pick({ email: person.email, name: person.name })}>
                    <PersonFound person={person} />
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      {mayType && typed.trim() !== '' && (
        <Button secondary onPress={() => pick({ email: '', name: typed.trim() })}>
          Add “{typed.trim()}” as typed
        </Button>
      )}
    </>
  );
}

/** The name, and what tells namesakes apart. */
function PersonFound({ person }: { person: FoundPerson }) {
  return (
    <>
      {person.name} <span class="govuk-hint govuk-!-display-inline">{person.detail}</span>
    </>
  );
}
