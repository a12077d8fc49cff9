import type { RunResult } from '../../local/apps-script/engine.ts';
import type { Fault } from '../../local/apps-script/faults.ts';
import { callServer } from '../../local/apps-script/web-app.ts';
import { deployClassroom, type InstalledAddOn, installClassroom } from '../../local/school/install.ts';
import { people, quillhaven } from '../../local/school/quillhaven.ts';
import { accountId } from '../../local/workspace/account-id.ts';
import { newAddOnToken, POST_KINDS } from '../../local/workspace/classroom.ts';
import type { AddOnAttachmentData, CourseData, CoursePostData } from '../../local/workspace/data.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';
import type { Looked } from '../../src/lessons/classroom/attach-rules.ts';
import type { OpenedPost } from '../../src/lessons/classroom/opened-post.ts';
import type { Answer } from '../../src/pages/answer.ts';
import { aPost } from './classroom.ts';
import { MONDAY } from './script.ts';
import { builtClassroom } from './sidebar.ts';

export const OFFICE_ADDRESS = 'https://script.google.com/a/macros/quillhaven.example/s/abc/exec';

/** The door's answer, and what Apps Script reports of the run. */
interface Asked {
  answer: Answer<Looked>;
  run: RunResult | undefined;
}

/** Puts the shipped Classroom add-on into a Workspace, installed for staff. */
export function addToClassroom(workspace: Workspace, office: string): InstalledAddOn {
  const addOn = deployClassroom(workspace, builtClassroom(office, ''));
  installClassroom(workspace, addOn, builtClassroom(office, addOn.address), office);
  return addOn;
}

/** A post of 3A's teacher, for which they have opened the add-on and agreed to what it asks. */
export function aClassPost(kind: CoursePostData['kind'] = 'announcement'): ClassPost {
  const workspace = quillhaven(MONDAY);
  const addOn = addToClassroom(workspace, OFFICE_ADDRESS);
  const course = Object.values(workspace.data.courses).find(({ ownerId }) => ownerId === people.teacher);
  if (!course) throw new Error('the teacher has no class');
  const post = aPost(course, { kind, title: 'Live at ten' });
  return new ClassPost(workspace, addOn, course.id, post.id).allowedFor(people.teacher);
}

export class ClassPost {
  constructor(
    readonly workspace: Workspace,
    readonly addOn: InstalledAddOn,
    private readonly courseId: string,
    private readonly postId: string,
  ) {}

  clone(): ClassPost {
    return new ClassPost(this.workspace.clone(), this.addOn, this.courseId, this.postId);
  }

  get course(): CourseData {
    return this.workspace.data.courses[this.courseId] as CourseData;
  }

  get post(): CoursePostData {
    return this.course.posts?.find(({ id }) => id === this.postId) as CoursePostData;
  }

  get attachments(): AddOnAttachmentData[] {
    return this.post.attachments ?? [];
  }

  allowedFor(email: string): this {
    const script = this.workspace.data.scripts[this.addOn.scriptId];
    if (script) script.grants[email] = ['*'];
    return this;
  }

  /** What Classroom puts into the address when somebody opens the add-on for the post. */
  opened(email: string = people.teacher): OpenedPost {
    const { courseId, postId: itemId } = this;
    const itemType = POST_KINDS.find(({ kind }) => kind === this.post.kind)?.collection ?? 'announcements';
    const addOnToken = newAddOnToken(this.workspace, { app: this.addOn.scriptId, courseId, itemId, email });
    return { courseId, itemId, itemType, addOnToken, attachmentId: '', loginHint: accountId(email) };
  }

  /** The same for an attachment that is there. */
  openedAttachment(email: string = people.teacher): OpenedPost {
    return { ...this.opened(email), addOnToken: '', attachmentId: this.attachments[0]?.id ?? '' };
  }

  ask(door: 'lookAtPost' | 'attachRules' | 'lookAtClass', opened: unknown = this.opened(), as: string = people.teacher, faults: Fault[] = []): Asked {
    const answer = callServer(this.workspace, { deploymentId: this.addOn.deploymentId, visitor: as, fn: door, args: [opened], faults });
    const value: Answer<Looked> = answer.ok ? (answer.value as Answer<Looked>) : { ok: false, code: 'script', message: answer.message };
    return { answer: value, run: answer.result };
  }

  /** What the page says: the state, or why not. */
  said(...asked: Parameters<ClassPost['ask']>): string {
    const { answer } = this.ask(...asked);
    if (!answer.ok) return answer.message;
    return answer.value.why || answer.value.state;
  }
}
