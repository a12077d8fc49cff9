import { Button, Checkbox } from '../../pages/inputs.tsx';
import type { Waiting, WaitingLine } from './see-waiting.ts';

/** Id of a signature's tick. */
export function tickOf(responseId: string): string {
  return `signature-${responseId}`;
}

/** What waits, by agreement, each with everything the approver needs to know beside its tick. */
export function WaitingList({ groups, chosen, onChoose }: { groups: Waiting['groups']; chosen: readonly string[]; onChoose: (chosen: string[]) => void }) {
  return (
    <>
      {groups.map(({ agreementId, title, lines }) => (
        <div class="govuk-form-group" key={agreementId}>
          <fieldset class="govuk-fieldset" aria-describedby={`proof-${agreementId}`}>
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
              <h2 class="govuk-fieldset__heading">{title}</h2>
            </legend>
            <Meanings id={`proof-${agreementId}`} lines={lines} />
            {lines.length > 1 && (
              <Button secondary onPress={() => onChoose([...new Set([...chosen, ...lines.map(({ responseId }) => responseId)])])}>
                Tick all {lines.length}
              </Button>
            )}
            <div class="govuk-checkboxes">
              {lines.map((line) => (
                <Line
                  key={line.responseId}
                  line={line}
                  checked={chosen.includes(line.responseId)}
                  onChange={(checked) => onChoose(checked ? [...chosen, line.responseId] : chosen.filter((id) => id !== line.responseId))}
                />
              ))}
            </div>
          </fieldset>
        </div>
      ))}
    </>
  );
}

/** What each kind of address in a group is worth, said once. */
function Meanings({ id, lines }: { id: string; lines: readonly WaitingLine[] }) {
  const meanings = new Map(lines.filter(({ account }) => account !== '').map(({ proof, proofMeans }) => [proof, proofMeans]));
  if (meanings.size === 0) return null;
  return (
    <div class="govuk-hint" id={id}>
      {[...meanings].map(([proof, means]) => (
        <div key={proof}>
          “{proof}”: {means}
        </div>
      ))}
    </div>
  );
}

function Line({ line, checked, onChange }: { line: WaitingLine; checked: boolean; onChange: (checked: boolean) => void }) {
  const id = tickOf(line.responseId);
  const facts = (
    <>
      {line.audience}. Signed {line.signed}.
      <br />
      {line.account ? `${line.account} (${line.proof})` : line.proofMeans}
      {line.knownAs && (
        <>
          <br />
          The list of people knows this account as {line.knownAs}.
        </>
      )}
      {!line.getsMail && (
        <>
          <br />
          No mail can go to them: print their copy.
        </>
      )}
    </>
  );
  return (
    <Checkbox id={id} label={`${line.name}${line.role ? `, ${line.role}` : ''}`} hint={facts} checked={checked} onChange={onChange}>
      <p class="govuk-body govuk-!-margin-bottom-0">
        <a class="govuk-link" href={line.copy}>
          Read what {line.name} signed
        </a>
      </p>
    </Checkbox>
  );
}
