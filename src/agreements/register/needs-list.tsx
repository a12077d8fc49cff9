import type { ComponentChildren } from 'preact';
import type { Filter } from './find-standings.ts';
import type { Overview } from './see-agreements.ts';

interface Item {
  key: string;
  count: number;
  what: ComponentChildren;
}

/** What somebody has to see to, each with its number and the way there. */
export function NeedsList({ overview, address, onFind }: { overview: Overview; address: string; onFind: (state: Filter) => void }) {
  const items = itemsOf(overview, address, onFind).filter(({ count }) => count > 0);
  if (items.length === 0) return <p class="govuk-body">Nothing needs doing just now.</p>;
  return (
    <ul class="govuk-list handrail-needs">
      {items.map(({ key, count, what }) => (
        <li key={key}>
          <strong class="handrail-needs__count">{count}</strong>
          <span>{what}</span>
        </li>
      ))}
    </ul>
  );
}

function itemsOf({ needs, refusedMails, mayApprove, agreements }: Overview, address: string, onFind: (state: Filter) => void): Item[] {
  const unasked = agreements.filter(({ asks, audience, className }) => !asks && !(audience === 'class' && className === ''));
  return [
    {
      key: 'approve',
      count: needs.toApprove,
      what: mayApprove ? <Link page={`${address}?page=approve`}>waiting for approval</Link> : 'waiting for approval by those who may approve',
    },
    {
      key: 'settle',
      count: needs.toSettle,
      what: <Link page={`${address}?page=settle`}>answers to be settled: whom they are about is not clear, or two parents said different things</Link>,
    },
    {
      key: 'unsigned',
      count: needs.unsigned,
      what: <Find {...{ state: 'no access before signature', onFind }}>people who should have no access: they have never signed</Find>,
    },
    { key: 'declined', count: needs.declined, what: <Find {...{ state: 'declined', onFind }}>declined or withdrawn</Find> },
    { key: 'ends', count: needs.endingSoon, what: <Find {...{ state: 'access ends soon', onFind }}>guests whose access ends soon</Find> },
    {
      key: 'differing',
      count: needs.differing,
      what: <Link page={`${address}?page=settle`}>answers that were edited or deleted in the form after they had been recorded</Link>,
    },
    {
      key: 'changed',
      count: needs.onChangedForms,
      what: <Link page={`${address}?page=settle`}>answers on a form whose text had been changed by hand: they do not count</Link>,
    },
    {
      key: 'forms',
      count: needs.changedForms.length,
      what: (
        <>
          agreements whose forms must be mended:{' '}
          {needs.changedForms.map(({ id, title }, index) => (
            <>
              {index > 0 && '; '}
              <Link page={`${address}?page=agreement&id=${encodeURIComponent(id)}`}>{title}</Link>
            </>
          ))}
        </>
      ),
    },
    {
      key: 'without',
      count: needs.withoutAgreement.length,
      what: (
        <>
          groups on the list of people without an agreement: {needs.withoutAgreement.join(', ')}. <Link page={`${address}?page=publish`}>Put one into use</Link>
        </>
      ),
    },
    {
      key: 'unasked',
      count: unasked.length,
      what: (
        <>
          agreements that nobody has been asked to sign yet. <Link page={`${address}?page=round`}>Ask people</Link>
        </>
      ),
    },
    {
      key: 'mails',
      count: refusedMails.length,
      what: (
        <>
          mails that Google did not send. Put the addresses right on the list of people.
          <ul class="govuk-list">
            {refusedMails.map(({ to, why }, index) => (
              <li key={`${index}-${to}`}>
                {to}: {why}
              </li>
            ))}
          </ul>
        </>
      ),
    },
  ];
}

function Link({ page, children }: { page: string; children: ComponentChildren }) {
  return (
    <a class="govuk-link" href={page}>
      {children}
    </a>
  );
}

function Find({ state, onFind, children }: { state: Filter; onFind: (state: Filter) => void; children: ComponentChildren }) {
  return (
    <button type="button" class="handrail-link" onClick={() => onFind(state)}>
      {children}
    </button>
  );
}
