import { Changes } from '../../pages/changes.tsx';
import { FoldedPart, OpenPart } from '../../pages/fold.tsx';
import { call } from '../../pages/server.ts';
import { Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { useNotice, WhenStale } from '../../pages/small-form.tsx';
import { Warning } from '../../pages/warning.tsx';
import type { Mode } from '../monitoring.ts';
import { CountsPart } from './counts-part.tsx';
import { JournalPart } from './journal-part.tsx';
import { ModePart } from './mode-part.tsx';
import { MutesPart } from './mutes-part.tsx';
import { GROUP_WORDS } from './notices.ts';
import { HousePart, NumbersPart, ThresholdsPart } from './numbers-part.tsx';
import { OwnRulesPart } from './own-rules-part.tsx';
import type { MonitoringPage } from './read-monitoring.ts';
import { ToldPart } from './told-part.tsx';

startPage(Monitoring);

const MODE_WORDS: Record<Mode, string> = {
  off: 'Handrail looks only at messages that people send it.',
  sieve: 'Handrail looks at mail in which Google finds certain words, and at what people send it.',
  journal: 'Handrail looks at all mail of chosen accounts, and at what people send it.',
};

const MODE_BRIEF: Record<Mode, string> = { off: 'only what people send', sieve: 'by words', journal: 'all mail of chosen accounts' };

function Monitoring({ parameter }: { parameter: Record<string, string> }) {
  const [loaded, reload] = useLoaded(() => call('readMonitoring', {}));
  const [notice, onDone] = useNotice(reload);
  const wanted = parameter['mute'] ?? '';
  return (
    <Page title="How mail is monitored" loaded={loaded}>
      {(page, { school }) => (
        <WhenStale.Provider value={reload}>
          {notice}
          <p class="govuk-body-l">{MODE_WORDS[page.modeToday]}</p>
          {warningsFor(page).map((warning) => (
            <Warning key={warning}>{warning}</Warning>
          ))}
          <p class="govuk-body">
            Beside this page:{' '}
            {besides(page).map(([to, text], index) => (
              <span key={to}>
                {index > 0 && ', '}
                <a class="govuk-link" href={`${school.address}?page=${to}`}>
                  {text}
                </a>
              </span>
            ))}
            .
          </p>
          <OpenPart id="mailbox" title="The safeguarding mailbox">
            <CountsPart page={page} />
          </OpenPart>
          <FoldedPart id="told" title="Who has been told" brief={toldBrief(page)}>
            <ToldPart {...{ page, onDone }} />
          </FoldedPart>
          <FoldedPart id="how" title="What is looked at" brief={MODE_BRIEF[page.modeToday]}>
            <ModePart {...{ page, onDone }} />
          </FoldedPart>
          <FoldedPart id="decision" title="The decision on all mail" brief={decisionBrief(page)}>
            <JournalPart {...{ page, onDone }} />
          </FoldedPart>
          <FoldedPart id="mutes" title="Muted rules" brief={String(page.mutes.length)} isOpen={wanted !== ''}>
            <MutesPart {...{ page, onDone, wanted }} />
          </FoldedPart>
          <FoldedPart id="own-rules" title="Rules of your own" brief={String(page.monitoring.own.length)}>
            <OwnRulesPart {...{ page, onDone }} />
          </FoldedPart>
          <FoldedPart id="by-category" title="Flag sooner or later" brief={thresholdsBrief(page)}>
            <ThresholdsPart {...{ page, onDone }} />
          </FoldedPart>
          <FoldedPart id="caps" title="How many mails, and other numbers">
            <NumbersPart {...{ page, onDone }} />
          </FoldedPart>
          <FoldedPart id="house-rules" title="House rules for mail">
            <HousePart {...{ page, onDone }} />
          </FoldedPart>
          <FoldedPart id="changes" title="Last changes">
            <Changes changes={page.changes} words={SETTING_WORDS} />
          </FoldedPart>
        </WhenStale.Provider>
      )}
    </Page>
  );
}

/** Pages that belong to this one: those about single messages only for whoever reads these. */
function besides({ mayChange }: MonitoringPage): [page: string, text: string][] {
  const google: [string, string] = ['mail-rules', 'What Google is told about mail'];
  return mayChange ? [['flags', 'Flagged messages'], ['house-rules', 'House rules for mail'], google] : [google];
}

function thresholdsBrief({ monitoring: { thresholds } }: MonitoringPage): string {
  const changed = Object.values(thresholds).filter((each) => each !== 'usual').length;
  return changed === 0 ? 'as usual' : `${changed} not as usual`;
}

function untold({ told }: MonitoringPage): string[] {
  return told.filter(({ isEnough }) => !isEnough).map(({ group }) => GROUP_WORDS[group].toLowerCase());
}

function toldBrief(page: MonitoringPage): string {
  const missing = untold(page);
  return missing.length === 0 ? 'everybody' : `not: ${missing.join('; ')}`;
}

function decisionBrief({ decision }: MonitoringPage): string {
  if (!decision) return 'none';
  return decision.isOver ? `over since ${decision.until}` : `until ${decision.until}`;
}

/** States of the mailbox in which somebody must do something. */
const AILING: readonly MonitoringPage['mailbox']['state'][] = ['late', 'stopped', 'rules alone', 'in part', 'owing'];

function warningsFor(page: MonitoringPage): string[] {
  const { modeToday, monitoring, decision, mailbox } = page;
  const missing = untold(page);
  return [
    ...(modeToday !== 'off' && missing.length > 0
      ? [
          `${modeToday === 'journal' ? 'All mail of chosen accounts is looked at' : 'Mail is monitored'}, and these have not been told: ${missing.join('; ')}. Tell them, and record it below.`,
        ]
      : []),
    ...(monitoring.mode === 'journal' && decision?.isOver
      ? [`The decision on all mail held until ${decision.until}. All mail is no longer read: switch Google’s copies off, or decide again.`]
      : []),
    ...(modeToday === 'journal' && mailbox.mayNotDelete
      ? ['All mail is looked at, and harmless copies cannot be deleted at once, as people are told. Look below.']
      : []),
    ...(AILING.includes(mailbox.state) ? ['The safeguarding mailbox is not read as it should be. Look below.'] : []),
  ];
}

const SETTING_WORDS: Record<string, string> = {
  ...{ mode: 'What is looked at', journal: 'The decision on all mail', told: 'Who has been told', mutes: 'Muted rules', own: 'Rules of your own' },
  ...{
    thresholds: 'Flag sooner or later',
    alerts: 'How many mails',
    house: 'House rules for mail',
    floor: 'When a rule is proposed for change',
    keepHarmlessDays: 'Days for harmless copies',
  },
};
