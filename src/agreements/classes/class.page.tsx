import { useState } from 'preact/hooks';
import { Button } from '../../pages/inputs.tsx';
import { Said } from '../../pages/said.tsx';
import { call } from '../../pages/server.ts';
import { ErrorSummary, Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { useWork } from '../../pages/work.ts';
import { ClassNames } from './class-names.tsx';
import { ClassRules } from './class-rules.tsx';
import { printSheet } from './class-sheet.tsx';
import { stillToSign } from './class-signed.tsx';
import type { ClassView, ToSign } from './see-class.ts';

startPage(Class);

function Class({ parameter }: { parameter: Record<string, string> }) {
  const className = parameter['class'] ?? '';
  const [loaded, reload] = useLoaded(() => call('openClass', { className }));
  return (
    <Page title={`Class ${className}`} loaded={loaded}>
      {(view) => (
        <>
          {view.version === 0 && view.toSign.length > 0 && (
            <>
              <Signing view={view} />
              <StillToSign view={view} />
            </>
          )}
          <ClassRules view={view} reload={reload} />
          {view.version > 0 && (
            <>
              <Signing view={view} />
              <ClassNames view={view} reload={reload} />
              <Parents view={view} reload={reload} />
            </>
          )}
        </>
      )}
    </Page>
  );
}

/** How many have signed what, and the three ways to sign: the form, the teacher's device, the sheet. */
function Signing({ view }: { view: ClassView }) {
  const [isBlocked, setBlocked] = useState(false);
  return (
    <>
      <h2 class="govuk-heading-m">Signing</h2>
      <ul class="govuk-list govuk-list--spaced">
        {view.toSign.map((each) => (
          <li key={each.id}>
            <HowFar view={view} toSign={each} />
          </li>
        ))}
      </ul>
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">How pupils get there</span>
        </summary>
        <div class="govuk-details__text">
          <ol class="govuk-list govuk-list--number">
            <li>Copy the address of the form: hold or right-click its name above.</li>
            <li>Post it to your class in Classroom, with a word on what it is.</li>
            <li>Pupils open it signed in with their own school account, and send it.</li>
          </ol>
          <p>On a shared device each pupil signs in first: the form is signed by whoever’s account is open. Without accounts, pupils sign the sheet.</p>
        </div>
      </details>
      <ErrorSummary
        errors={isBlocked ? [{ message: 'Your browser has stopped the window with the sheet. Allow pop-up windows for this page and press again.' }] : []}
      />
      {view.version > 0 && (
        <Button secondary onPress={() => setBlocked(!printSheet(view))}>
          Print the sheet for the wall
        </Button>
      )}
    </>
  );
}

/** Before the class has rules of its own there is nothing to tick: what the school asks of its pupils is still to be signed. */
function StillToSign({ view }: { view: ClassView }) {
  const open = view.pupils.map((pupil) => ({ pupil, what: stillToSign(pupil, view) })).filter(({ what }) => what !== '');
  return open.length === 0 ? null : (
    <ul class="handrail-names">
      {open.map(({ pupil, what }) => (
        <li key={pupil.person}>
          <p class="handrail-names__signed">
            <span>{pupil.name}</span>
            <span class="govuk-hint">{what}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function HowFar({ view, toSign: { id, title, formAddress } }: { view: ClassView; toSign: ToSign }) {
  const standings = view.pupils.flatMap((pupil) => pupil.standings.filter(({ agreementId }) => agreementId === id));
  const count = `${standings.filter(({ isSigned }) => isSigned).length} of ${standings.length} have signed`;
  return formAddress ? (
    <>
      <a class="govuk-link" href={formAddress}>
        {title}
      </a>
      : {count}
    </>
  ) : (
    <>
      {title}: {count}. Parents sign it at home.
    </>
  );
}

function Parents({ view, reload }: { view: ClassView; reload: () => Promise<void> }) {
  const { className, version, parents } = view;
  const { busy, error, said, doing } = useWork();
  const share = () =>
    doing('', async () => {
      const { value } = await call('shareWithParents', { className, version });
      await reload();
      return `The rules are on their way to ${value.sent} ${value.sent === 1 ? 'parent' : 'parents'}. What does not go today goes tomorrow.`;
    });
  return (
    <>
      <h2 class="govuk-heading-m">Parents</h2>
      <ErrorSummary errors={error ? [error] : []} />
      <Said words={said} />
      {parents.sent > 0 && (
        <p class="govuk-body">
          {parents.sent} {parents.sent === 1 ? 'parent has' : 'parents have'} been sent these rules.
        </p>
      )}
      {parents.waiting > 0 && (
        <>
          <p class="govuk-body">
            {parents.waiting === 1 ? 'One parent gets one mail' : `${parents.waiting} parents get one mail each`} with the rules. It names no child, and nobody
            sees another’s address.
          </p>
          <Button secondary busy={busy !== null} onPress={share}>
            {parents.waiting === 1 ? 'Send one mail' : `Send ${parents.waiting} mails`}
          </Button>
        </>
      )}
      {parents.pupilsWithout > 0 && (
        <p class="govuk-inset-text">
          The list of people names no parent of {parents.pupilsWithout === 1 ? 'one pupil' : `${parents.pupilsWithout} pupils`}. Give them the sheet.
        </p>
      )}
    </>
  );
}
