import { FilterForm } from '../../pages/filtered.tsx';
import { Select } from '../../pages/inputs.tsx';
import { ROUTES } from '../flag.ts';
import { CATEGORIES } from '../message.ts';
import { CATEGORY_WORDS, ROUTE_WORDS, SEVERITY_WORDS } from '../words.ts';
import type { FlagFilter, FlagList } from './list-flags.ts';

const SEVERITIES = [3, 2, 1] as const;

/** Everything the list of flagged messages can be asked for. */
export function FlagFilters({ list, filter, busy, onShow }: { list: FlagList; filter: FlagFilter; busy: boolean; onShow: (filter: FlagFilter) => void }) {
  return (
    <FilterForm filter={filter} busy={busy} onShow={onShow}>
      {(wanted, set) => (
        <>
          <div class="handrail-beside">
            <Select
              id="state"
              label="Which"
              value={wanted.state ?? ''}
              options={[
                { value: '', text: 'all: what waits first' },
                { value: 'waiting', text: 'what waits' },
                { value: 'settled', text: 'what is settled' },
              ]}
              onInput={(state) => set({ state: state as FlagFilter['state'] })}
            />
            <Select
              id="category"
              label="What it is about"
              value={wanted.category ?? ''}
              options={[{ value: '', text: 'anything' }, ...CATEGORIES.map((value) => ({ value, text: CATEGORY_WORDS[value] }))]}
              onInput={(category) => set({ category: category as FlagFilter['category'] })}
            />
            <Select
              id="severity"
              label="Severity"
              value={String(wanted.severity ?? 0)}
              options={[{ value: '0', text: 'any' }, ...SEVERITIES.map((value) => ({ value: String(value), text: SEVERITY_WORDS[value] }))]}
              onInput={(severity) => set({ severity: Number(severity) as FlagFilter['severity'] })}
            />
            <Select
              id="route"
              label="How it came"
              value={wanted.route ?? ''}
              options={[{ value: '', text: 'any way' }, ...ROUTES.map((value) => ({ value, text: ROUTE_WORDS[value] }))]}
              onInput={(route) => set({ route: route as FlagFilter['route'] })}
            />
            <Select
              id="rule"
              label="Rule"
              value={wanted.rule ?? ''}
              options={[{ value: '', text: 'any' }, ...list.rules.map(({ id, words }) => ({ value: id, text: words }))]}
              onInput={(rule) => set({ rule })}
            />
          </div>
        </>
      )}
    </FilterForm>
  );
}
