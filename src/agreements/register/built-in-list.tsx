import { Button } from '../../pages/inputs.tsx';
import { plainText } from '../agreement.ts';
import { AUDIENCES, type Audience, SIGNING } from '../audience.ts';
import { BUILT_IN } from '../built-in/index.ts';

/** The texts a school may start with, each put into use with one press: those for people on the list who have none come first. */
export function BuiltInList({
  provided,
  wanted,
  busy,
  onUse,
}: {
  /** Audiences that have an agreement. */
  provided: readonly Audience[];
  /** Names of those on the list of people that have none. */
  wanted: readonly string[];
  busy: string | null;
  onUse: (audience: Audience) => void;
}) {
  const missing = AUDIENCES.filter((audience) => !provided.includes(audience));
  const isWanted = (audience: Audience) => wanted.includes(SIGNING[audience].name);
  const sorted = [...missing.filter(isWanted), ...missing.filter((audience) => !isWanted(audience))];
  if (sorted.length === 0) return <p class="govuk-body">All of them are in use, or your own in their place.</p>;
  return (
    <ul class="govuk-list handrail-lines">
      {sorted.map((audience) => (
        <li key={audience} id={`built-in-${audience}`} tabIndex={-1}>
          <strong>{SIGNING[audience].name}</strong>: {BUILT_IN[audience].title}{' '}
          {isWanted(audience) && <strong class="govuk-tag govuk-tag--yellow">needed</strong>}
          <details class="govuk-details govuk-!-margin-bottom-2">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">
                Read it<span class="govuk-visually-hidden">: {BUILT_IN[audience].title}</span>
              </span>
            </summary>
            <div class="govuk-details__text handrail-said">{plainText(BUILT_IN[audience])}</div>
          </details>
          <Button secondary busy={busy === `built-in-${audience}`} onPress={() => onUse(audience)}>
            Put it into use<span class="govuk-visually-hidden">: {BUILT_IN[audience].title}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
