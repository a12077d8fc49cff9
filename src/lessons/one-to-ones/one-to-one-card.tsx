import { useState } from 'preact/hooks';
import { Fold } from '../../pages/fold.tsx';
import { Button, TextArea, TextInput } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { useSmallForm } from '../../pages/small-form.tsx';
import { Warning } from '../../pages/warning.tsx';
import type { OneToOneLine, OneToOneStanding } from './see-one-to-ones.ts';

const TAGS: Record<OneToOneStanding, [words: string, colour: string]> = {
  waits: ['waits for approval: do not start', 'yellow'],
  'not decided in time': ['not decided in time', 'grey'],
  approved: ['approved', 'green'],
  over: ['over', 'grey'],
  refused: ['refused', 'red'],
  ended: ['ended', 'grey'],
};

interface CardProps {
  line: OneToOneLine;
  onDone: (said: string) => Promise<void>;
}

/** One request with what became of it and what this person may do. */
export function OneToOneCard({ line, onDone }: CardProps) {
  const [words, colour] = TAGS[line.standing];
  return (
    <li>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        {line.adult} with {line.pupil} {line.className}
      </h3>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong class={`govuk-tag govuk-tag--${colour}`}>{words}</strong>
      </p>
      <p class="govuk-body govuk-!-margin-bottom-1">
        {line.from} to {line.until} ({line.reference})
      </p>
      <p class="govuk-body govuk-!-margin-bottom-1 handrail-said">Within earshot: {line.inEarshot}</p>
      <p class="govuk-body govuk-!-margin-bottom-1 handrail-said">{line.why}</p>
      <ul class="govuk-list govuk-body-s govuk-!-margin-bottom-1">
        {line.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
        {line.note !== '' && <li class="handrail-said">“{line.note}”</li>}
      </ul>
      {line.sameDays.length > 0 && (
        <div class="govuk-inset-text govuk-!-margin-top-2 govuk-!-margin-bottom-2">
          <p class="govuk-body govuk-!-margin-bottom-1">For the same pupil on some of the same days:</p>
          <ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">
            {line.sameDays.map((other) => (
              <li key={other}>{other}</li>
            ))}
          </ul>
        </div>
      )}
      {line.fault !== '' && <Warning>{line.fault}.</Warning>}
      {line.may.includes('decide') && <Decide {...{ line, onDone }} />}
      {line.may.includes('take back') && <End {...{ line, onDone }} summary="Take the request back" />}
      {line.may.includes('end') && <End {...{ line, onDone }} summary="End it early" />}
    </li>
  );
}

/** Approving, with fewer days or another adult within earshot if need be, or refusing. */
function Decide({ line, onDone }: CardProps) {
  const { reference } = line;
  const form = useSmallForm(reference, onDone);
  const [typed, setTyped] = useState({ ...line.proposed, inEarshot: line.inEarshot, note: '' });
  const input = (field: keyof typeof typed) => ({
    ...{ id: form.idOf(field), error: form.errorFor(field), value: typed[field] },
    onInput: (value: string) => setTyped((current) => ({ ...current, [field]: value })),
  });
  const decide = (approve: boolean) =>
    form.send({ approve, ...typed }, async (key) => {
      await call('decideOneToOne', { key, reference, approve, ...typed });
      return approve ? `${reference} is approved. ${line.adult} is told.` : `${reference} is refused. ${line.adult} is told.`;
    });
  return (
    <>
      {form.problem}
      <div class="handrail-beside">
        <TextInput {...input('from')} label={<Named words="First day" request={`of ${reference}`} />} />
        <TextInput {...input('until')} label={<Named words="Last day" request={`of ${reference}`} />} hint="You may shorten it." />
      </div>
      <TextInput
        {...input('inEarshot')}
        label={<Named words="Within earshot" request={`in ${reference}`} />}
        hint="Another adult than you and whoever asked."
      />
      <TextArea {...input('note')} label={<Named words="Note" request={`on ${reference}`} />} hint="A refusal needs a reason." rows={2} />
      <div class="govuk-button-group">
        <Button busy={form.busy} onPress={() => decide(true)}>
          <Named words="Approve" request={reference} />
        </Button>
        <Button secondary busy={form.busy} onPress={() => decide(false)}>
          <Named words="Refuse" request={reference} />
        </Button>
      </div>
    </>
  );
}

function End({ line: { reference }, onDone, summary }: CardProps & { summary: string }) {
  const form = useSmallForm(`end-${reference}`, onDone);
  const [note, setNote] = useState('');
  const end = () =>
    form.send(note, async (key) => {
      await call('endOneToOne', { key, reference, note });
      return `${reference} has ended.`;
    });
  return (
    <Fold summary={<Named words={summary} request={`(${reference})`} />}>
      {form.problem}
      <TextArea
        id={form.idOf('note')}
        label={<Named words="Why does it end?" request={`(${reference})`} />}
        rows={2}
        error={form.errorFor('note')}
        value={note}
        onInput={setNote}
      />
      <Button secondary busy={form.busy} onPress={end}>
        <Named words="End" request={reference} />
      </Button>
    </Fold>
  );
}

/** Says of which request it speaks to those who do not see in which card it stands. */
function Named({ words, request }: { words: string; request: string }) {
  return (
    <>
      {words}
      <span class="govuk-visually-hidden"> {request}</span>
    </>
  );
}
