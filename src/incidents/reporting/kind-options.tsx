import { CATEGORIES, type Category, typesUnder } from '../types.ts';
import { PUPIL_KINDS } from './pupil-guidance.ts';

/** Every type of incident, under its category. */
export function KindOptions() {
  return (
    <>
      <option value="">I am not sure</option>
      {(Object.keys(CATEGORIES) as Category[]).map((category) => (
        <optgroup label={CATEGORIES[category]} key={category}>
          {typesUnder(category)
            .filter((type) => type.category === category)
            .map(({ id, title }) => (
              <option value={id} key={id}>
                {title}
              </option>
            ))}
        </optgroup>
      ))}
    </>
  );
}

/** The few that a child can tell apart (D6). */
export function PupilKindOptions() {
  return (
    <>
      {PUPIL_KINDS.map(({ value, text }) => (
        <option value={value} key={value}>
          {text}
        </option>
      ))}
    </>
  );
}
