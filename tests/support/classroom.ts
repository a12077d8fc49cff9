import { execute, type RunResult } from '../../local/apps-script/engine.ts';
import { installClassroomAddOn } from '../../local/workspace/classroom.ts';
import type { CourseData, CoursePostData, ScriptData } from '../../local/workspace/data.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { anEmptyWorkspace, aScript, OFFICE, TEACHER } from './script.ts';

export const PUPIL = 'pip@quillhaven.example';
/** Teaches the class too, without a licence for add-ons. */
export const COLLEAGUE = 'una@quillhaven.example';
export const SETUP = 'https://script.google.com/macros/s/AKfycbTest/exec';
export const STUDENT_PAGE = 'https://script.google.com/macros/s/AKfycbOffice/exec?page=lesson-rules';

/** A class of one pupil with two teachers, of whom the first has a licence for add-ons. */
export function aClassroom(): { workspace: Workspace; course: CourseData } {
  const workspace = anEmptyWorkspace();
  workspace.people.add({ email: PUPIL, givenName: 'Pip', familyName: 'Lane', orgUnitPath: '/Pupils' });
  workspace.people.add({ email: COLLEAGUE, givenName: 'Una', familyName: 'Reed', orgUnitPath: '/Staff/Teachers' });
  const teacher = workspace.people.find(TEACHER);
  if (teacher) Object.assign(teacher, { licence: 'Plus', orgUnitPath: '/Staff/Teachers' });
  const course: CourseData = {
    id: '440044004400',
    name: 'Class 4B',
    section: 'Year 4',
    ownerId: TEACHER,
    courseState: 'ACTIVE',
    teachers: [TEACHER, COLLEAGUE],
    students: [PUPIL],
    guardians: {},
  };
  workspace.data.courses[course.id] = course;
  return { workspace, course };
}

/** The script of an add-on that is installed for staff, with everybody's consent. Each of its functions may be run. */
export function anAddOn(workspace: Workspace, source = '', manifest: Record<string, unknown> = {}): ScriptData {
  const script = aScript(workspace, source, undefined, manifest);
  for (const email of [PUPIL, COLLEAGUE]) script.grants[email] = ['*'];
  installClassroomAddOn(workspace, {
    app: script.id,
    name: 'Lesson checks',
    attachmentSetupUri: SETUP,
    allowedUriPrefixes: ['https://script.google.com/macros/s/AKfycbTest/', 'https://script.google.com/macros/s/AKfycbOffice/'],
    installedFor: ['/Staff'],
  });
  return script;
}

/** A post that a teacher made in Classroom itself. */
export function aPost(course: CourseData, post: Partial<CoursePostData> = {}): CoursePostData {
  const made: CoursePostData = {
    id: `77007700770${course.posts?.length ?? 0}`,
    kind: 'material',
    title: 'Fractions live',
    materials: [],
    state: 'PUBLISHED',
    creator: TEACHER,
    creationTime: 0,
    ...post,
  };
  course.posts = [...(course.posts ?? []), made];
  return made;
}

/** Runs an expression in the script as somebody; a refusal comes back as its code and message. */
export function asked(workspace: Workspace, script: ScriptData, as: string, expression: string): unknown {
  const source = `function main() { try { return ${expression} } catch (e) { return e.details ? [e.details.code, e.details.message] : e.message } }`;
  script.files = script.files.map((file) => (file.type === 'SERVER_JS' ? { ...file, source } : file));
  const result: RunResult = execute(workspace, { scriptId: script.id, kind: 'editor', active: as, effective: as, fn: 'main' });
  if (result.error) throw new Error(result.error.message);
  return result.value;
}

/** The same of a script with these scopes only. */
export function askedWith(workspace: Workspace, as: string, scopes: readonly string[], expression: string): unknown {
  const script = aScript(
    workspace,
    '',
    scopes.map((scope) => `https://www.googleapis.com/auth/${scope}`),
  );
  script.grants[as] = script.grants[OFFICE] ?? [];
  return asked(workspace, script, as, expression);
}
