import { Fragment } from 'preact';
import type { VisitFacts } from './answer.ts';
import { call, type Here } from './server.ts';
import { Page, startPage, useLoaded } from './shell.tsx';

startPage(Home);

/** What the first page says, by whom it speaks to; to a pupil as at about nine years of age (D6). */
const TO_STAFF = {
  tell: 'Raise a concern',
  danger: 'A child in danger now? Call',
  andThen: '. The designated safeguarding lead:',
  agreements: 'Your agreements',
  concerns: 'Concerns you have raised',
  columns: ['Reference', 'Received', 'State'],
};
const TO_PUPILS: typeof TO_STAFF = {
  tell: 'Tell us about a worry',
  danger: 'Is somebody in danger now? Call',
  andThen: ', or tell a grown-up near you. You can also phone the grown-up who keeps children safe at our school:',
  agreements: 'Your rules',
  concerns: 'What you have told us',
  columns: ['Number', 'You told us', 'How far it is'],
};

function Home() {
  const [loaded] = useLoaded(() => call('home', {}));
  return (
    <Page title="Online safety" back={null} loaded={loaded}>
      {(first, visit) => <OwnPage {...first} words={first.forPupil ? TO_PUPILS : TO_STAFF} school={visit.school} />}
    </Page>
  );
}

function OwnPage({ concerns, agreements, links, words, school }: Here<'home'>['value'] & { words: typeof TO_STAFF; school: VisitFacts['school'] }) {
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-button" href={`${school.address}?page=report`}>
          {words.tell}
        </a>
      </p>
      <p class="govuk-body">
        {words.danger}{' '}
        <a class="govuk-link" href="tel:999">
          999
        </a>
        {words.andThen}{' '}
        <a class="govuk-link" href={`tel:${school.dslTelephone.replace(/\s/g, '')}`}>
          {school.dslTelephone}
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
          <h2 class="govuk-heading-m">{words.agreements}</h2>
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
                    <a class="govuk-link" href={`${school.address}?page=copy&signature=${encodeURIComponent(responseId)}`}>
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
          <h2 class="govuk-heading-m">{words.concerns}</h2>
          <table class="govuk-table govuk-table--small-text-until-tablet">
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                {words.columns.map((column) => (
                  <th scope="col" class="govuk-table__header" key={column}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              {concerns.map(({ reference, received, state }) => (
                <tr class="govuk-table__row" key={reference}>
                  <td class="govuk-table__cell">
                    <a class="govuk-link" href={`${school.address}?page=my-concern&reference=${encodeURIComponent(reference)}`}>
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
  );
}
