import { Button } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { SavePdf } from './save-pdf.tsx';
import type { CopyChild, CopySection, Fact, SignedCopy } from './signed-copy.ts';

startPage(Copy);

function Copy({ parameter }: { parameter: Record<string, string> }) {
  const signature = parameter['signature'] ?? '';
  const [loaded] = useLoaded(() => call('readCopy', { signature }));
  return (
    <Page title={loaded.state === 'here' ? loaded.value.heading : 'Signed agreement'} loaded={loaded}>
      {(copy) => (
        <>
          {copy.note && <p class="govuk-inset-text">{copy.note}</p>}
          <div class="govuk-button-group">
            <Button secondary onPress={() => print()}>
              Print
            </Button>
            <SavePdf signature={signature} />
          </div>
          <Text copy={copy} />
          <h2 class="govuk-heading-m">What proves it</h2>
          <Facts facts={copy.facts} />
        </>
      )}
    </Page>
  );
}

/** What was shown and what was answered. People wrote it in whatever script: each part finds its own direction. */
function Text({ copy }: { copy: SignedCopy }) {
  return (
    <>
      {copy.reason && <Said text={`Reason: ${copy.reason}`} />}
      <p class="govuk-body">{copy.school}</p>
      <h2 class="govuk-heading-m handrail-said" dir="auto">
        {copy.title}
      </h2>
      {copy.introduction && <Said text={copy.introduction} />}
      {copy.sections.map((section) => (
        <Section key={section.first} section={section} />
      ))}
      {copy.children.map((child, index) => (
        <Child key={`${index} ${child.name}`} child={child} />
      ))}
    </>
  );
}

function Section({ section: { heading, isAcknowledged, first, clauses } }: { section: CopySection }) {
  return (
    <>
      <h3 class="govuk-heading-s handrail-said" dir="auto">
        {heading}
        {isAcknowledged && ' (read and acknowledged)'}
      </h3>
      <ol class="govuk-list govuk-list--number" start={first}>
        {clauses.map((clause, index) => (
          <li class="handrail-said" dir="auto" key={first + index}>
            {clause}
          </li>
        ))}
      </ol>
    </>
  );
}

function Child({ child: { name, className, note, answers, trustedAtSchool, trustedAtHome } }: { child: CopyChild }) {
  const trusted = [
    { label: 'Trusted grown-ups at school', value: trustedAtSchool },
    { label: 'Trusted grown-ups at home', value: trustedAtHome },
  ].filter(({ value }) => value !== '');
  return (
    <>
      <h3 class="govuk-heading-s handrail-said" dir="auto">
        Child: {name}
        {className && `, ${className}`}
      </h3>
      {note && <p class="govuk-body">{note}</p>}
      {answers.length > 0 && <Answers child={name} answers={answers} />}
      {trusted.length > 0 && <Facts facts={trusted} />}
    </>
  );
}

function Answers({ child, answers }: { child: string; answers: CopyChild['answers'] }) {
  return (
    <table class="govuk-table">
      <caption class="govuk-visually-hidden">Answers about {child}</caption>
      <tbody class="govuk-table__body">
        {answers.map(({ question, answer }) => (
          <tr class="govuk-table__row" key={question}>
            <th scope="row" class="govuk-table__header govuk-!-font-weight-regular handrail-said" dir="auto">
              {question}
            </th>
            <td class="govuk-table__cell">
              <strong>{answer}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="govuk-summary-list">
      {facts.map(({ label, value }, index) => (
        <div class="govuk-summary-list__row" key={`${index} ${label}`}>
          <dt class="govuk-summary-list__key handrail-said" dir="auto">
            {label}
          </dt>
          <dd class="govuk-summary-list__value handrail-said" dir="auto">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Said({ text }: { text: string }) {
  return (
    <p class="govuk-body handrail-said" dir="auto">
      {text}
    </p>
  );
}
