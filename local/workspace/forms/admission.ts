import type { FormData } from '../data.ts';
import type { Workspace } from '../workspace.ts';

export interface Refusal {
  reason: 'unpublished' | 'closed' | 'sign-in' | 'no-permission' | 'already-answered' | 'edits-off';
  message: string;
}

/**
 * Whether `visitor` ('' when not signed in) may answer: the form is published and open, and some Drive permission on it reaches
 * them: the published view, or more (docs/workspace/forms/api/guides/publish-form.md).
 */
export function admissionTo(workspace: Workspace, form: FormData, visitor: string): Refusal | null {
  const title = workspace.forms.titleOf(form);
  if (!form.published)
    return { reason: 'unpublished', message: `The form ${title} is not published. If you think this is a mistake, ask the owner of the form.` };
  if (!form.acceptingResponses) {
    return {
      reason: 'closed',
      message: form.customClosedFormMessage || `The form ${title} is no longer accepting responses. If you think this is a mistake, ask the owner of the form.`,
    };
  }
  const reaches = workspace.drive.permissionsOf(form.id).some((permission) => permission.view !== 'metadata' && workspace.drive.covers(permission, visitor));
  const mustSignIn = form.emailCollection === 'VERIFIED' || form.limitOneResponsePerUser || form.requireLogin;
  if (visitor === '' && (!reaches || mustSignIn)) return { reason: 'sign-in', message: 'To answer this form you must be signed in.' };
  const outside = form.requireLogin && !workspace.people.isInDomain(visitor);
  if (!reaches || outside)
    return { reason: 'no-permission', message: 'You need permission to answer this form. Ask its owner to let you in, or change to an account that is.' };
  if (form.limitOneResponsePerUser && form.responses.some((response) => response.account === visitor)) {
    return { reason: 'already-answered', message: 'You have already responded. You can fill in this form only once.' };
  }
  return null;
}
