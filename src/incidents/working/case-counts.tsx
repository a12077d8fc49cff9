import type { CaseFilter, CaseList } from './see-cases.ts';

/** How many there are of each kind; a press shows those. What there is none of is left out. */
export function CaseCounts({ counts, me, onShow }: { counts: CaseList['counts']; me: string; onShow: (filter: CaseFilter) => void }) {
  const kinds: [count: number, words: string, filter: CaseFilter][] = [
    [counts.open, 'open', {}],
    [counts.overdue, 'overdue', { overdue: true }],
    [counts.new, 'new', { state: 'new' }],
    [counts.waiting, 'waiting', { state: 'waiting' }],
    [counts.high, 'high severity', { severity: 'high' }],
    [counts.nobody, 'without an owner', { owner: 'nobody' }],
    [counts.mine, 'yours', { owner: me }],
    [counts.closed, 'closed', { state: 'closed' }],
    [counts.handedOver, 'handed over', { state: 'handed over' }],
  ];
  return (
    <ul class="handrail-counts" aria-label="How many there are">
      {kinds
        .filter(([count], index) => index === 0 || count > 0)
        .map(([count, words, filter]) => (
          <li key={words}>
            <button type="button" class="handrail-link" onClick={() => onShow(filter)}>
              <strong>{count}</strong> {words}
            </button>
          </li>
        ))}
    </ul>
  );
}
