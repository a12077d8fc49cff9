import { useState } from 'preact/hooks';
import { Fold } from '../../pages/fold.tsx';
import { Button, Checkbox, Radios, TextArea } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { useSmallForm } from '../../pages/small-form.tsx';
import type { Attended } from '../lesson.ts';
import { concernAbout } from './concern-about.ts';
import type { SeenLesson } from './see-lesson.ts';

/** What is needed to say how a lesson went. */
export interface Finishing {
  lesson: SeenLesson;
  /** Who was there by Meet's record, when the page was opened with it. */
  attended: readonly Attended[];
  /** Reference of a concern that was just raised about it; ''. */
  raised: string;
  home: string;
  onDone: (said: string) => Promise<void>;
}

/** Says how a lesson went (D5). A worry about somebody goes to the concern's page, with the fields filled. */
export function FinishForm({ lesson, attended, raised, home, onDone }: Finishing) {
  const { finished, reference, was } = lesson;
  const isNew = raised !== '' && !lesson.concerns.some(({ reference: known }) => known === raised);
  const [planned, setPlanned] = useState(finished ? (finished.asPlanned ? 'yes' : 'no') : '');
  const [note, setNote] = useState(finished?.note ?? '');
  const [takesNames, setTakesNames] = useState(true);
  const [about, setAbout] = useState<readonly string[]>([]);
  const form = useSmallForm('finish', onDone);
  const send = (event: Event) => {
    event.preventDefault();
    const asPlanned = planned === '' ? null : planned === 'yes';
    const request = { reference, was, asPlanned, note, concern: isNew ? raised : '', attendance: takesNames ? [...attended] : [] };
    form.send(request, async (key) => {
      await call('finishLesson', { ...request, key });
      return isNew ? `It is on the log, with ${raised}.` : 'It is on the log.';
    });
  };
  const isPresent = finished !== null && !isNew && attended.length === 0;
  const fields = (
    <form onSubmit={send} noValidate>
      {form.problem}
      {isNew && (
        <p class="govuk-inset-text">
          Your concern {raised} is with the right person. Save, and its reference is noted here. Only those who may read it are shown that there is one.
        </p>
      )}
      <Radios
        id={form.idOf('asPlanned')}
        label="Did it go as planned?"
        inline
        error={form.errorFor('asPlanned')}
        value={planned}
        options={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
        onInput={setPlanned}
      />
      <TextArea
        id={form.idOf('note')}
        label={planned === 'no' ? 'What did not go as planned?' : 'Anything to note? (if you like)'}
        hint="In a few words. Everybody who may see this lesson can read it: no worry about a child or an adult here."
        rows={3}
        error={form.errorFor('note')}
        value={note}
        onInput={setNote}
      />
      {planned === 'no' && !isNew && (
        <>
          {lesson.pupils.length > 0 && (
            <Fold summary="Which pupils was it about? (for a concern)">
              <div class="govuk-checkboxes govuk-checkboxes--small">
                {lesson.pupils.map(({ email, name }) => (
                  <Checkbox
                    key={email}
                    id={form.idOf(`about-${email}`)}
                    label={name}
                    checked={about.includes(email)}
                    onChange={(checked) => setAbout([...about.filter((each) => each !== email), ...(checked ? [email] : [])])}
                  />
                ))}
              </div>
            </Fold>
          )}
          <p class="govuk-body">
            Was somebody upset, hurt or at risk?{' '}
            <a
              class="govuk-link"
              href={`${home}?page=report#${concernAbout(
                lesson,
                note,
                lesson.pupils.filter(({ email }) => about.includes(email)),
              )}`}
            >
              Raise a concern now
            </a>
            : what and when are filled in, and you can come back here.
          </p>
        </>
      )}
      {attended.length > 0 && (
        <div class="govuk-checkboxes govuk-form-group">
          <Checkbox
            id={form.idOf('names')}
            label={`Keep the ${attended.length} names that Google knows of`}
            hint={attended.map(({ name }) => name).join(', ')}
            checked={takesNames}
            onChange={setTakesNames}
          />
        </div>
      )}
      <Button busy={form.busy}>Save</Button>
    </form>
  );
  return isPresent ? <Fold summary="Change or add something">{fields}</Fold> : fields;
}
