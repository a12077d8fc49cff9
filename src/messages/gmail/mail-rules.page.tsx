import { FoldedPart, OpenPart } from '../../pages/fold.tsx';
import { call } from '../../pages/server.ts';
import { Page, startPage, useLoaded } from '../../pages/shell.tsx';
import type { Mode } from '../monitoring.ts';
import { ComparePart } from './compare-part.tsx';
import { ConsolePart } from './console-part.tsx';
import { FiltersPart } from './filters-part.tsx';
import { ForwardingPart } from './forwarding-part.tsx';

startPage(MailRules);

const NOW: Record<Mode, string> = {
  off: 'The school has not chosen yet how mail is looked at: do nothing in the console before it has.',
  sieve: 'The school has chosen that mail with certain words is copied: part 1.',
  journal: 'The school has chosen that all mail of certain accounts is copied: part 2. Part 1 is for the other accounts.',
};

function MailRules() {
  const [loaded] = useLoaded(() => call('seeMailRules', {}));
  return (
    <Page title="What Google is told about mail" loaded={loaded} back={{ text: 'How mail is monitored', page: 'monitoring' }}>
      {(rules) => (
        <>
          <p class="govuk-body-l">
            Google’s rules bring mail to {rules.mailbox}, where Handrail looks at it. They only copy: mail itself is never held back, changed or deleted.
          </p>
          <p class="govuk-body">
            {NOW[rules.mode]} Words find little by themselves, because most messages that matter hold no bad word. This is version{' '}
            <strong>{rules.version}</strong> of the words.
          </p>
          <OpenPart id="filters" title="Filters of the safeguarding mailbox">
            <FiltersPart filters={rules.filters} />
          </OpenPart>
          <FoldedPart id="words" title="Part 1: copy mail with certain words" brief={`${rules.settings.length} settings`}>
            <ConsolePart settings={rules.settings} steps={rules.steps} />
          </FoldedPart>
          <FoldedPart id="all" title="Part 2: copy all mail of a unit" brief="only with a recorded decision">
            <p class="govuk-body">
              Only when the decision stands on the page “How mail is monitored”, with its data protection impact assessment, and those people have been told.
              Remove the setting when the decision ends: Handrail stops reading then, but Google goes on copying.
            </p>
            <ConsolePart settings={[rules.journal]} steps={rules.steps} />
          </FoldedPart>
          <FoldedPart id="compare" title="Compare with what the console has">
            <ComparePart rules={rules} />
          </FoldedPart>
          <FoldedPart id="forwarding" title="Without the console: forwarding filters for one mailbox" brief={`${rules.forwarding.queries.length} filters`}>
            <ForwardingPart mailbox={rules.mailbox} forwarding={rules.forwarding} />
          </FoldedPart>
        </>
      )}
    </Page>
  );
}
