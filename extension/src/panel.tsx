import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { CONSIDERATIONS, LIST_VERSION } from '../../src/lessons/considerations.ts';
import { officeAddress } from './connection.ts';
import { officePage } from './office-address.ts';
import { type OpenPage, openPage } from './open-class.ts';
import { REMINDER } from './reminder.ts';

interface Seen {
  open: OpenPage;
  /** null when the panel is not connected. */
  office: string | null;
}

render(<Panel />, document.body);

/** What stands beside a class: the reminder, and the ways to the office's pages. It keeps nothing and asks nobody anything. */
function Panel() {
  const seen = useSeen();
  if (!seen) return null;
  return (
    <main>
      <h1>Before a live lesson</h1>
      <WhatIsOpen open={seen.open} />
      {seen.office === null ? <NotConnected /> : seen.open.at !== 'elsewhere' && <Ways office={seen.office} open={seen.open} />}
      <h2>In short</h2>
      {REMINDER.map(({ heading, titles }) => (
        <section key={heading}>
          <h3>{heading}</h3>
          <ul>
            {titles.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </section>
      ))}
      <p class="quiet">
        {CONSIDERATIONS.length} considerations on file, list {LIST_VERSION}. This panel only reminds: the checks look at your lesson. Of Classroom it reads this
        tab’s address and title, and keeps neither.
      </p>
    </main>
  );
}

/** What is open in the tab that the panel stands beside, and where the office is, again whenever one of them changes. */
function useSeen(): Seen | null {
  const [seen, setSeen] = useState<Seen | null>(null);
  useEffect(() => {
    const look = async () => {
      const [tab, office] = await Promise.all([ownTab(), officeAddress()]);
      setSeen({ open: openPage(tab), office });
    };
    chrome.tabs.onUpdated.addListener(look);
    chrome.storage.onChanged.addListener(look);
    void look();
  }, []);
  return seen;
}

/** The address names the tab; opened in any other way the panel stands beside none. */
function ownTab(): Promise<chrome.tabs.Tab> {
  const id = new URLSearchParams(location.search).get('tab');
  return id === null ? Promise.resolve({}) : chrome.tabs.get(Number(id)).catch(() => ({}));
}

function WhatIsOpen({ open }: { open: OpenPage }) {
  if (open.at === 'class')
    return open.name === '' ? (
      <p>A class is open.</p>
    ) : (
      <p>
        Class: <strong>{open.name}</strong>
      </p>
    );
  return (
    <p class="notice">
      {open.at === 'classroom' ? (
        'Open a class in Classroom, and its name goes with you to the checks.'
      ) : (
        <>
          <a href="https://classroom.google.com/" target="_blank" rel="noreferrer">
            Open a class in Classroom
          </a>{' '}
          and press the Handrail icon there.
        </>
      )}
    </p>
  );
}

function Ways({ office, open }: { office: string; open: OpenPage }) {
  const name = open.at === 'class' ? open.name : '';
  return (
    <nav aria-label="Handrail, in new tabs">
      <a class="button" href={officePage(office, 'lesson', name)} target="_blank" rel="noreferrer">
        Open my checks
      </a>
      <a class="button button--second" href={officePage(office, 'lesson-rules', name)} target="_blank" rel="noreferrer">
        What pupils see
      </a>
      <a class="button button--worry" href={officePage(office, 'report')} target="_blank" rel="noreferrer">
        Raise a concern
      </a>
      <p class="quiet">Each opens in a new tab. Somebody in danger now? Call 999 first.</p>
    </nav>
  );
}

function NotConnected() {
  return (
    <div class="notice">
      <p>
        <strong>Not connected to your school’s Handrail.</strong>
      </p>
      <p>
        Ask your technician to set the office’s address in Chrome’s policy for this extension. Until then open Handrail with the address your school gave you.
      </p>
      <p>Somebody in danger now? Call 999 first, then tell the designated safeguarding lead.</p>
    </div>
  );
}
