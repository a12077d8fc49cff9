import { useRef, useState } from 'preact/hooks';
import { Button, Radios, TextInput } from '../../pages/inputs.tsx';
import { call, PressKeys, Refused } from '../../pages/server.ts';
import type { Work } from '../../pages/work.ts';
import type { AgreementText } from '../agreement.ts';

/** An agreement that a text may become the next version of. */
export interface Publishable {
  id: string;
  title: string;
  /** Whether people are asked for it: then a material change asks them again. */
  asks: boolean;
}

/** Chosen: a new agreement, or the next version of one. */
const NEW = 'new';

/**
 * How a text is put into use: as what, as what kind of change, from when, approved by whom, to be signed again by when (A13).
 * @param candidates agreements it may become a version of; the first is proposed
 * @param mayBeNew false where one agreement is being changed
 * @param signAgainBy proposed, `dd/MM/yyyy`; '' when nothing is
 */
export function PublishForm({
  text,
  candidates,
  mayBeNew,
  signAgainBy,
  work,
  onDone,
}: {
  text: () => AgreementText;
  candidates: readonly Publishable[];
  mayBeNew: boolean;
  signAgainBy: string;
  work: Work;
  onDone: (title: string) => Promise<void>;
}) {
  const [as, setAs] = useState(candidates[0]?.id ?? NEW);
  const [change, setChange] = useState('');
  const [effective, setEffective] = useState('');
  const [approvedBy, setApprovedBy] = useState('');
  const [by, setBy] = useState(signAgainBy);
  const keys = useRef(new PressKeys());
  const { busy, error, doing } = work;
  const standing = candidates.find(({ id }) => id === as);
  const errorFor = (field: string) => (error?.field === field ? error.message : undefined);

  const publish = () =>
    doing('change', async () => {
      const agreement = text();
      if (standing && change === '') throw new Refused('Say whether everybody must sign again', 'change');
      const request = {
        ...{ id: standing?.id ?? '', agreement, effective, approvedBy },
        change: standing && change === 'minor' ? ('minor' as const) : ('material' as const),
        signAgainBy: standing?.asks && change === 'material' ? by : '',
      };
      await call('publishAgreement', { key: keys.current.keyFor(request), ...request });
      keys.current.answered();
      await onDone(agreement.title);
      return `“${agreement.title}” is in use now.`;
    });

  return (
    <>
      {mayBeNew && candidates.length > 0 && (
        <Radios
          id="as"
          label="Use this as"
          value={as}
          options={[
            ...candidates.map(({ id, title }) => ({
              value: id,
              text: `The next version of “${title}”`,
              hint: 'What was signed stays on record with the text it was signed under.',
            })),
            { value: NEW, text: 'A new agreement', hint: 'Beside those that are in use.' },
          ]}
          onInput={setAs}
        />
      )}
      {standing && (
        <Radios
          id="change"
          label="What kind of change is it?"
          error={errorFor('change')}
          value={change}
          options={[
            { value: 'minor', text: 'Minor: nobody signs again', hint: 'Spelling, a new telephone number, plainer words that mean the same.' },
            {
              value: 'material',
              text: 'Material: everybody signs again',
              hint: standing.asks
                ? 'Something new is agreed to. Whoever has signed is asked again by mail, and until they sign theirs no longer counts.'
                : 'Something new is agreed to. Nobody has been asked for it so far.',
            },
          ]}
          onInput={setChange}
        />
      )}
      {standing?.asks && change === 'material' && (
        <TextInput id="signAgainBy" label="Sign again by" hint="For example 21/09/2026." error={errorFor('signAgainBy')} value={by} onInput={setBy} />
      )}
      <TextInput
        id="effective"
        label="In force from"
        hint="For example 01/09/2026. Leave it empty for today."
        error={errorFor('effective')}
        value={effective}
        onInput={setEffective}
      />
      <TextInput
        id="approvedBy"
        label="Approved by"
        hint="Whoever approved the text, as it should stand on the copies: “Governing body, 7 September 2026”. May be empty."
        error={errorFor('approvedBy')}
        value={approvedBy}
        onInput={setApprovedBy}
      />
      <Button busy={busy !== null} onPress={publish}>
        Put it into use
      </Button>
    </>
  );
}
