import { Pages, useFiltered } from '../../pages/filtered.tsx';
import { Fold } from '../../pages/fold.tsx';
import { call } from '../../pages/server.ts';
import { ErrorSummary, Page, startPage } from '../../pages/shell.tsx';
import { LessonFilters } from './lesson-filters.tsx';
import { LessonLines } from './lesson-lines.tsx';
import type { LessonFilter, LessonList } from './list-lessons.ts';
import { OneLesson } from './one-lesson.tsx';

startPage(Lessons);

/** The lesson log (D5), or one lesson of it: `&reference=L-…`. */
function Lessons({ parameter, hash }: { parameter: Record<string, string>; hash: string }) {
  const reference = parameter['reference'] ?? '';
  return reference === '' ? <Log parameter={parameter} /> : <OneLesson reference={reference} hash={hash} />;
}

function Log({ parameter }: { parameter: Record<string, string> }) {
  const { loaded, filter, show, busy, error } = useFiltered(firstFilter(parameter), (wanted) => call('listLessons', wanted));
  return (
    <Page title="Lesson log" loaded={loaded}>
      {(list, { school }) => (
        <>
          <p class="govuk-body">
            {list.isWhole ? 'Every live lesson that was recorded.' : 'Live lessons that you recorded, or were an adult in.'}{' '}
            <a class="govuk-link" href={`${school.address}?page=lesson`}>
              Check and record a lesson
            </a>
          </p>
          <ErrorSummary errors={error ? [error] : []} />
          {list.open > 0 && (
            <p class="govuk-body">
              <button type="button" class="handrail-link govuk-body" onClick={() => show({ which: 'not finished' })}>
                {list.open === 1 ? 'One lesson is over, and nobody has said how it went' : `${list.open} lessons are over, and nobody has said how they went`}
              </button>
            </p>
          )}
          <Fold summary="Filter">
            <LessonFilters list={list} filter={filter} busy={busy} error={error} onShow={show} />
          </Fold>
          <p class="govuk-body" role="status">
            {busy ? 'One moment…' : foundWords(list)}
          </p>
          <LessonLines lines={list.lines} home={school.address} />
          <Pages list={list} onShow={(from) => show({ ...filter, from })} />
        </>
      )}
    </Page>
  );
}

/** A link may lead to a part of the log: `&which=not finished`, `&class=3A`. */
function firstFilter({ which = '', class: className = '' }: Record<string, string>): LessonFilter {
  const wanted = (['not fine', 'not finished', 'went wrong'] as const).find((each) => each === which);
  return { ...(wanted ? { which: wanted } : {}), ...(className === '' ? {} : { className: className.slice(0, 100) }) };
}

function foundWords({ total, from, lines }: LessonList): string {
  if (total === 0) return 'There are no such lessons for you to see.';
  if (lines.length === total) return total === 1 ? 'One lesson.' : `${total} lessons.`;
  return `Lessons ${from + 1} to ${from + lines.length} of ${total}.`;
}
