import type { Course, Material } from './material.ts';

/** A material that stands in a class. */
export interface Posted {
  id: string;
  /** Drafts are seen by teachers only. */
  isDraft: boolean;
  /** Where it is seen; '' while it is a draft. */
  address: string;
}

/** So many classes a card shows. */
export const MOST_COURSES = 40;

/**
 * The active classes of the person at the keyboard, newest first: at most one more than are shown.
 * @throws in Google's words
 */
export function coursesTaught(): Course[] {
  const found = courses().list({ teacherId: 'me', courseStates: ['ACTIVE'], pageSize: MOST_COURSES + 1 });
  return (found.courses ?? []).map(courseIn);
}

/** @throws in Google's words */
export function courseWith(id: string): Course {
  return courseIn(courses().get(id));
}

/** The materials in a class, drafts as well, whose links contain some text. @throws in Google's words */
export function materialsWith(courseId: string, link: string): Posted[] {
  const found = materials().list(courseId, { courseWorkMaterialStates: ['PUBLISHED', 'DRAFT'], materialLink: link });
  return (found.courseWorkMaterial ?? []).map(postedIn);
}

/** Posts for all pupils of the class, at once. @throws in Google's words; it may have been posted all the same */
export function createMaterial(courseId: string, { title, description, links }: Material): Posted {
  const resource = { title, description, state: 'PUBLISHED', materials: links.map((url) => ({ link: { url } })) };
  return postedIn(materials().create(resource, courseId));
}

/** @throws in Google's words */
export function deleteMaterial(courseId: string, id: string): void {
  materials().remove(courseId, id);
}

function materials() {
  return courses().CourseWorkMaterials;
}

function courses() {
  if (!Classroom) throw new Error('The advanced service Classroom is disabled');
  return Classroom.Courses;
}

function courseIn({ id, name, section }: GoogleAppsScript.Classroom.Schema.Course): Course {
  return { id: id ?? '', name: name ?? '', section: section ?? '' };
}

function postedIn({ id, state, alternateLink }: GoogleAppsScript.Classroom.Schema.CourseWorkMaterial): Posted {
  return { id: id ?? '', isDraft: state === 'DRAFT', address: alternateLink ?? '' };
}
