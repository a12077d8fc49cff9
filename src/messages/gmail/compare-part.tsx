import { useState } from 'preact/hooks';
import { Button, TextArea } from '../../pages/inputs.tsx';
import { type ComparedSetting, type ConsoleCompared, compareConsole } from './compare-console.ts';
import type { MailRules } from './see-mail-rules.ts';

const OVERALL: Record<ConsoleCompared['state'], string> = {
  same: 'The console has these words, in this version.',
  different: 'The console has something else.',
  'cannot verify': 'This cannot be verified from what was pasted.',
};

const STATES: Record<ComparedSetting['state'], string> = { same: 'same', different: 'different', 'not there': 'not there', 'cannot verify': 'cannot verify' };

/** Google lets nobody but a super admin read these settings, so a person brings them. What is pasted is compared in the page and sent nowhere. */
export function ComparePart({ rules: { settings, journal, mailbox, mode } }: { rules: MailRules }) {
  const [pasted, setPasted] = useState('');
  const [compared, setCompared] = useState<ConsoleCompared | null>(null);
  const compare = (event: Event) => {
    event.preventDefault();
    setCompared(compareConsole(pasted, mode === 'journal' ? [...settings, journal] : settings, mailbox));
  };
  return (
    <form onSubmit={compare} noValidate>
      <TextArea
        id="pasted"
        label="What the console shows"
        hint="Open each setting in the console and copy its page, one after the other; or, as a super admin, paste what the Policy API answers for settings/gmail.content_compliance and settings/gmail.objectionable_content. It stays in this page."
        rows={8}
        value={pasted}
        onInput={setPasted}
      />
      <Button secondary>Compare</Button>
      <div aria-live="polite">{compared && <Result compared={compared} />}</div>
    </form>
  );
}

function Result({ compared: { state, settings, notes } }: { compared: ConsoleCompared }) {
  return (
    <>
      <p class="govuk-body">
        <strong>{OVERALL[state]}</strong>
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {settings.map(({ name, state: each, where }) => (
          <li key={name}>
            {name}: <strong>{STATES[each]}</strong>. {where.join(' ')}
          </li>
        ))}
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <p class="govuk-body">
        Cannot be verified here: whether each setting is switched on, for which unit it holds, and that it only modifies the message. Look at that in the
        console, or send a message with one of the phrases and see whether a copy comes.
      </p>
    </>
  );
}
