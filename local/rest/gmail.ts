import type { ApiMethod } from './api.ts';
import { COMPOSE, FULL, gmailMethod, METADATA, MODIFY, READONLY } from './gmail/common.ts';
import { draftMethods } from './gmail/drafts.ts';
import { historyMethods } from './gmail/history.ts';
import { labelMethods } from './gmail/labels.ts';
import { messageMethods } from './gmail/messages.ts';
import { settingsMethods } from './gmail/settings.ts';
import { threadMethods } from './gmail/threads.ts';

/** The Gmail API (docs/workspace/gmail/api/reference/rest/v1). An account's quota units a minute are counted, a project's are not. */
export const gmailApi: ApiMethod[] = [
  gmailMethod({
    id: 'getProfile',
    route: 'GET /profile',
    scopes: [FULL, MODIFY, COMPOSE, READONLY, METADATA],
    call({ mailbox }) {
      const messages = mailbox.messages();
      return {
        emailAddress: mailbox.email,
        messagesTotal: messages.length,
        threadsTotal: mailbox.threadIds(messages).length,
        historyId: String(mailbox.data.historyId),
      };
    },
  }),
  ...messageMethods,
  ...threadMethods,
  ...draftMethods,
  ...labelMethods,
  ...historyMethods,
  ...settingsMethods,
];
