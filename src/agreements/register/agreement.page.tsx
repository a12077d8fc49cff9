import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../pages/inputs.tsx';
import { call, PressKeys } from '../../pages/server.ts';
import { ErrorSummary, Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { useWork, type Work } from '../../pages/work.ts';
import { plainText } from '../agreement.ts';
import { draftOf, textFrom } from '../import/draft.ts';
import { ReviewDraft } from '../import/review-draft.tsx';
import { FormLinks } from './agreements-in-use.tsx';
import type { AgreementOpened, VersionLine } from './open-agreement.ts';
import { PublishForm } from './publish-form.tsx';

startPage(Agreement);

function Agreement({ parameter }: { parameter: Record<string, string> }) {
  const id = parameter['id'] ?? '';
  const [loaded, reload] = useLoaded(() => call('openAgreement', { id }));
  return (
    <Page title="Agreement" back={{ text: 'Agreements', page: 'agreements' }} loaded={loaded}>
      {(opened, visit) => <Opened opened={opened} address={visit.school.address} reload={reload} />}
    </Page>
  );
}

function Opened({ opened, address, reload }: { opened: AgreementOpened; address: string; reload: () => Promise<void> }) {
  const { agreement, retired, text, versions } = opened;
  const [isChanging, setIsChanging] = useState(false);
  const work = useWork();
  return (
    <>
      <h2 class="govuk-heading-m">{agreement.title}</h2>
      <ErrorSummary errors={work.error ? [work.error] : []} />
      <p class="govuk-body" role="status">
        {work.said}
      </p>
      {retired && <p class="govuk-inset-text">This agreement is not in use any more: nobody is asked for it, and its forms take no answers.</p>}
      <Facts opened={opened} address={address} />
      {!retired && <FormTrouble key={agreement.version} opened={opened} work={work} reload={reload} />}
      {isChanging ? (
        <Change
          opened={opened}
          work={work}
          onCancel={() => setIsChanging(false)}
          onDone={async () => {
            setIsChanging(false);
            await reload();
          }}
        />
      ) : (
        <>
          <div class="govuk-button-group">
            <Button onPress={() => setIsChanging(true)}>{retired ? 'Use it again' : 'Change the text'}</Button>
            {!retired && <Retire opened={opened} work={work} reload={reload} />}
          </div>
          <h2 class="govuk-heading-m">The text</h2>
          <div class="govuk-inset-text handrail-said">{plainText(text)}</div>
        </>
      )}
      <Versions versions={versions} />
    </>
  );
}

function Facts({ opened: { agreement, retired, people }, address }: { opened: AgreementOpened; address: string }) {
  return (
    <dl class="govuk-summary-list">
      <Row label="For">{agreement.isFor.join(', ') || 'each class, on its own page'}</Row>
      <Row label="Version">
        {agreement.version}, in force since {agreement.since}
      </Row>
      {!retired && (
        <Row label="Asked">
          {agreement.asks ? `${people} people; whoever joins is asked as well` : 'Nobody yet. '}
          {!agreement.asks && (
            <a class="govuk-link" href={`${address}?page=round`}>
              Ask people to sign
            </a>
          )}
        </Row>
      )}
      {!retired && agreement.forms.length > 0 && (
        <Row label="Where it is signed">
          <FormLinks forms={agreement.forms} title={agreement.title} />
        </Row>
      )}
    </dl>
  );
}

function Row({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{label}</dt>
      <dd class="govuk-summary-list__value">{children}</dd>
    </div>
  );
}

/** Looks at the forms once the page is there: that takes a while, and nothing waits for it. */
function FormTrouble({ opened, work, reload }: { opened: AgreementOpened; work: Work; reload: () => Promise<void> }) {
  const { agreement, text } = opened;
  const [problems, setProblems] = useState<string[]>([]);
  const keys = useRef(new PressKeys());
  const look = () =>
    call('checkForms', { id: agreement.id })
      .then(({ value }) => setProblems(value.problems))
      .catch(() => undefined);
  useEffect(() => void look(), []);
  if (problems.length === 0) return null;
  const mend = () =>
    work.doing('mend', async () => {
      const request = { id: agreement.id, agreement: text, change: 'minor' as const, effective: '', approvedBy: '', signAgainBy: '' };
      await call('publishAgreement', { key: keys.current.keyFor([agreement.version, problems]), ...request });
      keys.current.answered();
      await reload();
      await look();
      return 'The forms have been mended.';
    });
  return (
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <div class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">Warning</span>
        {problems.map((problem) => (
          <p class="govuk-body" key={problem}>
            {problem}
          </p>
        ))}
        <Button busy={work.busy === 'mend'} onPress={mend}>
          Mend the forms
        </Button>
      </div>
    </div>
  );
}

/** What is typed stays until it is used or given up. */
function Change({ opened, work, onCancel, onDone }: { opened: AgreementOpened; work: Work; onCancel: () => void; onDone: () => Promise<void> }) {
  const { agreement, text, signAgainBy } = opened;
  const [draft, setDraft] = useState(() => draftOf(text));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h2 class="govuk-heading-m" tabIndex={-1} ref={heading}>
        Change the text
      </h2>
      <ReviewDraft draft={draft} warnings={[]} onChange={setDraft} />
      <PublishForm text={() => textFrom(draft, text)} candidates={[agreement]} mayBeNew={false} signAgainBy={signAgainBy} work={work} onDone={onDone} />
      <Button secondary onPress={onCancel}>
        Leave it as it is
      </Button>
    </>
  );
}

function Retire({ opened: { agreement }, work, reload }: { opened: AgreementOpened; work: Work; reload: () => Promise<void> }) {
  const [isSure, setIsSure] = useState(false);
  const keys = useRef(new PressKeys());
  const retire = () =>
    work.doing('retire', async () => {
      await call('retireAgreement', { key: keys.current.keyFor(agreement.version), id: agreement.id });
      keys.current.answered();
      setIsSure(false);
      await reload();
      return 'It is out of use. What was signed stays on record.';
    });
  if (!isSure) {
    return (
      <Button secondary onPress={() => setIsSure(true)}>
        Take it out of use
      </Button>
    );
  }
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">Nobody will be asked for it any more, and its forms take no more answers. Everything that was signed stays on record.</p>
      <div class="govuk-button-group">
        <Button busy={work.busy === 'retire'} onPress={retire}>
          Yes, take it out of use
        </Button>
        <Button secondary onPress={() => setIsSure(false)}>
          Keep it
        </Button>
      </div>
    </div>
  );
}

function Versions({ versions }: { versions: VersionLine[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">Versions</h2>
      {versions.map(({ version, change, effective, approvedBy, published, by, sha256, text }) => (
        <details class="govuk-details" key={version}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              Version {version}, {change}, from {effective}
            </span>
          </summary>
          <div class="govuk-details__text">
            <p class="govuk-body">
              Put into use {published} by {by}.{approvedBy && ` Approved by ${approvedBy}.`} Fingerprint of the text (SHA-256): {sha256}
            </p>
            <div class="handrail-said">{text}</div>
          </div>
        </details>
      ))}
    </>
  );
}
