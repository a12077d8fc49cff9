/** A class in Classroom that somebody teaches. */
export interface Course {
  id: string;
  /** As its teacher called it: `Class 3A`. */
  name: string;
  /** `Year 3`; ''. */
  section: string;
}

/** What is posted into a class (D6): links are opened in their order, and Google puts the titles to them. */
export interface Material {
  title: string;
  description: string;
  links: string[];
}

/** So much of a class's name travels in an address; the office looks for its own class in it. */
const LONGEST_NAME = 60;

/** Where pupils read the rules. @param courseName as Classroom has it; '' for none */
export function rulesAddress(office: string, courseName: string): string {
  const name = Array.from(courseName).slice(0, LONGEST_NAME).join('');
  return `${office}?page=lesson-rules${name === '' ? '' : `&class=${encodeURIComponent(name)}`}`;
}

/** Where a teacher's own checks for the class are. */
export function checksAddress(office: string, courseName: string): string {
  return rulesAddress(office, courseName).replace('page=lesson-rules', 'page=lesson');
}

/** What every link to the rules begins with, whatever the class was called when it was made: one a class is enough. */
export function anyRulesAddress(office: string): string {
  return rulesAddress(office, '');
}

export function materialFor(office: string, { name }: Pick<Course, 'name'>): Material {
  return {
    title: 'Rules for our live lessons',
    description:
      'Read this before you join. The first link has our rules and says how to get help. The second link is for telling us about a worry: you can use it at any time.',
    links: [rulesAddress(office, name), `${office}?page=report`],
  };
}
