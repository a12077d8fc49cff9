import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, TextInput } from '../pages/inputs.tsx';
import { call } from '../pages/server.ts';
import type { FoundPerson } from '../school/find-people.ts';

/** After the last key: long enough not to ask at every letter. */
const PAUSE_MS = 300;

export const PERSON_INPUT = 'person';

/**
 * Finds somebody on the roll by the beginning of their names, or takes a name as typed. A plain box with a list of buttons below it:
 * works by keyboard, by touch and with a screen reader, without a combobox.
 */
export function PersonPicker({ mayFind, onPick }: { mayFind: boolean; onPick: (person: { email: string; name: string }) => void }) {
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<FoundPerson[]>([]);
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    setFound([]);
    if (!mayFind || typed.trim().length < 2) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      // Without the list one can still type the name: a failed search is no error for the person.
      const answer = await call('findPeople', { text: typed }).catch(() => null);
      if (isCurrent && answer) setFound(answer.value);
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [typed, mayFind]);

  const pick = (person: { email: string; name: string }) => {
    onPick(person);
    setTyped('');
  };

  return (
    <>
      <TextInput
        id={PERSON_INPUT}
        label="Add a person"
        hint={mayFind ? 'Type the beginning of a name and choose. Somebody from outside: type the whole name and add it.' : 'Type the name.'}
        value={typed}
        onInput={setTyped}
        // The form is not sent half-way through a name: Enter goes on to the people found.
        onEnter={() => list.current?.querySelector('button')?.focus()}
      />
      <div aria-live="polite">
        {found.length > 0 && (
          <ul class="handrail-choices" aria-label="People found" ref={list}>
            {found.map((person) => (
              <li key={person.email}>
                <button type="button" onClick={() => pick({ email: person.email, name: person.name })}>
                  {person.name} <span class="govuk-hint govuk-!-display-inline">{person.detail}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      {typed.trim() !== '' && (
        <Button secondary onPress={() => pick({ email: '', name: typed.trim() })}>
          Add “{typed.trim()}” as typed
        </Button>
      )}
    </>
  );
}
