import { useState } from 'preact/hooks';
import { call } from '../../pages/server.ts';
import { Page, useLoaded } from '../../pages/shell.tsx';
import { useNotice, WhenStale } from '../../pages/small-form.tsx';
import { attendedFrom } from '../attended-in-address.ts';
import type { Attended } from '../lesson.ts';
import { concernAbout } from './concern-about.ts';
import { FinishForm, type Finishing } from './finish-form.tsx';
import { foundWords, withWords } from './lesson-lines.tsx';
import { SaidPart } from './said-part.tsx';

/** One lesson: what was recorded before it, and how it went. */
export function OneLesson({ reference, hash }: { reference: string; hash: string }) {
  const [loaded, reload] = useLoaded(() => call('seeLesson', { reference }));
  const [notice, onDone] = useNotice(reload);
  const [attended] = useState(() => attendedFrom(hash) ?? []);
  const raised = /[#&]?concern=(C-[2-9A-Z]{6})/.exec(hash)?.[1] ?? '';
  return (
    <Page title="Live lesson" back={{ text: 'Lesson log', page: 'lessons' }} loaded={loaded}>
      {(lesson, { school }) => (
        <>
          {notice}
          <p class="govuk-body-l govuk-!-margin-bottom-3">
            {lesson.what}
            <br />
            <span class="govuk-body">
              {lesson.starts} to {lesson.ends.slice(-5)}
              {lesson.className === '' ? '' : `, ${lesson.className}`}. {withWords(lesson)}.
            </span>
          </p>
          <p class="govuk-body">
            {reference}. {foundWords(lesson)}{' '}
            {lesson.mayChange && (
              <a class="govuk-link" href={`${school.address}?page=lesson&reference=${reference}`}>
                Look at the checks again
              </a>
            )}
          </p>
          <WhenStale.Provider value={reload}>
            <Afterwards {...{ lesson, attended, raised, onDone }} home={school.address} />
          </WhenStale.Provider>
          <SaidPart said={lesson.said} />
        </>
      )}
    </Page>
  );
}

function Afterwards(finishing: Finishing) {
  const { lesson, home } = finishing;
  const { finished, concerns, mayFinish } = lesson;
  if (!mayFinish) return <p class="govuk-inset-text">Once it has begun, how it went is said here.</p>;
  return (
    <section class="handrail-part" aria-labelledby="after">
      <h2 class="govuk-heading-m" id="after" tabIndex={-1}>
        How it went
      </h2>
      {finished && (
        <>
          <p class="govuk-body">
            {finished.asPlanned ? 'As planned.' : 'Not as planned.'} {finished.note}
          </p>
          <p class="govuk-hint">
            {finished.by}, {finished.at}
          </p>
          <Attendance attendance={finished.attendance} />
        </>
      )}
      {concerns.map((concern) => (
        <p class="govuk-body" key={concern.reference}>
          A concern was raised about it:{' '}
          <a class="govuk-link" href={`${home}?page=${concern.page}&reference=${concern.reference}`}>
            {concern.reference}
          </a>
        </p>
      ))}
      {finished && !finished.asPlanned && concerns.length === 0 && (
        <p class="govuk-body">
          Was somebody upset, hurt or at risk?{' '}
          <a class="govuk-link" href={`${home}?page=report#${concernAbout(lesson, finished.note, [])}`}>
            Raise a concern: what and when are filled in
          </a>
        </p>
      )}
      <FinishForm key={lesson.was} {...finishing} />
    </section>
  );
}

function Attendance({ attendance }: { attendance: readonly Attended[] }) {
  if (attendance.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">Who was there, by Google’s record</h3>
      <ul class="govuk-list govuk-list--bullet">
        {attendance.map(({ name, kind, minutes }, index) => (
          <li key={`${index} ${name}`}>
            {name}
            {kind === 'signed in' ? '' : kind === 'anonymous' ? ' (not signed in)' : ' (by telephone)'}: {minutes} min
          </li>
        ))}
      </ul>
    </>
  );
}
