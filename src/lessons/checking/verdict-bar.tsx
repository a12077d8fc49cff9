import { PartLink } from '../../pages/go-to.tsx';
import { type Standing, verdictOf } from '../checks/verdict.ts';
import { isOpen, leftToDo } from './left-to-do.ts';
import { tickId } from './point.tsx';
import { VerdictMark } from './state-mark.tsx';

/** The verdict and what is left, always in sight, said anew with every tick. */
export function VerdictBar({ standings }: { standings: readonly Standing[] }) {
  const next = standings.find(isOpen);
  return (
    <div class="handrail-verdict">
      <p class="govuk-body handrail-verdict__words" role="status">
        <VerdictMark verdict={verdictOf(standings)} /> {leftToDo(standings)}
      </p>
      {next && <PartLink id={tickId(next.consideration.id)}>Next: {next.consideration.title}</PartLink>}
    </div>
  );
}
