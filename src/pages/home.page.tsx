import { Fragment } from 'preact';
import { call } from './server.ts';
import { Page, startPage, useLoaded } from './shell.tsx';

startPage(Home);

function Home() {
  const [loaded] = useLoaded(() => call('home', {}));
  return (
    <Page title="Online safety" back={null} loaded={loaded}>
      {({ concerns, agreements, links }, visit) => (
        <>
          <p class="govuk-body">
            <a class="govuk-button" href={`${visit.school.address}?page=report`}>
              Raise a concern
            </a>
          </p>
          <p class="govuk-body">
            A child in danger now? Call{' '}
            <a class="govuk-link" href="tel:999">
              999
            </a>
            . The designated safeguarding lead:{' '}
            <a class="govuk-link" href={`tel:${visit.school.dslTelephone.replace(/\s/g, '')}`}>
              {visit.school.dslTelephone}
            </a>
            .
          </p>
          {[...new Set(links.map(({ under }) => under))].map((under) => (
            <Fragment key={under}>
              {under && <h2 class="govuk-heading-m">{under}</h2>}
              <ul class="govuk-list govuk-list--spaced">
                {links
                  .filter((link) => link.under === under)
                  .map(({ text, address }) => (
                    <li key={address}>
                      <a class="govuk-link" href={address}>
                        {text}
                      </a>
                    </li>
                  ))}
              </ul>
            </Fragment>
          ))}
          {agreements.length > 0 && (
            <>
              <h2 class="govuk-heading-m">Your agreements</h2>
              <ul class="govuk-list govuk-list--spaced">
                {agreements.map(({ title, state, formAddress, responseId }) => (
                  <li key={`${title} ${formAddress}`}>
                    {formAddress ? (
                      <a class="govuk-link" href={formAddress}>
                        {title}
                      </a>
                    ) : (
                      title
                    )}
                    : {state}
                    {responseId && (
                      <>
                        .{' '}
                        <a class="govuk-link" href={`${visit.school.address}?page=copy&signature=${encodeURIComponent(responseId)}`}>
                          Your copy<span class="govuk-visually-hidden"> of {title}</span>
                        </a>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            </>
          )}
          {concerns.length > 0 && (
            <>
              <h2 class="govuk-heading-m">Concerns you have raised</h2>
              <table class="govuk-table govuk-table--small-text-until-tablet">
                <thead class="govuk-table__head">
                  <tr class="govuk-table__row">
                    <th scope="col" class="govuk-table__header">
                      Reference
                    </th>
                    <th scope="col" class="govuk-table__header">
                      Received
                    </th>
                    <th scope="col" class="govuk-table__header">
                      State
                    </th>
                  </tr>
                </thead>
                <tbody class="govuk-table__body">
                  {concerns.map(({ reference, received, state }) => (
                    <tr class="govuk-table__row" key={reference}>
                      <td class="govuk-table__cell">
                        <a class="govuk-link" href={`${visit.school.address}?page=my-concern&reference=${encodeURIComponent(reference)}`}>
                          {reference}
                        </a>
                      </td>
                      <td class="govuk-table__cell">{received}</td>
                      <td class="govuk-table__cell">{state}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          )}
        </>
      )}
    </Page>
  );
}
