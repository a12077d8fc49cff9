import { useState } from 'preact/hooks';
import { FoldedPart } from '../../pages/fold.tsx';
import { PartLink } from '../../pages/go-to.tsx';
import { Button, TextArea } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { useSmallForm } from '../../pages/small-form.tsx';
import type { CaseForm } from './case-part.ts';
import { CloseForm } from './close-form.tsx';
import type { ClosingGap } from './closing-gaps.ts';
import { Facts } from './facts.tsx';
import { protocolId } from './protocols-part.tsx';
import { SaidList } from './said-list.tsx';

/** Closing, with what still lacks; or how it ended, with what was added since (B13). */
export function ClosingPart({ file, onDone }: CaseForm) {
  const { closed, closing, addenda } = file;
  if (closed === null) {
    const { gaps } = closing;
    return (
      <FoldedPart id="closing" title="Close the case" brief={gaps.length === 0 ? 'ready to be closed' : `${gaps.length} still to do`}>
        {gaps.length > 0 && (
          <>
            <p class="govuk-body">Before it can be closed:</p>
            <ul class="govuk-list govuk-list--bullet">
              {gaps.map((gap) => (
                <li key={gap.what}>
                  <PartLink id={partOf(gap)}>{gap.what}</PartLink>
                </li>
              ))}
            </ul>
          </>
        )}
        {gaps.length === 0 && <CloseForm {...{ file, onDone }} />}
      </FoldedPart>
    );
  }
  return (
    <FoldedPart id="closing" title="How it ended" brief={closed.at} isOpen>
      <Facts
        facts={[
          ['Outcome', closed.outcome],
          ['What was found and done', closed.summary],
          ['Closed', `${closed.at}, ${closed.who}`],
          ['Second senior name', closed.second],
          ['Parents or carers', closed.parents],
          ['Lessons learnt', closed.lessons],
          ['Policy changed', closed.policyChange],
        ]}
      />
      {addenda.length > 0 && (
        <>
          <h3 class="govuk-heading-s">Added since</h3>
          <SaidList all={addenda} />
        </>
      )}
      <AddendumForm {...{ file, onDone }} />
    </FoldedPart>
  );
}

/** The part of this page where it is done. */
function partOf({ where, protocol }: ClosingGap): string {
  return where === 'steps' ? protocolId({ id: protocol }) : where === 'tasks' ? 'next' : where;
}

function AddendumForm({ file, onDone }: CaseForm) {
  const [text, setText] = useState('');
  const { busy, idOf, errorFor, problem, send } = useSmallForm('closed', onDone);
  const add = () =>
    send(text, async (key) => {
      await call('addAddendum', { key, reference: file.reference, text });
      setText('');
      return 'The addendum has been added.';
    });
  return (
    <>
      {problem}
      <TextArea
        id={idOf('addendum')}
        label="Add an addendum"
        hint="A closed case stays as it is. What came to light later is added here; something new is a new concern, linked to this one."
        rows={3}
        error={errorFor('addendum')}
        value={text}
        onInput={setText}
      />
      <Button busy={busy} onPress={add}>
        Add the addendum
      </Button>
    </>
  );
}
