import { Fold } from '../../pages/fold.tsx';
import { GROUP_TITLES } from '../checking/points-part.tsx';
import { StateMark, VerdictMark } from '../checking/state-mark.tsx';
import { GROUPS } from '../considerations.ts';
import type { RecordedPoint, Said } from './see-lesson.ts';

/** Everything that was recorded before the lesson and, where it was recorded more than once, what stood before. */
export function SaidPart({ said }: { said: readonly Said[] }) {
  return (
    <section class="handrail-part" aria-labelledby="said">
      <h2 class="govuk-heading-m" id="said">
        What was recorded
      </h2>
      {said.map((each, index) =>
        index === 0 ? (
          <OneSaid key={each.at} said={each} />
        ) : (
          <Fold key={`${index} ${each.at}`} summary={`Before that, on ${each.at}`}>
            <OneSaid said={each} />
          </Fold>
        ),
      )}
    </section>
  );
}

function OneSaid({ said: { at, by, isLate, verdict, listVersion, factsAt, points, note } }: { said: Said }) {
  return (
    <>
      <p class="govuk-body">
        <VerdictMark verdict={verdict} /> {by}, {at}
        {isLate ? ', after it had begun' : ''}.
      </p>
      <p class="govuk-hint">
        Against list {listVersion}. {factsAt === '' ? 'Without the sidebar.' : `The sidebar had asked Google on ${factsAt}.`}
      </p>
      {note !== '' && <p class="govuk-body">{note}</p>}
      {GROUPS.map((group) => {
        const own = points.filter((point) => point.group === group && (point.found.length > 0 || point.isTicked));
        return own.length === 0 ? null : (
          <div key={group}>
            <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{GROUP_TITLES[group]}</h3>
            <ul class="govuk-list">
              {own.map((point) => (
                <PointLine key={point.id} point={point} by={by} />
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}

function PointLine({ point: { title, found, isTicked }, by }: { point: RecordedPoint; by: string }) {
  return (
    <li>
      {title}:{' '}
      {withoutRepeats(found).map(({ state, by: source }) => (
        <span key={`${source} ${state}`}>
          <StateMark state={state} /> <span class="govuk-body-s">{source === 'office' ? 'by the office' : 'by the sidebar'}</span>{' '}
        </span>
      ))}
      {isTicked && <span class="govuk-body-s">confirmed by {by}</span>}
    </li>
  );
}

/** Several checks of one point may have found the same. */
function withoutRepeats(found: RecordedPoint['found']): RecordedPoint['found'] {
  return found.filter(({ state, by }, index) => found.findIndex((each) => each.state === state && each.by === by) === index);
}
