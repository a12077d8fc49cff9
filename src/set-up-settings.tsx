import { useState } from 'preact/hooks';
import { Button, Select, TextArea, TextInput } from './pages/inputs.tsx';
import { call } from './pages/server.ts';
import { ErrorSummary } from './pages/shell.tsx';
import { useWork } from './pages/work.ts';
import { NATIONS, type Nation } from './school/bank-holidays.ts';
import { closuresAsText } from './school/closures.ts';
import type { SaveSettings, SetUpState } from './set-up.ts';

const NATION_NAMES: Record<Nation, string> = { 'england and wales': 'England and Wales', scotland: 'Scotland', 'northern ireland': 'Northern Ireland' };

/** One input of the form; with `rows` it takes several lines. */
interface Input {
  field: Exclude<keyof SaveSettings, 'nation'>;
  label: string;
  hint?: string;
  type?: 'email' | 'tel';
  rows?: number;
}

const INPUTS: readonly Input[] = [
  { field: 'name', label: 'Name of the school' },
  { field: 'address', label: 'Address of this web app', hint: 'As npm run deploy printed it: it ends in /exec.' },
  { field: 'dslTelephone', label: 'Telephone of the designated safeguarding lead', hint: 'Stands in every mail and on every page.', type: 'tel' },
  { field: 'head', label: 'Headteacher', hint: 'E-mail address. Reads concerns about staff and about the DSL.', type: 'email' },
  { field: 'dsl', label: 'Designated safeguarding lead (DSL)', type: 'email' },
  { field: 'deputies', label: 'Deputy safeguarding leads', hint: 'One address a line.', rows: 3 },
  { field: 'chair', label: 'Chair of governors', hint: 'Reads concerns about the headteacher, alone. Needs a school account.', type: 'email' },
  { field: 'approvers', label: 'Who may approve agreements', hint: 'One address a line. Nobody can approve their own, so two are better than one.', rows: 3 },
  { field: 'technicians', label: 'Technicians', hint: 'One address a line.', rows: 2 },
  {
    field: 'office',
    label: 'Office staff who look after the register of agreements',
    hint: 'One address a line. They see who has signed what, and ask people again; they see nothing of any concern.',
    rows: 2,
  },
  {
    field: 'clerk',
    label: 'Governors’ clerk',
    hint: 'E-mail address. Reminded of policies that are due for review. Leave it empty if there is none.',
    type: 'email',
  },
  {
    field: 'coordinator',
    label: 'Computing or online-safety coordinator',
    hint: 'E-mail address. The first to hear of complaints about misuse. Leave it empty where the DSL is.',
    type: 'email',
  },
  {
    field: 'dataLead',
    label: 'Data protection lead',
    hint: 'E-mail address. Hears of lost devices and data together with the headteacher. Leave it empty where the headteacher does both.',
    type: 'email',
  },
  {
    field: 'slt',
    label: 'Other senior leaders',
    hint: 'One address a line. They approve changes of the filter and review the log; they read no concerns.',
    rows: 2,
  },
  {
    field: 'witness',
    label: 'Witness of the history',
    hint: 'E-mail address, best of somebody outside the school, such as a governor of the local authority. Gets one mail a day with a number, and nothing of any concern: with it everybody can see later that nobody has written the history anew. Leave it empty for the chair of governors.',
    type: 'email',
  },
];

const CLOSURES: Input = {
  field: 'closures',
  label: 'Days the school is closed',
  hint: 'One holiday a line: 26/10/2026 to 30/10/2026 Half term. No reminders go on these days, at weekends and on bank holidays.',
  rows: 8,
};

/** Part 1 of the set-up page: who is who, and when the school is closed. */
export function SettingsForm({ state, reload }: { state: SetUpState; reload: () => Promise<void> }) {
  const { school } = state;
  const list = (addresses: string[] | undefined) => (addresses ?? []).join('\n');
  const [typed, setTyped] = useState<SaveSettings>({
    name: school.name ?? '',
    address: school.address ?? '',
    dslTelephone: school.dslTelephone ?? '',
    head: school.head ?? '',
    dsl: school.dsl ?? '',
    deputies: list(school.deputies),
    chair: school.chair ?? '',
    approvers: list(school.approvers),
    technicians: list(school.technicians),
    office: list(school.office),
    clerk: school.clerk ?? '',
    coordinator: school.coordinator ?? '',
    dataLead: school.dataLead ?? '',
    slt: list(school.slt),
    witness: school.witness ?? '',
    nation: school.nation ?? 'england and wales',
    closures: closuresAsText(school.closures ?? []),
  });
  const [gaps, setGaps] = useState(state.gaps);
  const [asked, setAsked] = useState(false);
  const { busy, error, said, doing } = useWork();
  const set = (part: Partial<SaveSettings>) => setTyped({ ...typed, ...part });
  const errorFor = (field: string) => (asked ? gaps.find((gap) => gap.field === field)?.message : undefined);
  const save = (event: Event) => {
    event.preventDefault();
    void doing('', async () => {
      const { value } = await call('saveSettings', typed);
      setGaps(value.gaps);
      setAsked(true);
      if (value.gaps.length === 0) await reload();
      return value.gaps.length === 0 ? 'The settings are saved.' : '';
    });
  };

  const input = ({ field, label, hint, type, rows }: Input) => {
    const props = { id: field, label, hint, error: errorFor(field), value: typed[field], onInput: (value: string) => set({ [field]: value }) };
    return rows === undefined ? <TextInput key={field} type={type ?? 'text'} {...props} /> : <TextArea key={field} rows={rows} {...props} />;
  };

  return (
    <form onSubmit={save} noValidate>
      <h2 class="govuk-heading-m">1. The school</h2>
      <ErrorSummary errors={error ? [error] : asked && busy === null ? gaps : []} />
      {INPUTS.map(input)}
      <Select
        id="nation"
        label="Bank holidays of"
        value={typed.nation}
        options={NATIONS.map((value) => ({ value, text: NATION_NAMES[value] }))}
        onInput={(value) => set({ nation: NATIONS.find((each) => each === value) ?? typed.nation })}
      />
      {input(CLOSURES)}
      <p class="govuk-body" role="status">
        {said}
      </p>
      <Button busy={busy !== null}>Save the settings</Button>
    </form>
  );
}
