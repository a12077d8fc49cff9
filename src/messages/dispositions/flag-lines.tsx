import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Fold } from '../../pages/fold.tsx';
import { call, PressKeys, Refused } from '../../pages/server.ts';
import { WhenStale } from '../../pages/small-form.tsx';
import { useWork } from '../../pages/work.ts';
import { DISPOSITIONS, type Disposition } from '../flag.ts';
import { DISPOSITION_WORDS, ROUTE_WORDS, SEVERITY_WORDS } from '../words.ts';
import { AskToErase } from './erase-flags.tsx';
import { FlagEvidence } from './flag-evidence.tsx';
import type { FlagLine } from './flag-line.ts';
import type { FlagList, Standing } from './list-flags.ts';

const SEVERITY_COLOURS: Record<FlagLine['severity'], string> = { 3: 'red', 2: 'orange', 1: 'green' };
const CHOICES = DISPOSITIONS.filter((each): each is Exclude<Disposition, ''> => each !== '');

interface Shared {
  address: string;
  /** Is told what a press has changed besides its line. */
  onDisposed: (standing: Standing) => void;
  /** Is told what to say once something was asked for. */
  onDone: (said: string) => Promise<void>;
}

/** Flagged messages one below the other; a press changes one line and leaves the others where they are. */
export function FlagLines({ list, ...shared }: Shared & { list: FlagList }) {
  return (
    <ul class="handrail-lines" aria-label="Flagged messages">
      {list.lines.map((line) => (
        <Line key={line.flag} fetched={line} {...shared} />
      ))}
    </ul>
  );
}

function Line({ fetched, address, onDisposed, onDone }: Shared & { fetched: FlagLine }) {
  const [line, setLine] = useState(fetched);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setLine(fetched), [fetched]);
  const { flag, about, severity, received, route, reference } = line;
  const content = `content-${flag}`;
  return (
    <li>
      <h2 class="govuk-heading-s govuk-!-margin-bottom-1">
        <button type="button" class="handrail-link" aria-expanded={isOpen} aria-controls={content} onClick={() => setOpen(!isOpen)}>
          {about}
          <span class="govuk-visually-hidden">
            , received {received}: {isOpen ? 'hide' : 'show'} the message
          </span>
        </button>{' '}
        <strong class={`govuk-tag govuk-tag--${SEVERITY_COLOURS[severity]}`}>{SEVERITY_WORDS[severity]}</strong>
      </h2>
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        {received}. {ROUTE_WORDS[route]}.{' '}
        {reference !== '' && (
          <>
            Case{' '}
            <a class="govuk-link" href={`${address}?page=case&reference=${encodeURIComponent(reference)}`}>
              {reference}
            </a>
            .
          </>
        )}
      </p>
      {!isOpen && line.words !== '' && (
        <p class="govuk-body govuk-!-margin-bottom-1">
          <q class="handrail-said">{line.words}</q>
        </p>
      )}
      <div id={content}>{isOpen && <FlagEvidence flag={flag} />}</div>
      <Dispositions {...{ line, address, setLine, onDisposed }} />
      {line.erasure !== '' && <p class="govuk-body-s govuk-!-margin-bottom-1">{line.erasure}</p>}
      {line.mayBeErased && (
        <Fold
          summary={
            <>
              Ask for it to be erased
              <span class="govuk-visually-hidden">
                : {about}, received {received}
              </span>
            </>
          }
        >
          <AskToErase flags={[flag]} id={`erase-${flag}`} button="Ask for it to be erased" onDone={onDone} />
        </Fold>
      )}
    </li>
  );
}

interface Disposing {
  line: FlagLine;
  address: string;
  setLine: (line: FlagLine) => void;
  onDisposed: (standing: Standing) => void;
}

/** What it turned out to be: four answers, or the one that was given and a way back. */
function Dispositions({ line, address, setLine, onDisposed }: Disposing) {
  const { busy, error, doing } = useWork();
  const keys = useRef(new PressKeys());
  const [pressed, setPressed] = useState(0);
  const freshen = useContext(WhenStale);
  const answers = useRef<HTMLDivElement>(null);
  const { flag, about, received, disposition: was } = line;
  const of = `${about}, received ${received}`;

  // The button that was pressed is gone: the focus goes to what took its place.
  useLayoutEffect(() => {
    if (pressed > 0) answers.current?.querySelector('button')?.focus();
  }, [pressed]);

  const dispose = (disposition: Disposition) =>
    void doing('', async () => {
      const press = { key: keys.current.keyFor([flag, disposition, was]), flag, disposition, was };
      const { value } = await call('disposeFlag', press).catch(async (failure) => {
        if (failure instanceof Refused && failure.code === 'changed-meanwhile') await freshen().catch(() => {});
        throw failure;
      });
      keys.current.answered();
      setLine({ ...line, ...value.line });
      onDisposed(value.standing);
      setPressed(pressed + 1);
      return '';
    });
  return (
    <div ref={answers}>
      {was === '' ? (
        <fieldset class="handrail-plain handrail-answers">
          <legend class="govuk-visually-hidden">What was it? {of}</legend>
          {CHOICES.map((choice) => (
            <button
              key={choice}
              type="button"
              class="govuk-button govuk-button--secondary"
              aria-disabled={busy === null ? undefined : 'true'}
              onClick={() => dispose(choice)}
            >
              {DISPOSITION_WORDS[choice]}
            </button>
          ))}
        </fieldset>
      ) : (
        <p class="govuk-body govuk-!-margin-bottom-1">
          <strong>{DISPOSITION_WORDS[was]}</strong>: {line.settled}.{' '}
          {!line.isErasing && (
            <button type="button" class="handrail-link" onClick={() => dispose('')}>
              Undo
              <span class="govuk-visually-hidden">
                {' '}
                “{DISPOSITION_WORDS[was]}”: {of}
              </span>
            </button>
          )}
        </p>
      )}
      <p class="govuk-body-s govuk-!-margin-bottom-1" role="status">
        {busy !== null && 'One moment…'}
        {busy === null && was !== '' && line.caseState !== '' && line.caseState !== 'closed' && (
          <>
            Its case stays open.{' '}
            <a class="govuk-link" href={`${address}?page=case&reference=${encodeURIComponent(line.reference)}`}>
              {was === 'real' ? `Go on in ${line.reference}` : `Close ${line.reference} with its reasons`}
            </a>
            {was === 'real' ? '.' : ' if that is all there is.'}
          </>
        )}
      </p>
      {error && (
        <p class="govuk-error-message" role="alert">
          {error.message}
        </p>
      )}
    </div>
  );
}
