import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button, TextInput } from '../pages/inputs.tsx';
import { call } from '../pages/server.ts';
import { useSmallForm } from '../pages/small-form.tsx';
import { PolicyForm } from './policy-form.tsx';
import type { Policies, PolicyLine } from './see-policies.ts';

type OnDone = (said: string) => Promise<void>;

/** One policy: where it stands, its facts, and for those who may what they do with it. */
export function PolicyCard({ line, list, onDone }: { line: PolicyLine; list: Policies; onDone: OnDone }) {
  const { title, state } = line;
  return (
    <section class="handrail-policy" aria-labelledby={line.id}>
      <h2 class="govuk-heading-m" id={line.id}>
        {title} <StateTag state={state} />
      </h2>
      <Facts line={line} />
      {list.mayChange && (
        <>
          <Folded summary="Reviewed and approved" of={title} isOpen={state !== 'in date'}>
            <Review line={line} today={list.today} onDone={onDone} />
          </Folded>
          <Folded summary="Change" of={title}>
            <PolicyForm id={`change-${line.id}`} title={title} line={line} today={list.today} onDone={onDone} />
            <Archive line={line} onDone={onDone} />
          </Folded>
        </>
      )}
    </section>
  );
}

/** In words and colour: never colour alone. */
function StateTag({ state }: { state: PolicyLine['state'] }) {
  if (state === 'overdue') return <strong class="govuk-tag govuk-tag--red">late for review</strong>;
  if (state === 'due soon') return <strong class="govuk-tag govuk-tag--yellow">review soon</strong>;
  if (state === 'no date') return <strong class="govuk-tag govuk-tag--grey">never approved</strong>;
  return <strong class="govuk-tag govuk-tag--green">in date</strong>;
}

function Facts({ line }: { line: PolicyLine }) {
  const { approvedOn, approvedBy, version, nextReview, everyMonths, owner, address, notes, savedBy, savedOn } = line;
  const often = everyMonths === 0 ? '' : everyMonths === 12 ? ' (every year)' : ` (every ${everyMonths / 12} years)`;
  return (
    <dl class="govuk-summary-list govuk-summary-list--no-border">
      <Fact label="Next review">{nextReview ? `${nextReview}${often}` : `As soon as it is approved${often}`}</Fact>
      <Fact label="Approved">{approvedOn ? `${approvedOn}${approvedBy && ` by ${approvedBy}`}${version && `, version ${version}`}` : 'Not yet'}</Fact>
      <Fact label="Owner">{owner.name || 'Nobody: the headteacher is reminded'}</Fact>
      <Fact label="Published">
        {address ? (
          <a class="govuk-link" href={address}>
            {address}
          </a>
        ) : (
          'No address entered'
        )}
      </Fact>
      {notes && (
        <Fact label="Notes">
          <span class="handrail-said">{notes}</span>
        </Fact>
      )}
      <Fact label="Last changed">
        {savedOn} by {savedBy}
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{label}</dt>
      <dd class="govuk-summary-list__value">{children}</dd>
    </div>
  );
}

function Folded({ summary, of, isOpen = false, children }: { summary: string; of: string; isOpen?: boolean; children: ComponentChildren }) {
  return (
    <details class="govuk-details" open={isOpen}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          {summary}
          <span class="govuk-visually-hidden">: {of}</span>
        </span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}

/** One press: today and those who approved it last are there already. */
function Review({ line, today, onDone }: { line: PolicyLine; today: string; onDone: OnDone }) {
  const { id, revision, title, everyMonths } = line;
  const [approvedOn, setApprovedOn] = useState(today);
  const [approvedBy, setApprovedBy] = useState(line.approvedBy);
  const [version, setVersion] = useState(line.version);
  const [reviewOn, setReviewOn] = useState('');
  const { busy, idOf, errorFor, problem, send } = useSmallForm(`review-${id}`, onDone);
  const request = { id, was: revision, approvedOn, approvedBy, version, reviewOn };
  const record = () =>
    send(request, async (key) => {
      const { value } = await call('reviewPolicy', { key, ...request });
      return `${title}: approved. The next review is on ${value.nextReview}.`;
    });
  return (
    <>
      {problem}
      <TextInput id={idOf('approvedOn')} label="Approved on" error={errorFor('approvedOn')} value={approvedOn} onInput={setApprovedOn} />
      <TextInput
        id={idOf('approvedBy')}
        label="Approved by"
        hint="For example: full governing body."
        error={errorFor('approvedBy')}
        value={approvedBy}
        onInput={setApprovedBy}
      />
      <TextInput id={idOf('version')} label="Version" hint="If the school numbers them." error={errorFor('version')} value={version} onInput={setVersion} />
      {everyMonths === 0 && <TextInput id={idOf('reviewOn')} label="Next review on" error={errorFor('reviewOn')} value={reviewOn} onInput={setReviewOn} />}
      <Button busy={busy} onPress={record}>
        Reviewed and approved
        <span class="govuk-visually-hidden">: {title}</span>
      </Button>
    </>
  );
}

function Archive({ line: { id, revision, title }, onDone }: { line: PolicyLine; onDone: OnDone }) {
  const { busy, problem, send } = useSmallForm(`archive-${id}`, onDone);
  const archive = () =>
    send([id, revision], async (key) => {
      await call('archivePolicy', { key, id, was: revision, archived: true });
      return `${title} is not in use any more. It stands at the end of this page.`;
    });
  return (
    <>
      {problem}
      <Button secondary busy={busy} onPress={archive}>
        Take out of use
        <span class="govuk-visually-hidden">: {title}</span>
      </Button>
    </>
  );
}
