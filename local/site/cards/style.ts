/** The look of cards: a side panel as Calendar and Gmail have it, 300 pixels wide. */
export const CARD_STYLE = `
.panel { width: 300px; max-width: 100%; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); font-size: .9375rem; overflow-wrap: anywhere; }
.panel + .panel { margin-top: 1rem; }
.panel > h2 { margin: 0; padding: .5rem .75rem; font-size: .875rem; background: var(--wash); border-radius: 8px 8px 0 0; border-bottom: 1px solid var(--line); }
.panel > p, .panel > ul, .panel > form:has(> p) { margin: .75rem; }
.panel-toast { margin: .75rem; padding: .5rem .75rem; color: #fff; background: #202124; border-radius: 4px; }
.panel-back { padding: 0 .4rem; border: 0; background: none; color: var(--link); cursor: pointer; }
.card header { display: flex; gap: .75rem; align-items: center; padding: .75rem; }
.card h3 { margin: 0; font-size: 1rem; }
.card header p { margin: 0; color: var(--quiet); font-size: .8125rem; }
.card-section { padding: .5rem .75rem; border-top: 1px solid var(--line); }
.card-section h4, .card-section > details > summary { margin: .25rem 0 .5rem; font-size: .875rem; font-weight: 600; }
.card-widget { margin: .5rem 0; }
.card-widget > p { margin: 0; }
.card-decorated { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 0 .6rem; align-items: center; }
.card-decorated small { display: block; color: var(--quiet); }
.card-oneline { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.card-plain { padding: 0; border: 0; background: none; color: inherit; text-align: left; font: inherit; cursor: pointer; }
.card-buttons { display: flex; flex-wrap: wrap; gap: .5rem; }
.card-buttons button, .card-buttons .button { padding: .3rem .8rem; font-size: .875rem; border-radius: 1rem; }
.card .field { display: block; }
.card .field > span, .card legend { display: block; padding: 0; font-size: .8125rem; font-weight: 600; }
.card .field input:not([type]), .card .field textarea, .card .field select, .card .field input[type^="date"], .card .field input[type="time"] { width: 100%; }
.card .field.wrong { padding-left: .5rem; border-left: 3px solid var(--bad); }
.card fieldset { margin: 0; padding: 0; border: 0; }
.card fieldset label { display: block; }
.card-image { display: block; max-width: 100%; }
.card-noimage { display: inline-block; padding: .25rem .5rem; color: var(--quiet); background: var(--wash); border-radius: 4px; font-size: .8125rem; }
.card-grid { display: grid; gap: .5rem; margin: 0; padding: 0; list-style: none; }
.card-columns { display: flex; flex-wrap: wrap; gap: .75rem; }
.card-columns > div { flex: 1 1 110px; min-width: 0; }
.card footer { display: flex; gap: .5rem; justify-content: flex-end; padding: .75rem; border-top: 1px solid var(--line); }
.card-change { display: none; }
`;
