import { useState } from 'preact/hooks';
import { ChangeForm } from '../../pages/change-form.tsx';
import { Select, TextArea, TextInput } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import type { SmallForm } from '../../pages/small-form.tsx';
import { CATEGORIES } from '../message.ts';
import type { Threshold } from '../monitoring.ts';
import { CATEGORY_WORDS } from '../words.ts';
import type { MonitoringPart } from './monitoring-part.ts';

const THRESHOLD_OPTIONS: { value: Threshold; text: string }[] = [
  { value: 'sooner', text: 'flag sooner: finds more, more of it harmless' },
  { value: 'usual', text: 'as usual' },
  { value: 'later', text: 'flag later: finds less' },
];

/** How easily each category flags. */
export function ThresholdsPart({ page, onDone }: MonitoringPart) {
  const [thresholds, setThresholds] = useState(page.monitoring.thresholds);
  if (!page.mayChange) {
    const other = CATEGORIES.filter((category) => thresholds[category] !== 'usual');
    return <p class="govuk-body">{other.map((category) => `${CATEGORY_WORDS[category]}: ${thresholds[category]}`).join('; ') || 'All as usual.'}</p>;
  }
  return (
    <>
      <p class="govuk-body">No choice here silences a direct threat, or somebody telling of harm.</p>
      <ChangeForm
        {...{ page, onDone }}
        id="thresholds"
        button="Set sooner or later"
        said="It is set. It holds for messages that come from now on."
        content={thresholds}
        change={(change) => call('setThresholds', { ...change, thresholds })}
      >
        {(form) =>
          CATEGORIES.map((category) => (
            <Select
              key={category}
              id={form.idOf(category)}
              label={CATEGORY_WORDS[category]}
              value={thresholds[category]}
              options={THRESHOLD_OPTIONS}
              onInput={(value) => setThresholds({ ...thresholds, [category]: value as Threshold })}
            />
          ))
        }
      </ChangeForm>
    </>
  );
}

const NUMBERS = [
  {
    field: 'hour',
    label: 'Mails at once about medium messages: at most so many an hour',
    hint: 'The rest come together in one mail. About high ones a mail always goes.',
  },
  { field: 'day', label: 'The same: at most so many a day', hint: '' },
  {
    field: 'floor',
    label: 'A rule is proposed for change when fewer than so many of 100 were real',
    hint: 'Counted over what somebody has settled, and only when there are enough.',
  },
  {
    field: 'keepHarmlessDays',
    label: 'Days that harmless copies stay in the mailbox',
    hint: 'Then they go to its bin. With all mail they are deleted at once.',
  },
] as const;

/** Caps of alerts, the floor of a rule, and days for harmless copies. */
export function NumbersPart({ page, onDone }: MonitoringPart) {
  const { alerts, floor, keepHarmlessDays } = page.monitoring;
  const set = { hour: alerts.hour, day: alerts.day, floor, keepHarmlessDays };
  const [typed, setTyped] = useState(() => ({
    hour: String(set.hour),
    day: String(set.day),
    floor: String(floor),
    keepHarmlessDays: String(keepHarmlessDays),
  }));
  if (!page.mayChange) {
    return (
      <ul class="govuk-list">
        {NUMBERS.map(({ field, label }) => (
          <li key={field}>
            {label}: {set[field]}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <ChangeForm
      {...{ page, onDone }}
      id="numbers"
      button="Set numbers"
      said="The numbers are set."
      content={typed}
      change={(change) => call('setNumbers', { ...change, ...typed })}
    >
      {(form) =>
        NUMBERS.map(({ field, label, hint }) => (
          <TextInput
            key={field}
            id={form.idOf(field)}
            {...{ label, hint }}
            error={form.errorFor(field)}
            value={typed[field]}
            onInput={(value) => setTyped({ ...typed, [field]: value })}
          />
        ))
      }
    </ChangeForm>
  );
}

/** House rules on mail (C5, C6). */
export function HousePart({ page, onDone }: MonitoringPart) {
  const { house } = page.monitoring;
  const [visibleRecipients, setRecipients] = useState(String(house.visibleRecipients));
  const [permittedDomains, setDomains] = useState(house.permittedDomains.join('\n'));
  return (
    <>
      <p class="govuk-body">
        Chain letters, personal data sent outside, private addresses used with pupils, many visible recipients: they stand on the page “House rules for mail”.
        They never make a case.
      </p>
      {!page.mayChange && (
        <p class="govuk-body">
          Many recipients: {house.visibleRecipients}. Pupils’ mail: {house.permittedDomains.join(', ') || 'with anybody'}.
        </p>
      )}
      <ChangeForm
        {...{ page, onDone }}
        id="house"
        button="Set house rules"
        said="The house rules are set."
        content={[visibleRecipients, permittedDomains]}
        change={(change) => call('setHouseRules', { ...change, visibleRecipients, permittedDomains })}
      >
        {(form) => <HouseInputs {...{ form, visibleRecipients, setRecipients, permittedDomains, setDomains }} />}
      </ChangeForm>
    </>
  );
}

interface HouseTyped {
  form: SmallForm;
  visibleRecipients: string;
  setRecipients: (typed: string) => void;
  permittedDomains: string;
  setDomains: (typed: string) => void;
}

function HouseInputs({ form, visibleRecipients, setRecipients, permittedDomains, setDomains }: HouseTyped) {
  return (
    <>
      <TextInput
        id={form.idOf('visibleRecipients')}
        label="Visible recipients from which a mail is noticed"
        hint="Where blind copies would have been right."
        error={form.errorFor('visibleRecipients')}
        value={visibleRecipients}
        onInput={setRecipients}
      />
      <TextArea
        id={form.idOf('permittedDomains')}
        label="Domains that pupils may write with, besides the school’s"
        hint="One on each line, like example.org. With none, nothing is noticed. Handrail holds no mail back: Google’s admin console can."
        rows={3}
        error={form.errorFor('permittedDomains')}
        value={permittedDomains}
        onInput={setDomains}
      />
    </>
  );
}
