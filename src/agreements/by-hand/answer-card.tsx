import { useState } from 'preact/hooks';
import { Button, Radios, TextInput } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { useSmallForm } from '../../pages/small-form.tsx';
import { PersonPicker } from '../../school/person-picker.tsx';
import type { AnswerLine, UnsettledAnswer, UnsettledChild } from './see-unsettled.ts';

/** What somebody has chosen for one child; nothing at first. */
interface Choice {
  /** A pupil's address, or one of the two below, or ''. */
  value: string;
  other: { email: string; name: string } | null;
  notOurs: string;
}

const OTHER = 'another pupil';
const NOBODY = 'nobody of ours';
const NOTHING: Choice = { value: '', other: null, notOurs: '' };

/** Who sent an answer and when, with the way to the whole of it. */
export function AnswerFacts({ line }: { line: AnswerLine }) {
  return (
    <p class="govuk-body">
      {line.agreement}, sent {line.signed} by {line.name}
      {line.role && ` (${line.role})`}
      {line.account && `, ${line.account}`}.{' '}
      <a class="govuk-link" href={line.copy}>
        Read what {line.name} sent
      </a>
    </p>
  );
}

/** An answer that names children whom nobody could match: what was typed beside the pupils who may be meant. */
export function AnswerCard({ answer, id, onDone }: { answer: UnsettledAnswer; id: string; onDone: (said: string) => Promise<void> }) {
  const [choices, setChoices] = useState(answer.children.map(() => NOTHING));
  const { busy, idOf, errorFor, problem, send } = useSmallForm(id, onDone);
  const children = choices.map(({ value, other, notOurs }) => ({
    person: value === OTHER ? (other?.email ?? '') : value === NOBODY ? '' : value,
    notOurs: value === NOBODY ? notOurs : '',
  }));
  const settle = () =>
    send(children, async (key) => {
      const { value } = await call('settleAnswer', { key, responseId: answer.responseId, children });
      return value.left === 0 ? `The answer from ${answer.name} is settled.` : `Recorded. In the answer from ${answer.name} there is still somebody open.`;
    });

  return (
    <section class="govuk-inset-text" aria-label={`Answer from ${answer.name}, ${answer.signed}`}>
      <h3 class="govuk-heading-s">{answer.name}</h3>
      {problem}
      <AnswerFacts line={answer} />
      <p class="govuk-body">
        {answer.proofMeans}{' '}
        {answer.isKnown
          ? 'The list of people has a parent with this address.'
          : 'The list of people has no parent with this address: find out who this is before you choose.'}
      </p>
      {answer.children.map((child, index) => (
        <ChildChoice
          key={`${index}-${child.name}`}
          id={idOf(`child-${index}`)}
          child={child}
          error={errorFor(`child-${index}`)}
          choice={choices[index] ?? NOTHING}
          onChoose={(choice) => setChoices(choices.map((each, place) => (place === index ? choice : each)))}
        />
      ))}
      <Button busy={busy} onPress={settle}>
        Settle this answer
      </Button>
    </section>
  );
}

function ChildChoice({
  id,
  child,
  error,
  choice,
  onChoose,
}: {
  id: string;
  child: UnsettledChild;
  error: string | undefined;
  choice: Choice;
  onChoose: (choice: Choice) => void;
}) {
  const typed = `${child.name || 'no name'}${child.className && `, ${child.className}`}`;
  if (!child.isOpen) {
    return (
      <p class="govuk-body">
        “{typed}” is settled: {child.settledAs || 'nobody of ours'}.
      </p>
    );
  }
  return (
    <>
      <Radios
        id={id}
        label={`They typed “${typed}”. Who is this?`}
        error={error}
        value={choice.value}
        options={[
          ...child.candidates.map(({ person, name, className, why }) => ({ value: person, text: `${name}${className && `, ${className}`}`, hint: why })),
          { value: OTHER, text: 'Another pupil' },
          { value: NOBODY, text: 'Nobody of ours' },
        ]}
        onInput={(value) => onChoose({ ...choice, value })}
      />
      {choice.value === OTHER &&
        (choice.other ? (
          <p class="govuk-body">
            Chosen: {choice.other.name}{' '}
            <Button secondary onPress={() => onChoose({ ...choice, other: null })}>
              Choose somebody else
            </Button>
          </p>
        ) : (
          <PersonPicker
            id={`${id}-other`}
            label="Find the pupil"
            hint="Type the beginning of a name and choose."
            find={async (text) => (await call('findPupils', { text })).value}
            onPick={(other) => onChoose({ ...choice, other })}
          />
        ))}
      {choice.value === NOBODY && (
        <TextInput
          id={`${id}-why`}
          label="Why nobody of ours"
          hint="For example: goes to another school. The answer then counts for nothing."
          value={choice.notOurs}
          onInput={(notOurs) => onChoose({ ...choice, notOurs })}
        />
      )}
    </>
  );
}
