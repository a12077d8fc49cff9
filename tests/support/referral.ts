import type { CaseFile } from '../../src/incidents/working/case-file.ts';
import { aConcern } from './reporting.ts';
import type { SchoolUnderTest } from './school.ts';

/** What a pack's form sends: for the police, everything in it, nobody left out. */
export function aPack(reference: string, change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    ...{ key: 'press-0001-of-the-pack', reference, agency: 'police', withWhom: 'PC 4711, Quillhaven station', why: 'A crime may have been done.' },
    ...{ parts: ['account', 'people', 'decisions', 'steps', 'tasks', 'notes', 'timeline', 'files'], hidden: [] },
    ...change,
  };
}

/** A concern about one pupil that another saw; its reference. */
export function twoPupils(school: SchoolUnderTest, story: string): string {
  const { pupil, youngPupil, teacher } = school.people;
  const people = [
    { email: pupil, name: '', role: 'affected' },
    { email: youngPupil, name: '', role: 'witness' },
  ];
  return school.as(teacher).get<{ reference: string }>('raiseConcern', aConcern({ story, people })).reference;
}

export function opened(school: SchoolUnderTest, reference: string): CaseFile {
  return school.as(school.people.dsl).get<CaseFile>('openCase', { reference });
}

/** Packs in the role account's Drive, by name: those in the bin too. */
export function packsKept(school: SchoolUnderTest): string[] {
  return Object.values(school.workspace.data.files)
    .map(({ name }) => name)
    .filter((name) => name.startsWith('Referral pack'));
}
