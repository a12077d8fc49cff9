import { useState } from 'preact/hooks';
import { Fold } from '../../pages/fold.tsx';
import { Checkbox, Select, TextInput, Ticks } from '../../pages/inputs.tsx';
import { GROUP_TITLES } from '../checking/points-part.tsx';
import { type ConsiderationGroup, GROUPS } from '../considerations.ts';
import { CHECK_WORDS, MAY_BE_NEVER } from './check-words.ts';
import { type LessonPart, SettingForm } from './settings-part.tsx';

const NEW = { group: 'people' as ConsiderationGroup, title: '', tick: '' };

/** Considerations that the school has besides those on file (D1). */
export function OwnPart({ page, onDone }: LessonPart) {
  const [added, setAdded] = useState(NEW);
  const { own } = page.settings;
  const input = (field: 'title' | 'tick') => ({
    value: added[field],
    onInput: (value: string) => setAdded((current) => ({ ...current, [field]: value })),
  });
  return (
    <>
      <p class="govuk-body">Nineteen are on file, and stand on the checks page of every lesson. A teacher ticks yours each time as well: add few.</p>
      {own.length === 0 && <p class="govuk-body">There are none of your own yet.</p>}
      <ul class="govuk-list handrail-lines">
        {own.map(({ id, group, title, tick }) => (
          <li key={id}>
            <p class="govuk-body govuk-!-margin-bottom-1 handrail-said">
              <strong>{title}</strong> ({GROUP_TITLES[group]}): {tick}
            </p>
            <Fold
              summary={
                <>
                  Take it away<span class="govuk-visually-hidden">: {title}</span>
                </>
              }
            >
              <SettingForm
                {...{ page, onDone, id: `own-${id}`, button: 'Take it away', said: 'It is asked no more. What was ticked stays in the log.' }}
                wanted={{ setting: 'own', own: own.filter((each) => each.id !== id) }}
              />
            </Fold>
          </li>
        ))}
      </ul>
      <SettingForm
        {...{ page, onDone, button: 'Add it', said: 'It is asked for every lesson from now on.' }}
        wanted={{ setting: 'own', own: [...own, { id: '', ...added }] }}
        afterwards={() => setAdded(NEW)}
      >
        {(form) => (
          <>
            <Select
              id={form.idOf('group')}
              label="Under which heading?"
              value={added.group}
              options={GROUPS.map((value) => ({ value, text: GROUP_TITLES[value] }))}
              onInput={(value) => setAdded((current) => ({ ...current, group: value as ConsiderationGroup }))}
            />
            <TextInput id={form.idOf('title')} label="Short heading" hint="Such as: Headphones." error={form.errorFor('title')} {...input('title')} />
            <TextInput
              id={form.idOf('tick')}
              label="What the teacher ticks"
              hint="One sentence, one action, beginning with I. Such as: I asked pupils to use headphones."
              error={form.errorFor('tick')}
              {...input('tick')}
            />
          </>
        )}
      </SettingForm>
    </>
  );
}

/** What this school's policy calls "never" (rulings: lessons). */
export function NeversPart({ page, onDone }: LessonPart) {
  // Kept as what is to change: whoever else changes the others meanwhile is not undone.
  const [changed, setChanged] = useState<Readonly<Record<string, boolean>>>({});
  const isNever = (check: string) => changed[check] ?? page.settings.nevers.includes(check);
  return (
    <>
      <p class="govuk-body">
        With one of these the checks page says “do not start”, where it else says “not yet”. Handrail advises: it cannot stop a lesson. A one-to-one without
        approval is always one of them.
      </p>
      <SettingForm {...{ page, onDone, wanted: { setting: 'nevers', nevers: MAY_BE_NEVER.filter(isNever) } }} said="What a lesson never starts with is set.">
        {(form) => (
          <Ticks id={form.idOf('nevers')} label="A lesson does not start when">
            {MAY_BE_NEVER.map((check, index) => (
              <Checkbox
                key={check}
                id={index === 0 ? form.idOf('nevers') : form.idOf(`nevers-${check}`)}
                label={CHECK_WORDS[check]}
                checked={isNever(check)}
                onChange={(checked) => setChanged((current) => ({ ...current, [check]: checked }))}
              />
            ))}
          </Ticks>
        )}
      </SettingForm>
    </>
  );
}
