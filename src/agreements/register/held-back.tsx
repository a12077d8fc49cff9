import { useRef } from 'preact/hooks';
import { Button } from '../../pages/inputs.tsx';
import { call, PressKeys } from '../../pages/server.ts';
import type { Work } from '../../pages/work.ts';
import type { HeldBack as Held } from '../asking/people-changes.ts';

/** Many people are gone from the list at once: somebody has to say whether they have left, or whether the list is not whole. */
export function HeldBack({ heldBack, work, reload }: { heldBack: Held[]; work: Work; reload: () => Promise<void> }) {
  const keys = useRef(new PressKeys());
  if (heldBack.length === 0) return null;
  const confirm = () =>
    work.doing('leavers', async () => {
      const { value } = await call('confirmLeavers', { key: keys.current.keyFor(heldBack) });
      keys.current.answered();
      await reload();
      return value.closed === 1 ? 'One agreement was closed.' : `${value.closed} agreements were closed.`;
    });
  return (
    <div class="govuk-warning-text handrail-warning">
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <div class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">Warning</span>
        <p class="govuk-body">
          Many people are gone from the list of people: {heldBack.map(({ kind, leaving, of }) => `${kind}, ${leaving} of ${of}`).join('; ')}. Their agreements
          stay open until somebody has looked: if the list is not whole, import it again.
        </p>
        <Button secondary busy={work.busy === 'leavers'} onPress={confirm}>
          They have left: close their agreements
        </Button>
      </div>
    </div>
  );
}
