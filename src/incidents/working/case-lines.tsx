import type { CaseLine, CaseList } from './see-cases.ts';
import { SeverityTag, StateTag } from './state-tag.tsx';

/** The cases one below the other; of those that were handed over, that they went. */
export function CaseLines({ list, address }: { list: CaseList; address: string }) {
  return (
    <ul class="handrail-lines">
      {list.lines.map((line) => (
        <li key={line.reference} class={line.overdue ? 'handrail-overdue' : undefined}>
          <Line {...{ line, address }} showLane={list.lanes.length > 1} />
        </li>
      ))}
      {list.stubs.map(({ reference, to }) => (
        <li key={reference}>
          <p class="govuk-body govuk-!-margin-bottom-0">
            <strong>{reference}</strong> was handed over to: {to}.
          </p>
        </li>
      ))}
    </ul>
  );
}

function Line({ line, address, showLane }: { line: CaseLine; address: string; showLane: boolean }) {
  const { reference, state, severity, overdue, types, people, due, owner, received, age, lane, questioned, onDesk } = line;
  return (
    <>
      <h2 class="govuk-heading-s govuk-!-margin-bottom-1">
        <a class="govuk-link" href={`${address}?page=case&reference=${encodeURIComponent(reference)}`}>
          {reference}
        </a>{' '}
        <StateTag state={state} /> {overdue && <strong class="govuk-tag govuk-tag--red">overdue</strong>}{' '}
        {state !== 'closed' || severity !== '' ? <SeverityTag severity={severity} /> : null}
      </h2>
      <p class="govuk-body govuk-!-margin-bottom-1">
        {types.join(', ') || 'No type yet'}
        {people && `. ${people}`}
      </p>
      <p class="govuk-body-s govuk-!-margin-bottom-0">
        {due && `Due ${due}. `}
        {owner ? `Owner: ${owner}. ` : 'No owner yet. '}
        Received {received}
        {age > 0 && `, ${age === 1 ? 'one day' : `${age} days`} ago`}.{showLane && ` ${lane}.`}
        {questioned && ' A reviewer asks something.'}
        {!onDesk && state !== 'closed' && ' On pages only: it names a reader of the desk.'}
      </p>
    </>
  );
}
