import { Select, TextInput } from '../../pages/inputs.tsx';
import { MomentInput } from '../../pages/moment.tsx';
import type { OpenedLesson } from './open-lesson.ts';

/** What a person says of the lesson where the facts do not; times as the page's inputs hold them. */
export interface Typed {
  what: string;
  start: string;
  end: string;
}

/** What the lesson is, when, and for which class. */
export function LessonHead({
  opened,
  typed,
  className,
  errorFor,
  idOf,
  onType,
  onClass,
}: {
  opened: OpenedLesson;
  typed: Typed;
  className: string;
  idOf: (field: string) => string;
  errorFor: (field: string) => string | undefined;
  onType: (part: Partial<Typed>) => void;
  onClass: (className: string) => void;
}) {
  const input = (field: keyof Typed) => ({
    ...{ id: idOf(field), error: errorFor(field), value: typed[field] },
    onInput: (value: string) => onType({ [field]: value }),
  });
  const { own, others } = opened.classes;
  return (
    <>
      {opened.isTyped ? (
        <>
          <TextInput {...input('what')} label="What is the lesson?" hint="For example: Maths, fractions" />
          <div class="handrail-beside">
            <MomentInput {...input('start')} label="From" />
            <MomentInput {...input('end')} label="To" />
          </div>
        </>
      ) : (
        <p class="govuk-body-l govuk-!-margin-bottom-3">
          {opened.what}
          <br />
          <span class="govuk-body">
            {opened.starts} to {opened.starts.slice(0, 10) === opened.ends.slice(0, 10) ? opened.ends.slice(-5) : opened.ends}
          </span>
        </p>
      )}
      <Select
        id={idOf('class')}
        label="Class"
        value={className}
        options={[
          { value: '', text: 'no one class' },
          ...own.map((value) => ({ value, text: `${value} (yours)` })),
          ...others.map((value) => ({ value, text: value })),
        ]}
        onInput={onClass}
      />
    </>
  );
}
