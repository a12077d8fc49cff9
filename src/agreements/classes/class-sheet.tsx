import { render } from 'preact';
import type { ClassPupil, ClassView } from './see-class.ts';

/** Points. The rules are read from two metres, so they are as large as the sheet allows. */
const LARGEST = 30;
const SMALLEST = 5;
const STEP = 0.5;
/** What the sheet is filled to at most: a printer's letters run a little wider than a screen's. */
const FULL = 0.97;

const PAPER = '@page { size: A4; margin: 10mm }';

/**
 * Opens the class's sheet in a window of its own and prints it: one A4 page, whatever the class (A7). A window, because a page of Google's is
 * in a frame, and some browsers print what is around it (docs/apps-script/guides/html/restrictions.md: windows may leave the frame).
 * @returns false when the browser lets no window open
 */
export function printSheet(view: ClassView): boolean {
  const sheet = open('', '_blank');
  if (!sheet) return false;
  const paper = sheet.document;
  // An empty window is drawn as browsers drew thirty years ago until it has a document type.
  paper.write('<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><style></style></head><body></body></html>');
  paper.close();
  paper.title = view.title;
  const style = paper.querySelector('style');
  if (style) style.textContent = [...document.querySelectorAll('style')].map(({ textContent }) => textContent).join('\n') + PAPER;
  render(<ClassSheet view={view} />, paper.body);
  fitOnOnePage(paper);
  sheet.focus();
  // Not before it is drawn once: what is printed sooner is a white page in some browsers.
  sheet.requestAnimationFrame(() => sheet.print());
  return true;
}

function fitOnOnePage(paper: Document): void {
  const sheet = paper.querySelector<HTMLElement>('.handrail-sheet');
  const content = sheet?.firstElementChild as HTMLElement | null;
  if (!sheet || !content) return;
  for (let size = LARGEST; size >= SMALLEST; size -= STEP) {
    sheet.style.fontSize = `${size}pt`;
    if (content.offsetHeight <= sheet.clientHeight * FULL) return;
  }
}

function ClassSheet({ view }: { view: ClassView }) {
  const { title, school, schoolYear, introduction, rules, agreementId, version, published, pupils } = view;
  return (
    <main class="handrail-sheet">
      <div>
        <h1>{title}</h1>
        <p class="handrail-sheet__school">
          {school}, {schoolYear}
        </p>
        {introduction && <p>{introduction}</p>}
        <ol class="handrail-sheet__rules">
          {[...rules.schools, ...rules.own].map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ol>
        <ul class="handrail-sheet__names" style={{ gridTemplateRows: `repeat(${rowsFor(pupils.length)}, auto)` }}>
          {pupils.map((pupil) => (
            <Name key={pupil.person} pupil={pupil} agreementId={agreementId} />
          ))}
        </ul>
        <p>{version > 0 ? `Version ${version}, in use since ${published}` : 'Not in use yet'}</p>
      </div>
    </main>
  );
}

/** Whoever has signed has a tick and the day, everybody else a line to sign on. */
function Name({ pupil, agreementId }: { pupil: ClassPupil; agreementId: string }) {
  const signed = pupil.standings.find((standing) => standing.agreementId === agreementId)?.signed ?? '';
  return (
    <li>
      <span class="handrail-sheet__name">{pupil.name}</span>
      {signed ? (
        <span class="handrail-sheet__signed">
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2 9l4 4 8-10" />
          </svg>
          <span class="govuk-visually-hidden">signed</span> {signed}
        </span>
      ) : (
        <span class="handrail-sheet__line" />
      )}
    </li>
  );
}

/** Names stand in columns from top to bottom: in so few that a signature fits beside a name. */
function rowsFor(pupils: number): number {
  const columns = pupils > 20 ? 3 : pupils > 8 ? 2 : 1;
  return Math.max(1, Math.ceil(pupils / columns));
}
