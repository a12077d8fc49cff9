import { FilterForm } from '../../pages/filtered.tsx';
import { Checkbox, Select, TextInput } from '../../pages/inputs.tsx';
import { SEVERITIES, STATES } from '../concern.ts';
import type { CaseFilter, CaseList } from './see-cases.ts';

/** Everything the list can be asked for. */
export function CaseFilters({ list, filter, busy, onShow }: { list: CaseList; filter: CaseFilter; busy: boolean; onShow: (filter: CaseFilter) => void }) {
  return (
    <FilterForm filter={filter} busy={busy} onShow={onShow}>
      {(wanted, set) => (
        <>
          <TextInput
            id="text"
            label="Reference or name"
            hint="A part of the reference, or the beginning of a name."
            value={wanted.text ?? ''}
            onInput={(text) => set({ text })}
          />
          <div class="handrail-beside">
            <Select
              id="state"
              label="State"
              value={wanted.state ?? ''}
              options={[
                { value: '', text: 'all that are open' },
                ...STATES.map((value) => ({ value, text: value })),
                { value: 'handed over', text: 'handed over' },
              ]}
              onInput={(value) => set({ state: value as CaseFilter['state'] })}
            />
            <Select
              id="severity"
              label="Severity"
              value={wanted.severity ?? ''}
              options={[
                { value: '', text: 'any' },
                ...[...SEVERITIES].reverse().map((value) => ({ value, text: value })),
                { value: 'not set', text: 'not set yet' },
              ]}
              onInput={(value) => set({ severity: value as CaseFilter['severity'] })}
            />
            <Select
              id="owner"
              label="Owner"
              value={wanted.owner ?? ''}
              options={[
                { value: '', text: 'anybody' },
                { value: 'nobody', text: 'nobody yet' },
                ...list.owners.map(({ email, name }) => ({ value: email, text: name })),
              ]}
              onInput={(owner) => set({ owner })}
            />
            <Select
              id="type"
              label="Type"
              value={wanted.type ?? ''}
              options={[{ value: '', text: 'any' }, ...list.types.map(({ id, title }) => ({ value: id, text: title }))]}
              onInput={(type) => set({ type })}
            />
          </div>
          <div class="govuk-checkboxes govuk-form-group">
            <Checkbox id="overdue" label="Only what is overdue" checked={wanted.overdue ?? false} onChange={(overdue) => set({ overdue })} />
          </div>
        </>
      )}
    </FilterForm>
  );
}
