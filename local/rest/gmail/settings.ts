import type { FilterAction, FilterCriteria, MailboxData } from '../../workspace/data.ts';
import { ApiError } from '../../workspace/errors.ts';
import { isAddress } from '../../workspace/mail/headers.ts';
import type { Mailbox } from '../../workspace/mail/mailbox.ts';
import { isUserLabel } from '../../workspace/mail/search.ts';
import type { ApiMethod } from '../api.ts';
import { bodyOf, FULL, failedPrecondition, gmailMethod, invalid, listOf, MODIFY, notFound, READONLY, SETTINGS, SHARING, textOf } from './common.ts';

const READ = [SETTINGS, FULL, MODIFY, READONLY];
/** docs/workspace/gmail/api/reference/rest/v1/users.settings.filters/create.md */
const MOST_FILTERS = 1000;

type FilterData = MailboxData['filters'][number];

function filterIn(mailbox: Mailbox, id: string): FilterData {
  const filter = mailbox.data.filters.find((each) => each.id === id);
  if (!filter) throw notFound();
  return filter;
}

function criteriaFrom(value: unknown): FilterCriteria {
  const fields = ['from', 'to', 'subject', 'query', 'negatedQuery', 'hasAttachment', 'excludeChats', 'size', 'sizeComparison'];
  const given = Object.entries(bodyOf(value, fields)).filter(([, each]) => each !== undefined && each !== null && each !== '');
  const criteria = Object.fromEntries(given) as FilterCriteria;
  if (given.length === 0) throw invalid("Filter doesn't have any criteria");
  if (criteria.sizeComparison !== undefined && !['smaller', 'larger', 'unspecified'].includes(criteria.sizeComparison)) {
    throw invalid(`Invalid value at 'filter.criteria.size_comparison': "${criteria.sizeComparison}"`);
  }
  return criteria;
}

/** docs/workspace/gmail/api/guides/filter_settings.md: labels that exist, one of the user's own at most, a verified address. */
function actionFrom(mailbox: Mailbox, value: unknown): FilterAction {
  const body = bodyOf(value, ['addLabelIds', 'removeLabelIds', 'forward']);
  const add = listOf(body['addLabelIds']);
  const remove = listOf(body['removeLabelIds']);
  const forward = textOf(body['forward'])?.toLowerCase();
  if (add.length + remove.length === 0 && !forward) throw invalid("Filter doesn't have any actions");
  for (const id of [...add, ...remove]) if (!mailbox.label(id)) throw invalid(`Invalid label ID: ${id}`);
  if (add.filter(isUserLabel).length > 1) throw invalid('Only one user-defined label is allowed per filter');
  const verified = mailbox.data.forwardingAddresses.some((each) => each.forwardingEmail === forward && each.verificationStatus === 'accepted');
  if (forward && !verified) throw failedPrecondition('Unrecognized forwarding address');
  return { ...(add.length > 0 ? { addLabelIds: add } : {}), ...(remove.length > 0 ? { removeLabelIds: remove } : {}), ...(forward ? { forward } : {}) };
}

const filterMethods: ApiMethod[] = [
  gmailMethod({
    id: 'settings.filters.list',
    route: 'GET /settings/filters',
    scopes: READ,
    call: ({ mailbox }) => (mailbox.data.filters.length > 0 ? { filter: mailbox.data.filters } : {}),
  }),
  gmailMethod({
    id: 'settings.filters.get',
    route: 'GET /settings/filters/{id}',
    scopes: READ,
    call: ({ mailbox, path }) => filterIn(mailbox, path['id'] ?? ''),
  }),
  gmailMethod({
    id: 'settings.filters.create',
    route: 'POST /settings/filters',
    scopes: [SETTINGS],
    body: true,
    call({ mailbox, request, caller }) {
      const body = bodyOf(request.body, ['id', 'criteria', 'action']);
      const criteria = criteriaFrom(body['criteria']);
      const action = actionFrom(mailbox, body['action']);
      mailbox.matcher(criteria.query ?? '');
      mailbox.matcher(criteria.negatedQuery ?? '');
      const same = (filter: FilterData) => JSON.stringify([filter.criteria, filter.action]) === JSON.stringify([criteria, action]);
      if (mailbox.data.filters.some(same)) throw failedPrecondition('Filter already exists');
      if (mailbox.data.filters.length >= MOST_FILTERS) throw failedPrecondition('Too many filters');
      const filter = { id: `ANe1Bm${caller.workspace.newId(28)}`, criteria, action };
      mailbox.data.filters.push(filter);
      return filter;
    },
  }),
  gmailMethod({
    id: 'settings.filters.delete',
    route: 'DELETE /settings/filters/{id}',
    scopes: [SETTINGS],
    call({ mailbox, path }) {
      const filter = filterIn(mailbox, path['id'] ?? '');
      mailbox.data.filters = mailbox.data.filters.filter((each) => each !== filter);
    },
  }),
];

const forwardingMethods: ApiMethod[] = [
  gmailMethod({
    id: 'settings.forwardingAddresses.list',
    route: 'GET /settings/forwardingAddresses',
    scopes: READ,
    call: ({ mailbox }) => (mailbox.data.forwardingAddresses.length > 0 ? { forwardingAddresses: mailbox.data.forwardingAddresses } : {}),
  }),
  gmailMethod({
    id: 'settings.forwardingAddresses.get',
    route: 'GET /settings/forwardingAddresses/{forwardingEmail}',
    scopes: READ,
    call({ mailbox, path }) {
      const found = mailbox.data.forwardingAddresses.find((each) => each.forwardingEmail === path['forwardingEmail']?.toLowerCase());
      if (!found) throw notFound();
      return found;
    },
  }),
  gmailMethod({
    id: 'settings.forwardingAddresses.create',
    route: 'POST /settings/forwardingAddresses',
    scopes: [SHARING],
    body: true,
    call({ mailbox, request, caller }) {
      // users.settings.forwardingAddresses/create.md: for service accounts with domain-wide authority only, which a script never is.
      if (caller.workspace.data.scripts[caller.app]) {
        throw new ApiError(403, 'Access restricted to service accounts that have been delegated domain-wide authority', 'PERMISSION_DENIED', 'forbidden');
      }
      const address = textOf(bodyOf(request.body, ['forwardingEmail', 'verificationStatus'])['forwardingEmail']) ?? '';
      if (!isAddress(address)) throw invalid('Invalid forwarding address');
      if (mailbox.data.forwardingAddresses.some((each) => each.forwardingEmail === address.toLowerCase())) {
        throw new ApiError(409, 'Forwarding address already exists', 'ALREADY_EXISTS', 'alreadyExists');
      }
      return caller.workspace.mail.addForwardingAddress(mailbox.email, address);
    },
  }),
];

const autoForwardingMethods: ApiMethod[] = [
  gmailMethod({
    id: 'settings.getAutoForwarding',
    route: 'GET /settings/autoForwarding',
    scopes: READ,
    call: ({ mailbox }) => mailbox.data.autoForwarding ?? { enabled: false },
  }),
];

const sendAsMethods: ApiMethod[] = [
  gmailMethod({
    id: 'settings.sendAs.list',
    route: 'GET /settings/sendAs',
    scopes: READ,
    call({ mailbox, caller }) {
      const { mail } = caller.workspace;
      const sendAs = mail.ownAddresses(mailbox.email).map((address, index) => ({
        sendAsEmail: address,
        displayName: mail.identity(mailbox.email).name,
        replyToAddress: '',
        signature: '',
        ...(index === 0 ? { isPrimary: true, isDefault: true } : { treatAsAlias: true, verificationStatus: 'accepted' }),
      }));
      return { sendAs };
    },
  }),
];

export const settingsMethods: ApiMethod[] = [...filterMethods, ...forwardingMethods, ...autoForwardingMethods, ...sendAsMethods];
