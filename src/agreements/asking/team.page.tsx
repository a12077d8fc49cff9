import { call } from '../../pages/server.ts';
import { Page, startPage, useLoaded } from '../../pages/shell.tsx';

startPage(Team);

function Team() {
  const [loaded] = useLoaded(() => call('myTeam', {}));
  return (
    <Page title="Your team’s agreements" loaded={loaded}>
      {({ team, late }) => (
        <>
          <p class="govuk-body">
            {team === 0
              ? 'The list of people names you as nobody’s line manager.'
              : `The list of people names you as line manager of ${team === 1 ? 'one person' : `${team} people`}. Here is who should have signed by now.`}
          </p>
          {team > 0 && late.length === 0 && <p class="govuk-body">Nobody in your team is overdue.</p>}
          {late.length > 0 && (
            <>
              <ul class="govuk-list">
                {late.map((line) => (
                  <li class="govuk-inset-text" key={`${line.name} ${line.agreement}`}>
                    <h2 class="govuk-heading-s govuk-!-margin-bottom-1">{line.name}</h2>
                    <p class="govuk-body govuk-!-margin-bottom-0">
                      {line.jobTitle && `${line.jobTitle}. `}
                      {line.agreement}: to be signed by {line.due}, {line.late === 1 ? 'one day' : `${line.late} days`} ago.{' '}
                      {line.told === 0 ? 'No mail has gone about it.' : `Mails so far: ${line.told}.`}
                    </p>
                  </li>
                ))}
              </ul>
              <p class="govuk-body">Speak with them. They find the form in their mail and on Handrail’s first page.</p>
            </>
          )}
        </>
      )}
    </Page>
  );
}
