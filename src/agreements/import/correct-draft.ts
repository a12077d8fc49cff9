import { type Draft, type DraftClause, type DraftSection, partsOf } from './draft.ts';

/** Corrections of a draft: each gives a new one, and loses no word but what is taken away. What is not there changes nothing. */

/** Where a statement stands. */
export interface Place {
  section: number;
  clause: number;
}

/** A statement while it is being typed. */
export function typeClause(draft: Draft, { section, clause }: Place, text: string): Draft {
  return withClauses(draft, section, (all) => all.map((each, index) => (index === clause ? { ...each, text } : each)));
}

/** A statement that was typed: an empty line makes two of it; without words it goes. */
export function finishClause(draft: Draft, { section, clause }: Place): Draft {
  const old = clauseAt(draft, { section, clause });
  if (!old) return draft;
  const clauses = partsOf(old.text).map((text) => ({ text, source: old.source }));
  return withClauses(draft, section, (all) => [...all.slice(0, clause), ...clauses, ...all.slice(clause + 1)]);
}

/** Makes one statement of this and the one above it. The first of a section joins the last of the section before. */
export function joinWithAbove(draft: Draft, place: Place): Draft {
  const flat = placesIn(draft);
  const at = flat.findIndex((each) => isSame(each, place));
  const above = flat[at - 1];
  const [one, other] = [above && clauseAt(draft, above), clauseAt(draft, place)];
  if (!above || !one || !other) return draft;
  const source = [...one.source, ...other.source.filter(({ number }) => !one.source.some((line) => line.number === number))];
  const joined = withClauses(draft, above.section, (all) =>
    all.map((each, index) => (index === above.clause ? { text: `${one.text} ${other.text}`, source } : each)),
  );
  return withoutClause(joined, place);
}

/** Moves a statement by one place; from the end of a section into the next. */
export function moveClause(draft: Draft, place: Place, by: 1 | -1): Draft {
  const clause = clauseAt(draft, place);
  const section = draft.sections[place.section];
  if (!clause || !section) return draft;
  const target = place.clause + by;
  if (target >= 0 && target < section.clauses.length)
    return withClauses(draft, place.section, (all) => {
      const rest = all.filter((_, index) => index !== place.clause);
      return [...rest.slice(0, target), clause, ...rest.slice(target)];
    });
  const next = place.section + by;
  if (!draft.sections[next]) return draft;
  const moved = withClauses(draft, next, (all) => (by === 1 ? [clause, ...all] : [...all, clause]));
  return withoutClause(moved, place);
}

export function removeClause(draft: Draft, place: Place): Draft {
  return withoutClause(draft, place);
}

/** A section begins with this statement. */
export function beginSection(draft: Draft, { section, clause }: Place): Draft {
  const old = draft.sections[section];
  if (!old || clause === 0 || clause >= old.clauses.length) return draft;
  const [first, second] = [old.clauses.slice(0, clause), old.clauses.slice(clause)];
  const begun: DraftSection = { heading: 'New section', asks: old.asks, clauses: second };
  return { ...draft, sections: [...draft.sections.slice(0, section), { ...old, clauses: first }, begun, ...draft.sections.slice(section + 1)] };
}

/** Puts a section's statements under the heading above it. */
export function endSection(draft: Draft, section: number): Draft {
  const [above, own] = [draft.sections[section - 1], draft.sections[section]];
  if (!above || !own) return draft;
  const joined = { ...above, clauses: [...above.clauses, ...own.clauses] };
  return { ...draft, sections: [...draft.sections.slice(0, section - 1), joined, ...draft.sections.slice(section + 1)] };
}

export function setSection(draft: Draft, section: number, change: Partial<Pick<DraftSection, 'heading' | 'asks'>>): Draft {
  return { ...draft, sections: draft.sections.map((each, index) => (index === section ? { ...each, ...change } : each)) };
}

/** A statement becomes a question that parents answer for each child. */
export function askAsQuestion(draft: Draft, place: Place): Draft {
  const clause = clauseAt(draft, place);
  return clause ? { ...withoutClause(draft, place), permissions: [...draft.permissions, clause] } : draft;
}

/** A question becomes a statement of the last section. */
export function agreeInstead(draft: Draft, question: number): Draft {
  const clause = draft.permissions[question];
  if (!clause) return draft;
  const permissions = draft.permissions.filter((_, index) => index !== question);
  if (draft.sections.length === 0) return { ...draft, permissions, sections: [{ heading: 'What I agree to', asks: 'agree', clauses: [clause] }] };
  return { ...withClauses(draft, draft.sections.length - 1, (all) => [...all, clause]), permissions };
}

export function placesIn({ sections }: Pick<Draft, 'sections'>): Place[] {
  return sections.flatMap(({ clauses }, section) => clauses.map((_, clause) => ({ section, clause })));
}

export function isSame(one: Place, other: Place): boolean {
  return one.section === other.section && one.clause === other.clause;
}

function clauseAt(draft: Draft, { section, clause }: Place): DraftClause | undefined {
  return draft.sections[section]?.clauses[clause];
}

/** A section that has lost its last statement goes with it. */
function withoutClause(draft: Draft, { section, clause }: Place): Draft {
  return withClauses(draft, section, (all) => all.filter((_, index) => index !== clause));
}

function withClauses(draft: Draft, section: number, change: (clauses: readonly DraftClause[]) => DraftClause[]): Draft {
  const sections = draft.sections.map((each, index) => (index === section ? { ...each, clauses: change(each.clauses) } : each));
  return { ...draft, sections: sections.filter(({ clauses }) => clauses.length > 0) };
}
