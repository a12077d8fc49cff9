/** The look of Classroom's pages. The frame's sizes are Google's (docs/workspace/classroom/add-ons/developer-guides/iframes.md). */
export const CLASSROOM_STYLE = `
.classes, .stream { margin: 1rem 0; padding: 0; list-style: none; }
.classes { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 1rem; }
.classes a, .stream > li { display: block; padding: 1rem; border: 1px solid var(--line); border-radius: 6px; }
.stream > li { margin: 0 0 .75rem; overflow-wrap: anywhere; }
.stream p { margin: .25rem 0; }
.class-post label { display: block; margin: .5rem 0 .25rem; font-weight: 600; }
.class-post input, .class-post select, .class-post textarea { width: 100%; max-width: 36rem; }
.add-on header { display: flex; justify-content: space-between; align-items: center; gap: 1rem; min-height: 60px; }
.add-on h1 { margin: 0; font-size: 1.25rem; overflow-wrap: anywhere; }
.add-on iframe { display: block; border: 1px solid var(--line); }
.add-on.discovery { width: min(80vw, 1600px); margin: 0 auto; }
.add-on.discovery iframe { width: 100%; height: calc(80vh - 60px); }
.add-on.view iframe { width: 100%; height: calc(100vh - 140px); }
@media (max-width: 600px) { .add-on.discovery { width: 90vw; } }
`;
