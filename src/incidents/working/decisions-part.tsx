import { Fold, FoldedPart } from '../../pages/fold.tsx';
import { useNotice } from '../../pages/small-form.tsx';
import type { CasePart } from './case-part.ts';
import { DecisionForm } from './decision-form.tsx';
import { Facts } from './facts.tsx';

/** Referrals and decisions against one, each with its reason (B6, rule 2). */
export function Decisions({ file, reload }: CasePart) {
  const [notice, onDone] = useNotice(reload);
  const { decisions } = file;
  return (
    <FoldedPart id="decisions" title="Decisions and referrals" brief={String(decisions.length)}>
      {notice}
      {decisions.length === 0 && <p class="govuk-body">Nothing has been decided yet.</p>}
      <ul class="handrail-lines">
        {decisions.map((decision) => (
          <li key={`${decision.agency} ${decision.at}`}>
            <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
              {decision.agencyTitle}: {decision.referred ? 'referred' : 'not referred'}
            </h3>
            <Facts
              facts={[
                ['Why', decision.why],
                ['Spoke to', decision.spokeTo],
                ['Their reference', decision.theirReference],
                ['When, by whom', `${decision.at}, ${decision.who}`],
              ]}
            />
          </li>
        ))}
      </ul>
      {file.closed === null && (
        <Fold summary="Record a decision">
          <DecisionForm {...{ file, onDone }} id="decision" />
        </Fold>
      )}
    </FoldedPart>
  );
}
