import { call } from '../../pages/server.ts';
import { Page, startPage, useLoaded } from '../../pages/shell.tsx';

startPage(DeskHelp);

/** What the desk's link "Help" opens: how the Sheet works, for whoever works in it. */
function DeskHelp() {
  const [loaded] = useLoaded(() => call('home', {}));
  return (
    <Page title="How the desk works" back={{ text: 'Cases', page: 'cases' }} loaded={loaded}>
      {() => (
        <>
          <p class="govuk-body">
            The desk is a Sheet with a line for each open case of your lane. What is overdue comes first, then the most serious, then the oldest. The reference
            leads to the page of the case, where the story, the people and the files are.
          </p>
          <h2 class="govuk-heading-m">What you may change in it</h2>
          <ul class="govuk-list govuk-list--bullet">
            <li>State, owner and note. Choose from the list in the cell, or type the note.</li>
            <li>It becomes part of the case’s history within five minutes, and at once when you open a page of Handrail.</li>
            <li>If somebody changes the same thing on the page of the case first, the page counts, and the desk is put back.</li>
            <li>Everything else that is typed, pasted, sorted, deleted or added is put back. That this was done is recorded.</li>
            <li>Closing, decisions and handing over need to show who did them: they are done on the page of the case.</li>
          </ul>
          <h2 class="govuk-heading-m">Looking at some of the lines</h2>
          <ul class="govuk-list govuk-list--bullet">
            <li>Choose Data, then Change view, for what is overdue, for a state, a severity or an owner, or for old cases. Nobody else’s desk changes.</li>
            <li>To find a case that is closed, or one that the desk may not show, open All my cases.</li>
          </ul>
          <h2 class="govuk-heading-m">What is not on it</h2>
          <p class="govuk-body">
            A case that names somebody who can open the desk is on pages only. When somebody is named later, the desk is made anew as another file: open it from
            the first page of Handrail, an old bookmark no longer works.
          </p>
          <p class="govuk-body">Do not write names or the story into the note. The desk is for a glance, the page is for the case.</p>
        </>
      )}
    </Page>
  );
}
