import { call } from '../../pages/server.ts';
import { Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { StateTag } from './state-tag.tsx';

startPage(Cases);

function Cases() {
  const [loaded] = useLoaded(() => call('listCases', {}));
  return (
    <Page title="Cases" loaded={loaded}>
      {({ lines, lanes }, visit) => (
        <>
          <p class="govuk-body">You read: {lanes.join('; ')}. A case that names you is not in this list.</p>
          {lines.length === 0 ? (
            <p class="govuk-body">There are no cases for you to read.</p>
          ) : (
            <ul class="govuk-list">
              {lines.map((line) => (
                <li class="govuk-inset-text" key={line.reference}>
                  <h2 class="govuk-heading-s govuk-!-margin-bottom-1">
                    <a class="govuk-link" href={`${visit.school.address}?page=case&reference=${encodeURIComponent(line.reference)}`}>
                      {line.reference}
                    </a>{' '}
                    <StateTag state={line.state} />
                  </h2>
                  <p class="govuk-body govuk-!-margin-bottom-0">
                    {line.people || 'Nobody named'}
                    <br />
                    Received {line.received}. {line.owner ? `Owner: ${line.owner}.` : 'No owner yet.'}
                    {lanes.length > 1 && ` ${line.lane}.`}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Page>
  );
}
