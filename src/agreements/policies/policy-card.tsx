import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button, TextInput } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { useSmallForm } from '../../pages/small-form.tsx';
import { PolicyForm } from './policy-form.tsx';
import type { Policies, PolicyLine } from './see-policies.ts';

type OnDone = (said: string) => Promise<void>;

/** One policy: where it stands, its facts, and for those who may what they do with it. */
export function PolicyCard({ line, list, onDone }: { line: PolicyLine; list: Policies; onDone: OnDone }) {
  const { title, state } = line;
  return (
    <li>
      <h2 class="govuk-heading-s govuk-!-margin-bottom-1">
        {title} <StateTag state={state} />
      </h2>
      <Facts line={line} />
      {list.mayChange && (
        <>
          <Folded summary="Reviewed and approved" of={title}>
            <Review line={line} today={list.today} onDone={onDone} />
          </Folded>
          <Folded summary="Change" of={title}>
            <p class="govuk-hint">
              Last changed on {line.savedOn} by {line.savedBy}
            </p>
            <PolicyForm id={`change-${line.id}`} title={title} line={line} today={list.today} onDone={onDone} />
            <Archive line={line} onDone={onDone} />
          </Folded>
        </>
      )}
    </li>
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
  const { title, approvedOn, approvedBy, version, owner, address, notes } = line;
  const approved = approvedOn && `Approved on ${approvedOn}${approvedBy && ` by ${approvedBy}`}${version && `, version ${version}`}. `;
  return (
    <>
      <p class="govuk-body govuk-!-margin-bottom-1">{reviewInWords(line)}</p>
      <p class="govuk-body govuk-!-margin-bottom-1">
        {approved}
        {owner.name ? `Owner: ${owner.name}.` : 'Nobody owns it: the headteacher is reminded.'}
      </p>
      <p class="govuk-body govuk-!-margin-bottom-1">
        {address ? (
          <a class="govuk-link" href={address}>
            Where it is published<span class="govuk-visually-hidden">: {title}</span>
          </a>
        ) : (
          'Where it is published was not entered.'
        )}
      </p>
      {notes && <p class="govuk-body handrail-said govuk-!-margin-bottom-1">{notes}</p>}
    </>
  );
}

function reviewInWords({ nextReview, everyMonths, state }: PolicyLine): string {
  const often = everyMonths === 0 ? '' : everyMonths === 12 ? ', every year' : `, every ${everyMonths / 12} years`;
  if (nextReview === '') return `Reviewed${often.slice(1)} from the day on which it is approved.`;
  return `${state === 'overdue' ? 'The review was due' : 'Next review'} on ${nextReview}${often}.`;
}

function Folded({ summary, of, children }: { summary: string; of: string; children: ComponentChildren }) {
  return (
    <details class="govuk-details govuk-!-margin-bottom-1">
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
