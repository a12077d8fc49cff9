import { useState } from 'preact/hooks';
import { Fold } from '../../pages/fold.tsx';
import { Button, Radios, TextArea, TextInput } from '../../pages/inputs.tsx';
import { MomentInput, momentOf } from '../../pages/moment.tsx';
import { call } from '../../pages/server.ts';
import { useNotice, useSmallForm } from '../../pages/small-form.tsx';
import { Warning } from '../../pages/warning.tsx';
import type { ShownProtocol, ShownStep } from './case-file.ts';
import type { CaseForm, CasePart } from './case-part.ts';

interface Shown {
  protocol: ShownProtocol;
  step: ShownStep;
}

/** One step: what it asks, what was answered, and the way to answer it; an answer is corrected by another one. */
export function ProtocolStep({ protocol, step, file, reload }: CasePart & Shown) {
  // What was recorded is said where it was pressed: the next step follows.
  const [notice, onDone] = useNotice(reload);
  const form = <AnswerForm {...{ protocol, step, file, onDone }} />;
  return (
    <>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        {step.ask}
        {step.optional && <span class="govuk-!-font-weight-regular"> (if it applies)</span>}
      </h3>
      {step.help && <p class="govuk-body govuk-!-margin-bottom-1">{step.help}</p>}
      {step.source !== '' && step.source !== protocol.source && <p class="handrail-why">Source: {step.source}.</p>}
      {step.answer !== '' && <Answered step={step} />}
      {notice}
      {step.stopWords && <Warning>{step.stopWords}</Warning>}
      {file.closed === null &&
        (step.answer === '' ? (
          form
        ) : (
          <Fold
            summary={
              <>
                {step.repeats ? 'Record another one' : 'Correct this'}
                {of(step)}
              </>
            }
          >
            {form}
          </Fold>
        ))}
    </>
  );
}

function of({ ask }: ShownStep) {
  return <span class="govuk-visually-hidden">: {ask}</span>;
}

function Answered({ step }: { step: ShownStep }) {
  return (
    <p class="govuk-body govuk-!-margin-bottom-1">
      <strong class="handrail-said">{step.answerWords}</strong>
      {step.note && <span class="handrail-said">: {step.note}</span>}
      <br />
      <span class="govuk-body-s">
        {step.at}, {step.who}
        {step.witness && `, witness: ${step.witness}`}
        {step.times > 1 && `. Answered ${step.times} times: the earlier answers are in the history`}
      </span>
    </p>
  );
}

/** Answers so short that they are buttons: letters. */
const SHORT = 20;

/** One press where there are a few short answers; what else belongs to it comes before the buttons. */
function AnswerForm({ protocol, step, file, onDone }: CaseForm & Shown) {
  const [answer, setAnswer] = useState('');
  const [note, setNote] = useState('');
  const [witness, setWitness] = useState('');
  const [at, setAt] = useState('');
  const { busy, idOf, errorFor, problem, send } = useSmallForm(protocol.id, onDone);
  const isPress = step.kind !== 'text' && step.choices.every(({ text }) => text.length <= SHORT);
  const field = (name: string) => `${step.id}-${name}`;
  const record = (chosen: string) =>
    send([step.id, chosen, note, witness, at], async (key) => {
      const recorded = { protocol: protocol.id, step: step.id, answer: chosen, note, witness, at: momentOf(at), was: step.answer };
      await call('recordStep', { key, reference: file.reference, ...recorded });
      for (const empty of [setAnswer, setNote, setWitness, setAt]) empty('');
      return 'Recorded.';
    });
  const noteError = errorFor(field('note'));
  return (
    <>
      {problem}
      {step.witnessed && <TextInput id={idOf(field('witness'))} label="Witness" error={errorFor(field('witness'))} value={witness} onInput={setWitness} />}
      {step.kind === 'text' && <TextArea id={idOf(step.id)} label="Answer" rows={3} error={errorFor(step.id)} value={answer} onInput={setAnswer} />}
      {step.kind !== 'text' && !isPress && (
        <Radios id={idOf(step.id)} label="Answer" error={errorFor(step.id)} value={answer} options={step.choices} onInput={setAnswer} />
      )}
      <Fold summary={<>Add a note or another time{of(step)}</>} isOpen={noteError !== undefined}>
        <TextArea
          id={idOf(field('note'))}
          label="Note"
          hint={step.kind === 'do' ? 'If it was not done: why.' : undefined}
          rows={2}
          error={noteError}
          value={note}
          onInput={setNote}
        />
        <MomentInput id={idOf(field('at'))} label="When" hint="Leave it empty for now." error={errorFor(field('at'))} value={at} onInput={setAt} />
      </Fold>
      {isPress ? (
        <div class="govuk-button-group">
          {step.choices.map(({ value, text }) => (
            <Button key={value} secondary busy={busy} onPress={() => record(value)}>
              {text}
              {of(step)}
            </Button>
          ))}
        </div>
      ) : (
        <Button secondary busy={busy} onPress={() => record(answer)}>
          Record the answer{of(step)}
        </Button>
      )}
    </>
  );
}
