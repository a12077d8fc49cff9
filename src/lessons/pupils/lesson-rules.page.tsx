import { useOwnTabs } from '../../pages/own-tabs.tsx';
import { call } from '../../pages/server.ts';
import { Page, startPage, useLoaded } from '../../pages/shell.tsx';

startPage(LessonRules);

/** What pupils read before they join, at about nine years of age (D6). It may stand in Classroom's frame: there is nothing to press on it. */
function LessonRules({ parameter }: { parameter: Record<string, string> }) {
  const asked = parameter['class'] ?? '';
  // Classroom says which course when it opens the page as an attachment (docs/workspace/classroom/add-ons/developer-guides/iframes.md).
  const framed = parameter['courseId'] !== undefined;
  useOwnTabs(framed);
  const [loaded] = useLoaded(() => call('seeLessonRules', { className: asked.slice(0, 100) }));
  return (
    <Page title="Rules for live lessons" back={null} loaded={loaded}>
      {({ groundRules, askForHelp, className, forTeachers }, { school }) => {
        const here = className === '' ? '' : `&class=${encodeURIComponent(className)}`;
        const telephone = school.dslTelephone;
        return (
          <>
            {framed && (
              <p class="govuk-body">
                <a class="govuk-link" href={`${school.address}?page=lesson-rules${here}`}>
                  Open this page in a new tab
                </a>
              </p>
            )}
            {className !== '' && <p class="govuk-body-l">For class {className}. Read this before you join.</p>}
            {forTeachers && (
              <p class="govuk-inset-text">
                For teachers:{' '}
                <a class="govuk-link" href={`${school.address}?page=lesson${here}`}>
                  open your checks{className === '' ? '' : ` for ${className}`}
                </a>{' '}
                before you let anybody in, or{' '}
                <a class="govuk-link" href={`https://classroom.google.com/share?url=${encodeURIComponent(`${school.address}?page=lesson-rules${here}`)}`}>
                  share this page in Classroom
                </a>
                . Pupils do not see these lines.
              </p>
            )}
            <h2 class="govuk-heading-m">Our rules</h2>
            <Sentences of={groundRules} />
            <h2 class="govuk-heading-m">If you need help</h2>
            <Sentences of={askForHelp} />
            <p class="govuk-body">
              <a class="govuk-button" href={`${school.address}?page=report`}>
                Tell us about a worry<span class="govuk-visually-hidden">{framed ? ' (opens in a new tab)' : ''}</span>
              </a>
            </p>
            <p class="govuk-body">
              You will not be in trouble for telling. You can also phone the grown-up who keeps children safe at our school:{' '}
              <a class="govuk-link" href={`tel:${telephone.replace(/\s/g, '')}`}>
                {telephone}
              </a>
              . If somebody is in danger now, call{' '}
              <a class="govuk-link" href="tel:999">
                999
              </a>
              .
            </p>
            <h2 class="govuk-heading-m">For the grown-ups at home</h2>
            <Sentences of={AT_HOME} />
          </>
        );
      }}
    </Page>
  );
}

/** What the BC policy asks of parents while their child learns remotely. */
const AT_HOME = [
  'Find a place where you can hear the lesson: not a bedroom, if there is another place.',
  'If it has to be a bedroom: your child sits up, not in bed, and the camera looks away from the bed and from anything private.',
  'Your child is fully dressed, and so is everybody else whom the camera may see.',
  'The lesson is for the pupils. Please do not join in, record it or take pictures.',
];

function Sentences({ of }: { of: readonly string[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
      {of.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
