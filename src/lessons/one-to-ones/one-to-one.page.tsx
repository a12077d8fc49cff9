import { FoldedPart, OpenPart } from '../../pages/fold.tsx';
import { call } from '../../pages/server.ts';
import { Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { useNotice, WhenStale } from '../../pages/small-form.tsx';
import { AskForm } from './ask-form.tsx';
import { OneToOneCard } from './one-to-one-card.tsx';
import type { OneToOneLine } from './see-one-to-ones.ts';

startPage(OneToOne);

/** Whom it is to be with and from when, when somebody comes from a lesson; in the address's fragment: what is before it is kept by filters and logs. */
function named(part: 'pupil' | 'from', hash: string): string {
  const [, value = ''] = new RegExp(`(?:^|&)${part}=([^&]*)`).exec(hash) ?? [];
  return decodeURIComponent(value);
}

function OneToOne({ hash }: { hash: string }) {
  const [loaded, reload] = useLoaded(() => call('seeOneToOnes', { pupil: named('pupil', hash) }));
  const [notice, onDone] = useNotice(reload);
  return (
    <Page title="One-to-one live lessons" loaded={loaded}>
      {({ lines, isWhole, more, wanted, today }) => (
        <WhenStale.Provider value={reload}>
          {notice}
          <p class="govuk-body">
            A live lesson with one pupil needs a senior leader’s approval beforehand, and another adult within earshot. Without it, do not start. The approval
            holds for this pupil on these days, and runs out by itself.
          </p>
          <FoldedPart id="ask" title="Ask for an approval" isOpen={wanted !== null || lines.length === 0}>
            <AskForm {...{ wanted, today, onDone }} from={named('from', hash)} />
          </FoldedPart>
          {PARTS.map(({ id, title, none, holds }) => (
            <OpenPart key={id} id={id} title={title}>
              <Lines lines={lines.filter(holds)} none={none} onDone={onDone} />
            </OpenPart>
          ))}
          {!isWhole && <p class="govuk-body">Here stands what you asked for yourself. Senior leaders and the DSL team see everything.</p>}
          {more > 0 && <p class="govuk-body">{more} older ones are not shown here.</p>}
        </WhenStale.Provider>
      )}
    </Page>
  );
}

const PARTS: { id: string; title: string; none: string; holds: (line: OneToOneLine) => boolean }[] = [
  { id: 'waiting', title: 'Waiting for approval', none: 'Nothing waits.', holds: ({ standing }) => standing === 'waits' },
  { id: 'approved', title: 'Approved', none: 'There is none now.', holds: ({ standing }) => standing === 'approved' },
  { id: 'before', title: 'Before', none: 'There is none yet.', holds: ({ standing }) => standing !== 'waits' && standing !== 'approved' },
];

function Lines({ lines, none, onDone }: { lines: OneToOneLine[]; none: string; onDone: (said: string) => Promise<void> }) {
  if (lines.length === 0) return <p class="govuk-body">{none}</p>;
  return (
    <ul class="govuk-list handrail-lines">
      {/* What was typed about an earlier state is not sent over a later one. */}
      {lines.map((line) => (
        <OneToOneCard key={`${line.reference} ${line.standing}`} line={line} onDone={onDone} />
      ))}
    </ul>
  );
}
