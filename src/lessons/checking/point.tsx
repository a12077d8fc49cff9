import { Checkbox } from '../../pages/inputs.tsx';
import type { Standing } from '../checks/verdict.ts';
import type { ConsiderationId } from '../considerations.ts';
import type { Finding } from '../finding.ts';
import type { OpenedLesson } from './open-lesson.ts';
import { StateMark } from './state-mark.tsx';

/** What belongs to all points of a lesson. */
export interface Points {
  opened: Pick<OpenedLesson, 'offered' | 'factsAt'>;
  onTick: (ids: readonly ConsiderationId[], isTicked: boolean) => void;
}

/** Id of a point's tick: links and the keyboard come to it. */
export function tickId(id: ConsiderationId): string {
  return `tick-${id}`;
}

/** Id of a point's heading: links come to it. */
export function pointId(id: ConsiderationId): string {
  return `point-${id}`;
}

/** One consideration: what was found and by whom, how to mend it, and what a person is asked. */
export function Point({ standing, opened, onTick }: Points & { standing: Standing }) {
  const { consideration, findings, state, ask, isTicked } = standing;
  const { id, title } = consideration;
  const { offered, factsAt } = opened;
  const isOffered = ask !== null && !isTicked && offered.ids.includes(id);
  return (
    <li class={`handrail-point${state === 'never' || state === 'not fine' ? ' is-wrong' : ''}`}>
      <h3 class="govuk-heading-s handrail-point__title" id={pointId(id)} tabIndex={-1}>
        {title} {state !== null && <StateMark state={state} />}
        {isTicked && state !== 'fine' && state !== null && <strong class="govuk-tag govuk-tag--blue">confirmed by you</strong>}
      </h3>
      {findings.map((finding) => (
        <Found key={finding.check} finding={finding} isOneOfSeveral={findings.length > 1} factsAt={factsAt} />
      ))}
      {ask === null && findings.length === 0 && <p class="govuk-body handrail-point__found">Recording this lesson below does it.</p>}
      {ask !== null && (
        <div class="govuk-checkboxes handrail-point__tick">
          <Checkbox id={tickId(id)} label={ask} checked={isTicked} onChange={(checked) => onTick([id], checked)} />
        </div>
      )}
      {isOffered && (
        <p class="govuk-body-s handrail-point__offer">
          You ticked this last time ({offered.on}).{' '}
          <button
            type="button"
            class="handrail-link"
            onClick={() => {
              onTick([id], true);
              document.getElementById(tickId(id))?.focus();
            }}
          >
            Still so<span class="govuk-visually-hidden">: {title}</span>
          </button>
        </p>
      )}
    </li>
  );
}

function Found({ finding: { state, words, mend, by }, isOneOfSeveral, factsAt }: { finding: Finding; isOneOfSeveral: boolean; factsAt: string }) {
  return (
    <p class="govuk-body handrail-point__found">
      {isOneOfSeveral && state !== 'fine' && (
        <>
          <StateMark state={state} />{' '}
        </>
      )}
      {words} {mend !== '' && <strong>{mend}</strong>}{' '}
      <span class="handrail-point__source">{by === 'office' ? 'The office knows.' : `Reported by the sidebar at ${factsAt.slice(-5)}.`}</span>
    </p>
  );
}
