import { Fold } from '../../pages/fold.tsx';
import { call } from '../../pages/server.ts';
import { StateTag } from '../working/state-tag.tsx';
import { PressForm } from './press-form.tsx';
import type { KeptCase } from './see-keeping.ts';

const WHY = { name: 'why', label: 'Why', hint: 'It stays on record. Name nobody.', isLong: true } as const;

/** One case with how long it is kept, and what can be decided about that. */
export function KeptCaseCard({ kept, id, address, onDone }: { kept: KeptCase; id: string; address: string; onDone: (said: string) => Promise<void> }) {
  const { reference, held, state, isErasing } = kept;
  return (
    <li>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        <a class="govuk-link" href={`${address}?page=case&reference=${encodeURIComponent(reference)}`}>
          {reference}
        </a>
      </h3>
      <p class="govuk-body handrail-tags govuk-!-margin-bottom-1">
        <StateTag state={state} />
        {held && <strong class="govuk-tag govuk-tag--purple">on hold</strong>}
      </p>
      <p class="govuk-body govuk-!-margin-bottom-1">
        {[kept.lane, kept.people || 'nobody named', kept.types.join('; ') || 'not classified'].join('. ')}.
        {kept.closed && ` Closed ${kept.closed}: ${kept.outcome}.`}
      </p>
      <p class="govuk-body govuk-!-margin-bottom-1">
        {kept.due && <strong>{kept.isDue ? `Due for review since ${kept.due}. ` : `To be reviewed on ${kept.due}. `}</strong>}
        {kept.why}
      </p>
      {kept.erasure && <p class="govuk-body">{kept.erasure}</p>}
      {state === 'closed' && !isErasing && (
        <Fold summary={`Keep ${reference} on`}>
          <PressForm
            id={`${id}-keep`}
            asks={[{ name: 'until', label: 'Look at it again on', hint: 'A day, like 27/3/2030.' }, WHY]}
            button="Keep it on"
            press={async (key, typed) => {
              await call('keepOn', { key, reference, ...typed });
              return `${reference} is kept on until ${typed.until}.`;
            }}
            onDone={onDone}
          />
        </Fold>
      )}
      {held ? (
        <Fold summary={`Release ${reference}`}>
          <PressForm
            id={`${id}-release`}
            asks={[WHY]}
            button="Release it"
            press={async (key, typed) => {
              await call('releaseCase', { key, reference, ...typed });
              return `${reference} is no longer on hold: the periods count again.`;
            }}
            onDone={onDone}
          />
        </Fold>
      ) : (
        !isErasing && (
          <Fold summary={`Hold ${reference}`}>
            <p class="govuk-body">While it is on hold, nobody can erase it: for an inquiry, the police, a claim.</p>
            <PressForm
              id={`${id}-hold`}
              asks={[WHY]}
              button="Hold it"
              press={async (key, typed) => {
                await call('holdCase', { key, reference, ...typed });
                return `${reference} is on hold.`;
              }}
              onDone={onDone}
            />
          </Fold>
        )
      )}
      {state === 'closed' && !held && !isErasing && (
        <Fold summary={`Ask for ${reference} to be erased`}>
          <p class="govuk-body">
            {!kept.isDue && 'It is not yet due for review. '}
            Somebody else must approve it. Then everything recorded about it is erased for good, with its files; only that it was there, and who decided this,
            remains. Look first at where else it lies:{' '}
            <a class="govuk-link" href={`${address}?page=keeping&reference=${encodeURIComponent(reference)}`}>
              copies of {reference}
            </a>
            .
          </p>
          <PressForm
            id={`${id}-erase`}
            asks={[WHY]}
            button="Ask for it to be erased"
            press={async (key, typed) => {
              await call('askErasure', { key, reference, ...typed });
              return `Somebody else has been asked to approve that ${reference} is erased.`;
            }}
            onDone={onDone}
          />
        </Fold>
      )}
    </li>
  );
}
