import { FoldedPart } from '../../pages/fold.tsx';
import { FlagGlimpse } from './flag-glimpse.tsx';
import type { FlagList, Proposal, Rightness } from './list-flags.ts';

/** How often rules and categories were right, of what this person may see, and which rules should change. */
export function PrecisionPart({ list, address }: { list: FlagList; address: string }) {
  const { proposals, byRule, byCategory, floor } = list;
  return (
    <>
      {proposals.length > 0 && (
        <section aria-labelledby="proposals">
          <h2 class="govuk-heading-m" id="proposals" tabIndex={-1}>
            Proposed for change
          </h2>
          <p class="govuk-body">
            Of what these flagged, fewer than {floor} of 100 were real. Look at the examples; then mute the rule for a while, or leave it.
          </p>
          <ul class="handrail-lines">
            {proposals.map((proposal) => (
              <li key={proposal.key}>
                <ProposalLine {...{ proposal, address }} now={byRule.find(({ key }) => key === proposal.key) ?? proposal} mayMute={list.mayMute} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <FoldedPart id="precision" title="How often each was right" brief={byRule.length === 0 ? 'nothing settled yet' : undefined}>
        <p class="govuk-body">Of the flags you may see that somebody has settled, tests left out. Real and “real but known” count as right.</p>
        <RightnessTable caption="By what it is about" rows={byCategory} />
        <RightnessTable caption="By rule" rows={byRule} />
      </FoldedPart>
    </>
  );
}

/** @param now how often it was right by now */
function ProposalLine({ proposal, now, address, mayMute }: { proposal: Proposal; now: Rightness; address: string; mayMute: boolean }) {
  const { key, words, mayBeMuted, examples } = proposal;
  const { settled, real } = now;
  return (
    <>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{words}</h3>
      <p class="govuk-body govuk-!-margin-bottom-1">
        {real} of {settled} real. {!mayBeMuted && 'It cannot be muted: show the examples to whoever looks after Handrail.'}
        {mayBeMuted && !mayMute && 'The DSL or the headteacher can mute it.'}
        {mayBeMuted && mayMute && (
          <a class="govuk-link" href={`${address}?page=monitoring&mute=${encodeURIComponent(key)}`}>
            Mute it<span class="govuk-visually-hidden">: {words}</span>
          </a>
        )}
      </p>
      {examples.map((example) => (
        <FlagGlimpse key={example.flag} flag={example.flag} label={`Example of ${example.received}`} words={example.words} />
      ))}
    </>
  );
}

function RightnessTable({ caption, rows }: { caption: string; rows: readonly Rightness[] }) {
  if (rows.length === 0) return null;
  return (
    <table class="govuk-table govuk-table--small-text-until-tablet">
      <caption class="govuk-table__caption govuk-table__caption--s">{caption}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">
            What
          </th>
          <th scope="col" class="govuk-table__header">
            Right
          </th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map(({ key, words, settled, real, percent }) => (
          <tr class="govuk-table__row" key={key}>
            <th scope="row" class="govuk-table__header">
              {words}
            </th>
            <td class="govuk-table__cell">
              {real} of {settled}
              {percent === null ? ': too few to judge' : ` (${percent} %)`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
