import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../pages/inputs.tsx';
import { call, PressKeys } from '../../pages/server.ts';
import { ErrorSummary, Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { useWork } from '../../pages/work.ts';
import type { Audience } from '../audience.ts';
import { BUILT_IN } from '../built-in/index.ts';
import { DocumentInput } from '../import/document-input.tsx';
import { type Draft, draftFrom, textFrom } from '../import/draft.ts';
import type { Warning } from '../import/import-clauses.ts';
import type { ReadAgreement } from '../import/read-agreement.ts';
import { ReviewDraft } from '../import/review-draft.tsx';
import { BuiltInList } from './built-in-list.tsx';
import { PublishForm } from './publish-form.tsx';
import type { Overview } from './see-agreements.ts';

startPage(Publish);

function Publish() {
  const [loaded, reload] = useLoaded(() => call('seeAgreements', {}));
  return (
    <Page title="Put an agreement into use" back={{ text: 'Agreements', page: 'agreements' }} wide loaded={loaded}>
      {(overview, visit) => <Choices overview={overview} address={visit.school.address} reload={reload} />}
    </Page>
  );
}

/** One of the agreements of a document, as it is being corrected. */
interface Reviewed {
  draft: Draft;
  warnings: Warning[];
  isUsed: boolean;
}

function Choices({ overview, address, reload }: { overview: Overview; address: string; reload: () => Promise<void> }) {
  const [reviews, setReviews] = useState<Reviewed[]>([]);
  const [chosen, setChosen] = useState<number | null>(null);
  const [used, setUsed] = useState('');
  const work = useWork();
  const keys = useRef(new PressKeys());
  const { agreements, needs, roleAccount } = overview;
  const provided = agreements.flatMap(({ audience, alsoFor }) => [audience, ...alsoFor]);

  const putBuiltIn = (audience: Audience) =>
    work.doing(`built-in-${audience}`, async () => {
      await call('publishBuiltIn', { key: keys.current.keyFor(audience), audience });
      keys.current.answered();
      setUsed(BUILT_IN[audience].title);
      await reload();
      return `“${BUILT_IN[audience].title}” is in use now.`;
    });
  const show = (found: ReadAgreement[]) => {
    setReviews(found.map(({ source, ...agreement }) => ({ draft: draftFrom(agreement, source), warnings: agreement.warnings, isUsed: false })));
    setChosen(found.length === 1 ? 0 : null);
    setUsed('');
  };
  const change = (index: number, next: Partial<Reviewed>) => setReviews(reviews.map((review, at) => (at === index ? { ...review, ...next } : review)));
  const review = chosen === null ? undefined : reviews[chosen];

  return (
    <>
      <ErrorSummary errors={work.error ? [{ ...work.error, field: fieldOf(work.error.field) }] : []} />
      <p class="govuk-body" role="status">
        {work.said}
      </p>
      {used && (
        <p class="govuk-inset-text">
          “{used}” can be signed from now on. Nobody is asked for a new agreement before you say so:{' '}
          <a class="govuk-link" href={`${address}?page=round`}>
            ask people to sign
          </a>
          .
        </p>
      )}
      {review === undefined || chosen === null ? (
        <div class="handrail-narrow">
          {reviews.length > 0 && <Found reviews={reviews} onChoose={setChosen} />}
          <h2 class="govuk-heading-m">Your own text</h2>
          <p class="govuk-body">What is recognised is shown to you beside your document before anything is used.</p>
          <DocumentInput roleAccount={roleAccount} work={work} onRead={show} />
          <h2 class="govuk-heading-m">Ready to use</h2>
          <p class="govuk-body">Texts in plain words that cover what schools’ agreements cover. You can change them once they are in use.</p>
          <BuiltInList provided={provided} wanted={needs.withoutAgreement} busy={work.busy} onUse={putBuiltIn} />
        </div>
      ) : (
        <>
          <Heading title={review.draft.title} />
          <p class="govuk-body">
            <button type="button" class="handrail-link" onClick={() => setChosen(null)}>
              {reviews.length > 1 ? `Back to all ${reviews.length} that were found` : 'Read another document'}
            </button>
          </p>
          <ReviewDraft draft={review.draft} warnings={review.warnings} onChange={(draft) => change(chosen, { draft })} />
          <div class="handrail-narrow">
            <PublishForm
              text={() => textFrom(review.draft)}
              candidates={agreements.filter(({ audience, className }) => audience === review.draft.audience && className === '')}
              mayBeNew
              signAgainBy={overview.signAgainBy}
              work={work}
              onDone={async (title) => {
                change(chosen, { isUsed: true });
                setChosen(null);
                setUsed(title);
                await reload();
              }}
            />
          </div>
        </>
      )}
    </>
  );
}

/** Whoever chose it is led to it. */
function Heading({ title }: { title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 class="govuk-heading-m" tabIndex={-1} ref={heading}>
      Look at what was recognised: {title}
    </h2>
  );
}

function Found({ reviews, onChoose }: { reviews: Reviewed[]; onChoose: (index: number) => void }) {
  return (
    <>
      <h2 class="govuk-heading-m">Found in your document</h2>
      <ul class="govuk-list handrail-lines">
        {reviews.map(({ draft, warnings, isUsed }, index) => (
          <li key={index}>
            <strong>{draft.title}</strong> {isUsed && <strong class="govuk-tag govuk-tag--green">in use now</strong>}
            <br />
            {draft.sections.reduce((sum, { clauses }) => sum + clauses.length, 0)} statements
            {warnings.length > 0 && `, ${warnings.length === 1 ? 'one thing' : `${warnings.length} things`} to look at`}
            <br />
            <Button secondary onPress={() => onChoose(index)}>
              Look at it<span class="govuk-visually-hidden">: {draft.title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the server calls the text, or its questions, is the whole of it here. */
function fieldOf(field: string | undefined): string | undefined {
  return field === 'permissions' || field === 'id' ? 'title' : field;
}
