/** What a fact is called, and what people said of it: shown as it was typed. */
export type Fact = readonly [label: string, value: string];

/** Facts under each other; those that are not known are left out. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="govuk-summary-list handrail-facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div class="govuk-summary-list__row" key={label}>
            <dt class="govuk-summary-list__key">{label}</dt>
            <dd class="govuk-summary-list__value handrail-said" dir="auto">
              {value}
            </dd>
          </div>
        ))}
    </dl>
  );
}
