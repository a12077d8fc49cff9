import { Fold } from '../../pages/fold.tsx';
import { Button } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { useSmallForm } from '../../pages/small-form.tsx';
import { PressForm } from './press-form.tsx';
import type { Leftover, WaitingErasure } from './see-keeping.ts';

type OnDone = (said: string) => Promise<void>;

/** Erasures that wait for their second person. */
export function WaitingErasures({ waiting, address, onDone }: { waiting: WaitingErasure[]; address: string; onDone: OnDone }) {
  if (waiting.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Waiting for a second person</h2>
      <ul class="govuk-list handrail-lines">
        {waiting.map((each, index) => (
          <Waiting key={each.reference} each={each} id={`waiting-${index}`} address={address} onDone={onDone} />
        ))}
      </ul>
    </>
  );
}

function Waiting({ each, id, address, onDone }: { each: WaitingErasure; id: string; address: string; onDone: OnDone }) {
  const { reference, why, askedBy, askedAt, isMine } = each;
  return (
    <li>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">Erase {reference}?</h3>
      <p class="govuk-body govuk-!-margin-bottom-1">
        {askedBy} asked for it on {askedAt}.{' '}
        {each.case ? (
          <a class="govuk-link" href={`${address}?page=keeping&reference=${encodeURIComponent(reference)}`}>
            {reference} and where else it lies
          </a>
        ) : (
          'You may decide this without reading the case. Ask them about it.'
        )}
      </p>
      <p class="govuk-body handrail-said" dir="auto">
        {why}
      </p>
      {isMine ? (
        <p class="govuk-body">You asked for it yourself: somebody else has to approve it.</p>
      ) : (
        <Approve reference={reference} id={id} onDone={onDone} />
      )}
      <Fold summary={isMine ? `Take it back for ${reference}` : `Refuse it for ${reference}`}>
        <PressForm
          id={`${id}-refuse`}
          asks={[{ name: 'why', label: 'Why', isLong: true }]}
          button={isMine ? 'Take it back' : 'Refuse it'}
          press={async (key, typed) => {
            await call('refuseErasure', { key, reference, ...typed });
            return `${reference} is not erased.`;
          }}
          onDone={onDone}
        />
      </Fold>
    </li>
  );
}

function Approve({ reference, id, onDone }: { reference: string; id: string; onDone: OnDone }) {
  const { busy, problem, send } = useSmallForm(id, onDone);
  return (
    <Fold summary={`Approve it for ${reference}`}>
      {problem}
      <p class="govuk-body">Nobody can bring it back.</p>
      <Button
        busy={busy}
        onPress={() =>
          send(reference, async (key) => {
            await call('approveErasure', { key, reference });
            return `${reference} will be erased within the hour; with very many events, overnight.`;
          })
        }
      >
        Erase {reference} for good
      </Button>
    </Fold>
  );
}

/** Copies of erased cases that only a person can see to. */
export function Leftovers({ leftovers, onDone }: { leftovers: Leftover[]; onDone: OnDone }) {
  if (leftovers.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Erased: copies elsewhere to see to</h2>
      {leftovers.map(({ reference, items }) => (
        <section key={reference} aria-labelledby={`left-${reference}`}>
          <h3 class="govuk-heading-s" id={`left-${reference}`}>
            {reference}
          </h3>
          <ul class="govuk-list handrail-lines">
            {items.map((item) => (
              <LeftoverItem key={item.id} reference={reference} item={item} onDone={onDone} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function LeftoverItem({ reference, item, onDone }: { reference: string; item: Leftover['items'][number]; onDone: OnDone }) {
  const { busy, problem, send } = useSmallForm(`left-${reference}-${item.id}`, onDone);
  return (
    <li>
      {problem}
      <p class="govuk-body govuk-!-margin-bottom-1">{item.what}</p>
      {item.settled ? (
        <p class="govuk-body-s">Seen to: {item.settled}</p>
      ) : (
        <Button
          secondary
          busy={busy}
          onPress={() =>
            send(item.id, async (key) => {
              await call('settleLeftover', { key, reference, id: item.id });
              return 'Noted.';
            })
          }
        >
          Seen to<span class="govuk-visually-hidden">: {item.what}</span>
        </Button>
      )}
    </li>
  );
}
