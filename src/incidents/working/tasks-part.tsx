import { useState } from 'preact/hooks';
import { Fold, OpenPart } from '../../pages/fold.tsx';
import { PartLink } from '../../pages/go-to.tsx';
import { Button, Checkbox, Radios, TextArea, TextInput } from '../../pages/inputs.tsx';
import { MomentInput, momentOf } from '../../pages/moment.tsx';
import { call } from '../../pages/server.ts';
import { useNotice, useSmallForm } from '../../pages/small-form.tsx';
import type { CaseTask } from './case-file.ts';
import type { CaseForm, CasePart } from './case-part.ts';
import { DecisionForm } from './decision-form.tsx';

/** How a task ended, before its words: those are whole sentences. */
const HOW = { done: 'Done', 'not needed': 'Not needed', withdrawn: 'No longer asked for' };

/** What the rules and people want done, the overdue first; most of it is one press. */
export function NextTasks({ file, reload }: CasePart) {
  const [notice, onDone] = useNotice(reload);
  const { tasks, settled } = file;
  return (
    <OpenPart id="next" title="What to do next">
      {notice}
      {tasks.length === 0 && (
        <p class="govuk-body">
          Nothing is waiting to be done.
          {file.closed === null && !file.classified && (
            <>
              {' '}
              <PartLink id="classification">Set the type and the severity</PartLink>: what to do next follows from them, and from who is in it.
            </>
          )}
        </p>
      )}
      <ol class="handrail-tasks">
        {tasks.map((task, index) => (
          <li key={task.id} class={task.overdue ? 'is-overdue' : undefined}>
            <TaskCard {...{ task, file, onDone }} isFirst={index === 0} />
          </li>
        ))}
      </ol>
      <Fold summary="Add something to do">
        <AddTask {...{ file, onDone }} />
      </Fold>
      {settled.length > 0 && (
        <Fold summary={`Done or not needed (${settled.length})`}>
          <ul class="govuk-list govuk-list--spaced">
            {settled.map(({ id, what, how, note, at, who }) => (
              <li key={`${id} ${at}`}>
                {HOW[how]}: <strong>{what}</strong>
                <br />
                <span class="govuk-body-s handrail-said">
                  {at}, {who}
                  {note && `: ${note}`}
                </span>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </OpenPart>
  );
}

function TaskCard({ task, file, isFirst, onDone }: CaseForm & { task: CaseTask; isFirst: boolean }) {
  return (
    <>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        {task.overdue && <strong class="govuk-tag govuk-tag--red">Overdue</strong>} {task.what}
      </h3>
      <p class="govuk-body govuk-!-margin-bottom-1">
        {task.who}
        {task.dueWords && `, by ${task.dueWords}`}
        {!task.required && '. Offered: closing does not wait for it'}
      </p>
      {(task.why || task.source) && (
        <p class="handrail-why">
          {task.why && `${task.why}. `}
          {task.source && `Source: ${task.source}.`}
        </p>
      )}
      {task.agency === '' ? (
        <SettleTask {...{ task, file, isFirst, onDone }} />
      ) : (
        <Fold summary={<>Record the decision{of(task)}</>}>
          <DecisionForm {...{ file, onDone }} id={`task-${task.id}`} task={task} />
        </Fold>
      )}
    </>
  );
}

/** Says for those who hear the page which task a button belongs to. */
function of({ what }: Pick<CaseTask, 'what'>) {
  return <span class="govuk-visually-hidden">: {what}</span>;
}

function SettleTask({ task, file, isFirst, onDone }: CaseForm & { task: CaseTask; isFirst: boolean }) {
  const [how, setHow] = useState<'done' | 'not needed'>('done');
  const [note, setNote] = useState('');
  const [at, setAt] = useState('');
  const { busy, idOf, errorFor, problem, send } = useSmallForm(`task-${task.id}`, onDone);
  const settle = (settled: { how: typeof how; note: string; at: string }) =>
    send(settled, async (key) => {
      await call('settleTask', { key, reference: file.reference, id: task.id, ...settled });
      return `${HOW[settled.how]}: ${task.what}`;
    });
  return (
    <>
      <Button secondary={!isFirst} busy={busy} onPress={() => settle({ how: 'done', note: '', at: '' })}>
        Done{of(task)}
      </Button>
      <Fold summary={<>Not needed, or done at another time{of(task)}</>}>
        {problem}
        <Radios
          id={idOf('how')}
          label="What became of it?"
          value={how}
          inline
          options={[
            { value: 'done', text: 'Done' },
            { value: 'not needed', text: 'Not needed' },
          ]}
          onInput={(value) => setHow(value as typeof how)}
        />
        <TextArea
          id={idOf('note')}
          label={how === 'done' ? 'Note (if you like)' : 'Why it is not needed'}
          rows={2}
          error={errorFor('note')}
          value={note}
          onInput={setNote}
        />
        <MomentInput id={idOf('at')} label="When" hint="Leave it empty for now." error={errorFor('at')} value={at} onInput={setAt} />
        <Button secondary busy={busy} onPress={() => settle({ how, note, at: momentOf(at) })}>
          Record this
        </Button>
      </Fold>
    </>
  );
}

function AddTask({ file, onDone }: CaseForm) {
  const [what, setWhat] = useState('');
  const [who, setWho] = useState('');
  const [due, setDue] = useState('');
  const [required, setRequired] = useState(true);
  const { busy, idOf, errorFor, problem, send } = useSmallForm('new-task', onDone);
  const add = () =>
    send([what, who, due, required], async (key) => {
      await call('addTask', { key, reference: file.reference, what, who, due, required });
      setWhat('');
      setWho('');
      setDue('');
      return `Added: ${what}.`;
    });
  return (
    <>
      {problem}
      <TextInput id={idOf('what')} label="What should be done" error={errorFor('what')} value={what} onInput={setWhat} />
      <TextInput id={idOf('who')} label="Who does it" error={errorFor('who')} value={who} onInput={setWho} />
      <TextInput
        id={idOf('due')}
        label="By which day (if there is one)"
        hint="For example 27/3/2027. It is due at five in the afternoon."
        error={errorFor('due')}
        value={due}
        onInput={setDue}
      />
      <div class="govuk-form-group govuk-checkboxes">
        <Checkbox id={idOf('required')} label="The case cannot be closed before this is done" checked={required} onChange={setRequired} />
      </div>
      <Button secondary busy={busy} onPress={add}>
        Add it
      </Button>
    </>
  );
}
