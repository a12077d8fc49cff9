import { useState } from 'preact/hooks';
import { OnThisPage } from '../../pages/fold.tsx';
import { Said } from '../../pages/said.tsx';
import { call, Refused } from '../../pages/server.ts';
import { Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { useNotice, WhenStale } from '../../pages/small-form.tsx';
import type { CaseFile } from './case-file.ts';
import type { CasePart } from './case-part.ts';
import { Classification } from './classification-part.tsx';
import { ClosingPart } from './closing-part.tsx';
import { Decisions } from './decisions-part.tsx';
import { Files } from './files-part.tsx';
import { Grids } from './grids-part.tsx';
import { HandOverPart } from './hand-over-part.tsx';
import { History } from './history-part.tsx';
import { LinkedCases } from './linked-part.tsx';
import { Messages } from './messages-part.tsx';
import { Notes } from './notes-part.tsx';
import { People } from './people-part.tsx';
import { briefOf, Protocols, protocolId } from './protocols-part.tsx';
import { Questions } from './questions-part.tsx';
import { WhatWasSaid } from './said-part.tsx';
import { Sharing } from './sharing-part.tsx';
import { NextTasks } from './tasks-part.tsx';
import { CaseTop } from './top-part.tsx';

startPage(Case);

function Case({ parameter }: { parameter: Record<string, string> }) {
  const reference = parameter['reference'] ?? '';
  const [loaded, ask] = useLoaded(() => call('openCase', { reference }));
  const [isGone, setIsGone] = useState(false);
  const reload = () =>
    ask().catch((failure) => {
      // It was handed over, or names whoever looks at it, by their own press or another's.
      if (failure instanceof Refused && failure.code === 'no-such-case') setIsGone(true);
      else throw failure;
    });
  return (
    <Page title={`Case ${reference}`} back={{ text: 'Cases', page: 'cases' }} wide loaded={loaded}>
      {(file, visit) =>
        isGone ? (
          <Said words="This case is no longer yours to open: those who read it now go on with it. What you did before is recorded." />
        ) : (
          <WhenStale.Provider value={reload}>
            <Parts {...{ file, reload }} address={visit.school.address} />
          </WhenStale.Provider>
        )
      }
    </Page>
  );
}

/** First what there is to do; then everything that is known, in parts that fold away. */
function Parts({ file, reload, address }: CasePart & { address: string }) {
  const part = { file, reload };
  // Closing moves the part that it is done in.
  const [notice, onDone] = useNotice(reload);
  return (
    <div class="handrail-with-contents">
      <div class="handrail-with-contents__first">
        {notice}
        <CaseTop {...part} />
        <Questions {...part} />
        {file.closed === null ? <NextTasks {...part} /> : <ClosingPart {...{ file, onDone }} />}
      </div>
      <OnThisPage parts={partsOf(file)} />
      <div class="handrail-with-contents__rest">
        <WhatWasSaid file={file} />
        <Messages file={file} address={address} />
        <People {...part} address={address} />
        <Classification {...part} />
        <Protocols {...part} />
        <Grids {...part} />
        <Decisions {...part} />
        <Sharing {...part} />
        <Notes {...part} />
        <Files {...part} />
        <LinkedCases {...part} address={address} />
        <HandOverPart {...part} />
        {file.closed === null && <ClosingPart {...{ file, onDone }} />}
        <History file={file} />
        <p class="govuk-body">
          <a class="govuk-link" href={`${address}?page=keeping&reference=${encodeURIComponent(file.reference)}`}>
            How long this case is kept, holding and erasing
          </a>
        </p>
      </div>
    </div>
  );
}

/** The parts that there are, in their order. */
function partsOf(file: CaseFile) {
  const isOpen = file.closed === null;
  const counted = (length: number) => (length === 0 ? undefined : `(${length})`);
  const offered = file.protocols.filter(({ fits }) => fits === 'offered');
  return [
    ...(file.questions.length === 0 ? [] : [{ id: 'questions', title: 'Reviewers’ questions' }]),
    isOpen ? { id: 'next', title: 'What to do next', brief: counted(file.tasks.length) } : { id: 'closing', title: 'How it ended' },
    { id: 'said', title: 'What was said' },
    ...(file.messages.length === 0 ? [] : [{ id: 'messages', title: 'Messages', brief: counted(file.messages.length) }]),
    { id: 'people', title: 'People', brief: counted(file.people.length) },
    { id: 'classification', title: 'Type and severity' },
    ...file.protocols
      .filter(({ fits }) => fits === 'applies')
      .map((protocol) => ({ id: protocolId(protocol), title: protocol.title, brief: `(${briefOf(protocol)})` })),
    ...(isOpen && offered.length > 0 ? [{ id: 'offered', title: 'Other guides' }] : []),
    { id: 'grids', title: 'Sanctions and actions', brief: counted(file.gridRows.length) },
    { id: 'decisions', title: 'Decisions and referrals', brief: counted(file.decisions.length) },
    { id: 'sharing', title: 'Information shared', brief: counted(file.shares.length) },
    { id: 'notes', title: 'Notes', brief: counted(file.notes.length) },
    { id: 'files', title: 'Files', brief: counted(file.files.length) },
    { id: 'linked', title: 'Linked cases', brief: counted(file.linked.length) },
    ...(isOpen
      ? [
          { id: 'hand-over', title: 'Hand over' },
          { id: 'closing', title: 'Close the case' },
        ]
      : []),
    { id: 'history', title: 'History' },
  ];
}
