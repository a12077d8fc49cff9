import { useLayoutEffect, useState } from 'preact/hooks';
import { Button, Radios, TextInput } from '../../pages/inputs.tsx';
import { Said } from '../../pages/said.tsx';
import { call } from '../../pages/server.ts';
import { ErrorSummary } from '../../pages/shell.tsx';
import { useWork } from '../../pages/work.ts';
import { isHardToRead, LONGEST_RULE, MOST_OWN_RULES } from './class-agreement.ts';
import type { ClassView } from './see-class.ts';

/** The rules of the class, and how they are changed. */
export function ClassRules({ view, reload }: { view: ClassView; reload: () => Promise<void> }) {
  const [editing, setEditing] = useState(view.version === 0);
  const [said, setSaid] = useState('');
  const done = async (words: string) => {
    await reload();
    setEditing(false);
    setSaid(words);
  };
  return (
    <>
      <h2 class="govuk-heading-m">The rules</h2>
      <Said words={said} />
      {view.isBehind && (
        <p class="govuk-inset-text">The school has given all classes other rules since. “Change the rules” brings them in; your own rules stay.</p>
      )}
      {editing ? (
        <RulesForm view={view} done={done} />
      ) : (
        <>
          <RuleList rules={[...view.rules.schools, ...view.rules.own]} />
          <p class="govuk-hint">
            Version {view.version}, in use since {view.published}
          </p>
          <Button secondary onPress={() => setEditing(true)}>
            Change the rules
          </Button>
        </>
      )}
    </>
  );
}

function RuleList({ rules }: { rules: string[] }) {
  return (
    <ol class="govuk-list govuk-list--number govuk-list--spaced">
      {rules.map((rule) => (
        <li key={rule}>{rule}</li>
      ))}
    </ol>
  );
}

/** A rule while it is written. */
interface Draft {
  id: number;
  text: string;
}

function RulesForm({ view, done }: { view: ClassView; done: (words: string) => Promise<void> }) {
  const { className, version, schoolsToday } = view;
  const [own, setOwn] = useState<Draft[]>(view.rules.own.map((text, id) => ({ id, text })));
  const [change, setChange] = useState<'minor' | 'material' | ''>('');
  const { busy, error, doing } = useWork();
  const add = () => own.length < MOST_OWN_RULES && setOwn([...own, { id: Math.max(-1, ...own.map(({ id }) => id)) + 1, text: '' }]);

  const publish = (event: Event) => {
    event.preventDefault();
    void doing('', async () => {
      const { value } = await call('publishClassAgreement', { className, ownRules: own.map(({ text }) => text), version, change });
      await done(value.version === version ? 'These rules are in use already.' : 'These rules are in use now.');
      return '';
    });
  };

  return (
    <form onSubmit={publish} noValidate>
      <ErrorSummary errors={error ? [error] : []} />
      <p class="govuk-body">The school gives every class these rules:</p>
      <RuleList rules={schoolsToday} />
      <p class="govuk-body">With your class, you can add up to {MOST_OWN_RULES} rules of your own.</p>
      {own.map((draft, place) => (
        <OwnRule
          key={draft.id}
          place={place}
          text={draft.text}
          error={error?.field === `ownRules.${place}` ? error.message : undefined}
          onInput={(text) => setOwn(own.map((each) => (each === draft ? { ...each, text } : each)))}
          onEnter={add}
          remove={() => setOwn(own.filter((each) => each !== draft))}
        />
      ))}
      {own.length < MOST_OWN_RULES && (
        <Button secondary onPress={add}>
          {own.length === 0 ? 'Add a rule' : 'Add another rule'}
        </Button>
      )}
      {version > 0 && (
        <Radios
          id="change"
          label="What is this change?"
          error={error?.field === 'change' ? error.message : undefined}
          value={change}
          options={[
            { value: 'minor', text: 'Only a spelling mistake', hint: 'Nobody signs again.' },
            { value: 'material', text: 'The class must agree again', hint: 'Everybody signs the new rules, those too who have signed these.' },
          ]}
          onInput={(value) => setChange(value === 'minor' ? 'minor' : 'material')}
        />
      )}
      <div>
        <Button busy={busy !== null}>Put these rules into use</Button>
      </div>
    </form>
  );
}

interface OwnRuleProps {
  place: number;
  text: string;
  error: string | undefined;
  onInput: (text: string) => void;
  onEnter: () => void;
  remove: () => void;
}

function OwnRule({ place, text, error, onInput, onEnter, remove }: OwnRuleProps) {
  const id = `ownRules.${place}`;
  // A rule that has just been added is written next.
  useLayoutEffect(() => {
    if (text === '') document.getElementById(id)?.focus();
  }, []);
  const hint = isHardToRead(text)
    ? 'Hard to read for nine-year-olds. Try shorter words, or two sentences.'
    : `Short words, and at most ${LONGEST_RULE} characters: everybody must be able to read it.`;
  return (
    <div class="handrail-own-rule">
      <TextInput id={id} label={`Our own rule ${place + 1}`} hint={hint} error={error} value={text} onInput={onInput} onEnter={onEnter} />
      <Button secondary onPress={remove}>
        Take away <span class="govuk-visually-hidden">our own rule {place + 1}</span>
      </Button>
    </div>
  );
}
