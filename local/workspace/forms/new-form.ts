import type { FormData } from '../data.ts';
import type { Workspace } from '../workspace.ts';

/** An id for the address that people answer at. */
export function newPublishedId(workspace: Workspace): string {
  return `1FAIpQLS${workspace.newId(48)}`;
}

/** A form without a question. */
export function newForm(id: string, publishedId: string, published: boolean): FormData {
  return {
    id,
    publishedId,
    title: '',
    description: '',
    confirmationMessage: '',
    customClosedFormMessage: '',
    items: [],
    responses: [],
    acceptingResponses: published,
    published,
    emailCollection: 'DO_NOT_COLLECT',
    allowResponseEdits: false,
    limitOneResponsePerUser: false,
    progressBar: false,
    shuffleQuestions: false,
    showLinkToRespondAgain: true,
    publishingSummary: false,
    requireLogin: false,
    isQuiz: false,
    nextItemId: 1,
  };
}
