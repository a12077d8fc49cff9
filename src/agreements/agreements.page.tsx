import { call } from '../pages/server.ts';
import { Page, startPage, useLoaded } from '../pages/shell.tsx';
import { ImportAgreement } from './import-agreement.tsx';
import type { SignatureLine } from './see-agreements.ts';

startPage(Agreements);

function Agreements() {
  const [loaded, reload] = useLoaded(() => call('listAgreements', {}));
  return (
    <Page title="Agreements" loaded={loaded}>
      {({ agreements, signatures }, visit) => (
        <>
          <Register lines={signatures} address={visit.school.address} />
          <h2 class="govuk-heading-m">In use</h2>
          <ul class="govuk-list govuk-list--spaced">
            {agreements.map((agreement) => (
              <li key={agreement.id}>
                <a class="govuk-link" href={agreement.formAddress}>
                  {agreement.title}
                </a>
                , version {agreement.version}, since {agreement.published}
              </li>
            ))}
          </ul>
          <ImportAgreement reload={reload} />
        </>
      )}
    </Page>
  );
}

function Register({ lines, address }: { lines: SignatureLine[]; address: string }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Signed</h2>
      <ul class="govuk-list govuk-list--spaced">
        {lines.map((line) => (
          <li key={line.responseId}>
            <a class="govuk-link" href={`${address}?page=copy&signature=${encodeURIComponent(line.responseId)}`}>
              {line.name}
            </a>
            , {line.signed}: {line.state}
          </li>
        ))}
      </ul>
    </>
  );
}
