import { Button } from '../pages/inputs.tsx';
import { call } from '../pages/server.ts';
import { Page, startPage, useLoaded } from '../pages/shell.tsx';

startPage(Copy);

function Copy({ parameter }: { parameter: Record<string, string> }) {
  const [loaded] = useLoaded(() => call('readCopy', { signature: parameter['signature'] ?? '' }));
  return (
    <Page title="Signed agreement" loaded={loaded}>
      {(copy) => (
        <>
          <dl class="govuk-summary-list">
            {copy.facts.map(({ label, value }) => (
              <div class="govuk-summary-list__row" key={label}>
                <dt class="govuk-summary-list__key">{label}</dt>
                <dd class="govuk-summary-list__value handrail-said">{value}</dd>
              </div>
            ))}
          </dl>
          <p class="govuk-body handrail-said">{copy.text}</p>
          <Button secondary onPress={() => print()}>
            Print
          </Button>
        </>
      )}
    </Page>
  );
}
