import type { PersonData } from '../workspace/data.ts';

export function fullName(person: PersonData): string {
  return `${person.givenName} ${person.familyName}`.trim();
}

/** People whose name, title or address holds every word of `query`, in the order given. */
export function matching(people: readonly PersonData[], query: string): PersonData[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return people.filter((person) => {
    const text = `${fullName(person)} ${person.title} ${person.email}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
