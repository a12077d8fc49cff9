import { CARD_STYLE } from '../cards/style.ts';

/** The look of the mail pages, on top of the site's own. */
export const MAIL_STYLE = `${CARD_STYLE}
.mail-open { display: grid; grid-template-columns: minmax(0, 1fr) 300px; gap: 1.5rem; align-items: start; }
.mail { display: grid; grid-template-columns: 12rem minmax(0, 1fr); gap: 1rem 1.5rem; }
.mail nav ul { margin: .75rem 0 0; padding: 0; list-style: none; }
.mail nav a:not(.button) { display: flex; justify-content: space-between; gap: .5rem; padding: .25rem .5rem; border-radius: 4px; color: inherit; text-decoration: none; overflow-wrap: anywhere; }
.mail nav a:hover { background: var(--wash); }
.mail nav a[aria-current] { background: var(--wash); font-weight: 600; box-shadow: inset 3px 0 var(--accent); }
.mail nav h2 { margin: 1rem 0 0; padding: 0 .5rem; font-size: .875rem; color: var(--quiet); }
.mail-search { display: flex; gap: .5rem; margin-bottom: 1rem; }
.mail-search input { flex: 1 1 auto; min-width: 0; }
.mail-list { margin: 0; padding: 0; list-style: none; border-top: 1px solid var(--line); }
.mail-list a { display: grid; grid-template-columns: 13rem minmax(0, 1fr) auto; gap: 0 1rem; padding: .5rem; color: inherit; text-decoration: none; border-bottom: 1px solid var(--line); }
.mail-list a > * { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.mail-list a:hover { background: var(--wash); }
.mail-list .unread { font-weight: 600; }
.mail-list .quiet { font-weight: 400; }
.mail-label { padding: 0 .4rem; font-size: .8125rem; font-weight: 400; background: var(--wash); border: 1px solid var(--line); border-radius: 3px; }
.mail-message { margin: 1rem 0; border: 1px solid var(--line); border-radius: 6px; }
.mail-message > header { padding: .75rem 1rem; background: var(--wash); border-bottom: 1px solid var(--line); border-radius: 6px 6px 0 0; overflow-wrap: anywhere; }
.mail-message h2 { margin: 0; font-size: 1rem; }
.mail-message p { margin: 0; }
.mail-text { padding: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.mail-html { display: block; width: 100%; height: 24rem; border: 0; resize: vertical; }
.mail-files { margin: 0; padding: .5rem 1rem; border-top: 1px solid var(--line); list-style: none; }
.mail-message > footer { padding: .5rem 1rem; border-top: 1px solid var(--line); }
.mail-write label { display: block; margin: .75rem 0 .25rem; font-weight: 600; }
.mail-write input, .mail-write textarea { width: 100%; }
.mail-write .row { margin-top: 1rem; }
.mail button.plain, .mail-write button.plain { color: var(--ink); background: var(--paper); border-color: #8796a5; }
.mail .problem { padding: .75rem 1rem; border: 3px solid var(--bad); }
@media (max-width: 40rem) {
  .mail, .mail-open { grid-template-columns: minmax(0, 1fr); }
  .mail nav ul { display: flex; flex-wrap: wrap; }
  .mail nav h2 { display: none; }
  .mail-list a { grid-template-columns: minmax(0, 1fr) auto; }
  .mail-list .about { grid-column: 1 / -1; order: 3; }
}
`;
