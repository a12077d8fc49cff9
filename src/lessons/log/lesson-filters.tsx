import { FilterForm } from '../../pages/filtered.tsx';
import { Select, TextInput } from '../../pages/inputs.tsx';
import type { Work } from '../../pages/work.ts';
import type { LessonFilter, LessonList } from './list-lessons.ts';

/** Everything the log can be asked for. */
export function LessonFilters({
  list,
  filter,
  busy,
  error,
  onShow,
}: {
  list: LessonList;
  filter: LessonFilter;
  busy: boolean;
  error: Work['error'];
  onShow: (filter: LessonFilter) => void;
}) {
  return (
    <FilterForm filter={filter} busy={busy} onShow={onShow}>
      {(wanted, set) => (
        <>
          <div class="handrail-beside">
            <Select
              id="which"
              label="Which"
              value={wanted.which ?? ''}
              options={[
                { value: '', text: 'all, the latest first' },
                { value: 'not fine', text: 'with something not fine' },
                { value: 'not finished', text: 'over, not said how it went' },
                { value: 'went wrong', text: 'not as planned' },
              ]}
              onInput={(which) => set({ which: which as LessonFilter['which'] })}
            />
            <Select
              id="className"
              label="Class"
              value={wanted.className ?? ''}
              options={[{ value: '', text: 'any' }, ...list.classes.map((value) => ({ value, text: value }))]}
              onInput={(className) => set({ className })}
            />
            {list.teachers.length > 1 && (
              <Select
                id="teacher"
                label="Teacher"
                value={wanted.teacher ?? ''}
                options={[{ value: '', text: 'anybody' }, ...list.teachers.map(({ email, name }) => ({ value: email, text: name }))]}
                onInput={(teacher) => set({ teacher })}
              />
            )}
          </div>
          <TextInput
            id="week"
            label="Week"
            hint="Any day of it, like 07/09/2026"
            error={error?.field === 'week' ? error.message : undefined}
            value={wanted.week ?? ''}
            onInput={(week) => set({ week })}
          />
        </>
      )}
    </FilterForm>
  );
}
