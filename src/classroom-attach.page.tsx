import { useEffect, useRef, useState } from 'preact/hooks';
import type * as classroom from './classroom.ts';
import type { Looked } from './lessons/classroom/attach-rules.ts';
import { openedFrom } from './lessons/classroom/opened-post.ts';
import { useOwnTabs } from './pages/own-tabs.tsx';
import { caller } from './pages/server.ts';
import { ErrorSummary, Page, startPage, useLoaded } from './pages/shell.tsx';
import { useWork } from './pages/work.ts';

startPage(Attach);

const call = caller<typeof classroom>();

/** What a teacher sees who chooses Handrail for a post in Classroom: one press puts the rules onto it (D6). */
function Attach({ parameter }: { parameter: Record<string, string> }) {
  useOwnTabs(true);
  const [loaded] = useLoaded(() => call('lookAtPost', openedFrom(parameter)));
  return (
    <Page title="Rules for live lessons" back={null} loaded={loaded}>
      {(looked, { me }) => <Post looked={looked} account={me.email} parameter={parameter} />}
    </Page>
  );
}

function Post({ looked: first, account, parameter }: { looked: Looked; account: string; parameter: Record<string, string> }) {
  const [looked, setLooked] = useState(first);
  const { busy, error, doing } = useWork();
  const result = useRef<HTMLDivElement>(null);
  const add = () =>
    void doing('', async () => {
      const { value } = await call('attachRules', openedFrom(parameter));
      setLooked(value);
      return '';
    });
  useEffect(() => {
    if (looked.state !== first.state) result.current?.focus();
    if (looked.state === 'attached') closeFrame();
  }, [looked.state]);
  const inTab = `${looked.page}?${Object.entries(parameter)
    .map((pair) => pair.map(encodeURIComponent).join('='))
    .join('&')}`;
  return (
    <>
      <ErrorSummary errors={error ? [{ message: error.message }] : []} />
      <div ref={result} tabIndex={-1}>
        {looked.state === 'ready' && <Ready looked={looked} />}
        {looked.state === 'attached' && <Done said="Added to your post." />}
        {looked.state === 'there already' && <Done said="Your post has the rules already. Nothing was added." />}
        {looked.why && <NotDone looked={looked} account={account} />}
      </div>
      {looked.state === 'ready' && (
        <button type="button" class="govuk-button" disabled={busy !== null} onClick={add}>
          {busy === null ? 'Add the rules to this post' : 'One moment…'}
        </button>
      )}
      {looked.state !== 'attached' && (
        <p class="govuk-body-s">
          Does something not work here?{' '}
          <a class="govuk-link" href={inTab}>
            Open it in a new tab
          </a>
          , and come back to Classroom afterwards.
        </p>
      )}
    </>
  );
}

function Ready({ looked: { courseName, rules } }: { looked: Looked }) {
  return (
    <>
      <p class="govuk-body">One press adds a page to your post in Classroom.</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          Pupils of {courseName || 'the class'} see{' '}
          <a class="govuk-link" href={rules}>
            our rules, how to get help, and a way to tell us about a worry
          </a>
          .
        </li>
        <li>You see the way to your checks before the lesson.</li>
      </ul>
    </>
  );
}

/** Whether Classroom hears that it may close the window, nobody knows: so it is said how it is closed by hand. */
function Done({ said }: { said: string }) {
  return (
    <p class="govuk-inset-text" role="status">
      <strong>{said}</strong> Close this window with the X at its top, if it is still open.
    </p>
  );
}

function NotDone({ looked: { state, why, rules }, account }: { looked: Looked; account: string }) {
  return (
    <>
      <p class="govuk-inset-text" role="alert">
        {why}
        {account && ` You are signed in here as ${account}.`}
      </p>
      {state === 'refused' && (
        <p class="govuk-body">
          Without this, the same page works as a link:{' '}
          <a class="govuk-link" href={`https://classroom.google.com/share?url=${encodeURIComponent(rules)}`}>
            share it to one of your classes
          </a>
          . Google asks you which one.
        </p>
      )}
    </>
  );
}

/** docs/workspace/classroom/add-ons/developer-guides/iframes.md, "Close the iframe": heard only from where Classroom opened, which a frame of HtmlService's may not be. */
function closeFrame(): void {
  window.top?.postMessage({ type: 'Classroom', action: 'closeIframe' }, '*');
}
