/** What a person does, one after the other. */
export function StepsList({ steps }: { steps: readonly string[] }) {
  return (
    <ol class="govuk-list govuk-list--number govuk-list--spaced">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
