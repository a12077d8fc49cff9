import { Fold } from '../../pages/fold.tsx';
import { type Guidance, guidanceFor, type Telling } from '../guidance.ts';
import { pupilGuidanceFor } from './pupil-guidance.ts';

/** On a phone more than two would push away what is being typed. */
const MOST = 2;

/** What to do and what not to do, as somebody types (B4): the most urgent below the words, what holds for everybody a line to open. */
export function GuidanceShown(telling: Telling) {
  const guidance = guidanceFor(telling);
  return (
    <>
      <Fitting guidance={guidance.slice(0, -1)} />
      {guidance.slice(-1).map(({ id, title, lines }) => (
        <Fold summary={title} key={id}>
          <Lines lines={lines} />
        </Fold>
      ))}
    </>
  );
}

/** The same for a pupil (D6): only what a child can do themselves. */
export function PupilGuidanceShown(telling: Telling) {
  return <Fitting guidance={pupilGuidanceFor(telling)} />;
}

function Fitting({ guidance }: { guidance: readonly Pick<Guidance, 'id' | 'title' | 'lines'>[] }) {
  const fitting = guidance.slice(0, MOST);
  return (
    <>
      {/* Said when it changes, in a few words; all of it can be read below. */}
      <p class="govuk-visually-hidden" role="status">
        {fitting.length > 0 && `Below: what to do. ${fitting.map(({ title }) => title).join('. ')}.`}
      </p>
      {fitting.map(({ id, title, lines }) => (
        <section class="handrail-guidance" key={id} aria-labelledby={`guidance-${id}`}>
          <h2 class="govuk-heading-s" id={`guidance-${id}`}>
            {title}
          </h2>
          <Lines lines={lines} />
        </section>
      ))}
    </>
  );
}

function Lines({ lines }: Pick<Guidance, 'lines'>) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
