import { type ComponentChildren, render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { VisitFacts } from './answer.ts';
import { goTo } from './go-to.tsx';
import { Refused } from './server.ts';
import { Warning } from './warning.tsx';

/** Starts a page once its address is known. */
export function startPage(Page: (props: { parameter: Record<string, string>; hash: string }) => ComponentChildren): void {
  const root = document.getElementById('page');
  if (!root) return;
  google.script.url.getLocation(({ parameter, hash }) => render(<Page parameter={parameter} hash={hash} />, root));
}

/** Something the server is asked for when the page opens. */
export type Loaded<Value> = { state: 'loading' } | { state: 'here'; value: Value; visit: VisitFacts } | { state: 'refused'; message: string };

/**
 * Asks when the page opens, and again when `reload` is called. A reload that fails throws and leaves the page as it is: something may be
 * typed on it.
 */
export function useLoaded<Value>(ask: () => Promise<{ value: Value; visit: VisitFacts }>): [Loaded<Value>, () => Promise<void>] {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ state: 'loading' });
  const reload = async () => setLoaded({ state: 'here', ...(await ask()) });
  useEffect(() => {
    reload().catch((error) => setLoaded({ state: 'refused', message: messageOf(error) }));
  }, []);
  return [loaded, reload];
}

export function messageOf(error: unknown): string {
  return error instanceof Refused ? error.message : 'Something went wrong on this page. Reload it and try again.';
}

/** Where the skip link leads. */
const MAIN = 'main';

const FIRST_PAGE = { text: 'Online safety', page: 'home' };

/** What pages may differ in. */
interface Looks {
  title: string;
  /** The page that this one belongs to, by the name in its address: the first page, unless it says so; null for none. */
  back?: { text: string; page: string } | null;
  /** For two columns beside each other: lines of text keep their width by themselves. */
  wide?: boolean;
}

/** The frame of every page: who the school is, who you are, a banner when something is wrong, one heading. */
function Shell({ title, back = FIRST_PAGE, wide, visit, children }: Looks & { visit?: VisitFacts | undefined; children: ComponentChildren }) {
  const home = visit?.school.address;
  return (
    <>
      <a href={`#${MAIN}`} target="_self" class="govuk-skip-link" onClick={(event) => goTo(event, MAIN)}>
        Skip to main content
      </a>
      <header class="handrail-bar">
        <div class="govuk-width-container">
          {home ? (
            <a class="handrail-bar__name govuk-body" href={home}>
              Handrail
            </a>
          ) : (
            <span class="handrail-bar__name govuk-body">Handrail</span>
          )}
          {visit && <span class="handrail-bar__who govuk-body-s">{visit.me.name}</span>}
        </div>
      </header>
      <div class="govuk-width-container">
        {visit?.banner && <Warning role="status">{visit.banner}</Warning>}
        {back && home && (
          <nav aria-label="Back">
            <a class="govuk-back-link" href={`${home}?page=${back.page}`}>
              {back.text}
            </a>
          </nav>
        )}
        <main id={MAIN} class={`govuk-main-wrapper govuk-!-padding-top-2${wide ? ' handrail-wide' : ''}`} tabIndex={-1}>
          <h1 class="govuk-heading-l">{title}</h1>
          {children}
        </main>
      </div>
    </>
  );
}

/** Shows the page's own content when the first answer is here, and says so when it is not. */
export function Page<Value>({
  loaded,
  children,
  ...looks
}: Looks & {
  loaded: Loaded<Value>;
  children: (value: Value, visit: VisitFacts) => ComponentChildren;
}) {
  if (loaded.state === 'here') {
    return (
      <Shell {...looks} visit={loaded.visit}>
        {children(loaded.value, loaded.visit)}
      </Shell>
    );
  }
  return (
    <Shell {...looks}>
      {loaded.state === 'loading' ? (
        <p class="govuk-body" role="status">
          One moment…
        </p>
      ) : (
        <p class="govuk-inset-text" role="alert">
          {loaded.message}
        </p>
      )}
    </Shell>
  );
}

/** What is wrong, at the top, with the focus on it, each line leading to its input. */
export function ErrorSummary({ errors }: { errors: { field?: string | undefined; message: string }[] }) {
  const box = useRef<HTMLDivElement>(null);
  // By their words: whoever is typing a correction while the page is drawn again keeps the focus.
  const words = errors.map(({ message }) => message).join('\n');
  useEffect(() => {
    if (words !== '') box.current?.focus();
  }, [words]);
  if (errors.length === 0) return null;
  return (
    <div class="govuk-error-summary" ref={box} tabIndex={-1} role="alert">
      <h2 class="govuk-error-summary__title">There is a problem</h2>
      <ul class="govuk-list govuk-error-summary__list">
        {errors.map(({ field, message }) => (
          <li key={message}>
            {field ? (
              <a href={`#${field}`} target="_self" onClick={(event) => goTo(event, field)}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
