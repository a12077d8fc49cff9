import { Button } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { useNotice, useSmallForm } from '../../pages/small-form.tsx';
import type { BreachLine } from './see-breaches.ts';

startPage(HouseRules);

function HouseRules() {
  const [loaded, reload] = useLoaded(() => call('seeHouseRules', {}));
  const [notice, onDone] = useNotice(reload);
  return (
    <Page title="House rules for mail" loaded={loaded}>
      {({ waiting, seen }) => (
        <>
          {notice}
          <p class="govuk-body">
            Mail that breaks a rule of the house: addresses that everybody can see, chain letters, personal data, private accounts. A word with whoever sent it
            is usually enough. Nothing here is a concern by itself. Of what a mail said, only the words shown here are kept.
          </p>
          <h2 class="govuk-heading-m">To be seen to</h2>
          {waiting.length === 0 && <p class="govuk-body">Nothing waits to be looked at.</p>}
          <ul class="govuk-list handrail-lines">
            {waiting.map((line) => (
              <li key={line.id}>
                <Breach line={line} />
                <Seen line={line} onDone={onDone} />
              </li>
            ))}
          </ul>
          {seen.length > 0 && (
            <>
              <h2 class="govuk-heading-m">Seen to</h2>
              <ul class="govuk-list handrail-lines">
                {seen.map((line) => (
                  <li key={line.id}>
                    <Breach line={line} />
                    <p class="govuk-body-s">Seen to by {line.seen}</p>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </Page>
  );
}

function Breach({ line }: { line: BreachLine }) {
  return (
    <>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{line.rule}</h3>
      <p class="govuk-body govuk-!-margin-bottom-1 handrail-said">
        {line.sent}, from {line.from || 'an unknown address'} to {line.to || 'unknown addresses'}: {line.what}
      </p>
    </>
  );
}

function Seen({ line, onDone }: { line: BreachLine; onDone: (said: string) => Promise<void> }) {
  const form = useSmallForm(line.id, onDone);
  const press = () =>
    form.send(line.id, async (key) => {
      await call('settleHouseRule', { key, id: line.id });
      return 'Moved to those that were seen to.';
    });
  return (
    <>
      {form.problem}
      <Button secondary busy={form.busy} onPress={press}>
        Seen to
        <span class="govuk-visually-hidden">
          : {line.rule}, {line.sent}
        </span>
      </Button>
    </>
  );
}
