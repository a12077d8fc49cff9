import { aloneWithin } from '../../records/lock.script.ts';
import { codeOf, isPassing, messageOf } from '../../records/patience.script.ts';
import { attach, attachmentsOn, courseNameOf, teachesClassOf } from './attachments.group.ts';
import { mayAttach } from './licence.rest.ts';
import { checksAddress, rulesAddress } from './material.ts';
import { isOtherAccount, type OpenedPost } from './opened-post.ts';
import { ownAccountId } from './own-account.script.ts';
import { OTHER_ACCOUNT, whyNot } from './why-not.ts';

/** Where the office and this add-on answer. */
export interface Places {
  office: string;
  classroom: string;
}

/** What a teacher can do with the post that they opened the add-on for. */
export interface Looked {
  state: 'ready' | 'there already' | 'attached' | 'refused' | 'other account';
  /** In words for a teacher, when it is refused or the account is another than Classroom's; else ''. */
  why: string;
  /** As its teacher called the class; '' when Google did not say. */
  courseName: string;
  /** The page that pupils see. */
  rules: string;
  /** The teacher's own checks for the class. */
  checks: string;
  /** The add-on's own page, for a tab of its own. */
  page: string;
}

const PATIENCE_MS = 20_000;
const NO_LICENCE =
  'Your Google licence has no add-ons in Classroom: only Teaching and Learning, or Plus, has them, where the school has installed Handrail for you.';
const NOT_A_TEACHER = 'Only teachers of this class can do this.';

/**
 * Looks whether the rules can be put onto a post. Asks Google in the order in which the plainest reason is found first; changes nothing.
 * @param post from the address: Google is asked whether it is true
 */
export function lookAtPost(post: OpenedPost, places: Places): Looked {
  if (post.addOnToken === '') return refused('Open this page from a post in Classroom: write a post, choose add-ons, and in them Handrail.', '', places);
  return explained(places, () => {
    if (isOtherAccount(post.loginHint, ownAccountId())) return refused(OTHER_ACCOUNT, '', places);
    if (mayAttach() === false) return refused(NO_LICENCE, '', places);
    if (!teachesClassOf(post)) return refused(NOT_A_TEACHER, '', places);
    const courseName = courseNameOf(post);
    return answer(isThere(post) ? 'there already' : 'ready', courseName, places);
  });
}

/** Puts the rules onto the post (D6), once however often it is pressed. */
export function attachRules(post: OpenedPost, places: Places): Looked {
  const pressed = aloneWithin(PATIENCE_MS, () => {
    const looked = lookAtPost(post, places);
    if (looked.state !== 'ready') return looked;
    const { courseName, rules } = looked;
    try {
      attach(post, { title: 'Rules for live lessons', teacherView: `${places.classroom}?view=teacher`, studentView: rules });
    } catch (error) {
      // A call that failed may have had its effect.
      if (!isPassing(error) || !isThere(post)) return refused(reasonOf(error), courseName, places);
    }
    return answer('attached', courseName, places);
  });
  return pressed ?? refused('Somebody else is adding it just now. Try again in a minute.', '', places);
}

/** What a teacher sees of the attachment: `ready`, with the way to their checks for the class. */
export function lookAtClass(post: OpenedPost, places: Places): Looked {
  return explained(places, () => {
    if (isOtherAccount(post.loginHint, ownAccountId())) return refused(OTHER_ACCOUNT, '', places);
    if (!teachesClassOf(post)) return refused(NOT_A_TEACHER, '', places);
    return answer('ready', courseNameOf(post), places);
  });
}

/** Google lets an add-on ask about a post that it is attached to, and about none else. */
function isThere(post: OpenedPost): boolean {
  try {
    return attachmentsOn(post) > 0;
  } catch (error) {
    if (codeOf(error) === 403) return false;
    throw error;
  }
}

function explained(places: Places, look: () => Looked): Looked {
  try {
    return look();
  } catch (error) {
    return refused(whyNot(codeOf(error) ?? 0, messageOf(error)), '', places);
  }
}

/** Why an attachment was not made: of a teacher of the class Google says only that they may not. */
function reasonOf(error: unknown): string {
  const message = messageOf(error);
  if (isPassing(error)) return 'Google Classroom did not answer. Press again: it is never added twice.';
  return codeOf(error) === 403 && !message.includes('@') ? NO_LICENCE : whyNot(codeOf(error) ?? 0, message);
}

function answer(state: Looked['state'], courseName: string, { office, classroom }: Places): Looked {
  return { state, why: '', courseName, rules: rulesAddress(office, courseName), checks: checksAddress(office, courseName), page: classroom };
}

function refused(why: string, courseName: string, places: Places): Looked {
  return { ...answer(why === OTHER_ACCOUNT ? 'other account' : 'refused', courseName, places), why };
}
