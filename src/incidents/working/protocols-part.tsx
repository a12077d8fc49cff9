import { Fold, FoldedPart } from '../../pages/fold.tsx';
import { Warning } from '../../pages/warning.tsx';
import type { ShownProtocol } from './case-file.ts';
import type { CasePart } from './case-part.ts';
import { ProtocolStep } from './protocol-step.tsx';

/** Guides that belong to the case, each a part of its own, and those that a person may begin. */
export function Protocols({ file, reload }: CasePart) {
  const offered = file.protocols.filter(({ fits }) => fits === 'offered');
  return (
    <>
      {file.protocols
        .filter(({ fits }) => fits === 'applies')
        .map((protocol) => (
          <FoldedPart key={protocol.id} id={protocolId(protocol)} title={protocol.title} brief={briefOf(protocol)}>
            <Steps {...{ protocol, file, reload }} />
          </FoldedPart>
        ))}
      {offered.length > 0 && file.closed === null && (
        <FoldedPart id="offered" title="Other guides" brief={`${offered.length} you can begin`}>
          {offered.map((protocol) => (
            <Fold key={protocol.id} summary={protocol.title}>
              <Steps {...{ protocol, file, reload }} />
            </Fold>
          ))}
        </FoldedPart>
      )}
    </>
  );
}

/** The id of a guide's heading on the page. */
export function protocolId({ id }: Pick<ShownProtocol, 'id'>): string {
  return `guide-${id}`;
}

/** How far it is, in a few words. */
export function briefOf({ steps, left }: ShownProtocol): string {
  if (steps.some(({ stopWords }) => stopWords !== '')) return 'stopped: look at this';
  if (left === 0) return 'complete';
  const answered = steps.filter(({ answer }) => answer !== '').length;
  return answered === 0 ? 'not begun' : `${left} left`;
}

function Steps({ protocol, file, reload }: CasePart & { protocol: ShownProtocol }) {
  return (
    <>
      <p class="govuk-body">{protocol.about}</p>
      {protocol.source && <p class="handrail-why">Source: {protocol.source}.</p>}
      {protocol.steps
        .filter(({ stopWords }) => stopWords !== '')
        .map(({ id, stopWords }) => (
          <Warning key={id}>{stopWords}</Warning>
        ))}
      <ol class="handrail-steps">
        {protocol.steps.map((step) => (
          <li key={step.id} class={step.answer === '' ? undefined : 'is-answered'}>
            <ProtocolStep {...{ protocol, step, file, reload }} />
          </li>
        ))}
      </ol>
    </>
  );
}
