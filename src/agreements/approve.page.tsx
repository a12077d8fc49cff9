import { useRef, useState } from 'preact/hooks';
import { Button } from '../pages/inputs.tsx';
import { call, PressKeys } from '../pages/server.ts';
import { ErrorSummary, Page, startPage, useLoaded } from '../pages/shell.tsx';
import { useWork } from '../pages/work.ts';
import type { SignatureLine } from './see-agreements.ts';

/** Where an error leads: the first of the signatures that wait. */
const FIRST = 'signature-0';

startPage(Approve);

function Approve() {
  const [loaded, reload] = useLoaded(() => call('listAgreements', {}));
  return (
    <Page title="Agreements to approve" loaded={loaded}>
      {({ signatures }) => <Approvals signatures={signatures} reload={reload} />}
    </Page>
  );
}

function Approvals({ signatures, reload }: { signatures: SignatureLine[]; reload: () => Promise<void> }) {
  const all = signatures.filter((line) => line.state === 'awaiting approval');
  const waiting = all.filter((line) => !line.isMine);
  const [chosen, setChosen] = useState<string[]>([]);
  const { busy, error, said, doing } = useWork();
  const keys = useRef(new PressKeys());

  const approve = (event: Event) => {
    event.preventDefault();
    void doing(FIRST, async () => {
      const { value } = await call('countersign', { key: keys.current.keyFor(chosen), responseIds: chosen });
      keys.current.answered();
      setChosen([]);
      await reload();
      return `${value.approved === 1 ? 'One agreement has' : `${value.approved} agreements have`} been approved; each signer gets a copy by mail.`;
    });
  };

  return (
    <form onSubmit={approve} noValidate>
      <ErrorSummary errors={error ? [error] : []} />
      <p class="govuk-body" role="status">
        {said}
      </p>
      {waiting.length === 0 ? (
        <p class="govuk-body">Nothing waits for your approval.</p>
      ) : (
        <>
          <div class="govuk-form-group">
            <fieldset class="govuk-fieldset" aria-describedby="approving">
              <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Waiting for approval</legend>
              <div class="govuk-hint" id="approving">
                By approving, you confirm that this person may be set up on the school’s systems.
              </div>
              <div class="govuk-checkboxes">
                {waiting.map((line, index) => (
                  <div class="govuk-checkboxes__item" key={line.responseId}>
                    <input
                      class="govuk-checkboxes__input"
                      type="checkbox"
                      id={`signature-${index}`}
                      aria-describedby={`signature-${index}-hint`}
                      checked={chosen.includes(line.responseId)}
                      onChange={(event) =>
                        setChosen(event.currentTarget.checked ? [...chosen, line.responseId] : chosen.filter((id) => id !== line.responseId))
                      }
                    />
                    <label class="govuk-label govuk-checkboxes__label" for={`signature-${index}`}>
                      {line.name}, {line.jobTitle}
                    </label>
                    <div class="govuk-hint govuk-checkboxes__hint" id={`signature-${index}-hint`}>
                      {line.email} ({line.address}). {line.agreement}, version {line.version}, signed {line.signed}
                    </div>
                  </div>
                ))}
              </div>
            </fieldset>
          </div>
          <Button busy={busy !== null}>Approve those ticked</Button>
        </>
      )}
      {waiting.length < all.length && <p class="govuk-inset-text">Your own signature waits as well: somebody else must approve it.</p>}
    </form>
  );
}
