import { Fragment } from 'preact';
import { PartLink } from '../../pages/go-to.tsx';
import type { Standing } from '../checks/verdict.ts';
import { pointId } from './point.tsx';

/** What is not fine, before the long list in which it stands: on a phone it would be found last. */
export function WrongFirst({ standings }: { standings: readonly Standing[] }) {
  const wrong = standings.filter(({ state }) => state === 'not fine' || state === 'never');
  if (wrong.length === 0) return null;
  return (
    <p class="govuk-body">
      <strong>Look first at:</strong>{' '}
      {wrong.map(({ consideration: { id, title } }, index) => (
        <Fragment key={id}>
          {index > 0 && ', '}
          <PartLink id={pointId(id)}>{title}</PartLink>
        </Fragment>
      ))}
      .
    </p>
  );
}
