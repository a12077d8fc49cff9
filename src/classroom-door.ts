import { safeParse } from 'valibot';
import { classroomAddress, officeAddress } from './address.ts';
import type { Looked, Places } from './lessons/classroom/attach-rules.ts';
import type { OpenedPost } from './lessons/classroom/opened-post.ts';
import { openedPost } from './lessons/classroom/shapes.ts';
import type { Answer } from './pages/answer.ts';
import { visitor } from './school/account.script.ts';

const NOT_CONNECTED = 'Handrail is not connected yet. The school’s technician can do this: see “going live” in its documents.';
const NOT_FROM_CLASSROOM = 'Open this page from a post in Classroom: write a post, choose add-ons, and in them Handrail.';
const FAILED = 'Something failed, and we cannot say whether it was added. Try again: it is never added twice. Or close this window with the X.';

/**
 * Makes a use case callable from the add-on's pages. What the address says is checked by its shape here, and by Google in the use case.
 * Only an answer comes back, never a thrown error.
 */
export function teachersDoor(useCase: (post: OpenedPost, places: Places) => Looked): (opened: Record<keyof OpenedPost, string>) => Answer<Looked> {
  return (opened) => {
    const places = { office: officeAddress(), classroom: classroomAddress() };
    if (places.office === '' || places.classroom === '') return { ok: false, code: 'not-connected', message: NOT_CONNECTED };
    const post = safeParse(openedPost, opened);
    if (!post.success) return { ok: false, code: 'unreadable', message: NOT_FROM_CLASSROOM };
    try {
      const me = visitor();
      const visit = { me: { name: me, email: me }, school: { name: '', dslTelephone: '', address: places.office }, banner: '' };
      return { ok: true, value: useCase(post.output, places), visit };
    } catch (error) {
      // No content in logs: the error's own words are Google's or ours.
      console.error(String((error as Error).stack ?? error));
      return { ok: false, code: 'unexpected', message: FAILED };
    }
  };
}
