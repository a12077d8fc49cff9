import type * as classroom from './classroom.ts';
import { openedFrom } from './lessons/classroom/opened-post.ts';
import { useOwnTabs } from './pages/own-tabs.tsx';
import { caller } from './pages/server.ts';
import { Page, startPage, useLoaded } from './pages/shell.tsx';

startPage(Teacher);

const call = caller<typeof classroom>();

/** What teachers see of the rules on a post: the way to their checks for the class, and what pupils see. */
function Teacher({ parameter }: { parameter: Record<string, string> }) {
  useOwnTabs(true);
  const [loaded] = useLoaded(() => call('lookAtClass', openedFrom(parameter)));
  return (
    <Page title="Before this lesson" back={null} loaded={loaded}>
      {({ why, courseName, rules, checks }, { me, school }) => (
        <>
          {why && (
            <p class="govuk-inset-text" role="alert">
              {why} You are signed in here as {me.email}.
            </p>
          )}
          <p class="govuk-body">
            <a class="govuk-button" href={checks}>
              Open my checks{courseName && ` for ${courseName}`}
              <span class="govuk-visually-hidden"> (opens in a new tab)</span>
            </a>
          </p>
          <ul class="govuk-list govuk-list--spaced">
            <li>
              <a class="govuk-link" href={rules}>
                What pupils see
              </a>
            </li>
            <li>
              <a class="govuk-link" href={`${school.address}?page=report`}>
                Raise a concern
              </a>
            </li>
          </ul>
        </>
      )}
    </Page>
  );
}
