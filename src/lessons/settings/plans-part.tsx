import { useState } from 'preact/hooks';
import { call } from '../../pages/server.ts';
import { PersonPicker } from '../../school/person-picker.tsx';
import type { PupilWithPlan } from './read-lesson-settings.ts';
import { type LessonPart, SettingForm } from './settings-part.tsx';

/** Pupils with a plan: a teacher of theirs is told to look at the plan, and no more. */
export function PlansPart({ page, onDone }: LessonPart) {
  // Kept as what is to change: whoever else changes the list meanwhile is not undone.
  const [added, setAdded] = useState<PupilWithPlan[]>([]);
  const [removed, setRemoved] = useState<string[]>([]);
  const stands = page.plans.filter(({ email }) => !removed.includes(email));
  const pupils = [...stands, ...added.filter(({ email }) => !stands.some((each) => each.email === email))];
  const isChanged = added.length + removed.length > 0;
  const add = ({ email, name }: { email: string; name: string }) => {
    setAdded((current) => [...current.filter((each) => each.email !== email), { email, name, className: '', isGone: false }]);
    setRemoved((current) => current.filter((each) => each !== email));
  };
  const remove = (email: string) => {
    setAdded((current) => current.filter((each) => each.email !== email));
    setRemoved((current) => (page.plans.some((each) => each.email === email) ? [...current, email] : current));
  };
  return (
    <>
      <p class="govuk-body">
        For a lesson with one of these pupils a teacher of their class reads “look at the plan”: not whose, not which, not why. This list is seen on this page
        alone. Do not write here what the plan is about.
      </p>
      <SettingForm
        {...{ page, onDone, wanted: { setting: 'plans', pupils: pupils.map(({ email }) => email) } }}
        button="Keep this list"
        said="The list of pupils with a plan is kept."
        afterwards={() => {
          setAdded([]);
          setRemoved([]);
        }}
        whyHint="Such as: list of the SENCO of this term. No names."
      >
        {(form) => (
          <>
            <PersonPicker
              id={form.idOf('pupil')}
              label="Add a pupil"
              hint="Type the beginning of a name and choose."
              error={form.errorFor('pupil')}
              find={async (text) => (await call('findPeople', { text })).value}
              onPick={add}
            />
            <h3 class="govuk-heading-s">{pupils.length === 0 ? 'Nobody is on the list' : `On the list: ${pupils.length}`}</h3>
            <ul class="govuk-list" aria-live="polite">
              {pupils.map(({ email, name, className, isGone }) => (
                <li key={email}>
                  {name} {className} {isGone && '(not at the school any more)'}{' '}
                  <button type="button" class="handrail-link" onClick={() => remove(email)}>
                    Take off<span class="govuk-visually-hidden"> the list: {name}</span>
                  </button>
                </li>
              ))}
            </ul>
            <p class="govuk-hint" role="status">
              {isChanged && 'Not kept yet.'}
            </p>
          </>
        )}
      </SettingForm>
    </>
  );
}
