/** The look of a form's pages; it stands in each page, so that a form needs nothing else from the site. */
export const FORM_STYLE = `
:root { --ink: #1d2733; --quiet: #52606d; --line: #b9c4ce; --accent: #1f5f5b; --bad: #a1260d; --wash: #f1f4f6; color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--wash); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
main { max-width: 42rem; margin: 0 auto; padding: 1rem; }
h1 { margin: 0 0 .5rem; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 0 0 .5rem; font-size: 1.25rem; }
.card { margin: 0 0 1rem; padding: 1.25rem; background: #fff; border: 1px solid #d5dde3; border-radius: 6px; }
.card.top { border-top: .5rem solid var(--accent); }
.card.wrong { border-left: .3rem solid var(--bad); }
.text { margin: 0 0 .5rem; white-space: pre-line; }
.quiet { color: var(--quiet); }
.needed { color: var(--bad); }
fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
legend, .label { display: block; margin: 0 0 .25rem; padding: 0; font-weight: 600; white-space: pre-line; }
fieldset fieldset { margin-top: .75rem; }
fieldset fieldset legend { font-weight: 400; }
.error { margin: 0 0 .5rem; color: var(--bad); font-weight: 600; }
.summary { border: 3px solid var(--bad); }
.summary a { color: var(--bad); font-weight: 600; }
.summary ul { margin: 0; padding-left: 1.2rem; }
input, select, textarea, button { font: inherit; color: inherit; }
input[type=text], input[type=email], input[type=url], input[type=date], input[type=datetime-local], input[type=time], select, textarea { width: 100%; max-width: 100%; padding: .5rem; background: #fff; border: 1px solid #5f6b76; border-radius: 4px; }
input[type=date], input[type=datetime-local], input[type=time] { width: auto; }
textarea { min-height: 7rem; resize: vertical; }
.short { width: 5rem !important; }
.option { display: flex; gap: .6rem; align-items: baseline; padding: .3rem 0; }
.option input[type=radio], .option input[type=checkbox] { flex: none; width: 1.15rem; height: 1.15rem; transform: translateY(.2rem); accent-color: var(--accent); }
.option label { flex: 1; }
.row { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: center; }
.row .option label { flex: none; }
.parts { display: flex; flex-wrap: wrap; gap: .75rem; }
.parts label { display: block; }
img { max-width: 100%; height: auto; }
.steps { display: flex; gap: .75rem; align-items: center; flex-wrap: wrap; margin: 0 0 1rem; }
button { padding: .6rem 1.4rem; border: 1px solid var(--accent); border-radius: 4px; background: #fff; cursor: pointer; }
button.main { background: var(--accent); color: #fff; }
progress { width: 100%; height: .6rem; accent-color: var(--accent); }
a { color: #0b5394; }
:focus-visible { outline: 3px solid #f5b400; outline-offset: 1px; box-shadow: 0 0 0 2px var(--ink); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;
