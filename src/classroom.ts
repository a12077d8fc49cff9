import { teachersDoor } from './classroom-door.ts';
import { attachRules as attach, lookAtClass as seeClass, lookAtPost as seePost } from './lessons/classroom/attach-rules.ts';

/**
 * Every door of the Classroom add-on. It runs as the teacher who opens it and can reach nothing of the log: it leads to the office's pages.
 * Pupils never come here: what they see of an attachment is a page of the office.
 */
export { serveClassroomPage as doGet } from './classroom-views.page.ts';
export const lookAtPost = teachersDoor(seePost);
export const attachRules = teachersDoor(attach);
export const lookAtClass = teachersDoor(seeClass);
