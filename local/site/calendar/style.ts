import { CARD_STYLE } from '../cards/style.ts';

/** The look of the calendar pages, on top of the site's own. */
export const CALENDAR_STYLE = `
.calendar { display: grid; grid-template-columns: minmax(0, 1fr) 300px; gap: 1.5rem; align-items: start; }
.calendar-week { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin-bottom: 1rem; }
.calendar-day { border-top: 1px solid var(--line); padding: .5rem 0; display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: 0 1rem; }
.calendar-day h2 { margin: .25rem 0 0; font-size: 1rem; }
.calendar-day ul { margin: 0; padding: 0; list-style: none; }
.calendar-day li a { display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: 0 1rem; padding: .25rem .5rem; border-radius: 4px; color: inherit; text-decoration: none; }
.calendar-day li a:hover { background: var(--wash); }
.calendar-declined { text-decoration: line-through; }
.calendar-form { display: grid; gap: .75rem; max-width: 32rem; }
.calendar-form label span { display: block; font-weight: 600; }
.calendar-form input:not([type="checkbox"]), .calendar-form textarea { width: 100%; }
@media (max-width: 50rem) { .calendar, .calendar-day { grid-template-columns: minmax(0, 1fr); } }
${CARD_STYLE}`;
