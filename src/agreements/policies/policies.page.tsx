import { useRef, useState } from 'preact/hooks';
import { Button } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { useNotice, useSmallForm } from '../../pages/small-form.tsx';
import { PolicyCard } from './policy-card.tsx';
import { PolicyForm } from './policy-form.tsx';
import type { Policies, PolicyLine } from './see-policies.ts';

type OnDone = (said: string) => Promise<void>;

startPage(PoliciesPage);

function PoliciesPage() {
  const [loaded, reload] = useLoaded(() => call('seePolicies', {}));
  return (
    <Page title="Policies" loaded={loaded}>
      {(policies) => <List list={policies} reload={reload} />}
    </Page>
  );
}

function List({ list, reload }: { list: Policies; reload: () => Promise<void> }) {
  const [notice, onDone] = useNotice(reload);
  const { policies, archived, mayChange } = list;
  return (
    <>
      {notice}
      <p class="govuk-body">{inWords(policies)}</p>
      <p class="govuk-body">{whoIsReminded(list)}</p>
      {/* What was typed about an earlier state of a policy is not sent over a later one. */}
      <ul class="govuk-list handrail-lines">
        {policies.map((line) => (
          <PolicyCard key={`${line.id} ${line.revision}`} {...{ line, list, onDone }} />
        ))}
      </ul>
      {mayChange && <NewPolicy list={list} onDone={onDone} />}
      {archived.length > 0 && <Archived lines={archived} {...{ mayChange, onDone }} />}
    </>
  );
}

function inWords(policies: readonly PolicyLine[]): string {
  const count = (state: PolicyLine['state']) => policies.filter((line) => line.state === state).length;
  const parts = [
    { number: count('overdue'), words: 'late for review' },
    { number: count('due soon'), words: 'to be reviewed within 60 days' },
    { number: count('no date'), words: 'never approved' },
    { number: count('in date'), words: 'in date' },
  ].filter(({ number }) => number > 0);
  return parts.length === 0 ? 'No policy is on the list yet.' : `${parts.map(({ number, words }) => `${number} ${words}`).join(', ')}.`;
}

function whoIsReminded({ hasClerk }: Policies): string {
  const who = hasClerk ? 'Owners and the governors’ clerk' : 'Owners';
  const clerk = hasClerk ? '' : ' No governors’ clerk is entered in the settings.';
  return `${who} get a mail 60 and 30 days before a review, on its day, and every month while it is late.${clerk}`;
}

/** A name from the list of usual ones begins the form; the form itself has one's own. */
function NewPolicy({ list, onDone }: { list: Policies; onDone: OnDone }) {
  const [title, setTitle] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // What was pressed is gone, so the focus goes where the rest begins.
  const show = (chosen: string | null) => {
    setTitle(chosen);
    heading.current?.focus();
  };
  return (
    <>
      <h2 class="govuk-heading-m" tabIndex={-1} ref={heading}>
        Add a policy
      </h2>
      {title === null ? (
        <>
          {list.usual.length > 0 && (
            <>
              <p class="govuk-body">Choose one that schools usually have, or enter another.</p>
              <ul class="govuk-list handrail-names-offered">
                {list.usual.map((name) => (
                  <li key={name}>
                    <button type="button" class="handrail-link" onClick={() => show(name)}>
                      {name}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
          <Button secondary onPress={() => show('')}>
            Enter another policy
          </Button>
        </>
      ) : (
        <PolicyForm
          id="new"
          title={title}
          line={null}
          today={list.today}
          onDone={async (said) => {
            setTitle(null);
            await onDone(said);
          }}
          onCancel={() => show(null)}
        />
      )}
    </>
  );
}

function Archived({ lines, mayChange, onDone }: { lines: PolicyLine[]; mayChange: boolean; onDone: OnDone }) {
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Not in use any more ({lines.length})</span>
      </summary>
      <div class="govuk-details__text">
        <ul class="govuk-list handrail-lines">
          {lines.map((line) => (
            <li key={line.id}>
              {line.title}
              {line.approvedOn && `, approved ${line.approvedOn}`}
              {mayChange && <Restore line={line} onDone={onDone} />}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

function Restore({ line: { id, revision, title }, onDone }: { line: PolicyLine; onDone: OnDone }) {
  const { busy, problem, send } = useSmallForm(`restore-${id}`, onDone);
  const restore = () =>
    send([id, revision], async (key) => {
      await call('archivePolicy', { key, id, was: revision, archived: false });
      return `${title} is in use again.`;
    });
  return (
    <>
      {problem}
      <Button secondary busy={busy} onPress={restore}>
        Use it again
        <span class="govuk-visually-hidden">: {title}</span>
      </Button>
    </>
  );
}
