import { useRef, useState } from 'preact/hooks';
import { Button } from '../../pages/inputs.tsx';
import { Said } from '../../pages/said.tsx';
import { call, PressKeys } from '../../pages/server.ts';
import { ErrorSummary } from '../../pages/shell.tsx';
import { useWork } from '../../pages/work.ts';
import { REASON, Signed, standingIn, stillToSign, Undo } from './class-signed.tsx';
import type { ClassPupil, ClassView } from './see-class.ts';

/** Who of the class has signed what; the teacher ticks those who signed in front of them, and takes a wrong tick back. */
export function ClassNames({ view, reload }: { view: ClassView; reload: () => Promise<void> }) {
  const { className, version, agreementId, pupils } = view;
  const [ticked, setTicked] = useState<string[]>([]);
  const [undoing, setUndoing] = useState('');
  const { busy, error, said, doing } = useWork();
  const keys = useRef(new PressKeys());
  const unsigned = pupils.filter((pupil) => !standingIn(pupil, agreementId)?.isSigned).map(({ person }) => person);
  const chosen = ticked.filter((person) => unsigned.includes(person));

  const record = (event: Event) => {
    event.preventDefault();
    void doing('pupil-0', async () => {
      const { value } = await call('witnessSignatures', { key: keys.current.keyFor([version, chosen]), className, version, pupils: chosen });
      keys.current.answered();
      setTicked([]);
      await reload();
      return `${value.signed === 1 ? 'One signature has' : `${value.signed} signatures have`} been recorded, with you as the witness.`;
    });
  };
  const undo = ({ person, name }: ClassPupil, reason: string) =>
    doing(REASON, async () => {
      await call('undoWitness', { key: keys.current.keyFor([person, reason]), className, pupil: person, reason });
      keys.current.answered();
      setUndoing('');
      await reload();
      return `The tick for ${name} has been taken back.`;
    });

  return (
    <form onSubmit={record} noValidate>
      <fieldset class="govuk-fieldset" aria-describedby={unsigned.length > 0 ? 'ticking' : undefined}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
          <h2 class="govuk-fieldset__heading">Names</h2>
        </legend>
        <ErrorSummary errors={error ? [error] : []} />
        <Said words={said} />
        {unsigned.length > 0 && (
          <div class="govuk-hint" id="ticking">
            Tick everybody who signed in front of you, on the sheet or on your device. Whoever signs the form needs no tick.
          </div>
        )}
        <ul class="handrail-names">
          {pupils.map((pupil) => {
            const place = unsigned.indexOf(pupil.person);
            if (place < 0)
              return (
                <Signed key={pupil.person} pupil={pupil} view={view} undoing={undoing === pupil.person} undo={() => setUndoing(pupil.person)}>
                  <Undo
                    name={pupil.name}
                    busy={busy !== null}
                    error={error?.field === REASON ? error.message : undefined}
                    undo={(reason) => void undo(pupil, reason)}
                    keep={() => setUndoing('')}
                  />
                </Signed>
              );
            return (
              <Unsigned
                key={pupil.person}
                id={`pupil-${place}`}
                pupil={pupil}
                view={view}
                ticked={chosen.includes(pupil.person)}
                onTick={(isTicked) => setTicked(isTicked ? [...chosen, pupil.person] : chosen.filter((each) => each !== pupil.person))}
              />
            );
          })}
        </ul>
      </fieldset>
      {unsigned.length > 0 && (
        <div class="govuk-button-group">
          <Button busy={busy !== null}>{recordWords(chosen.length)}</Button>
          <Button secondary onPress={() => setTicked(chosen.length < unsigned.length ? unsigned : [])}>
            {chosen.length < unsigned.length ? 'Tick all' : 'Tick nobody'}
          </Button>
        </div>
      )}
    </form>
  );
}

function recordWords(count: number): string {
  if (count === 0) return 'Record signatures';
  return count === 1 ? 'Record one signature' : `Record ${count} signatures`;
}

interface UnsignedProps {
  id: string;
  pupil: ClassPupil;
  view: ClassView;
  ticked: boolean;
  onTick: (ticked: boolean) => void;
}

function Unsigned({ id, pupil, view, ticked, onTick }: UnsignedProps) {
  const others = stillToSign(pupil, view);
  return (
    <li class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          type="checkbox"
          id={id}
          aria-describedby={others ? `${id}-hint` : undefined}
          checked={ticked}
          onChange={(event) => onTick(event.currentTarget.checked)}
        />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          {pupil.name}
        </label>
        {others && (
          <div class="govuk-hint govuk-checkboxes__hint" id={`${id}-hint`}>
            {others}
          </div>
        )}
      </div>
    </li>
  );
}
