import { useState } from 'preact/hooks';
import { Button, TextArea, TextInput } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { useSmallForm } from '../../pages/small-form.tsx';
import type { FilterKind, FilterState } from './filter-change.ts';
import type { FilterLine } from './see-filtering.ts';

const KIND_WORDS: Record<FilterKind, string> = { failure: 'Let through', unblock: 'To be opened', block: 'To be blocked' };
const STATE_WORDS: Record<FilterState, string> = {
  asked: 'waits for approval',
  approved: 'to be carried out',
  refused: 'refused',
  withdrawn: 'withdrawn',
  done: 'carried out',
  ended: 'time over: block to be put back',
  'blocked again': 'blocked again',
};
/** A failure is looked into; only a change is carried out. */
const FAILURE_WORDS: Partial<Record<FilterState, string>> = { approved: 'to be looked into', done: 'dealt with' };
const STATE_COLOURS: Record<FilterState, string> = {
  asked: 'yellow',
  approved: 'blue',
  refused: 'grey',
  withdrawn: 'grey',
  done: 'green',
  ended: 'red',
  'blocked again': 'green',
};

function stateWords({ kind, state }: Pick<FilterLine, 'kind' | 'state'>): string {
  return (kind === 'failure' && FAILURE_WORDS[state]) || STATE_WORDS[state];
}

/** One change of the filter with what happened to it and what this person may do. */
export function FilterCard({ line, onDone }: { line: FilterLine; onDone: (said: string) => Promise<void> }) {
  return (
    <li>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        {KIND_WORDS[line.kind]}: <span class="handrail-said">{line.address}</span>
      </h3>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong class={`govuk-tag govuk-tag--${STATE_COLOURS[line.state]}`}>{stateWords(line)}</strong> {line.reference}
        {line.until !== '' && `, until ${line.until}`}
      </p>
      <p class="govuk-body govuk-!-margin-bottom-1 handrail-said">{line.why}</p>
      {line.forWhom !== '' && <p class="govuk-body govuk-!-margin-bottom-1 handrail-said">For: {line.forWhom}</p>}
      <ul class="govuk-list govuk-body-s govuk-!-margin-bottom-1">
        {line.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
        {line.notes.map((note, index) => (
          <li key={`${index} ${note}`} class="handrail-said">
            “{note}”
          </li>
        ))}
      </ul>
      {line.may.length > 0 && <Actions line={line} onDone={onDone} />}
    </li>
  );
}

function Actions({ line, onDone }: { line: FilterLine; onDone: (said: string) => Promise<void> }) {
  const form = useSmallForm(line.reference, onDone);
  const [note, setNote] = useState('');
  const [until, setUntil] = useState(line.until);
  const { reference } = line;
  const doneWords = `${reference} is ${stateWords({ kind: line.kind, state: 'done' })}`;
  const may = (what: FilterLine['may'][number]) => line.may.includes(what);
  const decide = (approve: boolean) =>
    form.send({ approve, note, until }, async (key) => {
      await call('decideFilterChange', { key, reference, approve, note, until });
      return approve ? `${reference} is approved.` : `${reference} is refused.`;
    });
  const carryOut = (what: 'done' | 'restored', said: string) =>
    form.send({ what, note }, async (key) => {
      await call('carryOutFilterChange', { key, reference, what, note });
      return said;
    });
  const withdraw = () =>
    form.send({ withdraw: note }, async (key) => {
      await call('withdrawFilterChange', { key, reference, note });
      return `${reference} is withdrawn.`;
    });
  return (
    <>
      {form.problem}
      {may('decide') && line.kind === 'unblock' && (
        <TextInput id={form.idOf('until')} label={`Last day of ${reference}`} error={form.errorFor('until')} value={until} onInput={setUntil} />
      )}
      <TextArea
        id={form.idOf('note')}
        label={`Note on ${reference}`}
        hint={may('decide') ? 'A refusal needs a reason.' : ''}
        rows={2}
        error={form.errorFor('note')}
        value={note}
        onInput={setNote}
      />
      <div class="govuk-button-group">
        {may('decide') && (
          <>
            <Button busy={form.busy} onPress={() => decide(true)}>
              Approve {reference}
            </Button>
            <Button secondary busy={form.busy} onPress={() => decide(false)}>
              Refuse {reference}
            </Button>
          </>
        )}
        {may('carry out') && (
          <Button busy={form.busy} onPress={() => carryOut('done', `${doneWords}.`)}>
            {doneWords}
          </Button>
        )}
        {may('restore') && (
          <Button secondary={line.state === 'done'} busy={form.busy} onPress={() => carryOut('restored', `${reference} is blocked again.`)}>
            {reference} is blocked again
          </Button>
        )}
        {may('withdraw') && (
          <Button secondary busy={form.busy} onPress={withdraw}>
            Withdraw {reference}
          </Button>
        )}
      </div>
    </>
  );
}
