import { useState } from 'preact/hooks';
import { Fold } from '../../pages/fold.tsx';
import { Checkbox, TextInput } from '../../pages/inputs.tsx';
import { CATEGORIES, type CaseType, type Category, findTypes, TYPES, typesIn } from '../types.ts';

/** Types of incident, found by a few letters or category by category; several may be chosen. */
export function TypeChoice({
  id,
  error,
  chosen,
  onChange,
}: {
  id: string;
  error?: string | undefined;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const [text, setText] = useState('');
  const found = findTypes(text);
  const tick = (type: CaseType) => (
    <Checkbox
      key={type.id}
      id={`${id}-${type.id}`}
      label={type.title}
      checked={chosen.includes(type.id)}
      onChange={(checked) => onChange(checked ? [...chosen, type.id] : chosen.filter((each) => each !== type.id))}
    />
  );
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">What kind of incident is it?</legend>
      {chosen.length === 0 && <p class="govuk-body">Nothing is chosen yet.</p>}
      <ul class="govuk-list" aria-label="Chosen">
        {typesIn(chosen).map(({ id: type, title }) => (
          <li key={type}>
            {title}{' '}
            <button type="button" class="handrail-link" onClick={() => onChange(chosen.filter((each) => each !== type))}>
              Remove<span class="govuk-visually-hidden"> {title}</span>
            </button>
          </li>
        ))}
      </ul>
      <TextInput id={id} label="Find a type" hint="A few letters: “bully”, “nude”, “lost”." error={error} value={text} onInput={setText} />
      <div class="govuk-form-group">
        {text.trim() === '' ? (
          (Object.keys(CATEGORIES) as Category[]).map((category) => (
            <Fold key={category} summary={CATEGORIES[category]}>
              <div class="govuk-checkboxes govuk-checkboxes--small">{TYPES.filter((type) => type.category === category).map(tick)}</div>
            </Fold>
          ))
        ) : found.length === 0 ? (
          <p class="govuk-body">No type is called so.</p>
        ) : (
          <div class="govuk-checkboxes govuk-checkboxes--small">{found.map(tick)}</div>
        )}
      </div>
    </fieldset>
  );
}
