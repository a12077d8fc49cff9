import { useState } from 'preact/hooks';
import { ChangeForm } from '../../pages/change-form.tsx';
import { Fold } from '../../pages/fold.tsx';
import { Select, TextInput } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { CATEGORY_WORDS } from '../words.ts';
import type { MonitoringPart } from './monitoring-part.ts';

/** Rules that flag nothing for a while. @param wanted a rule that a link has led here with */
export function MutesPart({ page, onDone, wanted }: MonitoringPart & { wanted: string }) {
  const { mutes, rules, furthestMute } = page;
  const [rule, setRule] = useState(rules.some(({ id }) => id === wanted) ? wanted : '');
  const [until, setUntil] = useState('');
  return (
    <>
      <p class="govuk-body">
        A muted rule flags nothing by itself until its last day, a term away at most. Rules that look for direct threats, or for somebody telling of harm, are
        never muted. What other rules find in the same message still counts. The second voice hears how a message reads as a whole: without it most of what
        holds no bad word is missed. Muted, it goes on listening for threats and for somebody telling of harm.
      </p>
      {mutes.length === 0 && <p class="govuk-body">No rule is muted.</p>}
      <ul class="handrail-lines">
        {mutes.map(({ rule: muted, words, why, until: last }) => (
          <li key={muted}>
            <p class="govuk-body govuk-!-margin-bottom-1">
              <strong>{words}</strong> until {last}
            </p>
            <p class="govuk-body-s govuk-!-margin-bottom-1 handrail-said">{why}</p>
            {page.mayChange && (
              <Fold
                summary={
                  <>
                    End it<span class="govuk-visually-hidden">: {words}</span>
                  </>
                }
              >
                <ChangeForm
                  {...{ page, onDone }}
                  id={`unmute-${muted}`}
                  button="End the mute"
                  said="The rule flags again."
                  content={muted}
                  change={(change) => call('endMute', { ...change, rule: muted })}
                />
              </Fold>
            )}
          </li>
        ))}
      </ul>
      <ChangeForm
        {...{ page, onDone }}
        id="mute"
        button="Mute"
        said="The rule is muted."
        content={[rule, until]}
        change={async (change) => {
          await call('muteRule', { ...change, rule, until });
          setRule('');
          setUntil('');
        }}
        whyLabel="Why does it do no good?"
      >
        {(form) => (
          <>
            <Select
              id={form.idOf('rule')}
              label="Rule to mute"
              error={form.errorFor('rule')}
              value={rule}
              options={[
                { value: '', text: 'Choose a rule' },
                ...rules.map(({ id, words, category }) => ({ value: id, text: category === '' ? words : `${CATEGORY_WORDS[category]}: ${words}` })),
              ]}
              onInput={setRule}
            />
            <TextInput
              id={form.idOf('until')}
              label="Last day"
              hint={`${furthestMute} at the latest.`}
              error={form.errorFor('until')}
              value={until}
              onInput={setUntil}
            />
          </>
        )}
      </ChangeForm>
    </>
  );
}
